import { resolve } from 'node:path';
import { git } from '../../node/git.ts';
import { mergeReports } from '../../tasks/merge.ts';
import type { MergeMarks } from '../../tasks/merge-marks.ts';
import { readCount } from '../arguments.ts';
import { type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { diffMessages } from '../diff-messages.ts';
import { type Context, exitCodes } from '../io.ts';
import { decode, hasByteOrderMark, withReport } from '../read-text.ts';
import { SettingsFiles } from '../settings-files.ts';
import { writeReport } from '../write-report.ts';

const MARK_SIZE = 7;

export const mergeDriver: Command = {
  name: 'merge-driver',
  operands: {
    zh: '<共同祖先 %O> <我方 %A> <对方 %B> [标记长度 %L] [路径 %P] [名称 %S %X %Y]',
    en: '<ancestor %O> <ours %A> <theirs %B> [mark size %L] [path %P] [names %S %X %Y]',
  },
  options: [],
  notes: {
    zh: `由 nianbao git-setup 设好以后，git 合并报告时自动使用，结果写在我方的文件里。
两人改了同一行不同的格子，都保留；改了同一格的，标为一处冲突，该行其余各格已合并好。排版不算冲突。
程序自身出错时，改用 git merge-file 逐行合并。

退出码  0 全部合并；1 有冲突，已标出；2 没有合并`,
    en: `git uses it for reports after nianbao git-setup; the result is written to our file.
Changes of different cells of one row are both kept; a cell that both have changed is one conflict, the rest of its row
is merged. Layout is never a conflict. Where the program itself fails, git merge-file merges line by line.

Exit codes  0 all merged; 1 conflicts, which are marked; 2 nothing was merged`,
  },
  run: async (context, { operands }) => {
    const [base, ours, theirs, size = `${MARK_SIZE}`, path = ours, ...names] = operands;
    if (base === undefined || ours === undefined || theirs === undefined)
      throw new UsageError(diffMessages.needsThree());
    const marks = { ...sidesNamed(names, context), size: readCount('%L', size) || MARK_SIZE };
    const merge = { base, ours, theirs, path: path ?? ours, marks };
    return (await attempt(merge, context)) ?? byLines(merge, context);
  },
};

interface Merge {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** Where the report lies, for its settings and for messages. */
  readonly path: string;
  readonly marks: MergeMarks;
}

/** What git calls the sides; an older git gives the letters back that it doesn't know. */
function sidesNamed(
  [, ours = '%X', theirs = '%Y']: readonly string[],
  { language }: Context,
): Omit<MergeMarks, 'size'> {
  const known = (name: string, instead: string): string => (/^(?:%[A-Z])?$/.test(name) ? instead : name);
  return {
    ours: known(ours, diffMessages.ours()[language]),
    theirs: known(theirs, diffMessages.theirs()[language]),
  };
}

/** Merges the reports and gives the exit code; null where that can't be done. */
async function attempt({ base, ours, theirs, path, marks }: Merge, context: Context): Promise<number | null> {
  const { io, language } = context;
  try {
    const files = [base, ours, theirs].map((name) => resolve(io.cwd, name));
    const [from, our, their] = files.map((file) =>
      withReport(file, (bytes) => ({ text: decode(bytes), hasMark: hasByteOrderMark(bytes) })),
    );
    if (!from || !our || !their) return null;
    const { forms } = await new SettingsFiles(io.cwd, () => {}).of(resolve(io.cwd, path));
    const versions = { base: from.text, ours: our.text, theirs: their.text };
    const merged = mergeReports(versions, forms, marks);
    if (merged === null) return null;
    const { trouble } = writeReport({ path: files[1] ?? ours, ...our }, merged.text);
    if (trouble) return null;
    if (merged.conflicts === 0) return exitCodes.clean;
    await complain(io, diffMessages.conflicts(merged.conflicts)[language], path);
    return exitCodes.findings;
  } catch {
    return null;
  }
}

/** The merge that git would have made without this program. */
async function byLines({ base, ours, theirs, path, marks }: Merge, { io, language }: Context): Promise<number> {
  await complain(io, diffMessages.byLines()[language], path);
  const names = ['-L', marks.ours, '-L', 'base', '-L', marks.theirs];
  const { code } = git(['merge-file', `--marker-size=${marks.size}`, ...names, ours, base, theirs], io.cwd);
  if (code === null || code > 127) return exitCodes.failure;
  return code === 0 ? exitCodes.clean : exitCodes.findings;
}
