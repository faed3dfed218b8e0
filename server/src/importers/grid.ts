/** A cell of a table in any format, with the number of columns and rows that it covers. */
export interface SpanningCell {
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
}

/** Far beyond the form's ten columns and thirty rows: a span beyond is a mistake or an attack. */
const MAX_COLUMNS = 64;
const MAX_ROWSPAN = 500;
const MAX_CELLS = 500_000;

/** A table has more cells than any report. */
export class GridTooLarge extends Error {}

/** A span as its attribute gives it: at least 1, and never more than a table of the form could need. */
export function spanOf(attribute: string | undefined, kind: 'columns' | 'rows'): number {
  const value = Number.parseInt(attribute ?? '', 10);
  if (value >= 1) return Math.min(value, kind === 'columns' ? MAX_COLUMNS : MAX_ROWSPAN);
  // `rowspan=0` reaches to the end of the table.
  return value === 0 && kind === 'rows' ? MAX_ROWSPAN : 1;
}

/**
 * The rows as a grid: each text at the first place of its cell, blanks where merged cells go on. What stands beyond the
 * 64th column is added to it. Throws `GridTooLarge`.
 */
export function gridOf(rows: readonly (readonly SpanningCell[])[]): readonly (readonly string[])[] {
  /** For each column, in how many further rows a cell from above covers it. */
  const covered: number[] = [];
  let count = 0;
  return rows.map((row) => {
    const cells = placed(row, covered);
    count += cells.length;
    if (count > MAX_CELLS) throw new GridTooLarge();
    return cells;
  });
}

function placed(row: readonly SpanningCell[], covered: number[]): readonly string[] {
  const cells: string[] = [];
  const skipCovered = (): void => {
    for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
      covered[cells.length] = left - 1;
      cells.push('');
    }
  };
  for (const { text, colspan, rowspan } of row) {
    skipCovered();
    if (cells.length === MAX_COLUMNS) cells.push(`${cells.pop()} ${text}`.trim());
    for (let i = 0; i < colspan && cells.length < MAX_COLUMNS; i++) {
      covered[cells.length] = rowspan - 1;
      cells.push(i === 0 ? text : '');
    }
  }
  skipCovered();
  for (let column = cells.length; column < covered.length; column++) {
    covered[column] = Math.max(0, (covered[column] ?? 0) - 1);
  }
  return cells;
}
