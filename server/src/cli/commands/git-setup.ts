import { existsSync, unlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { git } from '../../node/git.ts';
import { writeFile } from '../../node/write-file.ts';
import type { Localized } from '../../text/language.ts';
import { type Command, UsageError } from '../command.ts';
import { complain } from '../complain.ts';
import { attributeLines, configOf, configSections } from '../git-config.ts';
import { gitMessages } from '../git-messages.ts';
import { type Context, exitCodes } from '../io.ts';
import { readText } from '../read-text.ts';
import { namedTrouble } from '../write-messages.ts';

const ATTRIBUTES = '.gitattributes';

export const gitSetup: Command = {
  name: 'git-setup',
  operands: { zh: '[选项] [文件夹]', en: '[options] [folder]' },
  options: [
    { name: 'undo', description: { zh: '撤销设置', en: 'take it back' } },
    {
      name: 'check',
      description: {
        zh: '不改，只看设好没有；没有设好退出码为 1',
        en: 'change nothing; exit with 1 where it is not set up',
      },
    },
  ],
  notes: {
    zh: `在仓库的 .gitattributes 里写两行（要提交），在这个克隆的 git 配置里写上本程序的位置（不提交）。
每个人在自己的克隆里各运行一次；程序挪了位置、升了级，再运行一次。找不到本程序时，git 照常逐行合并。
设好以后：git merge、git rebase 按行列合并；git diff、git log -p 不显示排版的变化；git difftool -t nianbao-diff 逐项比较。
在服务器上合并（GitHub、GitLab 网页上的合并按钮）不使用这些设置，有冲突时请在自己的电脑上合并。

退出码  0 完成；1 用了 --check 而且没有设好；2 没有 git，不在仓库里，或有文件写不了`,
    en: `Writes two lines into the repository's .gitattributes (to be committed), and where this program is into the
configuration of this clone (which isn't). Everybody runs it once in their own clone, and again where the program moves.
Where it can't be found, git merges line by line as ever. Then git merge and git rebase merge by row and column, git diff
and git log -p leave layout out, git difftool -t nianbao-diff compares value by value.
Merges on a server (the buttons of GitHub and GitLab) don't use it: settle conflicts on your own machine.

Exit codes  0 done; 1 with --check, where it is not set up; 2 no git, no repository, or a file that can't be written`,
  },
  run: async (context, { operands, flags }) => {
    if (operands.length > 1) throw new UsageError(gitMessages.oneFolder());
    if (flags.has('undo') && flags.has('check')) throw new UsageError(gitMessages.undoOrCheck());
    const found = repositoryAt(resolve(context.io.cwd, operands[0] ?? '.'));
    if ('trouble' in found) {
      await complain(context.io, found.trouble[context.language]);
      return exitCodes.failure;
    }
    if (flags.has('check')) return (await isSetUp(found.root, context)) ? exitCodes.clean : exitCodes.findings;
    return flags.has('undo') ? takeBack(found.root, context) : setUp(found.root, context);
  },
};

function repositoryAt(folder: string): { readonly root: string } | { readonly trouble: Localized } {
  const { code, out } = git(['rev-parse', '--show-toplevel'], folder);
  if (code === null) return { trouble: existsSync(folder) ? gitMessages.noGit() : gitMessages.noFolder() };
  const root = out.replace(/\r?\n$/, '');
  return code === 0 && root !== '' ? { root } : { trouble: gitMessages.noRepository() };
}

function wantedConfig({ io }: Context): Readonly<Record<string, string>> {
  if (!io.program) throw new UsageError(gitMessages.noProgram());
  return configOf(io.program, process.versions.electron !== undefined);
}

async function setUp(root: string, context: Context): Promise<number> {
  const { io, language } = context;
  for (const [key, value] of Object.entries(wantedConfig(context))) {
    const { code, err } = git(['config', '--local', key, value], root);
    if (code !== 0) return failed(context, gitMessages.configFailed(err.trim()));
  }
  const before = attributesOf(root);
  const missing = attributeLines.filter((line) => !linesOf(before).includes(line));
  if (missing.length > 0) {
    const start = before === '' || before.endsWith('\n') ? before : `${before}\n`;
    const trouble = write(root, `${start}${missing.join('\n')}\n`);
    if (trouble) return failed(context, trouble);
  }
  await io.stderr.write(`${gitMessages.done(missing.length > 0)[language]}\n`);
  return exitCodes.clean;
}

async function takeBack(root: string, context: Context): Promise<number> {
  for (const section of configSections) git(['config', '--local', '--remove-section', section], root);
  const before = attributesOf(root);
  const after = before.replace(/[^\n]*(?:\n|$)/g, (line) =>
    attributeLines.includes(line.replace(/\r?\n$/, '')) ? '' : line,
  );
  if (after !== before) {
    const trouble = write(root, after);
    if (trouble) return failed(context, trouble);
  }
  await context.io.stderr.write(`${gitMessages.undone()[context.language]}\n`);
  return exitCodes.clean;
}

async function isSetUp(root: string, context: Context): Promise<boolean> {
  const lines = linesOf(attributesOf(root));
  const hasAttributes = attributeLines.every((line) => line.startsWith('#') || lines.includes(line));
  const isConfigured = Object.entries(wantedConfig(context)).every(
    ([key, value]) => git(['config', '--local', '--get', key], root).out === `${value}\n`,
  );
  const isDone = hasAttributes && isConfigured;
  await context.io.stdout.write(`${(isDone ? gitMessages.isSetUp() : gitMessages.isNot())[context.language]}\n`);
  return isDone;
}

function attributesOf(root: string): string {
  const path = join(root, ATTRIBUTES);
  return existsSync(path) ? readText(path) : '';
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

/** Writes the attributes, or takes the file away where there are none; gives why not where that fails. */
function write(root: string, text: string): Localized | null {
  const path = join(root, ATTRIBUTES);
  try {
    if (text === '') unlinkSync(path);
    else writeFile(path, text);
    return null;
  } catch (error) {
    return namedTrouble(ATTRIBUTES, error);
  }
}

async function failed({ io, language }: Context, message: Localized): Promise<number> {
  await complain(io, message[language]);
  return exitCodes.failure;
}
