// Folding: front matter, sections, sub-sections, tables, their groups, and runs of comments.
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Table, TableLine } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';
import { subsectionParts } from './subsections.ts';

export interface FoldingOptions {
  /** At most so many ranges, the first ones; null for no limit. */
  readonly limit: number | null;
}

/** Ranges of whole lines, in the order of the text. */
export function folding(snapshot: Snapshot, { limit }: FoldingOptions): FoldingRange[] {
  const { report, tree } = snapshot;
  const ranges = [
    ...(tree.frontMatter ? [rangeOf(snapshot, tree.frontMatter.span)] : []),
    ...report.sections.flatMap((section) => [
      below(
        snapshot,
        section.line,
        section.lines.findLast(({ kind }) => kind !== 'blank'),
      ),
      ...subsectionParts(section).map(({ line, last }) => below(snapshot, line, last)),
    ]),
    ...report.tables.flatMap((table) => [rangeOf(snapshot, table.span), ...groups(snapshot, table)]),
    ...commentRuns(snapshot),
  ];
  const folded = ranges.filter(({ startLine, endLine }) => endLine > startLine);
  folded.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  return limit === null ? folded : folded.slice(0, limit);
}

function rangeOf({ lines }: Snapshot, span: Span, kind?: FoldingRangeKind): FoldingRange {
  return { startLine: lines.lineAt(span.start), endLine: lines.lineAt(span.end), ...(kind ? { kind } : {}) };
}

/** A heading with the lines below it. */
function below(snapshot: Snapshot, heading: Line, last: Line = heading): FoldingRange {
  return rangeOf(snapshot, { start: heading.span.start, end: last.span.end });
}

/** Each group that has a line of its own, to the last line that stands under it. */
function groups(snapshot: Snapshot, { lines, definition }: Table): readonly FoldingRange[] {
  const isUnder = (line: TableLine, group: string): boolean => {
    if (line.kind !== 'group' && line.kind !== 'value') return true;
    const { id } = line.kind === 'group' ? line.group : line.row;
    return definition.groupsAbove(id).some((above) => above.id === group);
  };
  const ranges: FoldingRange[] = [];
  const open: { readonly id: string; readonly start: number }[] = [];
  let last = 0;
  const closeUntil = (line: TableLine | null): void => {
    for (let group = open.at(-1); group && !(line && isUnder(line, group.id)); group = open.at(-1)) {
      ranges.push(rangeOf(snapshot, { start: group.start, end: last }));
      open.pop();
    }
  };
  for (const line of lines) {
    closeUntil(line);
    if (line.kind === 'group') open.push({ id: line.group.id, start: line.line.span.start });
    last = line.line.span.end;
  }
  closeUntil(null);
  return ranges;
}

function commentRuns(snapshot: Snapshot): readonly FoldingRange[] {
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const line of snapshot.tree.lines) {
    if (line.kind !== 'comment') run = [];
    else {
      if (run.length === 0) runs.push(run);
      run.push(line);
    }
  }
  return runs.flatMap((lines) => {
    const [first, last] = [lines[0], lines.at(-1)];
    return first && last
      ? [rangeOf(snapshot, { start: first.span.start, end: last.span.end }, FoldingRangeKind.Comment)]
      : [];
  });
}
