import { agreedTexts } from '../../figures/agreed-texts.ts';
import type { FormTable } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { knownCorners, knownLabels, type LabelStyle, labelIn } from '../../forms/labels.ts';
import { type Decision, decide } from '../../recognise/decide.ts';
import type { ReadingLine, Stretch, TablePart } from '../../recognise/reading.ts';
import { type Stream, sourceTexts } from '../../recognise/stream.ts';
import type { Table, ValueRow } from '../../report/report.ts';
import { boundTableMarkup, type RowChoice, type RowText, strayHeads } from '../../report/report-markup.ts';
import { canonical } from '../../text/canonical.ts';
import { notes, openComment } from '../assembly-notes.ts';
import { joinLines } from '../joined-lines.ts';
import { leftOpen, numbersAmong } from '../number-count.ts';
import type { RawRows } from '../rows/head-rows.ts';
import { headedRows } from '../rows/headed-rows.ts';
import { bindRows } from '../rows/readings.ts';
import { type Disputed, rowKey } from '../rows/second-opinion.ts';
import { type Suspicion, suspectRows } from '../rows/suspect-rows.ts';
import { isExtraRow, looseLines, type TableText, type TableTextOptions } from '../rows/table-text.ts';
import type { ImportNote } from '../source.ts';

/** Writes a table that was recognised: its canonical form, what is doubtful in comments above its row, and in their places the lines that belong to none. */
export function recognisedTableText(
  stream: Stream,
  found: TablePart,
  year: number | null,
  { labels, unknowable, disputed = new Map() }: TableTextOptions,
): TableText {
  const { lines, decisions: decided, given, runs } = decide(stream, found, unknowable);
  const added = headedRowsOf(stream, found);
  const decisions = added.length > 0 ? allOpen(decided) : decided;
  const repeated = repeatedHeads(stream, found);
  const stray = strayIn(stream, found.table, repeated);
  const part = { ...found, lines: lines.filter((line) => !repeated.includes(line)) };
  const own = part.lines.map((line) => rowsOf(stream, line, part, decisions.get(line)));
  const rows = [...own.flat(), ...added];
  const { parts } = bindRows(rows, part.table.id, year, unknowable);
  const tables = parts.filter((each): each is Table => 'definition' in each);
  const doubtful = new Set(
    [...decisions].flatMap(([line, { kind }]) => (kind === 'doubtful' ? rowsOn(line, found.table) : [])),
  );
  const isOtherForm = year !== null && isOfOtherForm(found, year);
  const besides = new Map(
    tables
      .flatMap((table): readonly (readonly [ValueRow, Suspicion | null])[] => [
        ...disputedIn(table, disputed).map((row) => [row, null] as const),
        ...(isOtherForm ? valued(table).map((row) => [row, 'columns'] as const) : []),
        ...suspectRows(table, { isOpen: ({ row }) => doubtful.has(row.id), isTorn: true }),
      ])
      .filter(([{ row }]) => !doubtful.has(row.id))
      .map(([row, suspicion]) => [row, doubtOf(row, part.table, suspicion, disputed)]),
  );
  const choose = doubtsOf(stream, part, decisions, besides);
  // A row in doubt that was bound to no table has its comment as well.
  const commentsAbove = (row: readonly string[]): readonly string[] => {
    const line = part.lines[own.findIndex((each) => each.includes(row))];
    const decision = line && decisions.get(line);
    if (!line || decision?.kind !== 'doubtful') return [];
    return commentsOf(stream, part, line, decision).map(([, comment]) => `// ${comment}`);
  };
  const written = parts.map((each) =>
    'definition' in each ? boundTableMarkup(each, labels, choose) : [...commentsAbove(each), ...looseLines(each)],
  );
  const loose = parts.flatMap((each) => ('definition' in each ? [] : looseLines(each)));
  const inRuns = numbersAmong([...runs].flatMap(({ cells }) => cells));
  return {
    lines: written.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines])),
    tables,
    extraRows: tables.flatMap((table) => table.lines.filter(isExtraRow).map(({ label }) => label?.text ?? '')),
    notes: [
      ...notesOf(part, decisions, labels),
      ...tables.flatMap(headNotes),
      ...(stray.length > 0 ? [notes.strayHeadsOfTables(stray)] : []),
    ],
    loose,
    isParted: false,
    numbers: countOf(given, decisions, besides, inRuns),
  };
}

function disputedIn({ definition, rows }: Table, disputed: Disputed): readonly ValueRow[] {
  return [...rows.values()].filter(({ row }) => disputed.has(rowKey(definition.id, row.id)));
}

/** The ids of the rows that stand on a line. */
function rowsOn({ kind, line }: ReadingLine, table: FormTable): readonly string[] {
  return kind === 'wide' ? table.rows.map(({ row }) => row.id) : line ? [line.line.id] : [];
}

/** The rows that have a value. */
function valued({ rows }: Table): readonly ValueRow[] {
  return [...rows.values()].filter(({ cells }) => cells.some(({ text }) => text !== ''));
}

/** Whether a table is of another form than that of the year, and doesn't fit it either: lost blanks look like fewer columns. */
function isOfOtherForm({ table, lines }: TablePart, year: number): boolean {
  const own = standardForms()
    .forYear(year)
    ?.tables.find(({ id }) => id === table.id);
  if (!own || own.places.length === table.places.length) return false;
  return lines.some(({ kind, line, cells }) => {
    const count = line ? (table.row(line.line.id)?.columns.length ?? 0) : 0;
    return kind === 'loose' || (count > 0 && cells.length > 0 && cells.length !== count);
  });
}

/** Rows whose labels are among the heads alone; the values below these may be theirs as well as the row's that stands before. */
function headedRowsOf(stream: Stream, { table, lines }: TablePart): RawRows {
  const texts = lines.flatMap(({ labels }) => labels.map((label) => labelText(stream, label)));
  const isWide = lines.some(({ kind }) => kind === 'wide');
  const rows = isWide ? table.rows.map(({ row }) => row.id) : lines.flatMap(({ line }) => line?.line.id ?? []);
  return headedRows(table, texts, new Set(rows));
}

function allOpen(decisions: ReadonlyMap<ReadingLine, Decision>): ReadonlyMap<ReadingLine, Decision> {
  const open = ({ kind, values }: Decision): Decision => ({
    kind: kind === 'empty' ? kind : 'doubtful',
    values: values.map(() => ''),
    readings: [],
  });
  return new Map([...decisions].map(([line, decision]) => [line, open(decision)]));
}

/** The heads above later rows that come again, or read what the form doesn't have. */
function repeatedHeads(stream: Stream, part: TablePart): readonly ReadingLine[] {
  const { table, lines } = part;
  const first = lines.findIndex(({ kind, cells }) => kind !== 'heads' && cells.length > 0);
  return lines.filter((line, i) => {
    if (line.kind !== 'heads' || first < 0 || i < first) return false;
    return table.blocks.length === 1 || strayIn(stream, table, [line]).length > 0;
  });
}

/** What heads read that the form doesn't have. */
function strayIn(stream: Stream, table: FormTable, heads: readonly ReadingLine[]): readonly string[] {
  const forms = [
    ...table.columns.flatMap(knownLabels),
    ...table.blocks.flatMap(knownCorners),
    ...table.headLines.flat(),
  ];
  const known = new Set(forms.map((text) => canonical(text)));
  const texts = heads.flatMap(({ labels }) => labels.map((label) => labelText(stream, label)));
  return [...new Set(texts)].filter((text) => text !== '' && !known.has(canonical(text)));
}

function rowsOf(
  stream: Stream,
  { kind, labels, line, cells }: ReadingLine,
  { table }: TablePart,
  decision: Decision | undefined,
): RawRows {
  const texts = labels.map((label) => labelText(stream, label));
  if (kind === 'wide' && decision && decision.kind !== 'read' && decision.kind !== 'inferred')
    return table.rows.map(({ row }) => [row.label, ...ofRow(decision.values, row.id, table)]);
  // A misspelt label without values is not to be taken for a heading.
  if (line && decision?.values.every((value) => value === ''))
    return [[...texts.slice(0, -1), line.line.label, ...decision.values]];
  if (decision) return [[...texts, ...decision.values]];
  return line || cells.some((cell) => cell !== '') || texts.length > 0 ? [[...texts, ...cells]] : [];
}

/** Those of the values of all rows side by side that are of one. */
function ofRow(values: readonly string[], row: string, { wideRow }: FormTable): readonly string[] {
  return values.filter((_, i) => wideRow[i]?.row.id === row);
}

/** The comments above the rows that are doubtful, each given once, and what `besides` has for others. */
function doubtsOf(
  stream: Stream,
  part: TablePart,
  decisions: ReadonlyMap<ReadingLine, Decision>,
  besides: ReadonlyMap<ValueRow, RowText>,
): RowChoice {
  const comments = new Map<string, string[]>();
  for (const [line, decision] of decisions) {
    if (decision.kind !== 'doubtful') continue;
    for (const [row, comment] of commentsOf(stream, part, line, decision))
      comments.set(row, [...(comments.get(row) ?? []), comment]);
  }
  return (bound) => {
    const { row, cells, block } = bound;
    const own = comments.get(row.id);
    comments.delete(row.id);
    if (!own) return besides.get(bound) ?? null;
    return { values: cells.length > 0 ? cells.map(({ text }) => text) : block.columns.map(() => ''), comments: own };
  };
}

/** The comments above the rows of a line that is in doubt, by the ids of these; where it has several and nothing is known of them, above the first. */
function commentsOf(
  stream: Stream,
  { table }: TablePart,
  line: ReadingLine,
  { readings }: Decision,
): readonly (readonly [string, string])[] {
  const found = line.cells;
  const rows = rowsOn(line, table).flatMap((id) => table.row(id) ?? []);
  const [first] = rows;
  if (!first) return [];
  if (line.kind !== 'wide' || readings.length === 0) {
    const label = line.kind === 'wide' ? rows.map(({ row }) => row.label).join('、') : labelOf(stream, line);
    return [[first.row.id, openComment({ label, found, columns: first.columns, readings })]];
  }
  return rows.map(({ row, columns }) => {
    const own = readings.map((values) => ofRow(values, row.id, table));
    return [row.id, openComment({ label: row.label, found, columns, readings: own })];
  });
}

/** A row of which nothing is taken for certain, or, without a suspicion, only what its readings have in common. */
function doubtOf(bound: ValueRow, table: FormTable, suspicion: Suspicion | null, disputed: Disputed): RowText {
  const { row, block } = bound;
  const columns = table.columnsOf(block);
  const readings = suspicion ? [] : (disputed.get(rowKey(table.id, row.id)) ?? []);
  const doubt = { label: row.label, found: valueTexts(bound), columns, readings };
  return { values: agreedTexts(readings, columns.length), comments: [openComment(doubt, suspicion)] };
}

function valueTexts({ misfit, cells }: ValueRow): readonly string[] {
  return (misfit?.found ?? cells).map(({ text }) => text);
}

function labelOf(stream: Stream, { labels }: ReadingLine): string {
  return labels.map((label) => labelText(stream, label)).join('');
}

/** A label or title without the marks of Markdown around it. */
export function labelText(stream: Stream, { from, to }: Stretch): string {
  return joinLines(sourceTexts(stream, from, to)).replace(/^[#*\s]+|[#*\s]+$/g, '');
}

/** `inRuns`: how many numbers stand in runs that were found to belong to a row. */
function countOf(
  given: readonly ReadingLine[],
  decisions: ReadonlyMap<ReadingLine, Decision>,
  besides: ReadonlyMap<ValueRow, RowText>,
  inRuns: number,
): TableText['numbers'] {
  const open = [
    ...[...decisions].flatMap(([{ cells }, { kind, values }]) =>
      kind === 'doubtful' ? [leftOpen(numbersAmong(cells), numbersAmong(values))] : [],
    ),
    ...[...besides].map(([row, { values }]) => leftOpen(numbersAmong(valueTexts(row)), numbersAmong(values))),
  ];
  const inferred = [...decisions].filter(([{ cells }, { kind }]) => kind === 'inferred' && cells.length > 0);
  const parted = inferred.map(([{ cells }, { values }]) => numbersAmong(values) - numbersAmong(cells));
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    found: numbersAmong(given.flatMap(({ cells }) => cells)) + sum([...parted, ...open.map((own) => own.parted)]),
    commented: inRuns - placedFromRuns(decisions) + sum(open.map(({ commented }) => commented)),
    unread: 0,
  };
}

/** How many numbers rows have that had none behind their labels. */
function placedFromRuns(decisions: ReadonlyMap<ReadingLine, Decision>): number {
  return numbersAmong(
    [...decisions].flatMap(([{ cells }, { kind, values }]) => {
      const hasNone = kind === 'inferred' ? cells.length === 0 : kind === 'doubtful' && numbersAmong(cells) === 0;
      return hasNone ? values : [];
    }),
  );
}

function notesOf(
  { table }: TablePart,
  decisions: ReadonlyMap<ReadingLine, Decision>,
  style: LabelStyle,
): readonly ImportNote[] {
  const labelsOf = (wanted: Decision['kind']): readonly string[] =>
    [...decisions].flatMap(([{ line }, { kind }]) =>
      kind !== wanted ? [] : line ? [labelIn(style, line.line)] : table.rows.map(({ row }) => labelIn(style, row)),
    );
  const [inferred, doubtful, empty] = [labelsOf('inferred'), labelsOf('doubtful'), labelsOf('empty')];
  return [
    ...(inferred.length > 0 ? [notes.inferred(table, inferred)] : []),
    ...(doubtful.length > 0 ? [notes.doubtful(table, doubtful)] : []),
    ...(empty.length > 0 ? [notes.empty(table, empty)] : []),
  ];
}

function headNotes(table: Table): readonly ImportNote[] {
  const heads = strayHeads(table);
  return heads.length > 0 ? [notes.strayHeads(table.definition, heads)] : [];
}
