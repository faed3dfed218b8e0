// Pasting a table from elsewhere into a part that holds one: its values go to their places.
import type { TextEdit } from 'vscode-languageserver-types';
import { valueRows } from '../analysis/judged-tables.ts';
import { tableAround } from '../analysis/table-elements.ts';
import type { FormTable } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { type Clipboard, readClipboard } from '../importers/clipboard.ts';
import { rowText } from '../report/align.ts';
import { readReport } from '../report/bind.ts';
import { tableById } from '../report/lookup.ts';
import type { Report, Table, TableLine, ValueRow } from '../report/report.ts';
import { sectionNamed } from '../report/sections.ts';
import { styleOf } from '../report/written-labels.ts';
import type { Line } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { type Edit, Revision } from '../text/edit.ts';
import type { Language } from '../text/language.ts';
import { lineBreak } from '../text/line-breaks.ts';
import { ordinalOf, withoutOrdinal } from '../text/ordinals.ts';
import { fill } from './cell-block.ts';
import { textEdits } from './edits.ts';
import { canonicalLines, canonicalRows, isCanonical, rowKey, tidied } from './pasted-rows.ts';
import { type Range, spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export interface PasteTableOptions extends Clipboard {
  readonly range: Range;
  readonly language: Language;
  /** The labels of a table that is new here. */
  readonly labels: LabelStyle;
}

/** What a paste comes to: the text that takes the place of the selection, and edits elsewhere. */
export interface PastedTable {
  readonly title: string;
  readonly insertText: string;
  readonly edits: readonly TextEdit[];
  /** What of it did not fit, for the user. */
  readonly note: string | null;
}

type Rows = readonly (readonly string[])[];

/**
 * The paste of a table of the form into its part: into the table that is there already, value by value, else as canonical
 * rows. Rows that the form doesn't have become comments. Rows of numbers alone go into the rows from the cursor's on.
 * Null where the clipboard or the place calls for a plain paste.
 */
export function pasteTable(snapshot: Snapshot, options: PasteTableOptions): PastedTable | null {
  const { range, language, labels } = options;
  const place = placeOf(snapshot, range);
  const blocks = place && readClipboard(options);
  if (!blocks) return null;
  const rows = blocks.flatMap((block) =>
    block.kind === 'row' && block.cells.some((cell) => cell !== '') ? [block.cells] : [],
  );
  const others = blocks.flatMap((block) => (block.kind === 'paragraph' && block.text !== '' ? [block.text] : []));
  if (!others.every((text) => isHeading(text, snapshot.report))) return null;
  const { definition, table, selected } = place;
  if (table && !selected && rows.every((row) => row.every(isNumberOrBlank))) {
    return filledFrom(snapshot, table, range, rows, language);
  }
  const pasted = bound(rows, definition, snapshot.report);
  if (!pasted) return null;
  if (selected || !table) return inserted(snapshot, pasted, range, labels, language);
  const style = styleOf(table, snapshot.report, labels);
  const canonical = isCanonical(snapshot.report, table, style) ? canonicalRows(pasted, style) : new Map<Line, string>();
  return merged(snapshot, table, pasted, canonical, range, language);
}

interface Place {
  readonly definition: FormTable;
  /** The table that the part holds already. */
  readonly table: Table | null;
  readonly selected: boolean;
}

/** The part of a table that the range lies in. A selection has to be whole lines. */
function placeOf({ report, lines, text }: Snapshot, range: Range): Place | null {
  const span = spanOf(lines, range);
  const { start, end } = span;
  const around = tableAround(report, span);
  const section = report.sections.findLast((each) => each.line.span.end < start);
  const id = around?.definition.id ?? section?.definition?.table;
  const definition = around?.definition ?? (id ? report.edition.table(id) : null);
  if (!definition || !id) return null;
  const selected = end > start;
  const wholeLines =
    start === lines.lineStart(range.start.line) && (end === lines.lineEnd(range.end.line) || range.end.character === 0);
  const table = around ?? tableById(report, id);
  if (selected && !wholeLines) return null;
  if (
    !selected &&
    !table &&
    text.slice(lines.lineStart(range.start.line), lines.lineEnd(range.start.line)).trim() !== ''
  )
    return null;
  return { definition, table, selected };
}

function isHeading(text: string, report: Report): boolean {
  return (
    text.length <= 40 &&
    sectionNamed(ordinalOf(text)?.level === 1 ? withoutOrdinal(text) : text, report.edition) !== null
  );
}

function isNumberOrBlank(cell: string): boolean {
  return readCell(cell).kind !== 'text';
}

/** The rows as a report of the same form in which the part holds nothing else; null where most of them are none of the form's. */
function bound(rows: Rows, definition: FormTable, { edition, forms }: Report): Report | null {
  const section = edition.section(definition.section);
  const head = ['---', `格式: ${edition.id}`, '---', `${numeral(section?.ordinal ?? 1)}、${section?.title ?? ''}`];
  const report = readReport([...head, ...rows.map(rowText)].join('\n'), forms.settled());
  const lines = report.tables.flatMap((table) => table.lines);
  const known = lines.filter(({ kind }) => kind === 'value').length;
  const unknown = lines.filter(({ kind }) => kind === 'unknown').length;
  return known > 0 && known > unknown ? report : null;
}

function titleOf(tables: readonly Table[], count: number, language: Language): string {
  const names = [...new Set(tables.map(({ definition }) => definition.name[language]))];
  return { zh: `填入${names.join('、')}（${count} 个数）`, en: `Fill in ${names.join(', ')} (${count} values)` }[
    language
  ];
}

/** The pasted rows in canonical form, in place of the selection or on the cursor's line. */
function inserted(
  snapshot: Snapshot,
  pasted: Report,
  range: Range,
  labels: LabelStyle,
  language: Language,
): PastedTable {
  const eol = lineBreak(snapshot.text);
  const rows = canonicalLines(pasted, labels).join(eol);
  const values = pasted.tables.flatMap(valueRows).flatMap(({ cells }) => cells.filter(({ text }) => text !== ''));
  return {
    title: titleOf(pasted.tables, values.length, language),
    insertText: range.end.character === 0 && range.end.line > range.start.line ? rows + eol : rows,
    edits: [],
    note: null,
  };
}

/**
 * The pasted values in the tables that are there: blank ones change nothing, rows of the form that a table lacks go to its
 * end, as `canonical` has them if it does, and what finds no place becomes a comment.
 */
function merged(
  snapshot: Snapshot,
  table: Table,
  pasted: Report,
  canonical: ReadonlyMap<Line, string>,
  range: Range,
  language: Language,
): PastedTable | null {
  const firsts = firstRows(pasted.tables);
  const lines = pasted.tables.flatMap((source) => {
    const target =
      source.definition.id === table.definition.id ? table : tableById(snapshot.report, source.definition.id);
    return source.lines.map((line) => repeated(line, source, firsts) ?? placedLine(snapshot.text, line, target));
  });
  const tables = [...new Set(lines.flatMap(({ target }) => target ?? []))];
  const pastedText = ({ span }: Line): string => pasted.tree.text.slice(span.start, span.end);
  const textsOf = (fate: Fate, textOf = pastedText): readonly string[] =>
    lines.filter((each) => each.fate === fate).map(({ line }) => textOf(line.line));
  const missing = textsOf('missing', (line) => canonical.get(line) ?? pastedText(line));
  if (tables.length === 0) return null;
  const edits = lines.flatMap((each) => each.edits);
  return asPaste(snapshot, tables, edits, { table, rows: missing, comments: textsOf('lost') }, range, language);
}

/** Whether a row is in its place, is one that the table lacks, or holds what the form has no place for. */
type Fate = 'placed' | 'missing' | 'lost';

interface PlacedLine {
  readonly line: TableLine;
  readonly fate: Fate;
  readonly target: Table | null;
  readonly edits: readonly Edit[];
}

/** The first row of each name that is pasted into a table. */
function firstRows(tables: readonly Table[]): ReadonlyMap<string, ValueRow> {
  const rows = tables.flatMap((table) => valueRows(table).map((row) => [rowKey(table, row), row] as const));
  return new Map(rows.reverse());
}

/** A row that was pasted before: where it says something else, nobody knows which is right. Null for any other line. */
function repeated(line: TableLine, table: Table, firsts: ReadonlyMap<string, ValueRow>): PlacedLine | null {
  const first = line.kind === 'value' && firsts.get(rowKey(table, line));
  if (!first || first === line) return null;
  const textsOf = ({ cells, misfit }: ValueRow) => JSON.stringify([misfit, cells.map(({ text }) => text)]);
  return { line, fate: textsOf(first) === textsOf(line) ? 'placed' : 'lost', target: null, edits: [] };
}

function placedLine(text: string, line: TableLine, target: Table | null): PlacedLine {
  if (line.kind !== 'value') {
    const holds =
      (line.kind === 'unknown' && line.values.length > 0) || (line.kind === 'group' && line.surplus.length > 0);
    return { line, fate: holds ? 'lost' : 'placed', target: null, edits: [] };
  }
  const row = target?.rows.get(line.row.id);
  if (!row || row.misfit || line.misfit) {
    const missing = !row && !line.misfit && target && hasRow(target.definition, line.row.id);
    return { line, fate: missing ? 'missing' : 'lost', target: null, edits: [] };
  }
  const values = line.cells.filter(({ text: value }) => value !== '');
  const places = values.map(({ column }) => row.cells.find((cell) => cell.column.id === column.id));
  const edits = values.flatMap(({ text: value }, i): Edit[] => {
    const cell = places[i];
    return cell && value !== cell.text ? [fill(text, cell.node, value)] : [];
  });
  const lost = places.includes(undefined);
  return { line, fate: lost ? 'lost' : 'placed', target: places.some((cell) => cell) ? target : null, edits };
}

function hasRow({ blocks }: FormTable, id: string): boolean {
  return blocks.some(({ lines }) => lines.some((line) => line.kind === 'row' && line.id === id));
}

/** Rows of numbers in the rows of the table from the cursor's on, where they are as wide as these. */
function filledFrom(
  snapshot: Snapshot,
  table: Table,
  range: Range,
  rows: Rows,
  language: Language,
): PastedTable | null {
  const all = valueRows(table);
  const first = all.findIndex((row) => row.line.number === range.start.line);
  const targets = all.slice(first, first + rows.length);
  const fits =
    first >= 0 && targets.length === rows.length && targets.every(({ cells }, i) => cells.length === rows[i]?.length);
  if (!fits || rows.every((row) => row.length < 2)) return null;
  const edits = targets.flatMap(({ cells }, i) =>
    cells.flatMap((cell, column): Edit[] => {
      const text = rows[i]?.[column] ?? '';
      return text === '' || text === cell.text ? [] : [fill(snapshot.text, cell.node, text)];
    }),
  );
  return edits.length === 0
    ? null
    : asPaste(snapshot, [table], edits, { table, rows: [], comments: [] }, range, language);
}

interface Remainder {
  /** The table at the cursor. */
  readonly table: Table;
  /** Rows for its end. */
  readonly rows: readonly string[];
  /** Rows for comments above it. */
  readonly comments: readonly string[];
}

function asPaste(
  snapshot: Snapshot,
  tables: readonly Table[],
  edits: readonly Edit[],
  { table, rows, comments }: Remainder,
  range: Range,
  language: Language,
): PastedTable {
  const eol = lineBreak(snapshot.text);
  const insertion = (at: number, text: string): readonly Edit[] =>
    text === '' ? [] : [{ span: { start: at, end: at }, text }];
  const revision = Revision.of(snapshot.text).with([
    ...insertion(table.span.start, comments.map((row) => `// 粘贴的表里没有对上的行：${row}${eol}`).join('')),
    ...edits,
    ...insertion(table.span.end, rows.map((row) => eol + row).join('')),
  ]);
  const ids = tables.map(({ definition }) => definition.id);
  const all = tidied(revision, snapshot.report.forms, (each) => ids.includes(each.definition.id)).edits();
  const cursor = spanOf(snapshot.lines, range).start;
  return {
    title: titleOf(tables, edits.length, language),
    insertText: '',
    edits: textEdits(
      snapshot,
      all.flatMap((edit) => partedAt(edit, cursor)),
    ),
    note: null,
  };
}

/** An edit as two that meet at an offset inside it: the paste itself is an edit there, and none may overlap it. */
function partedAt(edit: Edit, at: number): readonly Edit[] {
  const { start, end } = edit.span;
  if (at <= start || at >= end) return [edit];
  return [
    { span: { start, end: at }, text: edit.text },
    { span: { start: at, end }, text: '' },
  ];
}
