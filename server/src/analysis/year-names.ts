// The places of a report that name a year.
import type { Report } from '../report/report.ts';
import { type DateToken, inlineTokens, sentencesIn, type YearToken } from '../syntax/inline-tokens.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** The year as written, in every place that names it: the front matter's 年度, title and text, dates included. In order. */
export function namesOfYear(report: Report, year: number): readonly Span[] {
  const declared = report.frontMatter.flatMap(({ key, entry: { value } }) =>
    key === 'year' && value && Number.parseInt(value.text.normalize('NFKC'), 10) === year ? [value.span] : [],
  );
  const written = anyDigits(year);
  const mayName = ({ start, end }: Span): boolean => written.test(report.tree.text.slice(start, end));
  const sentences = report.tree.lines
    .filter((line) => isProse(line) && mayName(line.span))
    .flatMap(({ span }) => [...sentencesIn(report.tree.text, span)].filter(mayName));
  return [...declared, ...sentences.flatMap((span) => namesIn(report, span, year))];
}

/** A quick look for a year, in whatever digits, before a line is read. */
function anyDigits(year: number): RegExp {
  const digits = [...String(year)].map(
    (digit) =>
      `[${['0０〇○零', '1１一', '2２二', '3３三', '4４四', '5５五', '6６六', '7７七', '8８八', '9９九'][Number(digit)] ?? ''}]`,
  );
  return new RegExp(digits.join(''));
}

function isProse(line: Line): boolean {
  return line.kind !== 'row' && !isSilent(line);
}

function namesIn({ tree }: Report, span: Span, year: number): readonly Span[] {
  return inlineTokens(tree.text, span).flatMap((token) =>
    (token.kind === 'year' || token.kind === 'date') && token.year === year ? [writtenYear(token)] : [],
  );
}

/** The digits of the year, without what follows them. */
function writtenYear({ text, span: { start } }: YearToken | DateToken): Span {
  const end = text.search(/[\s年.．/-]/);
  return { start, end: start + (end < 0 ? text.length : end) };
}
