import { agreedTexts } from '../../figures/agreed-texts.ts';
import { distinctReadings } from '../../figures/distinct-readings.ts';
import { standardForms } from '../../forms/index.ts';
import type { LabelStyle } from '../../forms/labels.ts';
import { rowText } from '../../report/align.ts';
import type { Table, TableLine, UnknownRow, ValueRow } from '../../report/report.ts';
import { boundTableMarkup, strayHeads } from '../../report/report-markup.ts';
import { notes, openComment } from '../assembly-notes.ts';
import { isNumber, leftOpen, type NumberCount, numbersAmong } from '../number-count.ts';
import type { ImportNote } from '../source.ts';
import { brokenRows, rowsBehindBlanks, slippedRows } from './broken-rows.ts';
import { type Decision, decideMisfits } from './misfits.ts';
import type { Rebuilt } from './rebuild.ts';
import { type Disputed, rowKey } from './second-opinion.ts';
import { type Suspicion, suspectRows } from './suspect-rows.ts';

/** A table as it is written into the markup, with what is to be said of it. */
export interface TableText {
  readonly lines: readonly string[];
  readonly tables: readonly Table[];
  /** The labels of rows that the form doesn't have, to be declared. */
  readonly extraRows: readonly string[];
  readonly notes: readonly ImportNote[];
  /** Lines among them that belong to no table. */
  readonly loose: readonly string[];
  /** `unread`: how many of those found stand in texts that have come to no row. */
  readonly numbers: Pick<NumberCount, 'found' | 'commented'> & { readonly unread: number };
  /** Whether numbers that ran together were parted without its being said of each row. */
  readonly isParted: boolean;
}

export interface TableTextOptions {
  readonly labels: LabelStyle;
  /** Values were deleted from the source, and none may be concluded. */
  readonly unknowable: boolean;
  /** Rows that may as well have other values. */
  readonly disputed?: Disputed | undefined;
}

/** Writes what a table was rebuilt as: its canonical form, and in their places the rows that belong to none. */
export function tableText(rebuilt: Rebuilt, options: TableTextOptions): TableText {
  const parts = rebuilt.reading.parts.map((part) =>
    'definition' in part ? ownText(part, rebuilt, options) : looseText(part),
  );
  return {
    lines: parts.flatMap((part, i) => (i === 0 ? part.lines : ['', ...part.lines])),
    tables: rebuilt.reading.parts.filter((part): part is Table => 'definition' in part),
    extraRows: parts.flatMap((part) => part.extraRows),
    notes: [...rebuiltNotes(rebuilt), ...parts.flatMap((part) => part.notes)],
    loose: parts.flatMap((part) => part.loose),
    isParted: rebuilt.stuck,
    numbers: {
      found: rebuilt.found + parts.reduce((sum, part) => sum + part.parted, 0),
      commented: parts.reduce((sum, part) => sum + part.commented, 0),
      unread: rebuilt.unread,
    },
  };
}

function rebuiltNotes({ shape, reading, unlabelled }: Rebuilt): readonly ImportNote[] {
  const [table] = reading.parts.filter((part): part is Table => 'definition' in part);
  if (!table) return [];
  return [
    ...(shape === 'rows' ? [] : [notes.rebuilt(table.definition)]),
    ...(unlabelled.length > 0 ? [notes.unlabelled(table.definition, unlabelled)] : []),
  ];
}

interface PartText {
  readonly lines: readonly string[];
  readonly extraRows: readonly string[];
  readonly notes: readonly ImportNote[];
  readonly loose: readonly string[];
  /** How many numbers stand in comments. */
  readonly commented: number;
  /** How many numbers more there are after those that were stuck together have been parted. */
  readonly parted: number;
}

/** A row that belongs to no table as lines of markup. */
export function looseLines(cells: readonly string[]): readonly string[] {
  const shown = cells.filter((cell) => cell !== '');
  return shown.length > 1 ? [rowText(cells)] : shown;
}

function looseText(cells: readonly string[]): PartText {
  const lines = looseLines(cells);
  return { lines, extraRows: [], notes: [], loose: lines, commented: 0, parted: 0 };
}

function ownText(bound: Table, rebuilt: Rebuilt, { labels, unknowable, disputed }: TableTextOptions): PartText {
  const { table, after } = withoutClosingText(bound);
  const isTorn = rebuilt.shape !== 'rows';
  const isFirm = !isTorn && rebuilt.reading.fits;
  const broken = isTorn ? brokenRows(table, rebuilt.runs) : new Map<ValueRow, Decision['readings']>();
  const isWhole = (row: ValueRow): boolean => rebuilt.rows.has(textOf(row));
  const isBroken = (row: ValueRow): boolean => rebuilt.runs.length > 0 && !isWhole(row);
  const told = decideMisfits(table, { unknowable, stuck: rebuilt.stuck, isTorn, isBroken });
  const decided = new Map([...told, ...openRows(withTold(broken, told))]);
  const isOpen = (row: ValueRow): boolean => (decided.get(row)?.kind ?? 'placed') !== 'placed';
  const behind = isTorn ? rowsBehindBlanks(table, rebuilt.blankLabels) : [];
  const slipped = isTorn ? slippedRows(table, rebuilt.runs) : [];
  const stray = new Map<ValueRow, Suspicion>([
    ...suspectRows(table, { isOpen, isTorn, isFirm: isWhole }),
    ...behind.map((row): [ValueRow, Suspicion] => [row, 'neighbours']),
    ...slipped.map((row): [ValueRow, Suspicion] => [row, 'columns']),
  ]);
  const decisions = isSuspect(table, rebuilt)
    ? allDoubtful(table, decided)
    : new Map([...decided, ...(isFirm ? [] : disputes(table, disputed)), ...doubtful([...stray.keys()], decided)]);
  const markup = boundTableMarkup(table, labels, (row) => {
    const decision = decisions.get(row);
    if (!decision) return null;
    const comments = decision.kind === 'doubtful' ? commentOf(decision, table, decisions, stray.get(row)) : [];
    return { values: decision.values, comments };
  });
  const extras = table.lines.filter(isExtraRow);
  return {
    lines: [...markup, ...after.flatMap((text) => ['', text])],
    extraRows: extras.map((row) => row.label?.text ?? ''),
    notes: notesOf(table, [...decisions.values()]),
    loose: [],
    ...countIn([...decisions.values()]),
  };
}

/** Numbers stuck together, or blanks lost, look like fewer columns, and so like another form than that of the year. */
function isSuspect({ edition }: Table, { stuck, shape, reading, year }: Rebuilt): boolean {
  const isTorn = shape !== 'rows' && !reading.fits;
  return (stuck || isTorn) && year !== null && standardForms().forYear(year)?.id !== edition.id;
}

function allDoubtful(table: Table, decided: ReadonlyMap<ValueRow, Decision>): ReadonlyMap<ValueRow, Decision> {
  return doubtful(
    table.lines.filter((line): line is ValueRow => line.kind === 'value'),
    decided,
  );
}

/** Rows of which nothing is taken for certain. */
function doubtful(
  rows: readonly ValueRow[],
  decided: ReadonlyMap<ValueRow, Decision>,
): ReadonlyMap<ValueRow, Decision> {
  return new Map(
    rows.map((row): [ValueRow, Decision] => {
      const found =
        decided.get(row)?.found ?? (row.misfit?.found ?? row.cells.map(({ node }) => node)).map(({ text }) => text);
      return [row, { row, values: row.block.columns.map(() => ''), kind: 'doubtful', found, readings: [] }];
    }),
  );
}

/** Rows of which only what their readings have in common is taken for certain. */
function openRows(rows: ReadonlyMap<ValueRow, Decision['readings']>): ReadonlyMap<ValueRow, Decision> {
  return new Map(
    [...rows].map(([row, readings]): [ValueRow, Decision] => {
      const found = row.cells.map(({ text }) => text);
      return [row, { row, values: agreedTexts(readings, found.length), kind: 'doubtful', found, readings }];
    }),
  );
}

/** The readings of rows with what was placed in them. */
function withTold(
  readings: ReadonlyMap<ValueRow, Decision['readings']>,
  told: ReadonlyMap<ValueRow, Decision>,
): ReadonlyMap<ValueRow, Decision['readings']> {
  return new Map(
    [...readings].map(([row, own]) => {
      const decision = told.get(row);
      const others = decision?.kind === 'placed' ? [decision.values] : (decision?.readings ?? []);
      return [row, distinctReadings([...own, ...others])];
    }),
  );
}

/** The label of a row and its values, as a row of the source has them. */
function textOf({ labels, cells }: ValueRow): string {
  return [labels.at(-1)?.cell.text ?? '', ...cells.map(({ text }) => text)].filter((text) => text !== '').join(' ');
}

/** The rows to which another reading gives other values. */
function disputes(table: Table, disputed: Disputed = new Map()): ReadonlyMap<ValueRow, Decision> {
  const rows = [...table.rows.values()].flatMap((row): (readonly [ValueRow, Decision['readings']])[] => {
    const readings = disputed.get(rowKey(table.definition.id, row.row.id));
    return readings ? [[row, readings]] : [];
  });
  return openRows(new Map(rows));
}

function commentOf(
  { row, found: own, readings }: Decision,
  { definition }: Table,
  all: ReadonlyMap<unknown, Decision>,
  suspicion: Suspicion | null = null,
): string[] {
  const together = [...all.values()].filter((each) => each.row.line === row.line);
  const found = together.find((each) => each.found.length > 0)?.found ?? [];
  const isFirst = own.length > 0;
  if (found.length === 0 || (!isFirst && readings.length === 0)) return [];
  const isAll = together.length > 1 && readings.length === 0;
  const labels = isAll ? together.map((each) => each.row.row.label) : [];
  const label = isAll ? labels.join('、') : (row.labels.at(-1)?.cell.text ?? row.row.label);
  return [openComment({ label, found, columns: definition.columnsOf(row.block), readings }, suspicion)];
}

/** Text below the table that was taken for rows of it: notes, the first words of what follows. */
function withoutClosingText(table: Table): { readonly table: Table; readonly after: readonly string[] } {
  const last = table.lines.findLastIndex((line) => !isText(line));
  const after = table.lines
    .slice(last + 1)
    .flatMap((line) => (line.kind === 'unknown' && line.label ? [line.label.text] : []));
  return { table: { ...table, lines: table.lines.slice(0, last + 1) }, after };
}

function isText(line: TableLine): boolean {
  return line.kind === 'blank' || (line.kind === 'unknown' && line.values.length === 0 && line.label !== null);
}

/** Whether a line is a row with numbers that the form doesn't have. */
export function isExtraRow(line: TableLine): line is UnknownRow {
  return line.kind === 'unknown' && line.label !== null && line.values.some((cell) => isNumber(cell.text));
}

/** How many numbers are left in comments, and how many more there are after those that were stuck together have been parted. */
function countIn(decisions: readonly Decision[]): Pick<PartText, 'commented' | 'parted'> {
  const lines = [...Map.groupBy(decisions, ({ row }) => row.line).values()].map((own) => {
    const [found, placed] = [
      numbersAmong(own.flatMap((each) => each.found)),
      numbersAmong(own.flatMap(({ values }) => values)),
    ];
    switch (own[0]?.kind) {
      case 'placed':
        return { commented: 0, parted: placed - found };
      case 'doubtful':
        return leftOpen(found, placed);
      default:
        return { commented: 0, parted: 0 };
    }
  });
  return {
    commented: lines.reduce((sum, { commented }) => sum + commented, 0),
    parted: lines.reduce((sum, { parted }) => sum + parted, 0),
  };
}

function notesOf(table: Table, decisions: readonly Decision[]): readonly ImportNote[] {
  const labelsOf = (kind: Decision['kind']): readonly string[] =>
    decisions.filter((decision) => decision.kind === kind).map(({ row }) => row.row.label);
  const { definition } = table;
  const [placed, doubtful, empty] = [labelsOf('placed'), labelsOf('doubtful'), labelsOf('empty')];
  const heads = strayHeads(table);
  return [
    ...(placed.length > 0 ? [notes.inferred(definition, placed)] : []),
    ...(doubtful.length > 0 ? [notes.doubtful(definition, doubtful)] : []),
    ...(empty.length > 0 ? [notes.empty(definition, empty)] : []),
    ...(heads.length > 0 ? [notes.strayHeads(definition, heads)] : []),
  ];
}
