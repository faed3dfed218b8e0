import type { Report, Section } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { isContent } from './section-places.ts';
import { fact } from './subject.ts';

/** Sections that occur a second time, one after the other. */
export interface Copy {
  readonly sections: readonly Section[];
  /** Where the copy begins: at its first heading, or at the title and the preface before it if they are repeated too. */
  readonly start: number;
  /** The stretch to delete where all of it stands word for word earlier in the report, else null. */
  readonly identical: Span | null;
}

/** The parts of the report that occur again, in the order of the text. A whole report pasted twice is one copy. */
export const copies = fact(({ report }): readonly Copy[] =>
  report.sections.every((section) => section.repeats === null) ? [] : findCopies(report),
);

function findCopies(report: Report): readonly Copy[] {
  const lines = report.tree.lines.filter(isContent).map((line) => ({ line, text: visible(report, line) }));
  const indexOf = new Map(lines.map(({ line }, i): [Line, number] => [line, i]));
  const following = new Map(report.sections.map((section, i) => [section, report.sections[i + 1]]));
  return runs(report).flatMap((sections) => {
    const [first] = sections;
    const original = first?.repeats;
    if (!first || !original) return [];
    const next = following.get(sections.at(-1) ?? first);
    const end = next ? (indexOf.get(next.line) ?? lines.length) : lines.length;
    const range = { from: indexOf.get(original.line) ?? 0, at: indexOf.get(first.line) ?? 0, end };
    return copyOf(report, lines, sections, original === report.sections[0] ? withLinesBefore(lines, range) : range);
  });
}

interface ContentLine {
  readonly line: Line;
  readonly text: string;
}

/** Indexes of content lines: where the original begins, where its copy begins, where the copy's last section ends. */
interface Range {
  readonly from: number;
  readonly at: number;
  readonly end: number;
}

/** A title is the same with and without its mark. */
function visible(report: Report, line: Line): string {
  const text = report.tree.text.slice(line.span.start, line.span.end).trim();
  return text.startsWith('#') ? text.slice(1).trimStart() : text;
}

/** Repeated sections that follow one another in the order of their originals; a third copy begins a run of its own. */
function runs(report: Report): readonly (readonly Section[])[] {
  const indexOf = new Map(report.sections.map((section, i) => [section, i]));
  const result: Section[][] = [];
  let run: Section[] | null = null;
  let last = -1;
  for (const section of report.sections) {
    if (section.repeats === null) {
      run = null;
      continue;
    }
    const original = indexOf.get(section.repeats) ?? 0;
    if (run === null || original <= last) {
      run = [];
      result.push(run);
    }
    run.push(section);
    last = original;
  }
  return result;
}

function withLinesBefore(lines: readonly ContentLine[], range: Range): Range {
  let { from, at } = range;
  while (from > 0 && at - 1 > range.from && lines[from - 1]?.text === lines[at - 1]?.text) {
    from--;
    at--;
  }
  return { from, at, end: range.end };
}

function copyOf(report: Report, lines: readonly ContentLine[], sections: readonly Section[], range: Range): Copy {
  const { from, at, end } = range;
  let same = 0;
  while (at + same < end && from + same < at && lines[from + same]?.text === lines[at + same]?.text) same++;
  const start = lines[at]?.line.span.start ?? report.tree.text.length;
  const whole = at + same === end || from + same === at;
  const after = lines[at + same]?.line.span.start ?? report.tree.text.length;
  return { sections, start, identical: whole ? { start, end: after } : null };
}
