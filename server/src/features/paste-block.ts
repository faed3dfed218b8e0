// Pasting into a value of a table: a block of values from it on, or a table of the form with its labels.

import { readClipboard } from '../importers/clipboard.ts';
import { plainNumber, readCell } from '../text/cell-value.ts';
import type { Edit } from '../text/edit.ts';
import type { Language } from '../text/language.ts';
import { append } from '../text/lists.ts';
import { type Span, touches } from '../text/span.ts';
import { blockAt, type CellBlock, written } from './cell-block.ts';
import { textEdits } from './edits.ts';
import { type PastedTable, type PasteTableOptions, pasteTable } from './paste-table.ts';
import { spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

type Rows = readonly (readonly string[])[];

const MOST_NAMED = 5;
const MOST_CHARACTERS = 100_000;
/** A column of numbers as plain text has no TAB that makes a table of it. */
const COLUMN = /^[^\t]*(?:\r?\n[^\t]*)+$/;

/**
 * What a paste comes to where the selection begins in a value: a table whose labels are the form's goes to its places, any
 * other into the rectangle from that value on. Elsewhere as `pasteTable`. Null for a plain paste.
 */
export function pasteCells(snapshot: Snapshot, options: PasteTableOptions): PastedTable | null {
  const { range, language } = options;
  const selection = spanOf(snapshot.lines, range);
  const block = blockAt(snapshot, range);
  if (!block || !beginsInValue(block, selection)) return pasteTable(snapshot, options);
  const rows = rowsOf(options);
  if (!rows) return null;
  const isBlockOfNumbers = rows.every((row) => row.every((cell) => cell === '' || isNumber(cell)));
  const whole = isBlockOfNumbers
    ? null
    : pasteTable(snapshot, { ...options, range: { start: range.start, end: range.start } });
  if (whole) {
    const edits = whole.edits.map(({ range: place, newText }) => ({
      span: spanOf(snapshot.lines, place),
      text: newText,
    }));
    return { ...whole, ...around(snapshot, edits, selection) };
  }
  const pasted = filledBlock(snapshot.text, block, rows, language);
  return pasted && { ...pasted, ...around(snapshot, pasted.edits, selection) };
}

function beginsInValue({ rows: [top] }: CellBlock, { start }: Span): boolean {
  return top?.cells.some(({ kind, room }) => kind === 'value' && touches(room, start)) === true;
}

/** The rows on the clipboard; of plain text without TABs several lines of numbers. */
function rowsOf(options: PasteTableOptions): Rows | null {
  const blocks = readClipboard(options);
  if (blocks) return blocks.flatMap((block) => (block.kind === 'row' ? [block.cells] : []));
  const text = options.text ?? '';
  if (text.length > MOST_CHARACTERS || !COLUMN.test(text)) return null;
  const cells = text.split(/\r?\n/).map((line) => line.trim());
  if (cells.at(-1) === '') cells.pop();
  return cells.every((cell) => cell === '' || isNumber(cell)) ? cells.map((cell) => [cell]) : null;
}

function around(
  snapshot: Snapshot,
  edits: readonly Edit[],
  selection: Span,
): Pick<PastedTable, 'insertText' | 'edits'> {
  const { insertText, edits: outside } = aroundSelection(snapshot.text, edits, selection);
  return { insertText, edits: textEdits(snapshot, outside) };
}

interface FilledBlock {
  readonly edits: readonly Edit[];
  readonly title: string;
  readonly note: string | null;
}

/**
 * The values of the rows in the rectangle whose first cell is the block's: numbers go into values of the form, blanks
 * change nothing, labels are left as they are. Rows as wide as the table's go in from its first column. Null where the rows
 * hold no number.
 */
function filledBlock(
  text: string,
  { table, rows: selected, first }: CellBlock,
  rows: Rows,
  language: Language,
): FilledBlock | null {
  const [top] = selected;
  const targets = table.rows.filter(({ cells }) => cells.some(({ kind }) => kind === 'value'));
  const from = top ? targets.indexOf(top) : -1;
  if (!top?.columns || from < 0 || !rows.some((row) => row.some(isNumber))) return null;
  const width = top.columns.count;
  const column = rows.every((row) => row.length === width) ? 0 : Math.max(first, 0);
  const unfit: string[] = [];
  const edits: Edit[] = [];
  let fitting = 0;
  for (const [i, row] of rows.entries()) {
    const target = targets[from + i];
    for (const [j, value] of row.entries()) {
      if (value === '') continue;
      const cell = target?.cells[(target.columns?.from ?? 0) + column + j];
      if (!target || !cell?.editable || !isNumber(value)) {
        unfit.push(value);
        continue;
      }
      fitting++;
      append(
        edits,
        [written(text, table, target, cell, plainValue(value))].filter((edit) => edit !== null),
      );
    }
  }
  return { edits, title: titleOf(fitting, language), note: unfit.length > 0 ? noteOf(unfit, language) : null };
}

function isNumber(value: string): boolean {
  return readCell(value).kind === 'number';
}

/** Digits without separators; a number with its unit as it is. */
function plainValue(value: string): string {
  const reading = readCell(value);
  return (reading.kind === 'number' && reading.unit === null ? plainNumber(value) : null) ?? value;
}

function titleOf(count: number, language: Language): string {
  return { zh: `从这一格起填入 ${count} 个数`, en: `Fill in ${count} values from this cell on` }[language];
}

function noteOf(unfit: readonly string[], language: Language): string {
  const named = unfit.slice(0, MOST_NAMED);
  const more = unfit.length > MOST_NAMED;
  return {
    zh: `${unfit.length} 格没有填入（超出表格，或者不是数）：${named.join('、')}${more ? '……' : ''}`,
    en: `${unfit.length} cells were not filled in (outside the table, or no number): ${named.join(', ')}${more ? ' …' : ''}`,
  }[language];
}

/**
 * Edits as a paste makes them: one text that takes the place of the selection, and edits beside it. An edit that crosses an
 * end of the selection is cut there.
 */
export function aroundSelection(
  text: string,
  edits: readonly Edit[],
  { start, end }: Span,
): { readonly insertText: string; readonly edits: readonly Edit[] } {
  const inside: Edit[] = [];
  const outside: Edit[] = [];
  for (const { span, text: added } of edits) {
    if (span.end <= start || span.start >= end) {
      outside.push({ span, text: added });
      continue;
    }
    if (span.start < start) outside.push({ span: { start: span.start, end: start }, text: '' });
    inside.push({ span: { start: Math.max(span.start, start), end: Math.min(span.end, end) }, text: added });
    if (span.end > end) outside.push({ span: { start: end, end: span.end }, text: '' });
  }
  const ordered = inside.toSorted((a, b) => a.span.start - b.span.start);
  let [insertText, at] = ['', start];
  for (const { span, text: added } of ordered) {
    insertText += text.slice(at, span.start) + added;
    at = span.end;
  }
  return { insertText: insertText + text.slice(at, end), edits: outside };
}
