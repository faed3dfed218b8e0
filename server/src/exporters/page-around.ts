// What a portal prints around a report and an author's paste brings along.
import type { Words } from '../forms/words.ts';
import type { RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';

const SENTENCE = /[。；;！？]/;

/** Whether a line of text is metadata of the page (`浏览次数：30`); never where it holds a sentence. */
export function isPageText(text: string, words: Words): boolean {
  return !SENTENCE.test(text) && !words.isAnnex(text) && (words.isPageLine(text) || words.isPageLabel(canonical(text)));
}

/** Whether rows that no form has are the page's: before the first part any without a sentence, later such with the page's labels alone. */
export function isPageTable(rows: readonly RowLine[], beforeParts: boolean, words: Words): boolean {
  if (rows.some(({ cells }) => cells.some(({ text }) => SENTENCE.test(text)))) return false;
  return beforeParts || rows.every((row) => isPageRow(row, words));
}

function isPageRow({ cells }: RowLine, words: Words): boolean {
  const first = cells.find(({ text }) => text !== '');
  return first === undefined || isPageText(first.text, words) || isPageText(first.text.replace(/[:：]$/, ''), words);
}
