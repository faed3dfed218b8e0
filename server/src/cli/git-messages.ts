import type { Localized } from '../text/language.ts';

/** What `git-setup` says. */
export const gitMessages = {
  oneFolder: (): Localized => ({ zh: '只能写一个文件夹。', en: 'name one folder.' }),
  undoOrCheck: (): Localized => ({
    zh: '--undo 和 --check 只能写一个。',
    en: 'choose one of --undo and --check.',
  }),
  noGit: (): Localized => ({
    zh: '没有找到 git。请先安装 git，再运行一次。',
    en: 'git was not found. Install it, then run this again.',
  }),
  noFolder: (): Localized => ({ zh: '找不到这个文件夹。', en: 'no such folder.' }),
  noRepository: (): Localized => ({
    zh: '这里不是 git 仓库。请在仓库的文件夹里运行，或先用 git init 建一个。',
    en: 'this is no git repository. Run it in one, or make one with git init.',
  }),
  noProgram: (): Localized => ({
    zh: '不知道本程序装在哪里，没有设置。请直接运行 nianbao git-setup。',
    en: 'it is not known where this program is; nothing was set up. Run nianbao git-setup itself.',
  }),
  configFailed: (reason: string): Localized => ({
    zh: `git 配置写不了：${reason}`,
    en: `git's configuration can't be written: ${reason}`,
  }),
  done: (isNew: boolean): Localized => ({
    zh: `设好了：这个克隆按行列、按句比较和合并报告。${isNew ? '请提交 .gitattributes；' : ''}别的克隆要各运行一次。服务器上的合并不使用这些设置。`,
    en: `Done: this clone compares and merges reports by row, column and sentence. ${isNew ? 'Commit .gitattributes; run' : 'Run'} it once in every other clone. Merges on a server don't use it.`,
  }),
  undone: (): Localized => ({ zh: '已撤销。', en: 'Taken back.' }),
  isSetUp: (): Localized => ({ zh: '已设好。', en: 'It is set up.' }),
  isNot: (): Localized => ({
    zh: '没有设好，或设的不是这个程序。请运行 nianbao git-setup。',
    en: 'It is not set up, or for another program. Run nianbao git-setup.',
  }),
} as const;
