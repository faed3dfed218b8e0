// A table of one edition as a table of another: what both have is carried, the rest is named in comments.
import type { FormTable } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import type { CellNode } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { deleteWithBreakBefore, lineBreak } from '../text/line-breaks.ts';
import { tableMarkup } from './markup.ts';
import {
  type BoundLabel,
  type Cell,
  isExact,
  type Report,
  type Table,
  type TableLine,
  type ValueRow,
} from './report.ts';

/**
 * The edits that put the form `due` in a style, filled with the values of `table`, in the table's place. A value is carried where
 * both forms have its row and its column and mean the same by them; every other text of the table that says something
 * stands in a comment below it. Other lines between the table's rows stay, and so do rows that the front matter declares.
 */
export function conversion({ tree }: Report, table: Table, due: FormTable, style: LabelStyle): readonly Edit[] {
  const replaced = table.lines.filter((line) => line.kind !== 'unknown' || !line.declared);
  const [first, ...rest] = new Set(replaced.map(({ line }) => line));
  if (!first) return [];
  const markup = tableMarkup(due, style, (row, column) => carried(table, due, row, column)?.text ?? '');
  const lines = [markup, ...leftOver(table, due).map((text) => `// ${text}`)].join('\n');
  return [
    { span: first.span, text: lines.replaceAll('\n', lineBreak(tree.text)) },
    ...rest.map(({ span }) => deleteWithBreakBefore(tree.text, span)),
  ];
}

/** The cell whose value belongs into a row and column of `due`, or null. */
function carried(table: Table, due: FormTable, row: string, column: string): Cell | null {
  const cell = table.rows.get(row)?.cells.find((each) => each.column.id === column);
  const same = due.column(column);
  return cell && same && !cell.column.ownMeaning && !same.ownMeaning ? cell : null;
}

/** What the new form has no place for, a sentence a row. */
function leftOver(table: Table, due: FormTable): readonly string[] {
  const isCarried = (cell: Cell): boolean =>
    due.row(cell.row.id)?.columns.some(({ id }) => id === cell.column.id) === true &&
    carried(table, due, cell.row.id, cell.column.id) === cell;
  return table.lines.flatMap((line) => [...labelNotes(line), ...lineNotes(line, isCarried)]);
}

function lineNotes(line: TableLine, isCarried: (cell: Cell) => boolean): readonly string[] {
  switch (line.kind) {
    case 'value':
      return valueNotes(line, isCarried);
    case 'group':
      return note(line.group.label, listed(line.surplus));
    case 'unknown':
      return line.declared ? [] : note(line.label?.text ?? '没有行名的一行', listed(line.values));
    case 'header':
      return note('表头', listed(line.heads.filter(({ match }) => !isExact(match)).map(({ cell }) => cell)));
    case 'blank':
      return [];
  }
}

function valueNotes({ row, cells, misfit }: ValueRow, isCarried: (cell: Cell) => boolean): readonly string[] {
  if (misfit) return note(`${row.label}（格数不对）`, listed(misfit.found));
  const left = cells.filter((cell) => cell.text !== '' && !isCarried(cell));
  return note(row.label, left.map(({ column, text }) => `${column.label} ${text}`).join('，'));
}

/** Labels that say more than their row's official one: a remark in brackets, a figure. */
function labelNotes(line: TableLine): readonly string[] {
  const labels: readonly BoundLabel[] = line.kind === 'value' || line.kind === 'group' ? line.labels : [];
  return labels
    .filter(({ match }) => !isExact(match))
    .flatMap(({ cell, definition }) => note(definition.label, `行名原写作「${cell.text}」`));
}

function note(name: string, said: string): readonly string[] {
  return said === '' ? [] : [`原${name}：${said}`];
}

function listed(cells: readonly CellNode[]): string {
  return cells
    .filter(({ text }) => text !== '')
    .map(({ text }) => text)
    .join('，');
}
