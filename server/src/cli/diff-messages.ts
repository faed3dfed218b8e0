import type { Localized } from '../text/language.ts';

/** What the commands say that compare and merge. */
export const diffMessages = {
  needsTwo: (): Localized => ({
    zh: '要写两份报告：先写原来的，再写新的。',
    en: 'name two reports: the one before, then the one after.',
  }),
  oneFormat: (): Localized => ({
    zh: '--json 和 --html 只能写一个。',
    en: 'choose one of --json and --html.',
  }),
} as const;
