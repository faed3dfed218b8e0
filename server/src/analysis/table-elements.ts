import { isTotal } from '../figures/participations.ts';
import type { Head, HeaderRow, Report, Table, TableLine, ValueRow } from '../report/report.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { lastIndexUpTo, lastUpTo } from '../text/sorted.ts';
import { encloses, type Span, touches } from '../text/span.ts';
import type { Element } from './element.ts';

/** What a cell of a row is; null where the offset lies in none. */
export function cellElement(report: Report, line: RowLine, offset: number): Element | null {
  const node = lastUpTo(line.cells, offset, ({ room }) => room.start);
  if (!node || !touches(node.room, offset)) return null;
  const table = tableAround(report, line.span);
  for (const each of table ? linesOf(table, line) : []) {
    const element = table && boundElement(table, each, node);
    if (element) return element;
  }
  return { kind: 'unbound-cell', table, line, node, ...placed(node) };
}

/** The table in which a stretch of the text lies as a whole, or null. */
export function tableAround({ tables }: Report, span: Span): Table | null {
  const table = lastUpTo(tables, span.start, (each) => each.span.start);
  return table && encloses(table.span, span) ? table : null;
}

/** What a row is in its table: several lines where one holds several of the form's rows. */
export function linesOf({ lines }: Table, line: RowLine): readonly TableLine[] {
  const first = lastIndexUpTo(lines, line.number - 1, ({ line: { number } }) => number) + 1;
  const last = lastIndexUpTo(lines, line.number, ({ line: { number } }) => number);
  return lines.slice(first, last + 1);
}

/** What is written in a cell; of a blank one the room between its bars. */
export function writtenIn({ span, room, text }: CellNode): Span {
  return text === '' ? room : span;
}

function placed(node: CellNode): Pick<Element, 'span' | 'selection'> {
  return { span: node.room, selection: writtenIn(node) };
}

function boundElement(table: Table, line: TableLine, node: CellNode): Element | null {
  if (line.kind === 'header') {
    const head = line.heads.find(({ cell }) => cell === node);
    return head ? headElement(table, line, head) : null;
  }
  if (line.kind !== 'group' && line.kind !== 'value') return null;
  const label = line.labels.find(({ cell }) => cell === node);
  if (label && line.kind === 'value' && label.definition.kind === 'row')
    return { kind: 'row-label', table, row: line, label, ...placed(node) };
  if (label) return { kind: 'group-label', table, line, label, ...placed(node) };
  return line.kind === 'value' ? valueElement(table, line, node) : null;
}

function headElement(table: Table, header: HeaderRow, head: Head): Element | null {
  const { official, cell } = head;
  if (official === null) return null;
  const column = table.definition.columnLabelled(official);
  return column
    ? { kind: 'column-head', table, header, head, column, ...placed(cell) }
    : { kind: 'corner', table, header, head, official, ...placed(cell) };
}

function valueElement(table: Table, row: ValueRow, node: CellNode): Element | null {
  const cell = row.cells.find((each) => each.node === node);
  return cell ? { kind: 'value', table, row, cell, isTotal: isTotal(table.definition, cell), ...placed(node) } : null;
}
