// A report's tables from those of the reports below it.

import { type IndexedReport, indexedValue } from '../analysis/indexed-report.ts';
import { exactSum } from '../figures/decimal.ts';
import { placeName } from '../figures/labels.ts';
import { rowName } from '../forms/names.ts';
import type { Report, Table } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import type { Localized } from '../text/language.ts';
import { append } from '../text/lists.ts';

/** A value of the sum: what each report contributes, and those that have no number there. */
export interface SummedValue {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly label: Localized;
  readonly shares: readonly { readonly report: IndexedReport; readonly value: number }[];
  readonly lacking: readonly IndexedReport[];
}

export interface Filling {
  /** Of the report's own text: the sums, where they are known whole and differ. */
  readonly edits: readonly Edit[];
  readonly values: readonly SummedValue[];
  /** What couldn't be summed up, and why. */
  readonly problems: readonly Localized[];
}

/** What the reports below come to in the tables of a report, each table in the first place that it stands. */
export function fillingOf(report: Report, children: readonly IndexedReport[]): Filling {
  const edits: Edit[] = [];
  const values: SummedValue[] = [];
  const problems: Localized[] = [...unfit(report, children)];
  const usable = children.filter((child) => isFit(report, child));
  for (const table of report.tables.filter(({ repeats }) => repeats === null)) {
    for (const row of table.rows.values()) {
      if (row.misfit) problems.push(misfit(table, row.row.id));
      for (const cell of row.cells) {
        const value = summed(table, cell.row.id, cell.column.id, usable);
        values.push(value);
        const sum = usable.length === 0 || value.lacking.length > 0 ? null : sumOf(value);
        if (sum !== null && sum !== cell.value) edits.push({ span: cell.span, text: String(sum) });
      }
    }
    append(problems, absent(table, usable));
  }
  return { edits, values, problems: [...problems, ...lacking(values)] };
}

/** The sum of what is contributed. */
export function sumOf({ shares }: Pick<SummedValue, 'shares'>): number {
  return exactSum(shares.map(({ value }) => value));
}

function summed(table: Table, row: string, column: string, children: readonly IndexedReport[]): SummedValue {
  const { definition } = table;
  const found = children.map((report) => ({
    report,
    value: indexedValue(report, definition.id, row, column)?.value ?? null,
  }));
  const line = definition.row(row)?.row;
  const head = definition.column(column);
  return {
    table: definition.id,
    row,
    column,
    label:
      line && head
        ? placeName(definition, { row: line, column: head, index: 0 })
        : { zh: `${row} ${column}`, en: `${row} ${column}` },
    shares: found.flatMap(({ report, value }) => (value === null ? [] : [{ report, value }])),
    lacking: found.flatMap(({ report, value }) => (value === null ? [report] : [])),
  };
}

/** Whether a report can be summed up here: it is of the same form and not of another year. */
function isFit({ edition, year }: Report, child: IndexedReport): boolean {
  return child.edition === edition.id && (child.year === null || year === null || child.year === year.value);
}

function unfit(report: Report, children: readonly IndexedReport[]): readonly Localized[] {
  return children
    .filter((child) => !isFit(report, child))
    .map(({ source, body, year }) => ({
      zh: `${body ?? source}：是${year ?? '别的'}年度的报告或别的格式，没有汇总`,
      en: `${body ?? source}: of another year (${year ?? 'unknown'}) or form, not summed up`,
    }));
}

function misfit({ definition }: Table, row: string): Localized {
  const line = definition.row(row)?.row;
  const name = line ? rowName(definition, line) : { zh: row, en: row };
  return {
    zh: `${name.zh}：本报告这一行的格数不对，没有填`,
    en: `${name.en}: its count of values is wrong here; not filled`,
  };
}

/** Rows that reports below have and this one hasn't. */
function absent({ definition, rows }: Table, children: readonly IndexedReport[]): readonly Localized[] {
  return definition.places
    .filter(({ row }, i, all) => !rows.has(row.id) && all.findIndex((other) => other.row.id === row.id) === i)
    .filter(({ row, column }) =>
      children.some((child) => indexedValue(child, definition.id, row.id, column.id) !== null),
    )
    .map(({ row }) => {
      const name = rowName(definition, row);
      return { zh: `${name.zh}：本报告没有这一行，没有填`, en: `${name.en}: this report lacks the row; not filled` };
    });
}

/** By report, how many of its values are missing, and which is the first. */
function lacking(values: readonly SummedValue[]): readonly Localized[] {
  const byReport = Map.groupBy(
    values.flatMap((value) => value.lacking.map((report) => ({ report, value }))),
    ({ report }) => report,
  );
  return [...byReport].map(([{ body, source }, all]) => {
    const [first] = all;
    const name = body ?? source;
    return {
      zh: `${name}：有 ${all.length} 格没有数（如${first?.value.label.zh ?? ''}），这些格没有汇总`,
      en: `${name}: ${all.length} values are missing (such as ${first?.value.label.en ?? ''}); those are not summed up`,
    };
  });
}
