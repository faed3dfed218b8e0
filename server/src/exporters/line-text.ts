import type { Line, RowLine } from '../syntax/tree.ts';

/** A line as it is published: as written in `source`, without the backslash that makes it text. */
export function lineText(line: Line, source: string): string {
  if (line.kind === 'text' && line.escaped) return line.content.text;
  return source.slice(line.span.start, line.span.end).trim();
}

/** The texts of a row's cells one after the other, without bars. */
export function textOfCells({ cells }: RowLine): string {
  return cells.flatMap(({ text }) => (text === '' ? [] : [text])).join('　');
}
