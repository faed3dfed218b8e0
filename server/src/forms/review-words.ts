// How reviewers' remarks and authors' answers to them begin in comments: `// 审核: …`, `// 审核 自然人: …`, `// 答复: …`.
import type { Localized } from '../text/language.ts';

export interface ReviewWord {
  readonly kind: 'remark' | 'answer';
  readonly text: string;
  readonly detail: Localized;
}

/** The word that is written is the first of its kind. */
export const reviewWords: readonly ReviewWord[] = [
  {
    kind: 'remark',
    text: '审核',
    detail: {
      zh: '审核意见，针对下一行；写「审核 自然人: …」针对那一格',
      en: 'A reviewer’s remark on the next line; “审核 自然人: …” on that cell',
    },
  },
  {
    kind: 'answer',
    text: '答复',
    detail: { zh: '答复上面的审核意见', en: 'Answers the remark above' },
  },
];

/** The words of a kind. */
export function wordsOf(kind: ReviewWord['kind']): readonly string[] {
  return reviewWords.filter((word) => word.kind === kind).map(({ text }) => text);
}
