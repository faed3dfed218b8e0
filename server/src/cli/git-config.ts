// What git has to know to compare and merge reports: a few lines for the repository, and the commands of this clone.
import { headingPattern } from '../tasks/textconv.ts';
import { reportExtensions } from '../workspace/report-files.ts';

/** The lines of `.gitattributes`. They go with the repository: where a clone isn't set up, git compares and merges as ever. */
export const attributeLines: readonly string[] = [
  '# nianbao git-setup',
  ...reportExtensions.map((extension) => `*${extension} merge=nianbao diff=nianbao`),
];

/** The sections of a clone's configuration that are this program's. */
export const configSections: readonly string[] = ['merge.nianbao', 'diff.nianbao', 'difftool.nianbao-diff'];

/**
 * What a clone's configuration gets, by key. `program` are the words that start the command line, all paths absolute;
 * where they are gone, git does what it does for any text. VS Code reads versions of a file with `git show --textconv` and
 * names the command in `VSCODE_GIT_COMMAND`: it gets what was committed.
 */
export function configOf(program: readonly string[], isElectron: boolean): Readonly<Record<string, string>> {
  const words = program.map(quoted);
  const call = `${isElectron ? 'ELECTRON_RUN_AS_NODE=1 ' : ''}${words.join(' ')}`;
  const isThere = words.map((word) => `test -f ${word}`).join(' && ');
  return {
    'merge.nianbao.name': 'nianbao: by row, column and sentence',
    'merge.nianbao.driver': [
      `if ${isThere}; then ${call} merge-driver %O %A %B %L %P %S %X %Y; s=$?; if test $s -le 1; then exit $s; fi; fi`,
      'echo "nianbao: program not found, merged line by line" >&2',
      'git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B',
    ].join('; '),
    'merge.nianbao.recursive': 'text',
    'diff.nianbao.textconv': `f() { { test -z "$VSCODE_GIT_COMMAND" && ${isThere} && ${call} textconv "$1" 2>/dev/null; } || cat "$1"; }; f`,
    'diff.nianbao.cachetextconv': 'false',
    'diff.nianbao.xfuncname': headingPattern,
    'difftool.nianbao-diff.cmd': `${call} diff "$LOCAL" "$REMOTE"`,
  };
}

/** A text as one word of a shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
