import { missingAreas } from '../analysis/areas.ts';
import { gaps } from '../analysis/section-gaps.ts';
import { type DefinedSection, definedSections, isContent } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import { isRowLabel } from '../report/label-index.ts';
import type { Section } from '../report/report.ts';
import type { Line, SubsectionLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'subsection-number';
const LONGEST_HEADING = 30;
/** No label of a row is longer, white space within it included. */
const LONGEST_LABEL = 120;
const DEEPEST_NESTING = 8;

/** （一）（二）… within a section skip, repeat or don't start at 一. */
export const subsectionNumber: Rule = {
  code,
  group: 'structure',
  severity: 'warning',
  title: { zh: '小标题的序号不连续', en: 'Sub-headings are misnumbered' },
  explanation: {
    zh: `一个部分里的「（一）（二）（三）」不从一开始、跳号或者重号时警告，位置是第一个不对的序号。写完一组以后又从（一）排起，是通常的写法，不警告；因为缺少五个方面中的一个而跳号的，由 missing-subsection 报告。

序号不对，往往是删改时留下的，也可能是漏了一段。《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）没有规定小标题，这里依据的是公文的通行写法：（一）以后是（二），依次连续。

做法：先看是不是漏了内容；没有漏的，按顺序改号。`,
    en: `Fires when （一）（二）（三） within a part don’t start at one, skip or repeat, at the first ordinal that is off. Starting again at （一） after a list is usual and not reported; a gap left by a missing area is reported by missing-subsection.

Such a break is usually left over from editing; a paragraph may be lost. The form (国办公开办函〔2021〕30号) doesn’t prescribe sub-headings; that （二） follows （一） is the usage of official documents.

What to do: look whether something is missing; if not, renumber.`,
  },
  example: {
    wrong: `五、存在的主要问题及改进情况

（一）政策解读形式单一。
{{subsection-number:（三）}}公开内容更新不及时。
`,
    right: `五、存在的主要问题及改进情况

（一）政策解读形式单一。
（二）公开内容更新不及时。
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  for (const section of definedSections(subject.report)) {
    for (const found of breaksIn(subject, section)) {
      const { off, expected } = found;
      const mark = `（${numeral(expected)}）`;
      yield finding(code, {
        span: off.mark.span,
        message: () => ({
          zh: `小标题序号不连续：「${off.mark.text}」应为「${mark}」`,
          en: `Sub-headings are misnumbered: “${off.mark.text}” should be “${mark}”`,
        }),
        fixes: () => [fix(found)],
        data: { section: section.definition.id, expected, found: off.ordinal },
      });
    }
  }
}

/** A series of sub-headings that number on from each other. */
interface Series {
  readonly lines: SubsectionLine[];
  /** The last ordinal. */
  last: number;
  /** Index of the first line that is off. */
  off: number | null;
}

interface Break {
  readonly off: SubsectionLine;
  readonly expected: number;
  /** The line that is off and those of its series after it. */
  readonly rest: readonly SubsectionLine[];
  readonly skips: boolean;
}

function breaksIn(subject: Subject, section: DefinedSection): readonly Break[] {
  const all = seriesIn(subject, section);
  return all.flatMap(({ lines, off }) => {
    const line = off === null ? undefined : lines[off];
    if (off === null || !line) return [];
    const expected = (lines[off - 1]?.ordinal ?? 0) + 1;
    return [{ off: line, expected, rest: lines.slice(off), skips: line.ordinal > expected }];
  });
}

/** Sorts the sub-headings of a section into series. A series may be taken up again after one that is nested in it. */
function seriesIn(subject: Subject, section: DefinedSection): readonly Series[] {
  const all: Series[] = [];
  let open: Series[] = [];
  const lines = subsectionsOf(subject, section);
  lines.forEach((line, i) => {
    const current = open.at(-1);
    const next = lines[i + 1];
    const between = linesBetween(section, lines[i - 1], line);
    if (!current || restarts(current, line, next, between)) {
      const series: Series = { lines: [line], last: line.ordinal, off: null };
      if (!current && !isExplained(subject, section, 0, line, between)) series.off = 0;
      all.push(series);
      open = [...open.slice(1 - DEEPEST_NESTING), series];
      return;
    }
    const outer = open.findLast((series) => series.last + 1 === line.ordinal);
    if (outer) open = open.slice(0, open.indexOf(outer) + 1);
    const series = outer ?? current;
    const fits = outer !== undefined || isExplained(subject, section, current.last, line, between);
    if (!fits) series.off ??= series.lines.length;
    series.lines.push(line);
    series.last = line.ordinal;
  });
  return all;
}

/** A 一 begins a new series, unless it repeats the 一 just above it or stands where the series goes on after it. */
function restarts(
  current: Series,
  line: SubsectionLine,
  next: SubsectionLine | undefined,
  between: readonly Line[],
): boolean {
  if (line.ordinal !== 1) return false;
  if (between.some(isHeadingLike) || headsAList(between)) return true;
  if (current.last === 1 && current.lines.length === 1) return false;
  return next?.ordinal !== current.last + 2;
}

/** Whether the numbers left out stand inside the lines before, or belong to areas that are missing as such. */
function isExplained(
  subject: Subject,
  section: DefinedSection,
  last: number,
  line: SubsectionLine,
  between: readonly Line[],
): boolean {
  if (line.ordinal <= last + 1) return line.ordinal > last;
  const missing = section.definition.id === 'overview' ? missingAreas(subject).map((area) => area.ordinal) : [];
  const text = canonical(
    between.map((each) => subject.report.tree.text.slice(each.span.start, each.span.end)).join('\n'),
  );
  const inline = canonical(section.inlineText?.text ?? '');
  for (let ordinal = last + 1; ordinal < line.ordinal; ordinal++) {
    const mark = `(${numeral(ordinal)})`;
    if (!missing.includes(ordinal) && !text.includes(mark) && !inline.includes(mark)) return false;
  }
  return true;
}

/** The sub-headings of a section but for a missing part's heading (`missing-section`) and row labels of a torn table. */
function subsectionsOf(subject: Subject, section: Section): readonly SubsectionLine[] {
  const parts = new Set<Line | null>(gaps(subject).map(({ lookalike }) => lookalike));
  return section.subsections.filter((line) => {
    const { mark, content } = line;
    const isRow = content.text.length <= LONGEST_LABEL && isRowLabel(canonical(mark.text + content.text));
    return !isRow && !parts.has(line);
  });
}

/** The lines from a sub-heading, or the section's first line, up to the next sub-heading. */
function linesBetween(section: Section, from: SubsectionLine | undefined, to: SubsectionLine): readonly Line[] {
  const first = section.lines[0]?.number ?? 0;
  return section.lines.slice((from?.number ?? first) - first, to.number - first);
}

/** A short line without a full stop, or one that ends in a colon, as stands above a list. */
function isHeadingLike(line: Line): boolean {
  if (line.kind !== 'text' && line.kind !== 'item') return false;
  const { text } = line.content;
  return /[：:]$/.test(text) || (text.length <= LONGEST_HEADING && !/[。；;！!]$/.test(text));
}

/** Whether there is only a sub-heading without a sentence of its own: what is numbered below it is nested in it. */
function headsAList(between: readonly Line[]): boolean {
  const [heading, ...rest] = between;
  return heading?.kind === 'subsection' && !/[。；;]/.test(heading.content.text) && !rest.some(isContent);
}

function fix({ rest, expected, skips }: Break): Fix {
  const edits = rest.flatMap((line, i) => {
    const ordinal = expected + i;
    if (line.ordinal === ordinal) return [];
    return [{ span: line.mark.span, text: line.mark.text.replace(/[〇零一二三四五六七八九十两]+/, numeral(ordinal)) }];
  });
  return { title: { zh: '从这里起按顺序改号', en: 'Renumber from here on' }, edits, certain: !skips };
}
