// Document highlight: what belongs to the number, the label or the head at the cursor.
import { type DocumentHighlight, DocumentHighlightKind as Kind } from 'vscode-languageserver-types';
import { columnHead, rowLabel } from '../analysis/cell-labels.ts';
import type {
  ColumnHeadElement,
  Element,
  GroupLabelElement,
  RowLabelElement,
  ValueElement,
} from '../analysis/element.ts';
import { elementAt } from '../analysis/element-at.ts';
import { relatedCells } from '../analysis/links.ts';
import { writtenIn } from '../analysis/table-elements.ts';
import { ancestors } from '../forms/define.ts';
import type { Cell, TableLine } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

type Lit = readonly [node: CellNode, kind: Kind];

/**
 * In a table what belongs together: the numbers of a value's relations (totals as written, others as read) with its label
 * and head, a row, a column, a group. Null elsewhere, where an editor looks for the same word by itself.
 */
export function documentHighlight(
  snapshot: Snapshot,
  { offset }: { readonly offset: number },
): DocumentHighlight[] | null {
  const element = elementAt(snapshot.report, offset);
  const lit = element && belongingTo(element);
  if (!lit) return null;
  const kinds = new Map(lit);
  return [...kinds].map(([node, kind]) => ({ range: rangeOf(snapshot.lines, writtenIn(node)), kind }));
}

function belongingTo(element: Element): readonly Lit[] | null {
  switch (element.kind) {
    case 'value':
      return withValue(element);
    case 'row-label':
      return withRow(element);
    case 'group-label':
      return withGroup(element);
    case 'column-head':
      return withColumn(element);
    case 'corner':
      return [[element.head.cell, Kind.Text]];
    case 'unbound-cell':
      return [[element.node, Kind.Text]];
    default:
      return null;
  }
}

function withValue({ table, row, cell, isTotal: isOwnTotal }: ValueElement): readonly Lit[] {
  const values = [{ cell, isTotal: isOwnTotal }, ...relatedCells({ table, cell })];
  return [
    ...values.map(({ cell: { node }, isTotal }): Lit => [node, isTotal ? Kind.Write : Kind.Read]),
    ...textOf([rowLabel(row), columnHead(table, row, cell.column)]),
  ];
}

function withRow({ table, row }: RowLabelElement): readonly Lit[] {
  const rows = table.lines.flatMap((line) => (line.kind === 'value' && line.row === row.row ? [line] : []));
  return [...textOf(rows.map(rowLabel)), ...valuesOf(row.cells)];
}

/** The group's label wherever it stands, and those of all that is under it. */
function withGroup({ table, label }: GroupLabelElement): readonly Lit[] {
  const all = table.definition.blocks.flatMap(({ lines }) => lines);
  const { id } = label.definition;
  const isUnder = (line: TableLine) =>
    line.kind === 'group' || line.kind === 'value'
      ? line.labels.filter(({ definition }) => definition.id === id || ancestors(definition, all).includes(id))
      : [];
  return textOf(table.lines.flatMap(isUnder));
}

function withColumn({ table, column }: ColumnHeadElement): readonly Lit[] {
  const heads = table.lines.flatMap((line) =>
    line.kind === 'header' ? line.heads.filter(({ official }) => official === column.label) : [],
  );
  const cells = table.lines.flatMap((line) => (line.kind === 'value' ? line.cells : []));
  return [...textOf(heads), ...valuesOf(cells.filter((cell) => cell.column === column))];
}

function textOf(labels: readonly ({ readonly cell: CellNode } | null)[]): readonly Lit[] {
  return labels.flatMap((label): Lit[] => (label ? [[label.cell, Kind.Text]] : []));
}

function valuesOf(cells: readonly Cell[]): readonly Lit[] {
  return cells.map(({ node }) => [node, Kind.Read]);
}
