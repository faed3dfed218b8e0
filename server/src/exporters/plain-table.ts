// Rows that no form has, as they are.
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';
import { displayWidth } from '../text/display-width.ts';
import type { DocumentCell, DocumentRow, DocumentTable } from './document.ts';

const WIDTH = { least: 4, most: 30 };

/** One table of the rows, without headers; none where they are blank. A row's last cell fills what the row leaves. */
export function plainTable(lines: readonly RowLine[]): readonly DocumentTable[] {
  const rows = lines.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return [
    {
      kind: 'table',
      table: null,
      edition: null,
      caption: null,
      headerRows: 0,
      columnShares: shares(rows, width),
      rows: rows.map((row) => plainRow(row, width)),
      span: { start: first.span.start, end: last.span.end },
    },
  ];
}

function plainRow({ cells, span }: RowLine, width: number): DocumentRow {
  const last = cells.length - 1;
  return {
    startsGroup: false,
    cells: cells.map((cell, i) => plainCell(cell, i, i === last ? width - last : 1)),
    span,
  };
}

function plainCell({ text, span }: CellNode, column: number, colspan: number): DocumentCell {
  const reading = readCell(text);
  return {
    kind: 'value',
    text,
    scope: null,
    column,
    colspan,
    rowspan: 1,
    place: null,
    value: reading.kind === 'number' ? reading.value : null,
    span,
  };
}

/** By the longest text of each column in the rows that fill it. */
function shares(rows: readonly RowLine[], width: number): readonly number[] {
  const longest = new Array<number>(width).fill(WIDTH.least);
  for (const { cells } of rows) {
    if (cells.length < width) continue;
    cells.forEach(({ text }, i) => {
      longest[i] = Math.max(longest[i] ?? 0, Math.min(WIDTH.most, displayWidth(text)));
    });
  }
  const sum = longest.reduce((total, each) => total + each, 0);
  return longest.map((each) => each / sum);
}
