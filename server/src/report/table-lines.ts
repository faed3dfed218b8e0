import type { BlockDefinition, ColumnDefinition, RowDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { readCell } from '../text/cell-value.ts';
import { bindHeads, isNearHead } from './heads.ts';
import { type LabelIndex, labelIndex } from './label-index.ts';
import type { BoundLabel, Cell, HeaderRow, TableLine, UnknownRow, ValueRow } from './report.ts';
import { bindCell, misfit, valueStarts } from './table-values.ts';

/** A row stands under two groups at most. */
const DEPTHS = 3;

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
  /** Where the cells after the labels begin. */
  readonly from: number;
  readonly places: readonly Place[];
}

/** Binds the lines of one table to a form. Each line gives one table line, a row of several official rows (`disputes`) several. */
export function bindLines(
  lines: readonly RowLine[],
  table: FormTable,
  extraRows: ReadonlySet<string>,
): readonly TableLine[] {
  const index = labelIndex(table);
  const wide = table.wideRow;
  const drafts: (TableLine | Draft)[] = [];
  let block: BlockDefinition | null = table.blocks.length === 1 ? (table.blocks[0] ?? null) : null;
  for (const line of lines) {
    const draft = readLine(line, index, block, wide, drafts);
    if (draft.kind === 'header') block = draft.block ?? block;
    drafts.push(draft.kind === 'unknown' ? { ...draft, declared: isDeclared(draft, extraRows) } : draft);
  }
  const starts = startHabits(drafts, table);
  return drafts.flatMap((draft): readonly TableLine[] =>
    draft.kind === 'draft' ? placeValues(draft, table, starts) : [draft],
  );
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
  const { labels, from } = readLabels(line, index);
  const last = labels.at(-1)?.definition;
  if (last?.kind === 'row') return { kind: 'draft', line, labels, from, places: placesOf(last, index) };
  const surplus = line.cells.slice(from).filter((cell) => cell.text !== '');
  if (last?.kind === 'group' && !isTextCell(surplus[0])) return { kind: 'group', line, group: last, labels, surplus };
  if (labels.length === 0 && wide.length > 0 && isWide(line, shown, wide)) return wideDraft(line, wide);
  return unknownRow(line, from);
}

function wideDraft(line: RowLine, places: readonly Place[]): Draft {
  return { kind: 'draft', line, labels: [], from: 0, places };
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
  return (index.table.row(row.id)?.columns ?? []).map((column) => ({ row, column }));
}

function isHeader(shown: readonly CellNode[], index: LabelIndex): boolean {
  const isHead = (text: string): boolean => index.heads.has(text);
  const first = canonical(shown[0]?.text ?? '');
  const isRow = index.rows.has(first);
  if (isRow && !isHead(first)) return false;
  const texts = shown.map((cell) => canonical(cell.text));
  if (isRow && !texts.slice(1).some(isHead)) return false;
  if (shown.some((cell) => readCell(cell.text).kind === 'number')) return false;
  if (texts.some(isHead)) return true;
  const near = texts.filter((text) => isNearHead(text, index)).length;
  return near > 0 && near * 2 >= texts.length && index.near(first) === null;
}

function headerRow(line: RowLine, index: LabelIndex, current: BlockDefinition | null): HeaderRow {
  const texts = line.cells.map((cell) => canonical(cell.text));
  const blocks = index.table.blocks;
  const byCorner = blocks.find((block) => block.corner !== '' && texts.includes(canonical(block.corner)));
  const block = byCorner ?? current ?? (blocks.length === 1 ? (blocks[0] ?? null) : null);
  return { kind: 'header', line, block, heads: bindHeads(line, index, block) };
}

/** The labels at the start of a line, and where the cells after them begin. */
function readLabels(
  line: RowLine,
  index: LabelIndex,
): { readonly labels: readonly BoundLabel[]; readonly from: number } {
  const labels: BoundLabel[] = [];
  let from = 0;
  for (const [i, cell] of line.cells.entries()) {
    if (cell.text === '') continue;
    if (readCell(cell.text).kind !== 'text') break;
    const text = canonical(cell.text);
    const found = index.rows.get(text) ?? index.near(text);
    if (!found) break;
    labels.push({ cell, ...found });
    from = i + 1;
    if (found.definition.kind === 'row') break;
  }
  return { labels, from };
}

function unknownRow(line: RowLine, from: number): UnknownRow {
  const rest = line.cells.slice(from).filter((cell) => cell.text !== '');
  const label = rest.find((cell) => isTextCell(cell)) ?? null;
  return { kind: 'unknown', line, label, declared: false, values: rest.filter((cell) => cell !== label) };
}

/** How the rows of a table place their values where nothing leaves a choice. */
interface StartHabits {
  /** Groups above the row → how far after its label the values begin: merged cells fill up what the groups leave free. */
  readonly byDepth: ReadonlyMap<number, number | null>;
  /** Cells on the line → where the values begin on it. */
  readonly byWidth: ReadonlyMap<number, number | null>;
  /** Where they begin on every line, if that is the same place: then the table is a grid. */
  readonly everywhere: number | null;
}

function startHabits(drafts: readonly (TableLine | Draft)[], table: FormTable): StartHabits {
  const byDepth = new Map<number, number | null>();
  const byWidth = new Map<number, number | null>();
  const places = new Set<number>();
  for (const draft of drafts) {
    if (draft.kind !== 'draft') continue;
    const starts = valueStarts(draft.line.cells.slice(draft.from), draft.places.length);
    const [start] = starts;
    if (starts.length !== 1 || start === undefined) continue;
    note(byDepth, depthOf(draft, table), start);
    note(byWidth, draft.line.cells.length, draft.from + start);
    if (draft.line.cells[draft.from + start]?.text !== '') places.add(draft.from + start);
  }
  const [place] = places;
  return { byDepth: continued(byDepth), byWidth, everywhere: places.size === 1 && place !== undefined ? place : null };
}

/** Merged cells fill up what fewer groups leave free: what two depths tell holds for those of which no row tells. */
function continued(byDepth: ReadonlyMap<number, number | null>): ReadonlyMap<number, number | null> {
  const known = [...byDepth].filter((each): each is [number, number] => each[0] >= 0 && each[1] !== null);
  const [first, second] = known;
  if (!first || !second) return byDepth;
  const slope = (second[1] - first[1]) / (second[0] - first[0]);
  const all = new Map(byDepth);
  for (let depth = 0; depth < DEPTHS; depth++) {
    const start = first[1] + slope * (depth - first[0]);
    if (!all.has(depth) && Number.isInteger(start) && start >= 0) all.set(depth, start);
  }
  return all;
}

/** What is done in two ways is no habit. */
function note(habits: Map<number, number | null>, key: number, value: number): void {
  habits.set(key, (habits.get(key) ?? value) === value && habits.get(key) !== null ? value : null);
}

/** How many groups stand above the row; -1 for the row without a label. */
function depthOf({ labels }: Draft, table: FormTable): number {
  const row = labels.at(-1)?.definition;
  return row?.kind === 'row' ? table.groupsAbove(row.id).length : -1;
}

function placeValues(draft: Draft, table: FormTable, habits: StartHabits): readonly ValueRow[] {
  const rest = draft.line.cells.slice(draft.from);
  const starts = valueStarts(rest, draft.places.length);
  const byDepth = habits.byDepth.get(depthOf(draft, table));
  const byWidth = habits.byWidth.get(draft.line.cells.length);
  const start =
    starts.find((each) => each === byDepth) ?? starts.find((each) => draft.from + each === byWidth) ?? starts[0];
  const cells =
    start === undefined || isShort(draft, start, habits) ? null : rest.slice(start, start + draft.places.length);
  const wrong = cells ? null : misfit(rest, draft.places.length);
  return valueRows(draft, table, cells ?? [], wrong);
}

/** Whether the first value would be a blank that in the grid of the other rows pads a merged label: a value is then lost. */
function isShort(draft: Draft, start: number, { everywhere }: StartHabits): boolean {
  const first = draft.from + start;
  return everywhere !== null && first < everywhere && draft.line.cells[first]?.text === '';
}

function valueRows(
  draft: Draft,
  table: FormTable,
  nodes: readonly CellNode[],
  wrong: ValueRow['misfit'],
): readonly ValueRow[] {
  const cellsByRow = new Map<RowDefinition, Cell[]>();
  draft.places.forEach((place, i) => {
    const cells = cellsByRow.get(place.row) ?? [];
    cellsByRow.set(place.row, cells);
    const node = nodes[i];
    if (node) cells.push(bindCell(node, place.row, place.column));
  });
  return [...cellsByRow].flatMap(([row, cells]): ValueRow[] => {
    const block = table.blockOf(row.id);
    return block ? [{ kind: 'value', line: draft.line, row, block, labels: draft.labels, cells, misfit: wrong }] : [];
  });
}
