import type { LayoutCell } from '../../server/src/forms/edition.ts';
import type { FormTable } from '../../server/src/forms/form.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';

/** What stands in the cell of a row and column. */
export type TextOf = (row: string, column: string) => string;

/** A way in which published reports write a table as text. */
export type Shape = (table: FormTable, textOf: TextOf) => string;

/** Row by row, the merged cells that a row begins as runs of bars at its end, those from above left out. */
export const barRows: Shape = (table, textOf) =>
  table.layout
    .map((row) => {
      const padding = row.reduce((cells, cell) => cells + cell.colspan - 1, 0);
      const above = widthOf(table) - row.reduce((cells, cell) => cells + cell.colspan, 0);
      return `${row.map((cell) => shown(cell, textOf)).join(' | ')} |${'|'.repeat(padding + Math.max(0, above - 1))}`;
    })
    .join('\n');

/** The whole grid in TABs, as a paste from a spreadsheet: merged cells are empty but for the first. */
export const tabRows: Shape = (table, textOf) =>
  gridOf(table, textOf)
    .map((row) => row.join('\t'))
    .join('\n');

/** The whole grid in bars. */
export const gridRows: Shape = (table, textOf) =>
  gridOf(table, textOf)
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

export const canonicalRows: Shape = (table, textOf) => tableMarkup(table, 'short', textOf);

/** One cell to a line, each with a bar behind it, merged cells as a line of bars. */
export const cellLines: Shape = (table, textOf) =>
  table.layout
    .flatMap((row) => {
      const padding = row.reduce((cells, cell) => cells + cell.colspan - 1, 0);
      return [...row.map((cell) => `${shown(cell, textOf)} |`), ...(padding > 0 ? ['|'.repeat(padding)] : [])];
    })
    .join('\n');

/** One cell to a paragraph, padded with no-break spaces. */
export const cellParagraphs: Shape = (table, textOf) =>
  table.layout
    .flatMap((row) =>
      row.map((cell) => (cell.text === undefined ? `\u00a0${shown(cell, textOf)}` : shown(cell, textOf))),
    )
    .join('\n\n');

/** One cell to a line, a blank one an empty line. */
export const emptyLines: Shape = (table, textOf) => cellTexts(table, textOf).join('\n');

/** One cell to a paragraph, a blank one an empty paragraph. */
export const emptyParagraphs: Shape = (table, textOf) => cellTexts(table, textOf).join('\n\n');

function cellTexts(table: FormTable, textOf: TextOf): readonly string[] {
  return table.layout.flatMap((row) => row.map((cell) => shown(cell, textOf)));
}

function shown(cell: LayoutCell, textOf: TextOf): string {
  return cell.value ? textOf(cell.value.row, cell.value.column) : (cell.text ?? '');
}

function widthOf(table: FormTable): number {
  return (table.layout[0] ?? []).reduce((cells, cell) => cells + cell.colspan, 0);
}

/** The layout as a rectangle of texts, merged cells filled with nothing but for their first place. */
function gridOf(table: FormTable, textOf: TextOf): readonly (readonly string[])[] {
  const grid = table.layout.map((): string[] => []);
  table.layout.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x++;
      for (let down = 0; down < cell.rowspan; down++) {
        for (let right = 0; right < cell.colspan; right++) {
          const line = grid[y + down];
          if (line) line[x + right] = down === 0 && right === 0 ? shown(cell, textOf) : '';
        }
      }
    }
  });
  return grid;
}

/** One cell to a line, a line of one bar between it and the next; a blank cell is two such lines together. */
export const loneBars: Shape = (table, textOf) =>
  table.layout
    .map((row) => row.map((cell) => shown(cell, textOf)).join('\n|\n'))
    .map((row) => row.replace(/^\n/, ''))
    .join('\n|\n');

/** The grid in bars, its first row parted from the others as Markdown wants it. */
export const markdownRows: Shape = (table, textOf) => {
  const [head = [], ...rows] = gridOf(table, textOf);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
};

/** Bar rows that lost the bars at both ends, and the blank cells there. */
export const raggedTabs: Shape = (table, textOf) => tabRows(table, textOf).replace(/^\t+|\t+$/gm, '');

/** As PDF readers have it: a row to a line, spaces between, group labels and torn labels on lines of their own. */
export const textLines: Shape = (table, textOf) => printedRows(table, textOf).map(wrappedLabel).join('\n');

/** As other PDF readers have it: values beside or between the lines of a wrapped label, group labels a character a line between the rows. */
export const interleavedLines: Shape = (table, textOf) =>
  printedRows(table, textOf)
    .map((row, i) => {
      const [label = '', values = ''] = row;
      if (values === '') return label.length > 8 ? label : [...label].join('\n');
      if (label.length > 20) return `${label.slice(0, 18)}\n${values}\n${label.slice(18)}`;
      return i % 3 === 2 ? `${values}\n${label}` : `${label} ${values}`;
    })
    .join('\n');

/** Every separator lost: labels and digits run together, a row to a line. */
export const gluedRows: Shape = (table, textOf) =>
  printedRows(table, textOf)
    .map(([label = '', values = '']) => label + values.replace(/ /g, ''))
    .join('\n');

/** Labels, group labels and heads on lines of their own, values with spaces between behind their label. */
function printedRows(table: FormTable, textOf: TextOf): readonly (readonly [string, string])[] {
  return table.layout.flatMap((row) => {
    const labels = row.filter((cell) => !cell.value).map((cell) => shown(cell, textOf));
    const values = row.filter((cell) => cell.value).map((cell) => shown(cell, textOf));
    const heads = labels.slice(0, -1).map((label): [string, string] => [label, '']);
    return [...heads, [labels.at(-1) ?? '', values.filter((value) => value !== '').join(' ')]];
  });
}

function wrappedLabel([label, values]: readonly [string, string]): string {
  if (label.length <= 20) return `${label} ${values}`.trim();
  return `${label.slice(0, 18)}\n${label.slice(18)}\n${values}`.trim();
}

/** Row by row, merged cells as runs of blanks in their places, those from above left out. */
const placedRows = (table: FormTable, textOf: TextOf): readonly (readonly string[])[] =>
  table.layout.map((row) =>
    row.flatMap((cell) => [shown(cell, textOf), ...Array.from({ length: cell.colspan - 1 }, () => '')]),
  );

/** `placedRows` in bars. */
export const placedBarRows: Shape = (table, textOf) =>
  placedRows(table, textOf)
    .map((row) => `|${row.map((cell) => (cell === '' ? '' : ` ${cell} `)).join('|')}|`)
    .join('\n');

/** `placedRows` in TABs. */
export const placedTabRows: Shape = (table, textOf) =>
  placedRows(table, textOf)
    .map((row) => row.join('\t'))
    .join('\n');
