// Tables whose heads say other columns than the form's, or the same in another order: where a value stands tells nothing.
import type { ColumnDefinition } from '../../forms/edition.ts';
import type { FormTable } from '../../forms/form.ts';
import { knownLabels } from '../../forms/labels.ts';
import type { HeaderRow, Table, ValueRow } from '../../report/report.ts';
import { canonical } from '../../text/canonical.ts';

/** Fewer heads of columns are no line of them. */
const FEWEST = 3;

/** The rows below heads that stand in another order than the form’s columns, or among which some of these are missing. */
export function misheadedRows(table: Table): readonly ValueRow[] {
  const { definition, lines } = table;
  if (definition.blocks.length > 1) return [];
  const first = lines.findIndex(({ kind }) => kind === 'value');
  const headers = lines.slice(0, Math.max(0, first)).filter((line) => line.kind === 'header');
  const lineOf = ({ heads }: HeaderRow): readonly number[] =>
    heads
      .map(({ official }) => definition.columns.findIndex(({ label }) => label === official))
      .filter((column) => column >= 0);
  const known = headers.flatMap(lineOf);
  // A head may have run together with the one beside it.
  const text = canonical(headers.flatMap(({ line }) => line.cells.map((cell) => cell.text)).join(''));
  const isSaid = (column: ColumnDefinition, i: number): boolean =>
    known.includes(i) || knownLabels(column).some((label) => text.includes(canonical(label)));
  const isWhole = known.length < FEWEST || definition.columns.every(isSaid);
  if (isWhole && headers.every((header) => isInOrder(lineOf(header), definition))) return [];
  return lines.filter((line): line is ValueRow => line.kind === 'value');
}

/** Whether columns stand as the form has them, or as its lines of heads have them one behind the other; each may come again from the first on. */
function isInOrder(columns: readonly number[], { columns: all, headLines }: FormTable): boolean {
  const printed = headLines.flat().flatMap((text) => all.findIndex(({ label }) => label === text));
  const orders = [all.map((_, i) => i), ...runsOf(printed.filter((column) => column >= 0))];
  return runsOf(columns).every((run) => orders.some((order) => isPartOf(run, order)));
}

/** The columns parted where one comes again. */
function runsOf(columns: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (!last || last.includes(column)) runs.push([column]);
    else last.push(column);
  }
  return runs;
}

function isPartOf(run: readonly number[], order: readonly number[]): boolean {
  let at = -1;
  return run.every((column) => {
    at = order.indexOf(column, at + 1);
    return at >= 0;
  });
}
