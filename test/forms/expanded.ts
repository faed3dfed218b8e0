import type { LayoutCell, LayoutRow } from '../../server/src/forms/edition.ts';

/** The layout as a grid in which a merged cell stands at every place that it covers; undefined where none does. */
export function expanded(layout: readonly LayoutRow[]): readonly (readonly (LayoutCell | undefined)[])[] {
  const grid: (LayoutCell | undefined)[][] = layout.map(() => []);
  layout.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x]) x++;
      for (let dy = 0; dy < cell.rowspan; dy++) {
        for (let dx = 0; dx < cell.colspan; dx++) {
          const line = grid[y + dy];
          if (!line) throw new Error(`${cell.text ?? 'a value'} reaches below the last row`);
          if (line[x + dx]) throw new Error(`${cell.text ?? 'a value'} overlaps ${line[x + dx]?.text ?? 'a value'}`);
          line[x + dx] = cell;
        }
      }
    }
  });
  return grid;
}

/** The layout as text, one line a row: `text×colspan×rowspan` or `row/column`. */
export function printed(layout: readonly LayoutRow[]): string {
  const span = ({ colspan, rowspan }: LayoutCell) => (colspan * rowspan === 1 ? '' : `×${colspan}×${rowspan}`);
  return layout
    .map((cells) =>
      cells
        .map((cell) => `${cell.value ? `${cell.value.row}/${cell.value.column}` : cell.text}${span(cell)}`)
        .join(' | '),
    )
    .join('\n');
}
