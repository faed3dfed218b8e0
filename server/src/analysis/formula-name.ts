import { briefRow } from '../figures/labels.ts';
import type { Form, FormTable } from '../forms/form.ts';
import type { CellId, Formula } from '../forms/formula.ts';
import { shortLabel } from '../forms/names.ts';
import type { Localized } from '../text/language.ts';

/** More terms than these are counted, not named. */
const MOST = 3;

/** What a formula is, in the labels of the form: 表三 本年新收政府信息公开申请数量＋上年结转政府信息公开申请数量. */
export function formulaName(form: Form, { sum, of, equals }: Formula): Localized {
  const table = form.table(sum[0]?.table ?? '');
  if (!table) return { zh: '', en: '' };
  const parts = [
    sumName(table, sum),
    of && sumName(table, of),
    equals && equals.length > 0 ? sumName(table, equals) : null,
  ];
  const [amount, whole, other] = parts;
  const zh = whole ? `${amount}占${whole}` : other ? `${amount}与${other}` : amount;
  const en = whole ? `${amount} of ${whole}` : other ? `${amount} and ${other}` : amount;
  return { zh: `${table.name.zh} ${zh}`, en: `${table.name.en}, ${en}` };
}

function sumName(table: FormTable, cells: readonly CellId[]): string {
  const rows = Map.groupBy(cells, ({ row }) => row);
  const group = groupOf(table, cells);
  const names = group
    ? [nameOf(table, group, cells.slice(0, 1))]
    : [...rows].map(([row, inRow]) => nameOf(table, row, inRow));
  return names.length > MOST ? `${names.slice(0, MOST).join('＋')}…` : names.join('＋');
}

/** The group whose rows, and no others, are added up in one column. */
function groupOf(table: FormTable, cells: readonly CellId[]): string | null {
  const group = table.groupsAbove(cells[0]?.row ?? '').at(-1)?.id;
  if (group === undefined || cells.length < 2) return null;
  const rows = table.rowsUnder(group);
  return rows.length === cells.length && rows.every(({ id }) => cells.some(({ row }) => row === id)) ? group : null;
}

function nameOf(table: FormTable, row: string, cells: readonly CellId[]): string {
  const line = table.line(row)?.line;
  const label = line ? briefRow(table, line) : row;
  const columns = cells.flatMap(({ column }) => table.column(column) ?? []);
  const isTotal = columns.length === 1 && columns[0]?.id === 'total';
  return isTotal || columns.length === 0
    ? label
    : `${label}·${columns.map((column) => shortLabel(column.label)).join('、')}`;
}
