import type { Localized } from '../text/language.ts';

/** What the commands say that compare and merge. */
export const diffMessages = {
  needsTwo: (): Localized => ({
    zh: '要写两份报告：先写原来的，再写新的。',
    en: 'name two reports: the one before, then the one after.',
  }),
  needsOne: (): Localized => ({ zh: '要写一份报告。', en: 'name one report.' }),
  needsThree: (): Localized => ({
    zh: '要写三个文件：共同祖先、我方、对方。这个命令由 git 调用。',
    en: 'name three files: the ancestor, ours, theirs. Git calls this command.',
  }),
  ours: (): Localized => ({ zh: '当前分支', en: 'ours' }),
  theirs: (): Localized => ({ zh: '合入的分支', en: 'theirs' }),
  conflicts: (count: number): Localized => ({
    zh: `两边改得不一样的有 ${count} 处，已标出，请取舍。`,
    en: `${count} ${count === 1 ? 'place was' : 'places were'} changed on both sides and ${count === 1 ? 'is' : 'are'} marked.`,
  }),
  byLines: (): Localized => ({
    zh: '不能按行列合并，改为逐行合并。',
    en: "can't be merged by row and column; merged line by line.",
  }),
  oneFormat: (): Localized => ({
    zh: '--json 和 --html 只能写一个。',
    en: 'choose one of --json and --html.',
  }),
} as const;
