// The tables of a new report: blank, but for what last year's report carries on.
import { type CarriedRow, carriedRows, type Stock, stocks } from '../forms/continuity.ts';
import type { FormTable } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { linesOf } from './align.ts';
import type { Doubt, LastYear } from './last-year.ts';
import { tableById } from './lookup.ts';
import type { Report, Table, ValueRow } from './report.ts';
import { rowsOf as formRows, placedRow, type TextOf } from './table-rows.ts';

/** A table with what is said about it in comments above. */
export function blankTable(definition: FormTable, style: LabelStyle, last: LastYear | null): string {
  const carried = carriedRows
    .filter(({ table }) => table === definition.id)
    .map((row) => (last ? carry(row, definition, last) : null));
  const comments = [
    ...stocks
      .filter(({ table }) => table === definition.id)
      .map((stock) => (last ? stockComment(stock, definition, last) : null)),
    ...carried.map((each) => each?.comment ?? null),
  ];
  const textOf: TextOf = (row, column) => {
    const value = carried.find((each) => each?.row === row)?.values.get(column);
    return value === undefined ? '' : String(value);
  };
  const lines = tableLines(definition, style, textOf, last ? extraRows(last.report, definition) : []);
  return [...comments.filter((comment) => comment !== null), ...lines].join('\n');
}

interface Carried {
  readonly row: string;
  readonly values: ReadonlyMap<string, number>;
  readonly comment: string;
}

/** Last year's row in the new one, all columns or none: a part of them would pass for the whole. */
function carry({ table: id, from, to }: CarriedRow, definition: FormTable, last: LastYear): Carried | null {
  const target = definition.row(to);
  const table = tableById(last.report, id);
  if (!target) return null;
  const label = target.row.label;
  const row = table?.rows.get(from);
  const none = (why: string): Carried => ({ row: to, values: new Map(), comment: `// “${label}”没有填：${why}` });
  if (!row) return none('上年报告里没有可以结转的行。');
  const values = new Map<string, number>();
  for (const { column, value } of row.cells)
    if (value !== null && Number.isInteger(value) && value >= 0) values.set(column.id, value);
  const complete = target.block.columns.every((column) => values.has(column));
  if (!complete) return none(`上年报告“${row.row.label}”有空白或认不出的数（${readings(row)}），请核对后填写。`);
  if (last.doubt) return none(`${doubtText(last.doubt)}它的“${row.row.label}”是：${readings(row)}。`);
  return { row: to, values, comment: `// “${label}”按上年报告的“${row.row.label}”填好了，请核对。` };
}

function doubtText(doubt: Doubt): string {
  if (doubt.kind === 'other-year') return `所用的是${doubt.year}年的报告，不是上年的。`;
  if (doubt.kind === 'unknown-year') return '所用的报告没有写年度，不能确定是上年的。';
  return `所用的报告的机关是“${doubt.body}”。`;
}

function readings({ cells, misfit }: ValueRow): string {
  if (misfit) return misfit.found.map(({ text }) => text || '空').join('、');
  return cells.map(({ column, text }) => `${column.label}${text || '（空）'}`).join('、');
}

function stockComment({ table: id, column, name, rule }: Stock, definition: FormTable, last: LastYear): string | null {
  const table = tableById(last.report, id);
  if (!table || last.doubt) return null;
  const parts = definition.rows
    .filter(({ block }) => block.columns.includes(column))
    .flatMap(({ row }) => {
      const cell = table.rows.get(row.id)?.cells.find((each) => each.column.id === column);
      return cell ? [`${row.label}${cell.value ?? '（没有填）'}`] : [];
    });
  return parts.length > 0 ? `// 上年${name}：${parts.join('、')}；今年应为：${rule}` : null;
}

/** A row that the front matter declares beside the form's, and the form's line that it stands below. */
interface ExtraRow {
  readonly label: string;
  readonly below: string;
}

function extraRows(report: Report, definition: FormTable): readonly ExtraRow[] {
  const table = tableById(report, definition.id);
  return table
    ? table.lines.flatMap((line) =>
        line.kind === 'unknown' && line.declared && line.label ? placed(line.label.text, line.line.number, table) : [],
      )
    : [];
}

function placed(label: string, number: number, table: Table): readonly ExtraRow[] {
  const above = table.lines.findLast(
    (line) => line.line.number < number && (line.kind === 'value' || line.kind === 'group'),
  );
  if (above?.kind === 'value') return [{ label, below: above.row.id }];
  return above?.kind === 'group' ? [{ label, below: above.group.id }] : [];
}

function tableLines(
  definition: FormTable,
  style: LabelStyle,
  textOf: TextOf,
  extra: readonly ExtraRow[],
): readonly string[] {
  return linesOf(
    formRows(definition, style, textOf).flatMap((row) => [
      row,
      ...extra
        .filter(({ below }) => below === row.line?.id)
        .map(({ label }) => placedRow([label, ...row.of.columns.map(() => '')], row.of)),
    ]),
  );
}
