// A table as published, with merged cells and heads in several lines, written in the canonical form.
import type { BlockDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { type LabelStyle, labelIn } from '../forms/labels.ts';
import type { Edit } from '../text/edit.ts';
import type { Localized } from '../text/language.ts';
import { deleteWithBreakBefore, lineBreak } from '../text/line-breaks.ts';
import { overlap } from '../text/span.ts';
import { lineWriter, type PlacedRow } from './align.ts';
import type { BoundLabel, Head, Report, Table, TableLine, UnknownRow, ValueRow } from './report.ts';
import { headRow, looseRow, placedRow } from './table-rows.ts';
import { valueStarts } from './table-values.ts';
import { lineLabel } from './written-labels.ts';

export type Canonical =
  /** `changes`: labels alone; rows as well; or even one row, which holds the values of several, into as many. */
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly changes: 'labels' | 'rows' | 'wide-row' }
  /** It is canonical already, but perhaps for its spaces. */
  | { readonly kind: 'same' }
  /** Something would be lost. */
  | { readonly kind: 'loses'; readonly reason: Localized };

/**
 * The edits that write a bound table in the canonical form: one header for each block, one row for each group and row,
 * labels in a style; those of other wordings stay as written, and so do all other texts. Rows that are none of the form's,
 * comments and other lines stay in their places.
 */
export function canonicalTable(report: Report, table: Table, style: LabelStyle): Canonical {
  const reason = conflictIn(report, table) ?? lossIn(table);
  if (reason) return { kind: 'loses', reason };
  const drafts = draftsOf(table, style);
  if (drafts.every((draft) => isSame(draft))) return { kind: 'same' };
  const changes = drafts.every((draft) => isSame(draft, valuesOf)) ? 'labels' : isWide(table) ? 'wide-row' : 'rows';
  return { kind: 'edits', edits: editsOf(report, drafts), changes };
}

/** A line of the table and the rows that take its place; none where it goes. */
interface Draft {
  readonly source: TableLine;
  /** Rows of groups that the line opens: they stand above the comments that belong to the line. */
  readonly groups: readonly PlacedRow[];
  readonly rows: readonly PlacedRow[];
}

function isWide(table: Table): boolean {
  return table.lines.some((line) => line.kind === 'value' && line.labels.length === 0);
}

function conflictIn({ conflicts }: Report, { span }: Table): Localized | null {
  const isInside = conflicts.some((conflict) => overlap(conflict.span, span));
  return isInside ? { zh: '表中有合并冲突，尚未取舍', en: 'there is an unsettled merge conflict in it' } : null;
}

function lossIn(table: Table): Localized | null {
  for (const line of table.lines) {
    const row = line.line.number + 1;
    if (line.kind === 'value' && line.misfit)
      return { zh: `第${row}行的格数与表样不一致`, en: `line ${row} has more or fewer values than the form` };
    if (line.kind === 'group' && line.surplus.length > 0)
      return { zh: `第${row}行是标题行，却有数`, en: `line ${row} is a heading and has values` };
    const unknown = line.kind === 'header' ? line.heads.find(({ official }) => official === null) : undefined;
    if (unknown)
      return { zh: `表样没有「${unknown.cell.text}」这一列`, en: `the form has no column “${unknown.cell.text}”` };
  }
  return null;
}

function draftsOf(table: Table, style: LabelStyle): readonly Draft[] {
  const opened = new Set<string>();
  const lines = table.lines.filter((line, i) => line.line !== table.lines[i - 1]?.line);
  const blocks = blocksOf(lines, table);
  return lines.map((source, i) => ({ source, ...rowsFor(lines, i, blocks[i] ?? null, table, style, opened) }));
}

/** `opened` are the ids of the groups that have their row already. */
function rowsFor(
  lines: readonly TableLine[],
  at: number,
  block: BlockDefinition | null,
  table: Table,
  style: LabelStyle,
  opened: Set<string>,
): Omit<Draft, 'source'> {
  const line = lines[at];
  const { definition } = table;
  const rowOf = (label: BoundLabel | undefined, line: LineDefinition, values: readonly string[] = []): PlacedRow =>
    placedRow([lineLabel(line, style, label, definition), ...values], block);
  const groupRows = (labels: readonly BoundLabel[]): readonly PlacedRow[] =>
    labels.flatMap((label) => {
      if (opened.has(label.definition.id)) return [];
      opened.add(label.definition.id);
      return [rowOf(label, label.definition)];
    });
  switch (line?.kind) {
    case 'header':
      return {
        groups: [],
        rows: lines[at - 1]?.kind === 'header' ? [] : [headerOf(definition, block, style, headsFrom(lines, at))],
      };
    case 'value':
      return line.labels.length === 0
        ? { groups: [], rows: wideRows(table, style, line) }
        : {
            groups: groupRows(line.labels.slice(0, -1)),
            rows: [
              rowOf(
                line.labels.at(-1),
                line.row,
                line.cells.map(({ text }) => text),
              ),
            ],
          };
    case 'group': {
      const groups = groupRows(line.labels.slice(0, -1));
      const own = line.labels.at(-1);
      if (own) opened.add(own.definition.id);
      return { groups, rows: own ? [rowOf(own, own.definition)] : [] };
    }
    case 'unknown':
      return { groups: [], rows: [unknownRow(line, block)] };
    default:
      return { groups: [], rows: [] };
  }
}

/** The blocks that lines belong to: headers to that of the row below them. */
function blocksOf(lines: readonly TableLine[], { definition }: Table): readonly (BlockDefinition | null)[] {
  const below = blocksBelow(lines);
  let before: BlockDefinition | null = null;
  return lines.map((line, i) => {
    if (line.kind === 'value') {
      before = line.block;
      return before;
    }
    if (line.kind !== 'header') return before ?? definition.blocks[0] ?? null;
    const block = below[i] ?? line.block ?? before;
    before = line.block;
    return block;
  });
}

/** For each line the block of the first at or below it that is no header nor blank, null where that is no row with values. */
function blocksBelow(lines: readonly TableLine[]): readonly (BlockDefinition | null)[] {
  let below: BlockDefinition | null = null;
  return lines
    .toReversed()
    .map((line) => {
      if (line.kind === 'value') below = line.block;
      else if (line.kind !== 'header' && line.kind !== 'blank') below = null;
      return below;
    })
    .reverse();
}

/** The heads of a header in one or several lines. */
function headsFrom(lines: readonly TableLine[], at: number): readonly Head[] {
  const end = lines.findIndex((line, i) => i > at && line.kind !== 'header');
  return lines.slice(at, end < 0 ? lines.length : end).flatMap((line) => (line.kind === 'header' ? line.heads : []));
}

function headerOf(
  definition: FormTable,
  block: BlockDefinition | null,
  style: LabelStyle,
  heads: readonly Head[],
): PlacedRow {
  return block ? headRow(definition, block, style, heads) : placedRow([''], block, 'head');
}

/** The rows of the one that holds all values. */
function wideRows(table: Table, style: LabelStyle, { line }: ValueRow): readonly PlacedRow[] {
  return table.lines.flatMap((each): PlacedRow[] =>
    each.kind === 'value' && each.line === line
      ? [placedRow([labelIn(style, each.row), ...each.cells.map(({ text }) => text)], each.block)]
      : [],
  );
}

/** A row that is none of the form's, without the blanks that its merged cells leave around its values. */
function unknownRow({ line, label }: UnknownRow, block: BlockDefinition | null): PlacedRow {
  const count = block?.columns.length ?? 0;
  const first = label ? line.cells.indexOf(label) : -1;
  const texts = line.cells.map(({ text }) => text);
  if (first < 0) return looseRow(texts);
  const rest = line.cells.slice(first + 1);
  const [start = 0] = valueStarts(rest, count);
  const shown = rest.findLastIndex(({ text }) => text !== '');
  const values = shown < 0 ? [] : rest.slice(start, Math.max(start + count, shown + 1)).map(({ text }) => text);
  const before = texts.slice(0, first).filter((text) => text !== '');
  if (values.length === 0) return looseRow([...before, label?.text ?? '']);
  return placedRow([...before, label?.text ?? '', ...values], block, 'values', before.length + 1);
}

/** Whether a line stays as it is, or what `part` gives of it. */
function isSame(
  { source, groups, rows }: Draft,
  part: (texts: readonly string[], of: TableLine) => readonly string[] = (texts) => texts,
): boolean {
  const [row, ...more] = rows;
  if (!row || more.length > 0 || groups.length > 0) return false;
  const written = source.line.cells.map(({ text }) => text);
  const [before, after] = [part(written, source), part(row.texts, source)];
  return written.length === row.texts.length && before.every((text, i) => text === after[i]);
}

/** The texts of a line without its label; of a header none. */
function valuesOf(texts: readonly string[], { kind }: TableLine): readonly string[] {
  return kind === 'header' ? [] : texts.slice(1);
}

function editsOf({ tree }: Report, drafts: readonly Draft[]): readonly Edit[] {
  const eol = lineBreak(tree.text);
  const all = drafts.flatMap(({ groups, rows }) => [...groups, ...rows]);
  const line = lineWriter(all);
  const write = (rows: readonly PlacedRow[]): string => rows.map(line).join(eol);
  return drafts.flatMap(({ source, groups, rows }): Edit[] => {
    const { span, number } = source.line;
    if (rows.length === 0) return [deleteWithBreakBefore(tree.text, span)];
    const replaced = { span, text: write(rows) };
    if (groups.length === 0) return [replaced];
    const at = startOfComments(tree.lines, number) ?? span.start;
    return [{ span: { start: at, end: at }, text: write(groups) + eol }, replaced];
  });
}

/** Where the comments begin that stand right above a line. */
function startOfComments(lines: Report['tree']['lines'], number: number): number | null {
  const above = number - 1 - (lines[0]?.number ?? 0);
  let start: number | null = null;
  for (let i = above; lines[i]?.kind === 'comment' || lines[i]?.kind === 'suppression'; i--) {
    start = lines[i]?.span.start ?? start;
  }
  return start;
}
