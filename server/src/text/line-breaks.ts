import type { Edit } from './edit.ts';
import type { Span } from './span.ts';

/** The line break that a text uses; LF where it has none. */
export function lineBreak(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Deletes a line with the break before it, so that neighbouring lines can be deleted one by one; not for the first line of a text. */
export function deleteWithBreakBefore(text: string, { start, end }: Span): Edit {
  const before = text.startsWith('\r\n', start - 2) ? 2 : 1;
  return { span: { start: Math.max(0, start - before), end }, text: '' };
}
