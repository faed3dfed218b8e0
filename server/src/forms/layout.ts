import { head } from './define.ts';
import type { LayoutCell, LayoutRow } from './edition.ts';
import type { FormTable } from './form.ts';

function value(row: string, column: string, colspan = 1): LayoutCell {
  return { value: { row, column }, colspan, rowspan: 1 };
}

/** The official form of a table, row by row, as a grid with merged cells. */
export function officialLayout(table: FormTable): readonly LayoutRow[] {
  const { official } = table;
  switch (official.kind) {
    case 'stacked':
      return stackedBlocks(table, official.firstHead, official.width);
    case 'grouped':
      return [...official.heads, ...groupedRows(table, official.depth)];
    case 'wide':
      return wideLines(table, official.over);
  }
}

/**
 * The body of a table whose rows stand under groups: a group is one cell beside all rows under it, and a row's label
 * fills what its groups leave of the `depth` label columns.
 */
function groupedRows(table: FormTable, depth: number): readonly LayoutRow[] {
  const printed = new Set<string>();
  return table.rows.map(({ row, groups, columns }) => {
    const opened = groups.filter(({ id }) => !printed.has(id));
    for (const { id } of opened) printed.add(id);
    return [
      ...opened.map(({ id, label }) => head(label, 'group', 1, table.rowsUnder(id).length)),
      head(row.label, 'row', depth - groups.length),
      ...columns.map((column) => value(row.id, column.id)),
    ];
  });
}

/** The last column of a block takes what is left of the width. */
function stackedBlocks(table: FormTable, firstHead: string, width: number): readonly LayoutRow[] {
  return table.blocks.flatMap((block) => {
    const columns = table.columnsOf(block);
    const span = (index: number): number => (index === columns.length - 1 ? width - columns.length : 1);
    return [
      [head(block.corner, 'group', width)],
      [head(firstHead, 'corner'), ...columns.map(({ label }, index) => head(label, 'column', span(index)))],
      ...block.lines.map((line) => [
        head(line.label, 'row'),
        ...columns.map((column, index) => value(line.id, column.id, span(index))),
      ]),
    ];
  });
}

interface Over {
  readonly label: string;
  readonly rows: readonly string[];
}

/** Three lines of heads and the line of values; a row under no head of several has its columns in two of the lines. */
function wideLines({ rows, columns }: FormTable, over: readonly Over[]): readonly LayoutRow[] {
  const lines: [LayoutCell[], LayoutCell[], LayoutCell[], LayoutCell[]] = [[], [], [], []];
  for (const { row } of rows) {
    const above = over.find((each) => each.rows.includes(row.id));
    if (!above) lines[0].push(head(row.label, 'group', columns.length));
    else {
      if (above.rows[0] === row.id) lines[0].push(head(above.label, 'group', columns.length * above.rows.length));
      lines[1].push(head(row.label, 'group', columns.length));
    }
    for (const { label } of columns) lines[above ? 2 : 1].push(head(label, 'column', 1, above ? 1 : 2));
    for (const { id } of columns) lines[3].push(value(row.id, id));
  }
  return lines;
}
