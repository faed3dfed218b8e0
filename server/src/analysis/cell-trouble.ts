import type { ColumnDefinition } from '../forms/edition.ts';
import type { Cell, Reading, Table } from '../report/report.ts';
import { isPlainCount } from '../text/cell-value.ts';
import { judgedTables } from './judged-tables.ts';
import { fact, type Subject } from './subject.ts';

/** The codes of the rules that judge a cell by itself: of a cell at most one speaks. */
export type CellTrouble = 'blank-cell' | 'not-a-number' | 'not-a-count' | 'amount-unit' | 'number-format';

type NumberReading = Extract<Reading, { kind: 'number' }>;

const MONEY = /^万?元$/;

export interface TroubledCell {
  readonly table: Table;
  readonly cell: Cell;
}

/** The cells of a report with this trouble, in the order of the text. All rules on cells share one pass. */
export function troubledCells(subject: Subject, trouble: CellTrouble): readonly TroubledCell[] {
  return troubles(subject).get(trouble) ?? [];
}

const troubles = fact((subject): ReadonlyMap<CellTrouble, readonly TroubledCell[]> => {
  const found = new Map<CellTrouble, TroubledCell[]>();
  for (const table of judgedTables(subject)) {
    const heads = headsWithUnit(table);
    for (const line of table.lines) {
      if (line.kind !== 'value') continue;
      for (const cell of line.cells) {
        const trouble = isUsual(cell) ? null : cellTrouble(cell, heads);
        if (trouble === null) continue;
        const list = found.get(trouble);
        if (list) list.push({ table, cell });
        else found.set(trouble, [{ table, cell }]);
      }
    }
  }
  return found;
});

/** What nearly every cell is. */
function isUsual({ text, column }: Cell): boolean {
  return column.kind === 'count' && isPlainCount(text);
}

/** What is wrong with a cell by itself, or null. */
function cellTrouble(cell: Cell, heads: ReadonlySet<string>): CellTrouble | null {
  const { reading, column } = cell;
  if (isBlank(cell)) return 'blank-cell';
  if (reading.kind !== 'number') return 'not-a-number';
  if (isImpossible(reading.value, column)) return 'not-a-count';
  if (hasWrongUnit(cell, reading, heads)) return 'amount-unit';
  return isOddlyWritten(cell, reading) ? 'number-format' : null;
}

/** Whether a value is not filled in: nothing, or `-` `/` 无 and the like. */
export function isBlank({ reading }: Cell): boolean {
  return reading.kind === 'blank';
}

/** Amounts are ≥ 0, changes whole, counts both. */
function isImpossible(value: number, { kind }: ColumnDefinition): boolean {
  return (kind !== 'change' && value < 0) || (kind !== 'amount' && !Number.isInteger(value));
}

function hasWrongUnit({ column }: Cell, { unit, value }: NumberReading, heads: ReadonlySet<string>): boolean {
  if (column.kind !== 'amount') return unit !== null && MONEY.test(unit);
  if (column.unit !== null) return unit !== null && unit !== column.unit;
  if (unit !== null) return !MONEY.test(unit);
  return value !== 0 && !heads.has(column.label);
}

/** The official texts of the heads in which the author wrote 元 or 万元. */
function headsWithUnit(table: Table): ReadonlySet<string> {
  const heads = table.lines.flatMap((line) => (line.kind === 'header' ? line.heads : []));
  return new Set(
    heads.flatMap(({ official, cell }) => (official !== null && cell.text.includes('元') ? official : [])),
  );
}

const LEADING_ZERO = /^[+-]?0\d/;

/**
 * A zero before other digits, or a decimal part of a count, is one. The unit that an amount has to name, as no head does,
 * is no oddity; nor is the plus of a signed change.
 */
function isOddlyWritten({ column, text }: Cell, { plain, unit }: NumberReading): boolean {
  if (LEADING_ZERO.test(text) || (column.kind !== 'amount' && text.includes('.'))) return true;
  if (plain) return column.kind !== 'change' && text.startsWith('+');
  if (unit === null || column.unit !== null || column.kind !== 'amount') return true;
  return !/^\d+(?:\.\d+)?[元万]元?$/.test(text);
}
