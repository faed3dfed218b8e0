// Tables with merged cells as Word has them.
import { readsFromLeft } from './cell-side.ts';
import type { DocumentCell, DocumentTable } from './document.ts';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from './docx-package.ts';
import { styleIds } from './docx-styles.ts';
import { run } from './docx-text.ts';
import { keptRows } from './kept-rows.ts';
import { textArea } from './paper.ts';
import { cellWidth, fitTable, lineHeight, type TableFit } from './table-fit.ts';
import type { Typefaces } from './typefaces.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'auto', space: 0 } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
/** The table as wide as the text, on a fixed grid whose every row is full. */
export function wordTable(table: DocumentTable, fonts: Typefaces): Table {
  const fit = fitTable(table);
  const kept = keptRows(table);
  const { columns, sideMargin, verticalMargin } = fit;
  return new Table({
    width: { size: textArea.width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    margins: {
      marginUnitType: WidthType.DXA,
      top: verticalMargin,
      bottom: verticalMargin,
      left: sideMargin,
      right: sideMargin,
    },
    rows: fullRows(table).map(
      (parts, i) =>
        new TableRow({
          children: parts.map((part) => wordCell(part, fit, fonts)),
          cantSplit: true,
          ...(i < table.headerRows ? { tableHeader: true } : {}),
          height: { value: lineHeight(fit.size) + 2 * verticalMargin, rule: HeightRule.ATLEAST },
          ...(kept[i] ? { keepNext: true } : {}),
        }),
    ),
  });
}

/** A cell in one of the rows that it covers. */
interface CellPart {
  readonly cell: DocumentCell;
  readonly continues: boolean;
}

/** For each row its cells by column, those included that began in a row above. */
function fullRows({ rows, columnShares }: DocumentTable): readonly (readonly CellPart[])[] {
  const width = columnShares.length;
  const grid = rows.map(() => new Array<CellPart | null>(width).fill(null));
  rows.forEach(({ cells }, row) => {
    for (const cell of cells) {
      for (let below = 0; below < cell.rowspan; below++) {
        const line = grid[row + below];
        if (line && cell.column < width) line[cell.column] = { cell, continues: below > 0 };
      }
    }
  });
  return grid.map((line) => line.filter((part) => part !== null));
}

function wordCell({ cell, continues }: CellPart, fit: TableFit, fonts: Typefaces): TableCell {
  return new TableCell({
    width: { size: cellWidth(cell, fit.columns), type: WidthType.DXA },
    ...(cell.colspan > 1 ? { columnSpan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { verticalMerge: continues ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: styleIds.cell,
        alignment: readsFromLeft(cell) ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { line: lineHeight(fit.size), lineRule: LineRuleType.EXACT },
        children: continues || cell.text === '' ? [] : [run(cell.text, 'table', fonts, { size: fit.size })],
      }),
    ],
  });
}
