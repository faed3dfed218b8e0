// What a new report still asks for in its text.
import { placeholderStart } from '../forms/template.ts';
import type { Report } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Span } from '../text/span.ts';
import { placeholdersIn } from './placeholders.ts';

/** The prompts in the prose, in order: where something is to be written in their place. */
export function promptsOf({ tree: { text, lines } }: Report): readonly Span[] {
  if (!text.includes(placeholderStart)) return [];
  return lines.flatMap((line) => {
    if (line.kind === 'row' || isSilent(line)) return [];
    const { content } = line;
    return placeholdersIn(content.text)
      .filter(({ start }) => content.text.startsWith(placeholderStart, start))
      .map(({ start, end }): Span => ({ start: content.span.start + start, end: content.span.start + end }));
  });
}
