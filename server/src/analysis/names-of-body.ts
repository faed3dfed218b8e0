// The places of a report that name its body.
import type { Report } from '../report/report.ts';
import { quotationsIn } from '../syntax/inline-tokens.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { encloses, overlapsAny, type Span } from '../text/span.ts';

/** A place that names the body, and whether it must be this body: in the front matter and in the title. */
export interface BodyName {
  readonly span: Span;
  readonly certain: boolean;
}

/**
 * Where the body's name stands word for word: in the front matter, the title and the text, quoted names of documents left
 * out. In the text a longer name may begin with it. In order; none where the body isn't known.
 */
export function namesOfBody(report: Report): readonly BodyName[] {
  const name = report.body?.text;
  if (!name) return [];
  const declared = report.frontMatter.flatMap(({ key, entry: { value } }) =>
    key === 'body' && value?.text === name ? [{ span: value.span, certain: true }] : [],
  );
  return [...declared, ...report.tree.lines.filter(mayName).flatMap((line) => namesIn(report, line, name))];
}

/** The body may be named by a line of the page around the report, which is a row. */
function mayName(line: Line): boolean {
  return line.kind !== 'row' && !isSilent(line);
}

function namesIn({ tree: { text }, title }: Report, { span: line }: Line, name: string): readonly BodyName[] {
  const spans = occurrences(text, line, name);
  if (spans.length === 0) return [];
  const quoted = quotationsIn(text, line);
  return spans
    .filter((span) => !overlapsAny(quoted, span))
    .map((span) => ({ span, certain: title !== null && encloses(title.span, span) }));
}

function occurrences(text: string, { start, end }: Span, name: string): readonly Span[] {
  const line = text.slice(start, end);
  const found: Span[] = [];
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + name.length))
    found.push({ start: start + at, end: start + at + name.length });
  return found;
}
