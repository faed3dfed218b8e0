// The lines of a text, and the rows that other signs than bars and TABs make of them.

import { isRowRule } from '../../syntax/parse.ts';
import { canonical } from '../../text/canonical.ts';
import { append } from '../../text/lists.ts';
import { readDelimitedRow } from '../delimited-rows.ts';
import { tableIds, vocabularyOf } from '../vocabulary.ts';
import { isValue } from '../words.ts';

/** A line as it stands, a row whose cells are told, or a row that Markdown marks as that of the heads. */
export type TextLine = string | readonly string[] | HeadLine;

export interface HeadLine {
  readonly head: string;
}

/** Longer lines are no rows. */
export const LONGEST_ROW = 1000;
const LONGEST_CELL = 200;
const LONGEST_LABEL = 60;
/** So many numbers behind a text that no form knows make it the label of a row. */
const TELLING_VALUES = 3;
/** So many blank cells behind the only text of a line are those of a sheet. */
const BLANK_CELLS = 2;

const STROKES = /[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550]+/g;
const UPRIGHT = /[\u2502\u2503\u2506\u2507\u250a-\u254b\u254e\u254f\u2551-\u257f]/;
const UPRIGHTS = new RegExp(UPRIGHT, 'g');

/**
 * The lines of a text with line breaks of one character. Rows in quotation marks, whose cells may go on over lines, and
 * rows with commas come as their cells; bars of every other sort become narrow ones, and lines drawn between rows are left out.
 */
export function textLines(whole: string): readonly TextLine[] {
  const text = withRowsApart(whole);
  const lines: TextLine[] = [];
  for (let at = 0; at <= text.length; ) {
    const row = rowAt(text, at);
    const end = row ? row.end : endOfLine(text, at);
    const line = row ? '' : text.slice(at, end);
    const last = lines.at(-1);
    if (row) lines.push(row.cells);
    else if (typeof last === 'string' && last.includes('|') && isRuleBelow(line, text, end))
      lines[lines.length - 1] = { head: last };
    else append(lines, barred(line));
    at = end + 1;
  }
  return lines;
}

const MERGED = /(?<=[\d"]) +(?=,*([^\s",，。；][^,\n"]{0,60}),)/g;

/** The text with a line's end where one was lost between two rows with commas: a label of a table stands behind a value. */
function withRowsApart(text: string): string {
  return text.replace(MERGED, (space, label: string) => (isOfTable(label) ? '\n' : space));
}

const RULE = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
/** A cell without a value, alone on its line. */
const ONE_DASH = /^\s*\|?\s*-\s*\|\s*$/;
const RULE_OF_DASHES = /^\s*\|?(?:\s*:?-{1,2}:?\s*\|)+(?:\s*:?-{1,2}:?\s*)?$/;

/** Whether a line parts the heads of a Markdown table from its rows. One of single dashes does above a row alone: else it is a row of blanks. */
function isRuleBelow(line: string, text: string, end: number): boolean {
  if (line.length > LONGEST_ROW || !RULE.test(line) || ONE_DASH.test(line)) return false;
  return !RULE_OF_DASHES.test(line) || text.slice(end + 1, endOfLine(text, end + 1)).includes('|');
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** The row that begins at an offset, where its signs are quotation marks or commas. */
function rowAt(text: string, start: number): { readonly cells: readonly string[]; readonly end: number } | null {
  const line = text.slice(start, Math.min(endOfLine(text, start), start + LONGEST_ROW));
  if (/(?:^|\t)"/.test(line)) {
    const row = readDelimitedRow(text, start, '\t');
    if (row.isQuoted && row.cells.length > 1) return row;
  }
  if (!line.includes(',') || /[|\t｜]/.test(line)) return null;
  const row = readDelimitedRow(text, start, ',');
  const isRow = row.isQuoted || !isValue(line.trim()) ? areCells(row.cells) : false;
  return isRow ? row : null;
}

/** Whether the texts between commas are the cells of a table, rather than clauses of a sentence. */
function areCells(cells: readonly string[]): boolean {
  if (cells.length < 2 || cells.some((cell) => cell.length > LONGEST_CELL)) return isAlone(cells);
  const texts = cells.filter((cell) => !isValue(cell));
  const values = cells.filter((cell) => cell !== '' && isValue(cell));
  if (values.some((cell) => /\d\s+\d/.test(cell)) || texts.some((text) => /[0-9０-９]$/.test(text))) return false;
  const [first, ...unknown] = texts.filter((text) => !isOfTable(text));
  if (first === undefined) return values.length > 0 || texts.length > 2 || isAlone(cells);
  if (unknown.length > 0 || first !== cells.find((cell) => cell !== '')) return false;
  const isLabel = first.length <= LONGEST_LABEL && !/[。；：]/.test(first);
  return (isLabel && values.length >= TELLING_VALUES) || isAlone(cells);
}

/** Whether the first of the cells is the only one that isn't blank, of a whole row of them. */
function isAlone([first, ...others]: readonly string[]): boolean {
  return first !== '' && others.length >= BLANK_CELLS && others.every((cell) => cell === '');
}

function isOfTable(text: string): boolean {
  const label = canonical(text);
  return tableIds().some((id) => {
    const { terms, nearest } = vocabularyOf(id);
    return terms.has(label) || (label.length >= 4 && nearest(label) !== null);
  });
}

/** A line with bars of one sort; none where it is drawn between rows. */
function barred(line: string): readonly string[] {
  if (line.length <= LONGEST_ROW && isRowRule(line)) return [];
  if (UPRIGHT.test(line)) return drawnRow(line);
  return [isWideBarred(line) ? line.replaceAll('｜', '|') : line];
}

/** Uprights and corners are bars; strokes are what is drawn below the other cells of a row. */
function drawnRow(line: string): readonly string[] {
  const row = line.replace(STROKES, '').replace(UPRIGHTS, '|');
  return row.includes('|') && /^[|\s]*$/.test(row) ? [] : [row];
}

/** Whether full-width bars part cells: one begins or ends the line, or what stands between them are cells. */
function isWideBarred(line: string): boolean {
  if (!line.includes('｜')) return false;
  return (
    /^\s*｜|｜\s*$/.test(line) || (line.length <= LONGEST_ROW && areCells(line.split('｜').map((cell) => cell.trim())))
  );
}
