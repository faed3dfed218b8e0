// Formatting of a document, of the tables in a range, and while typing.
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { lineAt } from '../analysis/element-at.ts';
import { tableAround } from '../analysis/table-elements.ts';
import { formatTable, formatting } from '../report/format.ts';
import { type Edit, leastEdit } from '../text/edit.ts';
import { textEdits } from './edits.ts';
import { spanOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/** What is typed before a table is formatted: the end of a row, the end of a cell. */
export const formattingTriggers = ['\n', '|'] as const;

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

/**
 * After a line break: the table of the row that the cursor left, but nothing on the cursor's own line. After a bar: the
 * cells of the row that the bar closes, nothing at the cursor or behind it.
 */
export function formatOnType(snapshot: Snapshot, position: Position, typed: string): TextEdit[] {
  return textEdits(snapshot, typed === '|' ? closedCells(snapshot, position) : tableLeft(snapshot, position));
}

function tableLeft(snapshot: Snapshot, { line }: Position): readonly Edit[] {
  const { report, lines } = snapshot;
  const left = lineAt(report, lines.lineEnd(line - 1));
  const table = left?.kind === 'row' && left.number === line - 1 ? tableAround(report, left.span) : null;
  if (!table) return [];
  return formatTable(report, table).flatMap((row) => (row.line.number === line ? [] : row.edits));
}

function closedCells(snapshot: Snapshot, position: Position): readonly Edit[] {
  const { report, text, lines } = snapshot;
  const bar = lines.offsetAt(position) - 1;
  const table = tableAround(report, { start: bar, end: bar });
  if (!table || text[bar] !== '|') return [];
  const row = formatTable(report, table).find(({ line }) => line.number === position.line);
  return (row?.edits ?? []).flatMap((edit) => before(text, edit, bar) ?? []);
}

/** The part of an edit that lies before a bar, which both the text and the edit hold; null where there is none. */
function before(text: string, { span, text: replacement }: Edit, bar: number): Edit | null {
  if (span.end <= bar) return { span, text: replacement };
  if (span.start > bar) return null;
  const last = replacement.indexOf('|');
  return last < 0 ? null : leastEdit(text, { span: { start: span.start, end: bar }, text: replacement.slice(0, last) });
}
