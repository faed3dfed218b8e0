// Selection range: what a selection grows to, from a word in a cell to the whole report.
import type { SelectionRange } from 'vscode-languageserver-types';
import { elementAt, lineAt } from '../analysis/element-at.ts';
import { sectionAt } from '../analysis/section-at.ts';
import { linesOf, tableAround } from '../analysis/table-elements.ts';
import type { Report, Table } from '../report/report.ts';
import type { Line, RowLine } from '../syntax/tree.ts';
import { cover, encloses, type Span, touches } from '../text/span.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';
import { subsectionParts } from './subsections.ts';

/**
 * For each offset what encloses it, from the inside: what is written there, the cell, the row, the rows of its group, its
 * block, the table; of text the line and the sub-section; then the section and the report.
 */
export function selectionRanges(snapshot: Snapshot, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) => {
    const whole: SelectionRange = { range: rangeOf(snapshot.lines, { start: 0, end: snapshot.text.length }) };
    return growing(spansAt(snapshot.report, offset), snapshot.text.length)
      .toReversed()
      .reduce((parent, span): SelectionRange => ({ range: rangeOf(snapshot.lines, span), parent }), whole);
  });
}

/** The spans that each really enclose the one before, up to but without the whole text. */
function growing(spans: readonly Span[], length: number): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    const isMore =
      last === undefined
        ? span.end > span.start
        : encloses(span, last) && span.end - span.start > last.end - last.start;
    if (isMore && span.end - span.start < length) kept.push(span);
  }
  return kept;
}

function spansAt(report: Report, offset: number): readonly Span[] {
  const { frontMatter } = report.tree;
  const element = elementAt(report, offset);
  const own = element ? [element.selection, element.span].filter((span) => touches(span, offset)) : [];
  if (frontMatter && offset <= frontMatter.span.end) {
    const entry = element?.kind === 'entry' ? [element.entry.entry.span] : [];
    return [...own, ...entry, frontMatter.span];
  }
  const line = lineAt(report, offset);
  if (!line) return own;
  const section = sectionAt(report, offset);
  const part = section && subsectionParts(section).findLast(({ line: { span } }) => span.start <= offset);
  return [
    ...own,
    line.span,
    ...(line.kind === 'row' ? tableSpans(report, line) : []),
    ...(part ? [cover(part.line.span, part.last.span)] : []),
    ...(section ? [section.span] : []),
  ];
}

function tableSpans(report: Report, line: RowLine): readonly Span[] {
  const table = tableAround(report, line.span);
  return table ? [...groupSpans(table, line), ...blockSpan(table, line), table.span] : [];
}

/** The rows under each group that the row stands in, the innermost first. */
function groupSpans(table: Table, line: RowLine): readonly Span[] {
  const ids = linesOf(table, line).flatMap((each) =>
    each.kind === 'value' ? [each.row.id] : each.kind === 'group' ? [each.group.id] : [],
  );
  const above = ids.flatMap((id) => [...table.definition.groupsAbove(id).map((group) => group.id), id]);
  return above.toReversed().flatMap((group) => {
    const rows = table.lines.flatMap((each) => {
      const id = each.kind === 'value' ? each.row.id : each.kind === 'group' ? each.group.id : null;
      const isUnder = id !== null && (id === group || table.definition.groupsAbove(id).some((own) => own.id === group));
      return isUnder ? [each.line] : [];
    });
    return spanOfLines(rows);
  });
}

/** The rows that have the same columns, with their heads. */
function blockSpan(table: Table, line: RowLine): readonly Span[] {
  const own = linesOf(table, line).find((each) => each.kind === 'value' || each.kind === 'header');
  const block = own?.kind === 'value' || own?.kind === 'header' ? own.block : null;
  if (!block) return [];
  return spanOfLines(
    table.lines.flatMap((each) =>
      (each.kind === 'value' || each.kind === 'header') && each.block === block ? [each.line] : [],
    ),
  );
}

function spanOfLines(lines: readonly Line[]): readonly Span[] {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? [cover(first.span, last.span)] : [];
}
