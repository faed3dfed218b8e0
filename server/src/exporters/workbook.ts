import writeXlsx, { type CellObject, type Sheet, type SheetData } from 'write-excel-file/universal';
import type { Report } from '../report/report.ts';
import { readCell } from '../text/cell-value.ts';
import { displayWidth } from '../text/display-width.ts';
import { greatest } from '../text/lists.ts';
import { readsFromLeft } from './cell-side.ts';
import type { DocumentCell, DocumentTable } from './document.ts';
import { documentOf } from './document-of.ts';
import { captionOf } from './form-table.ts';
import { figureTables, rowValues } from './table-values.ts';
import { fittedToPages, type SheetPage } from './workbook-pages.ts';

/** What a cell of a workbook may hold. */
const TEXT_LENGTH = 32_767;
/** The characters that the columns of a sheet share, and the least of one. */
const SHEET_WIDTH = 104;
const COLUMN_WIDTH = 6;
const NUMBER_PADDING = 2;
/** A longer one is rounded whatever its column. */
const MOST_NUMBER = 15;
/** In points. */
const LINE_HEIGHT = 15;
const ROW_PADDING = 5;
const MOST_HEIGHT = 409;
const REST_NAME = '其他表格';
const TIDY_NAME = '数据';
/** Ids, and beside each what it is called in the form. */
const TIDY_COLUMNS = ['body', 'year', 'edition', 'table', '表', 'row', '行', 'column', '列', 'value'];
const TIDY_WIDTHS = [24, 8, 8, 12, 40, 26, 48, 18, 18, 12];
const HEAD_COLOR = '#EAF0F8';
const LINE = { borderColor: '#808080', borderStyle: 'thin' } as const;

const MANY_PAGES: SheetPage = { pages: 'many', orientation: 'landscape' };

type XlsxSheet = Sheet<Blob>;

/** The bytes of a workbook. Numbers are numbers; whatever looks like a formula is text. */
export async function workbook(report: Report): Promise<Uint8Array> {
  const tables = documentOf(report).elements.filter((element) => element.kind === 'table');
  const forms = tables.filter((table, i) => table.table !== null && isFirst(table, i, tables));
  const rest = tables.filter((table) => !forms.includes(table));
  const sheets = [
    ...forms.map((table) => ({ sheet: formSheet(table), page: pageOf(table) })),
    ...(rest.length > 0 ? [{ sheet: restSheet(rest), page: MANY_PAGES }] : []),
    { sheet: tidySheet(report), page: MANY_PAGES },
  ];
  const written = writeXlsx(
    sheets.map(({ sheet }) => sheet),
    { fontFamily: 'SimSun', fontSize: 11 },
  );
  const archive = new Uint8Array(await (await written.toBlob()).arrayBuffer());
  return fittedToPages(
    archive,
    sheets.map(({ page }) => page),
  );
}

/** A form stands on one page, on its side where it is broader than high. */
function pageOf({ rows, columnShares }: DocumentTable): SheetPage {
  return { pages: 'one', orientation: columnShares.length > rows.length ? 'landscape' : 'portrait' };
}

function isFirst(table: DocumentTable, index: number, tables: readonly DocumentTable[]): boolean {
  return tables.findIndex((other) => other.table === table.table) === index;
}

function formSheet(table: DocumentTable): XlsxSheet {
  const { caption } = table;
  const widths = columnWidths(table);
  return {
    sheet: caption ?? REST_NAME,
    data: tableRows(table, widths),
    columns: widths.map((width) => ({ width })),
    ...frozen(table),
    orientation: 'landscape',
  };
}

/** The heads stay in sight, and the labels of rows where no cell reaches over their edge. */
function frozen({ headerRows, rows }: DocumentTable) {
  if (headerRows === 0) return {};
  const cells = rows.flatMap((row) => row.cells);
  const labels = cells.reduce(
    (first, cell) => (cell.kind === 'value' ? Math.min(first, cell.column) : first),
    Number.POSITIVE_INFINITY,
  );
  const isClean = cells.every(({ column, colspan }) => column >= labels || column + colspan <= labels);
  const hasLabels = Number.isFinite(labels) && labels > 0 && isClean;
  return { stickyRowsCount: headerRows, ...(hasLabels ? { stickyColumnsCount: labels } : {}) };
}

function tidySheet(report: Report): XlsxSheet {
  return {
    sheet: TIDY_NAME,
    data: tidyRows(report),
    columns: TIDY_WIDTHS.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

/** Repeated tables and plain rows one below the other. */
function restSheet(tables: readonly DocumentTable[]): XlsxSheet {
  const each = tables.map(columnWidths);
  const count = greatest(each.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, i) => greatest(each.map((own) => own[i] ?? 0)));
  return {
    sheet: REST_NAME,
    data: tables.flatMap((table) => [...tableRows(table, widths), []]),
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape',
  };
}

/** By the shares of the columns, and so that no number is longer than its cell: it would be shown as `1E+06`. */
function columnWidths({ rows, columnShares }: DocumentTable): readonly number[] {
  const widths = columnShares.map((share) => Math.max(COLUMN_WIDTH, Math.round(share * SHEET_WIDTH)));
  for (const { text, value, column, colspan } of rows.flatMap(({ cells }) => cells)) {
    if (value === null || colspan > 1) continue;
    const needed = Math.min(MOST_NUMBER, displayWidth(text)) + NUMBER_PADDING;
    widths[column] = Math.max(widths[column] ?? 0, needed);
  }
  return widths;
}

function tableRows({ rows, columnShares }: DocumentTable, widths: readonly number[]): SheetData {
  return rows.map(({ cells }) => {
    const height = rowHeight(cells, widths);
    const row: (CellObject | null)[] = columnShares.map(() => null);
    for (const cell of cells) row[cell.column] = sheetCell(cell, height);
    return row;
  });
}

/** Said for each row, since no program finds the height of merged cells by itself. */
function rowHeight(cells: readonly DocumentCell[], widths: readonly number[]): number {
  const lines = cells.map(({ text, column, colspan, rowspan }) => {
    const width = widths.slice(column, column + colspan).reduce((sum, each) => sum + each, -1);
    return Math.ceil(displayWidth(text) / width) / rowspan;
  });
  return Math.min(
    MOST_HEIGHT,
    Math.ceil(lines.reduce((most, each) => Math.max(most, each), 1) * LINE_HEIGHT) + ROW_PADDING,
  );
}

function sheetCell(cell: DocumentCell, height: number): CellObject {
  const { kind, colspan, rowspan } = cell;
  return {
    ...content(cell),
    ...LINE,
    height,
    ...(colspan > 1 ? { columnSpan: colspan } : {}),
    ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    ...(kind === 'header' ? { backgroundColor: HEAD_COLOR } : {}),
    align: readsFromLeft(cell) ? 'left' : 'center',
    alignVertical: 'center',
    wrap: true,
  };
}

/** A number only where the cell says nothing else: `86.4万元` stays text. */
function content({ kind, text, value }: DocumentCell): CellObject {
  const reading = kind === 'value' && value !== null ? readCell(text) : null;
  if (reading?.kind === 'number' && reading.unit === null) return { type: Number, value: reading.value };
  return text === '' ? {} : textCell(text);
}

function textCell(text: string): CellObject {
  return { type: String, value: text.slice(0, TEXT_LENGTH) };
}

function tidyRows(report: Report): SheetData {
  const body = report.body === null ? null : textCell(report.body.text);
  const year = report.year === null ? null : { type: Number, value: report.year.value };
  const rows = figureTables(report).flatMap((table) =>
    rowValues(table).flatMap(({ row, values }) =>
      values.map(({ column, value }) => [
        body,
        year,
        textCell(table.edition.id),
        textCell(table.definition.id),
        textCell(captionOf(table)),
        textCell(row.id),
        textCell(row.label),
        textCell(column.id),
        textCell(column.label),
        value === null ? null : { type: Number, value },
      ]),
    ),
  );
  return [TIDY_COLUMNS.map((name) => ({ ...textCell(name), fontWeight: 'bold' as const })), ...rows];
}
