import { ancestors } from './define.ts';
import type { BlockDefinition, ColumnDefinition, LayoutCell, LayoutRow, LineDefinition } from './edition.ts';

/** A printed cell. */
export function head(text: string, scope: NonNullable<LayoutCell['scope']>, colspan = 1, rowspan = 1): LayoutCell {
  return { text, scope, colspan, rowspan };
}

/** The place of a value. */
export function value(row: string, column: string, colspan = 1): LayoutCell {
  return { value: { row, column }, colspan, rowspan: 1 };
}

/**
 * The body of a table whose rows stand under groups: a group is one cell beside all rows under it, and a row's label
 * fills what its groups leave of the `depth` label columns.
 */
export function groupedRows(
  lines: readonly LineDefinition[],
  columns: readonly string[],
  depth: number,
): readonly LayoutRow[] {
  const printed = new Set<string>();
  const rowsUnder = (group: string): number =>
    lines.filter((line) => line.kind === 'row' && ancestors(line, lines).includes(group)).length;
  return lines
    .filter((line) => line.kind === 'row')
    .map((line) => {
      const groups = ancestors(line, lines);
      const opened = groups.filter((id) => !printed.has(id));
      for (const id of opened) printed.add(id);
      return [
        ...opened.map((id) => head(labelOf(id, lines), 'group', 1, rowsUnder(id))),
        head(line.label, 'row', depth - groups.length),
        ...columns.map((column) => value(line.id, column)),
      ];
    });
}

/**
 * Blocks one below the other on a grid `width` columns wide, each under a line of its corner text and a line of heads
 * that starts with `firstHead`. The last column of a block takes what is left of the width.
 */
export function stackedBlocks(
  blocks: readonly BlockDefinition[],
  columns: readonly ColumnDefinition[],
  firstHead: string,
  width: number,
): readonly LayoutRow[] {
  return blocks.flatMap((block) => {
    const span = (index: number): number => (index === block.columns.length - 1 ? width - block.columns.length : 1);
    const heads = block.columns.map((id, index) => head(columnLabel(id, columns), 'column', span(index)));
    return [
      [head(block.corner, 'group', width)],
      [head(firstHead, 'corner'), ...heads],
      ...block.lines.map((line) => [
        head(line.label, 'row'),
        ...block.columns.map((column, index) => value(line.id, column, span(index))),
      ]),
    ];
  });
}

function labelOf(id: string, lines: readonly LineDefinition[]): string {
  return lines.find((line) => line.id === id)?.label ?? id;
}

function columnLabel(id: string, columns: readonly ColumnDefinition[]): string {
  return columns.find((column) => column.id === id)?.label ?? id;
}
