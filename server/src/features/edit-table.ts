// Commands on a table: a row put in, blanks filled, totals recomputed, values cleared.
import type { TextEdit } from 'vscode-languageserver-types';
import { missingRows } from '../analysis/missing-rows.ts';
import { labelStyleOf, type RuleSettings } from '../analysis/settings.ts';
import { tableAround } from '../analysis/table-elements.ts';
import { placeNumber } from '../figures/plan.ts';
import { recomputedTotals, sumsByTotal } from '../figures/totals.ts';
import type { Change } from '../figures/values.ts';
import { rowLabel } from '../forms/names.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table } from '../report/report.ts';
import { styleOf } from '../report/written-labels.ts';
import { insertions } from '../rules/missing-row.ts';
import { readCell } from '../text/cell-value.ts';
import { displayWidth } from '../text/display-width.ts';
import type { Edit } from '../text/edit.ts';
import type { Language, Localized } from '../text/language.ts';
import { lineBreak } from '../text/line-breaks.ts';
import { blockAt, type CellBlock, valuesIn, written } from './cell-block.ts';
import { type CellPlace, cellPlaces, type RowPlaces, type TablePlaces } from './cell-places.ts';
import { textEdits } from './edits.ts';
import type { Range } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export interface EditTableOptions {
  readonly range: Range;
  readonly action: 'insertRow' | 'fillBlanks' | 'recomputeTotals' | 'clearValues';
  /** What totals are recomputed. */
  readonly scope: 'row' | 'table' | 'report';
  readonly language: Language;
  readonly settings: RuleSettings;
}

export interface EditedTable {
  readonly edits: readonly TextEdit[];
  /** What was done, in a sentence for the user. */
  readonly message: string;
}

interface Edited {
  readonly edits: readonly Edit[];
  readonly message: Localized;
}

/** What a command on the table at a selection comes to; null where there is no table. */
export function editTable(snapshot: Snapshot, options: EditTableOptions): EditedTable | null {
  const { edits, message } = edited(snapshot, options) ?? {};
  return edits && message ? { edits: textEdits(snapshot, edits), message: message[options.language] } : null;
}

function edited(snapshot: Snapshot, { action, range, scope, settings }: EditTableOptions): Edited | null {
  if (action === 'recomputeTotals' && scope === 'report') return recomputed(snapshot, inTables(snapshot, null));
  const block = blockAt(snapshot, range);
  if (!block) return action === 'fillBlanks' ? filled(snapshot, inTables(snapshot, null)) : null;
  switch (action) {
    case 'insertRow':
      return insertedRow(snapshot, block, settings);
    case 'clearValues':
      return cleared(snapshot, block);
    case 'fillBlanks':
      return filled(snapshot, inBlockOrTable(snapshot, block));
    case 'recomputeTotals':
      return recomputed(
        snapshot,
        scope === 'row' ? inBlock(snapshot, wholeRows(block)) : inTables(snapshot, block.table),
      );
  }
}

/** A value of a table with its place in the form's relations. */
interface Value {
  readonly table: TablePlaces;
  readonly row: RowPlaces;
  readonly cell: CellPlace;
}

interface TableValues {
  readonly table: Table;
  readonly values: readonly Value[];
}

/** The values of one table, or of all. */
function inTables(snapshot: Snapshot, only: TablePlaces | null): readonly TableValues[] {
  return cellPlaces(snapshot).tables.flatMap((places, i) => {
    const table = snapshot.report.tables[i];
    if (!table || (only && only.span.start !== places.span.start)) return [];
    const values = places.rows.flatMap((row) => row.cells.map((cell): Value => ({ table: places, row, cell })));
    return [{ table, values: values.filter(({ cell }) => cell.editable) }];
  });
}

function inBlock(snapshot: Snapshot, block: CellBlock): readonly TableValues[] {
  const table = tableAround(snapshot.report, block.table.span);
  const values = block.rows.flatMap((row) =>
    valuesIn(block, row).map((cell): Value => ({ table: block.table, row, cell })),
  );
  return table ? [{ table, values: values.filter(({ cell }) => cell.editable) }] : [];
}

function wholeRows(block: CellBlock): CellBlock {
  return { ...block, first: 0, last: Number.MAX_SAFE_INTEGER };
}

/** The cell itself where one is selected, else the block; for what is about many, of one cell the whole table. */
function inBlockOrTable(snapshot: Snapshot, block: CellBlock): readonly TableValues[] {
  const isOne = block.rows.length === 1 && block.first === block.last;
  return isOne ? inTables(snapshot, block.table) : inBlock(snapshot, block);
}

function cleared(snapshot: Snapshot, block: CellBlock): Edited {
  const edits = inBlock(snapshot, block).flatMap(({ values }) =>
    values.flatMap((value) => writing(snapshot, value, '')),
  );
  const count = edits.length;
  return { edits, message: { zh: `已清除 ${count} 个数`, en: `Values cleared: ${count}` } };
}

/** Blank addends become 0, then blank totals the sums that can be told. */
function filled(snapshot: Snapshot, tables: readonly TableValues[]): Edited {
  const parts = tables.map(({ table, values }) => {
    const figures = figuresOf(table);
    const { plan } = figures;
    const numbers = figures.values.slice();
    const blanks = values.filter(({ cell }) => isBlank(snapshot, cell));
    const placeOf = ({ cell }: Value): number => placeNumber(plan, cell.row ?? '', cell.column ?? '');
    const isTotal = (value: Value): boolean => (sumsByTotal(plan)[placeOf(value)] ?? []).length > 0;
    const addends = blanks.filter((value) => !isTotal(value));
    for (const value of addends) numbers[placeOf(value)] = 0;
    const totals = blanks.filter(isTotal);
    const wanted = new Set(totals.map(placeOf));
    const sums = recomputedTotals(plan, numbers, (place) => wanted.has(place));
    return {
      zeros: addends.flatMap((value) => writing(snapshot, value, '0')),
      sums: writings(snapshot, totals, sums, placeOf),
      left: totals.length - sums.length,
    };
  });
  const count = (of: 'zeros' | 'sums'): number => parts.reduce((sum, part) => sum + part[of].length, 0);
  const [zeros, sums] = [count('zeros'), count('sums')];
  const left = parts.reduce((sum, part) => sum + part.left, 0);
  return {
    edits: parts.flatMap((part) => [...part.zeros, ...part.sums]),
    message: {
      zh: `已填 ${zeros} 个 0、${sums} 个合计${left > 0 ? `，${left} 个合计算不出，仍空着` : ''}`,
      en: `Filled in: ${zeros} zeros, ${sums} totals${left > 0 ? `; ${left} totals can’t be told and stay blank` : ''}`,
    },
  };
}

function isBlank({ text }: Snapshot, { span }: CellPlace): boolean {
  return readCell(text.slice(span.start, span.end)).kind === 'blank';
}

function recomputed(snapshot: Snapshot, tables: readonly TableValues[]): Edited {
  const edits = tables.flatMap(({ table, values }) => {
    const { plan, values: numbers } = figuresOf(table);
    const placeOf = ({ cell }: Value): number => placeNumber(plan, cell.row ?? '', cell.column ?? '');
    const wanted = new Set(values.map(placeOf));
    return writings(
      snapshot,
      values,
      recomputedTotals(plan, numbers, (place) => wanted.has(place)),
      placeOf,
    );
  });
  const count = edits.length;
  return {
    edits,
    message:
      count === 0
        ? { zh: '合计都对，没有改动', en: 'All totals were right' }
        : { zh: `已重算 ${count} 个合计`, en: `Totals recomputed: ${count}` },
  };
}

function writings(
  snapshot: Snapshot,
  values: readonly Value[],
  changes: readonly Change[],
  placeOf: (value: Value) => number,
): readonly Edit[] {
  const byPlace = new Map(values.toReversed().map((value) => [placeOf(value), value]));
  return changes.flatMap(({ place, value }) => {
    const at = byPlace.get(place);
    return at ? writing(snapshot, at, String(value)) : [];
  });
}

function writing({ text }: Snapshot, { table, row, cell }: Value, value: string): readonly Edit[] {
  const edit = written(text, table, row, cell, value);
  return edit ? [edit] : [];
}

/** The first row of the form that the table lacks from the cursor on, else the first that it lacks; else a blank row below the cursor's. */
function insertedRow(snapshot: Snapshot, block: CellBlock, settings: RuleSettings): Edited | null {
  const row = block.rows.at(-1);
  if (!row) return null;
  const table = tableAround(snapshot.report, block.table.span);
  const gaps = missingRows(snapshot.subject(settings)).find((each) => each.table === table);
  const run = gaps?.runs.find(({ above }) => (above?.line.number ?? -1) >= row.line) ?? gaps?.runs[0];
  const [first] = run?.rows ?? [];
  if (table && run && first) {
    const label = rowLabel(table.definition, first.row);
    return {
      edits: insertions(
        snapshot.report,
        table,
        { ...run, rows: [first] },
        styleOf(table, snapshot.report, labelStyleOf(settings)),
      ),
      message: { zh: `已插入「${label}」一行`, en: `Inserted the row “${label}”` },
    };
  }
  const blank = snapshot.text.slice(row.span.start, row.span.end).replace(/[^|｜\t]+/g, spaces);
  return {
    edits: [{ span: { start: row.span.end, end: row.span.end }, text: lineBreak(snapshot.text) + blank }],
    message: { zh: '表样的行都有了，已插入一个空行', en: 'The form’s rows are all there; inserted a blank one' },
  };
}

function spaces(text: string): string {
  return ' '.repeat(displayWidth(text));
}
