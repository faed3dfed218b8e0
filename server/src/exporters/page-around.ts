// What a portal prints around a report and an author's paste brings along.
import { chromeLabels } from '../forms/page-chrome.ts';
import { isChrome } from '../report/identity.ts';
import type { RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';

const SENTENCE = /[。；;！？]/;
/** An annex belongs to the report, whatever the page calls it. */
const ANNEX = /^\s*附件/;
const chrome = new Set(chromeLabels.map(canonical));

/** Whether a line of text is metadata of the page (`浏览次数：30`); never where it holds a sentence. */
export function isPageText(text: string): boolean {
  return !SENTENCE.test(text) && !ANNEX.test(text) && (isChrome(text) || chrome.has(canonical(text)));
}

/** Whether rows that no form has are the page's: before the first part any without a sentence, later such with the page's labels alone. */
export function isPageTable(rows: readonly RowLine[], beforeParts: boolean): boolean {
  if (rows.some(({ cells }) => cells.some(({ text }) => SENTENCE.test(text)))) return false;
  return beforeParts || rows.every(isPageRow);
}

function isPageRow({ cells }: RowLine): boolean {
  const first = cells.find(({ text }) => text !== '');
  return first === undefined || isPageText(first.text) || isPageText(first.text.replace(/[:：]$/, ''));
}
