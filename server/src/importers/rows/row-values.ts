import type { Forms, FormTable } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { greatest, least } from '../../text/lists.ts';
import type { Term } from '../vocabulary.ts';
import type { Piece } from './pieces.ts';

/** How many values the form's one row without a label has. */
function wideRow(): number {
  return standardForms().derived(longestWideRow);
}

function longestWideRow({ tables }: Forms): number {
  return greatest(tables.map((table) => table.wideRow.length));
}

/**
 * The texts of a row's cells. Gaps count as blank cells only where that gives the row its number of values, which
 * `definition` tells, or any form that has the row. `closing`: see `blanksAfterHeads`.
 */
export function valuesOf(
  cells: readonly Piece[],
  term: Term | null,
  definition: FormTable | null,
  closing: number,
): readonly string[] {
  const firm = cells.filter((cell) => cell.kind !== 'gap');
  const wanted = wantedOf(term, definition);
  if (firm.length === cells.length || wanted.includes(firm.length)) {
    return (term === null ? withoutPadding(firm, closing) : firm).map((cell) => cell.text);
  }
  const from = Math.max(
    0,
    cells.findIndex((cell) => cell.kind !== 'gap'),
  );
  const to = cells.findLastIndex((cell) => cell.kind !== 'gap') + 1;
  for (const choice of [cells, cells.slice(0, to), cells.slice(from), cells.slice(from, to)])
    if (wanted.includes(choice.length)) return choice.map((cell) => cell.text);
  return firm.map((cell) => cell.text);
}

function wantedOf(term: Term | null, definition: FormTable | null): readonly number[] {
  const row = term?.row ? definition?.row(term.row.id) : null;
  return row ? [row.columns.length] : (term?.row?.values ?? [wideRow()]);
}

/**
 * How many blank cells at least follow every run of heads before the first values, as each row of the source is closed
 * with so many; `runs` are the cells after each run of labels.
 */
export function blanksAfterHeads(runs: readonly (readonly Piece[])[]): number {
  const first = runs.findIndex((cells) => cells.some((cell) => cell.kind === 'value'));
  const heads = runs.slice(0, Math.max(0, first));
  return heads.length === 0 ? 0 : least(heads.map((cells) => blanksAt(cells)));
}

function blanksAt(cells: readonly Piece[]): number {
  const firm = cells.findIndex((cell) => cell.kind !== 'blank');
  return firm < 0 ? cells.length : firm;
}

/**
 * The cells of a row without a label, less the blanks that close the row of heads before it and its own: first those that
 * stood together, then as many as close the other rows.
 */
function withoutPadding(cells: readonly Piece[], closing: number): readonly Piece[] {
  const excess = cells.length - wideRow();
  if (excess <= 0) return cells;
  const leading = cells.slice(0, blanksAt(cells));
  const together = leading.findIndex(
    ({ block }, i) => block !== leading[i - 1]?.block && block !== leading[i + 1]?.block,
  );
  const before = Math.max(together < 0 ? leading.length : together, Math.min(closing, leading.length));
  const from = Math.min(excess, before);
  const after = cells.length - 1 - cells.findLastIndex((cell) => cell.kind !== 'blank');
  return cells.slice(from, cells.length - Math.min(excess - from, after));
}
