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
import { type LinkedMention, mentionAt, mentionsOf } from '../analysis/mention-links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import type { Subject } from '../analysis/subject.ts';
import { writtenIn } from '../analysis/table-elements.ts';
import { namesOfYear } from '../analysis/year-names.ts';
import type { Cell, Report, TableLine } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

type Lit = readonly [span: Span, kind: Kind];
type LitCell = readonly [node: CellNode, kind: Kind];

/**
 * In a table what belongs together: the numbers of a value's relations (totals as written, others as read) with its label
 * and head, a row, a column, a group. Of a number of the text the cells that it may mean, of a cell the numbers of the text
 * that may mean it. Of a year every place that names it. Null elsewhere, where an editor looks for the same word by itself.
 */
export function documentHighlight(
  snapshot: Snapshot,
  { offset, settings }: { readonly offset: number; readonly settings?: RuleSettings },
): DocumentHighlight[] | null {
  const subject = snapshot.subject(settings);
  const mention = mentionAt(subject, offset);
  const element = elementAt(snapshot.report, offset);
  if (!element) return null;
  const lit = mention ? withMention(mention) : (inText(snapshot.report, element) ?? inTable(element, subject));
  return lit === null ? null : lit.map(([span, kind]) => ({ range: rangeOf(snapshot.lines, span), kind }));
}

/** Of a year its names; of a number itself alone, which has nothing to do with the same digits elsewhere. */
function inText(report: Report, element: Element): readonly Lit[] | null {
  if (element.kind === 'number') return [[element.selection, Kind.Text]];
  const year = yearOf(element);
  return year === null ? null : namesOfYear(report, year).map((span) => [span, Kind.Text]);
}

/** The year that is named there; null where none is. */
function yearOf(element: Element): number | null {
  if (element.kind === 'year' || element.kind === 'date') return element.token.year;
  if (element.kind !== 'entry' || element.entry.key !== 'year' || element.part !== 'value') return null;
  return Number.parseInt(element.entry.entry.value?.text.normalize('NFKC') ?? '', 10) || null;
}

function inTable(element: Element, subject: Subject): readonly Lit[] | null {
  const cells = belongingTo(element);
  if (!cells) return null;
  const meant = element.kind === 'value' ? mentionsOf(subject, element.cell) : [];
  return [
    ...meant.map(({ mention }): Lit => [mention.span, Kind.Text]),
    ...[...new Map(cells)].map(([node, kind]): Lit => [writtenIn(node), kind]),
  ];
}

function withMention({ mention, cells }: LinkedMention): readonly Lit[] {
  return [[mention.span, Kind.Text], ...[...cells.keys()].map(({ node }): Lit => [writtenIn(node), Kind.Read])];
}

function belongingTo(element: Element): readonly LitCell[] | null {
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

function withValue({ table, row, cell, isTotal: isOwnTotal }: ValueElement): readonly LitCell[] {
  const values = [{ cell, isTotal: isOwnTotal }, ...relatedCells({ table, cell })];
  return [
    ...values.map(({ cell: { node }, isTotal }): LitCell => [node, isTotal ? Kind.Write : Kind.Read]),
    ...textOf([rowLabel(row), columnHead(table, row, cell.column)]),
  ];
}

function withRow({ table, row }: RowLabelElement): readonly LitCell[] {
  const rows = table.lines.flatMap((line) => (line.kind === 'value' && line.row === row.row ? [line] : []));
  return [...textOf(rows.map(rowLabel)), ...valuesOf(row.cells)];
}

/** The group's label wherever it stands, and those of all that is under it. */
function withGroup({ table, label }: GroupLabelElement): readonly LitCell[] {
  const { id } = label.definition;
  const isUnder = (line: TableLine) =>
    line.kind === 'group' || line.kind === 'value'
      ? line.labels.filter(
          ({ definition }) =>
            definition.id === id || table.definition.groupsAbove(definition.id).some((group) => group.id === id),
        )
      : [];
  return textOf(table.lines.flatMap(isUnder));
}

function withColumn({ table, column }: ColumnHeadElement): readonly LitCell[] {
  const heads = table.lines.flatMap((line) =>
    line.kind === 'header' ? line.heads.filter(({ official }) => official === column.label) : [],
  );
  const cells = table.lines.flatMap((line) => (line.kind === 'value' ? line.cells : []));
  return [...textOf(heads), ...valuesOf(cells.filter((cell) => cell.column === column))];
}

function textOf(labels: readonly ({ readonly cell: CellNode } | null)[]): readonly LitCell[] {
  return labels.flatMap((label): LitCell[] => (label ? [[label.cell, Kind.Text]] : []));
}

function valuesOf(cells: readonly Cell[]): readonly LitCell[] {
  return cells.map(({ node }) => [node, Kind.Read]);
}
