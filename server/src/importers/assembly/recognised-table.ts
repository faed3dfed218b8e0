import type { FormTable } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { knownCorners, knownLabels, type LabelStyle, labelIn } from '../../forms/labels.ts';
import { type Decision, decide } from '../../recognise/decide.ts';
import type { ReadingLine, Stretch, TablePart } from '../../recognise/reading.ts';
import { type Stream, sourceTexts } from '../../recognise/stream.ts';
import type { Table, ValueRow } from '../../report/report.ts';
import { boundTableMarkup, type RowChoice, strayHeads } from '../../report/report-markup.ts';
import { canonical } from '../../text/canonical.ts';
import { doubtComment, notes } from '../assembly-notes.ts';
import { joinLines } from '../joined-lines.ts';
import { numbersAmong } from '../number-count.ts';
import type { RawRows } from '../rows/head-rows.ts';
import { headedRows } from '../rows/headed-rows.ts';
import { bindRows } from '../rows/readings.ts';
import { rowKey } from '../rows/second-opinion.ts';
import { suspectRows } from '../rows/suspect-rows.ts';
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
  const rows = [...part.lines.flatMap((line) => rowsOf(stream, line, part, decisions.get(line))), ...added];
  const { parts } = bindRows(rows, part.table.id, year, unknowable);
  const tables = parts.filter((each): each is Table => 'definition' in each);
  const doubtful = new Set(
    [...decisions].flatMap(([{ line }, { kind }]) => (kind === 'doubtful' ? [line?.line.id] : [])),
  );
  const disputedIn = ({ definition, rows }: Table): readonly ValueRow[] =>
    [...rows.values()].filter(({ row }) => !doubtful.has(row.id) && disputed.has(rowKey(definition.id, row.id)));
  const isOtherForm = year !== null && isOfOtherForm(found, year);
  const besides = tables.flatMap((table) => [
    ...new Set([
      ...(isOtherForm ? valued(table).filter(({ row }) => !doubtful.has(row.id)) : []),
      ...suspectRows(table, { isOpen: ({ row }) => doubtful.has(row.id), isTorn: true }),
      ...disputedIn(table),
    ]),
  ]);
  const choose = doubtsOf(stream, part, decisions, new Set(besides), ({ row }) =>
    disputed.get(rowKey(part.table.id, row.id)),
  );
  const written = parts.map((each) =>
    'definition' in each ? boundTableMarkup(each, labels, choose) : looseLines(each),
  );
  const loose = parts.flatMap((each, i) => ('definition' in each ? [] : (written[i] ?? [])));
  const inRuns = numbersAmong([...runs].flatMap(({ cells }) => cells)) - placedFromRuns(decisions);
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
    numbers: {
      found: numbersAmong(given.flatMap(({ cells }) => cells)) + partedIn(decisions),
      commented: commentedIn(decisions) + inRuns + numbersAmong(besides.flatMap(valueTexts)),
    },
  };
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
    return table.rows.map(({ row, columns }) => [row.label, ...columns.map(() => '')]);
  if (decision) return [[...texts, ...decision.values]];
  return line || cells.some((cell) => cell !== '') || texts.length > 0 ? [[...texts, ...cells]] : [];
}

/** The comments above the rows that are doubtful, each given once. */
function doubtsOf(
  stream: Stream,
  part: TablePart,
  decisions: ReadonlyMap<ReadingLine, Decision>,
  stray: ReadonlySet<ValueRow>,
  readingsOf: (row: ValueRow) => readonly (readonly string[])[] | undefined,
): RowChoice {
  const comments = new Map<string, string[]>();
  for (const [line, { kind, readings }] of decisions) {
    if (kind !== 'doubtful') continue;
    const label = line.kind === 'wide' ? part.table.rows.map(({ row }) => row.label).join('、') : labelOf(stream, line);
    const row = line.kind === 'wide' ? part.table.rows[0]?.row.id : line.line?.line.id;
    if (row === undefined) continue;
    const own = comments.get(row) ?? [];
    own.push(doubtComment(label, line.cells, readings));
    comments.set(row, own);
  }
  return (bound) => {
    const { row, cells, block } = bound;
    const own = comments.get(row.id);
    comments.delete(row.id);
    if (!own && !stray.has(bound)) return null;
    if (!own) return doubtOf(bound, readingsOf(bound) ?? []);
    return { values: cells.length > 0 ? cells.map(({ text }) => text) : block.columns.map(() => ''), comments: own };
  };
}

/** A row of which nothing is taken for certain. */
function doubtOf(bound: ValueRow, readings: readonly (readonly string[])[]): ReturnType<RowChoice> {
  const { row, block } = bound;
  return { values: block.columns.map(() => ''), comments: [doubtComment(row.label, valueTexts(bound), readings)] };
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

function partedIn(decisions: ReadonlyMap<ReadingLine, Decision>): number {
  return [...decisions]
    .filter(([{ cells }, { kind }]) => kind === 'inferred' && cells.length > 0)
    .reduce((sum, [{ cells }, { values }]) => sum + numbersAmong(values) - numbersAmong(cells), 0);
}

/** How many numbers rows have that had none behind their labels. */
function placedFromRuns(decisions: ReadonlyMap<ReadingLine, Decision>): number {
  return numbersAmong(
    [...decisions].flatMap(([{ cells }, { kind, values }]) =>
      kind === 'inferred' && cells.length === 0 ? values : [],
    ),
  );
}

function commentedIn(decisions: ReadonlyMap<ReadingLine, Decision>): number {
  return numbersAmong([...decisions].flatMap(([{ cells }, { kind }]) => (kind === 'doubtful' ? cells : [])));
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
