import type { TableId } from './edition.ts';

/** Rows whose values open the next year's report: row `from` of one year is row `to` of the next, column by column. */
export interface CarriedRow {
  readonly table: TableId;
  readonly from: string;
  readonly to: string;
}

/** A column that is counted on from year to year: the new value is last year's plus `added` minus `removed`. */
export interface Stock {
  readonly table: TableId;
  readonly column: string;
  readonly added: string;
  readonly removed: string;
  /** What it counts, and how it goes on, in the words of the form. */
  readonly name: string;
  readonly rule: string;
}

/** What passes from one year's report to the next. Rows and columns are those of whichever editions have them. */
export const carriedRows: readonly CarriedRow[] = [{ table: 'requests', from: 'carried-forward', to: 'carried-over' }];

export const stocks: readonly Stock[] = [
  {
    table: 'disclosure',
    column: 'in-force',
    added: 'made',
    removed: 'repealed',
    name: '现行有效',
    rule: '上年＋制发－废止',
  },
];
