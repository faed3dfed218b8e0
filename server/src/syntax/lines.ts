import type { BlankLine, CommentLine, Line, RuleLine, SuppressionLine } from './tree.ts';

/** Whether a line says nothing in the report: it is blank, drawn between rows, a comment or a suppression. */
export function isSilent(line: Line): line is BlankLine | RuleLine | CommentLine | SuppressionLine {
  return isEmpty(line) || line.kind === 'comment' || line.kind === 'suppression';
}

/** Whether a line holds nothing that could be read: it is blank or drawn between rows. */
export function isEmpty({ kind }: Line): boolean {
  return kind === 'blank' || kind === 'rule';
}
