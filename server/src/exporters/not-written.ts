import type { Localized } from '../text/language.ts';

/** Why one report can't be written; others may. */
export class NotWritten extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}

/** Why a report with so many unsettled merge conflicts isn't exported, in whatever format. */
export function exportRefusal(conflicts: number): Localized {
  return {
    zh: `报告里有 ${conflicts} 处合并冲突，尚未取舍，没有导出。请先留下对的一边，再导出。`,
    en: `The report has ${conflicts} unsettled merge ${conflicts === 1 ? 'conflict' : 'conflicts'} and was not exported. Keep the right side first.`,
  };
}
