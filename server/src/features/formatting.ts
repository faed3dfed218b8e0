// Formatting of a document, of the tables in a range, and while typing.
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { lineAt } from '../analysis/element-at.ts';
import { tableAround } from '../analysis/table-elements.ts';
import { formatTable, formatting } from '../report/format.ts';
import type { Edit } from '../text/edit.ts';
import { textEdits } from './edits.ts';
import { spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** What is typed before a row is formatted: its end. While it is typed nothing moves. */
export const formattingTrigger = '\n';

/** The edits that put the bars of every table below each other. */
export function formatDocument(snapshot: Snapshot): TextEdit[] {
  return textEdits(snapshot, formatting(snapshot.report));
}

/** The same for the whole tables that a range touches. */
export function formatRange(snapshot: Snapshot, range: Range): TextEdit[] {
  const { start, end } = spanOf(snapshot.lines, range);
  const touched = snapshot.report.tables.filter(({ span }) => span.start <= end && start <= span.end);
  return textEdits(snapshot, formatting(snapshot.report, touched));
}

/** After a line break: the row of a table that the cursor left, put below the others; nothing on any other line. */
export function formatOnType(snapshot: Snapshot, position: Position): TextEdit[] {
  return textEdits(snapshot, rowLeft(snapshot, position));
}

function rowLeft({ report, lines }: Snapshot, { line }: Position): readonly Edit[] {
  const left = lineAt(report, lines.lineEnd(line - 1));
  const table = left?.kind === 'row' && left.number === line - 1 ? tableAround(report, left.span) : null;
  if (!table) return [];
  return formatTable(report, table).find((row) => row.line === left)?.edits ?? [];
}
