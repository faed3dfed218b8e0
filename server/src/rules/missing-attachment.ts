import { type ProseLine, reportProse } from '../analysis/prose.ts';
import { isContent } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import { annexes, annexesElsewhere, annexPromises } from '../forms/content-words.ts';
import type { Report } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import { anyOf } from '../text/any-of.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'missing-attachment';

/** An annex is promised, and nothing follows. */
export const missingAttachment: Rule = {
  code,
  group: 'text',
  severity: 'warning',
  asks: 'more',
  title: { zh: '文中所提附件没有附上', en: 'An annex is promised and absent' },
  explanation: {
    zh: `正文写「详见附件」「见附表」「统计表附后」，或者标题里有「附表」「附件」，后面却找不到附件、附表或表格时警告。

有以「附件」「附表」开头的行、有表格、有下载链接或文件名的，都算附上了，不提示。

做法：把附件、附表补在文末；没有附件的，改写这句话或标题。

依据：《条例》第五十条，年度报告应当包括规定的内容；附件是报告的一部分。`,
    en: `Fires where the text says 详见附件, 见附表 or 统计表附后, or a heading names 附表 or 附件, and no annex, table or file follows.

A line that begins with 附件 or 附表, a table, a link or the name of a file is an annex; nothing is said then.

What to do: add the annex at the end, or rewrite the sentence or the heading.

Source: article 50 of the Regulation on the contents of the report, of which annexes are part.`,
  },
  noFix: {
    zh: '附件要由作者补上，不附的要改句子。',
    en: 'the annex is for the author to add, or the sentence to change.',
  },
  example: {
    wrong: `# 青禾镇2017年政府信息公开工作年度报告

一、概述

2017年公开信息120条，分类情况{{missing-attachment:详见附件}}。
`,
    right: `# 青禾镇2017年政府信息公开工作年度报告

一、概述

2017年公开信息120条，分类情况详见附件。

附件：政府信息公开分类情况
`,
  },
  check,
};

const ANNEX = anyOf(annexes);
const PROMISE = new RegExp(
  `(?:(?<!意)${anyOf(annexPromises.before)}${anyOf(annexPromises.links)}${ANNEX}[\\d一二三四五]?|[表件单]${anyOf(annexPromises.behind)})(?![》〉])`,
  'g',
);
const BEGINS = new RegExp(`^[\\s（(【\\[\\d一二三四五六七八九十）)、.]*${ANNEX}`);
/** Before words that are told of, not said. */
const QUOTE = /[“「『‘]/;
const HEADED = new RegExp(ANNEX);
const TABLE = /表/;
const CUES: readonly string[] = [...annexes, ...annexPromises.behind];

interface Promised {
  readonly span: Span;
  /** Whether a table is what is promised, wherever it stands. */
  readonly isTable: boolean;
}

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const { text } = report.tree;
  if (!CUES.some((cue) => text.includes(cue))) return;
  const promised = [...headings(report), ...reportProse(subject).flatMap(promisesIn)];
  if (promised.length === 0 || annexesElsewhere.some((word) => text.includes(word))) return;
  const found = annexesOf(report);
  const [first, ...others] = promised.filter((each) => !isThere(found, each));
  if (!first) return;
  yield finding(code, {
    span: first.span,
    related: () =>
      others.map(({ span }) => ({ span, message: () => ({ zh: '这里也提到附件', en: 'promised here too' }) })),
    message: () => ({
      zh: `「${text.slice(first.span.start, first.span.end)}」：后面没有找到附件或附表`,
      en: `“${text.slice(first.span.start, first.span.end)}”: no annex follows`,
    }),
  });
}

function promisesIn({ start, text }: ProseLine): readonly Promised[] {
  if (BEGINS.test(text)) return [];
  const promised = [...text.matchAll(PROMISE)].filter(({ index }) => !QUOTE.test(text.charAt(index - 1)));
  return promised.map(({ 0: words, index }) => ({
    span: { start: start + index, end: start + index + words.length },
    isTable: TABLE.test(words),
  }));
}

/** The headings that name an annex: 需要说明的事项与附表. */
function headings({ sections }: Report): readonly Promised[] {
  return sections.flatMap(({ title, repeats }) => {
    const match = repeats ? null : HEADED.exec(title.text);
    if (!match) return [];
    const start = title.span.start + match.index;
    return [{ span: { start, end: start + match[0].length }, isTable: TABLE.test(match[0]) }];
  });
}

/** What stands in a report that may be an annex: where the last line of its kind begins, -1 where there is none. */
interface Annexes {
  readonly named: boolean;
  /** A row of any table, and one that is in none of the form's. */
  readonly row: number;
  readonly freeRow: number;
  /** A number alone on its line: a cell of a table that lies in pieces. */
  readonly number: number;
}

function annexesOf({ tree, tables }: Report): Annexes {
  const bound = new Set<Line>(tables.flatMap(({ lines }) => lines.map(({ line }) => line)));
  const lines = tree.lines.filter(isContent);
  const textOf = ({ span }: Line): string => tree.text.slice(span.start, span.end);
  const lastStart = (is: (line: Line) => boolean): number => lines.findLast(is)?.span.start ?? -1;
  return {
    named: lines.some((line) => line.kind !== 'section' && line.kind !== 'row' && BEGINS.test(textOf(line))),
    row: lastStart(({ kind }) => kind === 'row'),
    freeRow: lastStart((line) => line.kind === 'row' && !bound.has(line)),
    number: lastStart((line) => line.kind !== 'row' && /^\s*[\d.]+\s*$/.test(textOf(line))),
  };
}

function isThere({ named, row, freeRow, number }: Annexes, { span, isTable }: Promised): boolean {
  return named || (isTable ? row : freeRow) > span.start || number > span.end;
}
