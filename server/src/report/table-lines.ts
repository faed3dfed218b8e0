import type { BlockDefinition, ColumnDefinition, RowDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { cornerIn, labelStyles } from '../forms/labels.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { isPlainCount, readCell } from '../text/cell-value.ts';
import { bindHeads, isNearHead } from './heads.ts';
import { type LabelIndex, labelIndex } from './label-index.ts';
import type { BoundLabel, Cell, HeaderRow, TableLine, UnknownRow, ValueRow } from './report.ts';
import { bindCell, misfit, valueStarts } from './table-values.ts';
import { startsOf } from './value-starts.ts';

/** A place in the official form that holds a value. */
interface Place {
  readonly row: RowDefinition;
  readonly column: ColumnDefinition;
}

/** A row with its labels read and its values not yet given to columns. */
interface Draft {
  readonly kind: 'draft';
  readonly line: RowLine;
  readonly labels: readonly BoundLabel[];
  /** Values before the labels, where none belongs. */
  readonly astray: readonly CellNode[];
  /** Where the cells after the labels begin. */
  readonly from: number;
  readonly places: readonly Place[];
}

/** Below so many rows that are none of the form's, nobody looks any more for what their labels may be misspelt of. */
const MOST_UNKNOWN = 500;

/** Binds the lines of one table to a form. Each line gives one table line, a row of several official rows (`disputes`) several. */
export function bindLines(
  lines: readonly RowLine[],
  table: FormTable,
  extraRows: ReadonlySet<string>,
): readonly TableLine[] {
  const index = labelIndex(table);
  const wide = table.wideRow;
  const exact: LabelIndex = { ...index, near: () => null };
  let unknown = 0;
  const drafts: (TableLine | Draft)[] = [];
  let block: BlockDefinition | null = table.blocks.length === 1 ? (table.blocks[0] ?? null) : null;
  for (const line of lines) {
    const draft = readLine(line, unknown < MOST_UNKNOWN ? index : exact, block, wide, drafts);
    if (draft.kind === 'header') block = draft.block ?? block;
    if (draft.kind === 'unknown') unknown++;
    drafts.push(draft.kind === 'unknown' ? { ...draft, declared: isDeclared(draft, extraRows) } : draft);
  }
  const starts = drafts.every((draft) => draft.kind !== 'draft' || isFull(draft))
    ? null
    : startsOfDrafts(drafts, table);
  const bound: TableLine[] = [];
  for (const draft of drafts) {
    if (draft.kind !== 'draft') bound.push(draft);
    else for (const row of placeValues(draft, table, starts ? (starts.get(draft) ?? null) : 0)) bound.push(row);
  }
  return bound;
}

/** Whether a row has just the cells that its values take. */
function isFull({ line, from, places }: Draft): boolean {
  return line.cells.length - from === places.length;
}

function startsOfDrafts(drafts: readonly (TableLine | Draft)[], table: FormTable): ReadonlyMap<Draft, number | null> {
  const [wide, labelled] = [true, false].map((isWide) =>
    drafts.filter((draft): draft is Draft => draft.kind === 'draft' && (draft.labels.length === 0) === isWide),
  );
  const rows = (labelled ?? []).map((draft) => ({
    cells: draft.line.cells.slice(draft.from),
    from: draft.from,
    count: draft.places.length,
    depth: depthOf(draft, table),
  }));
  const headers = drafts.flatMap((draft) =>
    draft.kind === 'header' ? [{ cells: draft.line.cells, heads: draft.heads }] : [],
  );
  const starts = startsOf(rows, headers, table);
  return new Map([
    ...(labelled ?? []).map((draft, i): [Draft, number | null] => [draft, starts[i] ?? null]),
    ...(wide ?? []).map((draft): [Draft, number | null] => [
      draft,
      valueStarts(draft.line.cells, draft.places.length)[0] ?? null,
    ]),
  ]);
}

function isDeclared(row: UnknownRow, extraRows: ReadonlySet<string>): boolean {
  return row.label !== null && extraRows.has(canonical(row.label.text));
}

function readLine(
  line: RowLine,
  index: LabelIndex,
  block: BlockDefinition | null,
  wide: readonly Place[],
  before: readonly (TableLine | Draft)[],
): TableLine | Draft {
  const shown = line.cells.filter((cell) => cell.text !== '');
  if (shown.length === 0) {
    const awaited = line.cells.length >= wide.length && before.at(-1)?.kind === 'header';
    return wide.length > 0 && awaited ? wideDraft(line, wide) : { kind: 'blank', line };
  }
  if (isHeader(shown, index)) return headerRow(line, index, block);
  const { labels, astray, from } = readLabels(line, index, groupOf(before.at(-1)));
  const last = labels.at(-1)?.definition;
  if (last?.kind === 'row') return { kind: 'draft', line, labels, astray, from, places: placesOf(last, index) };
  const surplus = line.cells.slice(from).filter((cell) => cell.text !== '');
  if (last?.kind === 'group' && !isTextCell(surplus[0])) return { kind: 'group', line, group: last, labels, surplus };
  if (labels.length === 0 && wide.length > 0 && isWide(line, shown, wide)) return wideDraft(line, wide);
  return unknownRow(line, from);
}

function wideDraft(line: RowLine, places: readonly Place[]): Draft {
  return { kind: 'draft', line, labels: [], astray: [], from: 0, places };
}

/** Whether a line without labels is meant as the row that has none: as many cells, or more values than a labelled row has. */
function isWide({ cells }: RowLine, shown: readonly CellNode[], wide: readonly Place[]): boolean {
  if (isTextCell(shown[0])) return false;
  return shown.length > wide.length / 2 || (cells.length >= wide.length && !shown.some(isTextCell));
}

function isTextCell(cell: CellNode | undefined): boolean {
  return cell !== undefined && readCell(cell.text).kind === 'text';
}

function placesOf(row: RowDefinition, index: LabelIndex): readonly Place[] {
  return index.table.derived(placesByRow).get(row.id) ?? [];
}

function placesByRow({ places }: FormTable): ReadonlyMap<string, readonly Place[]> {
  return Map.groupBy(places, ({ row }) => row.id);
}

function isHeader(shown: readonly CellNode[], index: LabelIndex): boolean {
  const isHead = (text: string): boolean => index.heads.has(text);
  const first = canonical(shown[0]?.text ?? '');
  const isRow = index.rows.has(first);
  if (isRow && !isHead(first)) return false;
  if (shown.some(({ text }) => isPlainCount(text) || readCell(text).kind === 'number')) return false;
  const texts = shown.map((cell) => canonical(cell.text));
  if (isRow && !texts.slice(1).some(isHead)) return false;
  if (texts.some(isHead)) return true;
  const near = texts.filter((text) => isNearHead(text, index)).length;
  return near > 0 && near * 2 >= texts.length && index.near(first) === null;
}

function headerRow(line: RowLine, index: LabelIndex, current: BlockDefinition | null): HeaderRow {
  const texts = line.cells.map((cell) => canonical(cell.text));
  const blocks = index.table.blocks;
  const corners = (each: BlockDefinition) => labelStyles.map((style) => cornerIn(style, each)).filter(Boolean);
  const byCorner = blocks.find((each) => corners(each).some((corner) => texts.includes(canonical(corner))));
  const block = byCorner ?? current ?? (blocks.length === 1 ? (blocks[0] ?? null) : null);
  return { kind: 'header', line, block, heads: bindHeads(line, index, block) };
}

/** The group in which a line stands that begins with no group's label: that of the line above it, or that line itself. */
function groupOf(above: TableLine | Draft | undefined): string | null {
  if (above?.kind === 'group') return above.group.id;
  return above?.kind === 'draft' ? (above.labels.at(-1)?.definition.parent ?? null) : null;
}

/**
 * The labels at the start of a line that stands in a group, and where the cells after them begin. Numbers before the label of a row
 * of the form are its own, astray.
 */
function readLabels(line: RowLine, index: LabelIndex, group: string | null): Pick<Draft, 'labels' | 'astray' | 'from'> {
  const labels: BoundLabel[] = [];
  const astray = numbersBefore(line, index);
  let from = 0;
  for (const [i, cell] of line.cells.entries()) {
    if (cell.text === '' || astray.includes(cell)) continue;
    if (readCell(cell.text).kind !== 'text') break;
    const text = canonical(cell.text);
    const above = labels.at(-1)?.definition.id ?? group;
    const found = index.rows.get(text) ?? (above === null ? null : index.under(above, text)) ?? index.near(text, above);
    if (!found) break;
    labels.push({ cell, ...found });
    from = i + 1;
    if (found.definition.kind === 'row') break;
  }
  return { labels, astray, from };
}

/** The numbers before a label that the form has for a row. */
function numbersBefore({ cells }: RowLine, index: LabelIndex): readonly CellNode[] {
  const at = cells.findIndex((cell) => cell.text !== '' && readCell(cell.text).kind === 'text');
  const isLabel = at > 0 && index.rows.get(canonical(cells[at]?.text ?? ''))?.definition.kind === 'row';
  return isLabel ? cells.slice(0, at).filter((cell) => cell.text !== '') : [];
}

function unknownRow(line: RowLine, from: number): UnknownRow {
  const rest = line.cells.slice(from).filter((cell) => cell.text !== '');
  const label = rest.find((cell) => isTextCell(cell)) ?? null;
  return { kind: 'unknown', line, label, declared: false, values: rest.filter((cell) => cell !== label) };
}

/** How many groups stand above a row that has a label. */
function depthOf({ labels }: Draft, table: FormTable): number {
  return table.groupsAbove(labels.at(-1)?.definition.id ?? '').length;
}

function placeValues(draft: Draft, table: FormTable, start: number | null): readonly ValueRow[] {
  const { cells } = draft.line;
  const { length } = draft.places;
  if (start === null || draft.astray.length > 0)
    return valueRows(draft, table, [], misfit([...draft.astray, ...cells.slice(draft.from)], length));
  const first = draft.from + start;
  return valueRows(draft, table, cells.slice(first, first + length), null);
}

function valueRows(
  draft: Draft,
  table: FormTable,
  nodes: readonly CellNode[],
  wrong: ValueRow['misfit'],
): readonly ValueRow[] {
  const rows: ValueRow[] = [];
  let row: RowDefinition | null = null;
  let cells: Cell[] = [];
  for (const [i, place] of draft.places.entries()) {
    if (place.row !== row) {
      row = place.row;
      cells = [];
      const block = table.blockOf(row.id);
      const { line, labels } = draft;
      if (block) rows.push({ kind: 'value', line, row, block, labels, cells, misfit: wrong });
    }
    const node = nodes[i];
    if (node) cells.push(bindCell(node, row, place.column));
  }
  return rows;
}
