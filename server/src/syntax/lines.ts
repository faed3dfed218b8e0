import type { BlankLine, CommentLine, ConflictLine, Line, RuleLine, SuppressionLine, Tree } from './tree.ts';

/** Whether a line says nothing in the report: it is blank, drawn between rows, a comment, a suppression or unsettled. */
export function isSilent(line: Line): line is BlankLine | RuleLine | CommentLine | SuppressionLine | ConflictLine {
  return isEmpty(line) || line.kind === 'comment' || line.kind === 'suppression' || line.kind === 'conflict';
}

/** Whether a line holds nothing that could be read: it is blank or drawn between rows. */
export function isEmpty({ kind }: Line): boolean {
  return kind === 'blank' || kind === 'rule';
}

/** The line right above another, null above the first. */
export function lineAbove({ lines }: Tree, { number }: Line): Line | null {
  return lines[number - 1 - (lines[0]?.number ?? 0)] ?? null;
}
