import { type StaleCitation, staleCitations } from '../forms/citations.ts';
import type { Report } from '../report/report.ts';
import type { Line } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { textMemory } from '../text/text-memory.ts';
import { finding } from './engine/finding.ts';
import type { Fix, Rule } from './engine/rule.ts';

export const staleCitation: Rule = {
  code: 'stale-citation',
  group: 'citations',
  severity: 'warning',
  title: { zh: '引用的文件或条文已过时、有误', en: 'An outdated or wrong citation' },
  explanation: {
    zh: `报告引用了已被替代的文件、写错的文号，或者修订前《条例》的条文：

2021 年度起，年度报告格式的依据是国办公开办函〔2021〕30号，不再是国办公开办函〔2019〕60号及其「格式（试行）」；文号里的年份用六角括号〔〕，发文代字是「国办公开办函」，不是「国办发」。2019 年 5 月 15 日起施行的《条例》（国务院令第711号）以第四十九条、第五十条规定年度报告，不再是第三十一条、第三十二条。文号、令号、条文写错一两个数字的，报告年度当时还没有的文件，也提示。一句话里有几处的，合成一条。

引用过时的文件，多半是沿用往年的开头，审核时会被退回。

请用快速修复改成现行的文号和条文；涉及文件名称的，请通读全句。

依据：《中华人民共和国政府信息公开条例》第四十九条、第五十条；国办公开办函〔2021〕30号。`,
    en: `The report cites a replaced notice, a wrong document number, or articles of the Regulation as it was before its revision:

Since the reports for 2021 the form rests on 国办公开办函〔2021〕30号, no longer on 国办公开办函〔2019〕60号 and its trial form. The year of a document number stands in 〔〕, and the code is 国办公开办函, not 国办发. The Regulation in force since 15 May 2019 (国务院令第711号) deals with the report in articles 49 and 50, no longer 31 and 32. Wrong digits in a number or article, and a notice that did not exist in the reported year, are said too. Several in one sentence are one finding.

Such citations usually come with last year’s opening, and the report is sent back for them.

Let the fix write the number or article in force; where a title is replaced, read the whole sentence again.

Source: articles 49 and 50 of the Regulation; 国办公开办函〔2021〕30号.`,
  },
  example: {
    wrong: `# 青禾镇2023年政府信息公开工作年度报告

根据《条例》和{{stale-citation:国办公开办函〔2019〕60号}}的要求，编制本报告。
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

根据《条例》和国办公开办函〔2021〕30号的要求，编制本报告。
`,
  },
  *check({ report }) {
    for (const group of citationGroups(report)) {
      const [first, ...others] = group;
      if (!first) continue;
      const severity = group.every(({ citation }) => citation.weight === 'hint') ? { severity: 'hint' as const } : {};
      yield finding('stale-citation', {
        span: first.span,
        ...severity,
        data: { citation: first.citation.id },
        fixes: () => fixes(group),
        related: () => others.map((other) => ({ span: other.span, message: () => other.citation.message })),
        message: () => message(group),
      });
    }
  },
};

/** What is wrong of each; of a title and its number, which are wrong for one reason, once. */
function message(group: readonly Found[]): Localized {
  const parts = group.filter(({ citation }, i) => group.findIndex((other) => other.citation === citation) === i);
  const shown = parts.filter(({ goesOn }, i) => i === 0 || !goesOn);
  return {
    zh: shown.map(({ text, citation }) => `「${text}」：${citation.message.zh}`).join('。'),
    en: shown.map(({ text, citation }) => `“${text}”: ${citation.message.en}`).join('. '),
  };
}

function fixes(group: readonly Found[]): readonly Fix[] {
  const edits = group.flatMap(({ span: place, right }) => (right === null ? [] : [{ span: place, text: right }]));
  if (edits.length === 0) return [];
  const texts = edits.flatMap(({ text }) => (text === '' ? [] : text));
  const title =
    texts.length === 0
      ? { zh: '删去', en: 'Delete it' }
      : { zh: `改为「${texts.join('」和「')}」`, en: `Change to “${texts.join('” and “')}”` };
  return [{ title, edits, certain: group.every(({ citation, right }) => citation.certain && right !== null) }];
}

interface Found {
  readonly citation: StaleCitation;
  readonly span: Span;
  readonly text: string;
  readonly right: string | null;
  /** Whether it cites the document that the one before it does: a title and its number. */
  readonly goesOn: boolean;
}

/** Whether a line can cite anything; most don’t. */
const CITES = /号|年度报告|条例|公开为原则/;

function citationsIn(report: Report): readonly Found[] {
  const year = report.year?.value;
  if (year === undefined) return [];
  const inForce = staleCitations.filter(
    ({ years }) => years.first <= year && (years.last === null || year <= years.last),
  );
  if (inForce.length === 0) return [];
  return report.tree.lines.filter(isProse).flatMap(({ span: { start, end } }) => {
    const text = report.tree.text.slice(start, end);
    if (!CITES.test(text)) return [];
    const found = recall(text, (own) => inText(own, inForce), year);
    return found.map((each) => ({ ...each, span: { start: start + each.span.start, end: start + each.span.end } }));
  });
}

const recall = textMemory<readonly Found[]>();

function isProse({ kind }: Line): boolean {
  return kind === 'text' || kind === 'subsection' || kind === 'item' || kind === 'section' || kind === 'title';
}

/** The citations of one sentence together: they are the basis of one report. */
function citationGroups(report: Report): readonly (readonly Found[])[] {
  const groups: Found[][] = [];
  for (const found of citationsIn(report)) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const between = before ? report.tree.text.slice(before.span.end, found.span.start) : '\n';
    if (!group || SENTENCE_END.test(between)) groups.push([found]);
    else group.push({ ...found, goesOn: NOTHING.test(between) && before?.citation.cites === found.citation.cites });
  }
  return groups;
}

const SENTENCE_END = /[。；;！？\r\n]/;
/** Nothing but brackets and marks. */
const NOTHING = /^[》〉”"）)（(，,\s]{0,8}$/u;

/** The citations of a text, with offsets from its start; of two that match the same words, the first in the list. */
function inText(text: string, citations: readonly StaleCitation[]): readonly Found[] {
  const all = citations
    .filter(({ cue }) => text.includes(cue))
    .flatMap((citation) => [...text.matchAll(citation.pattern)].map((match) => foundAt(citation, match)));
  const kept: Found[] = [];
  for (const found of all.sort((a, b) => a.span.start - b.span.start)) {
    const before = kept.at(-1);
    if (!before || before.span.end <= found.span.start) kept.push(found);
    else if (citations.indexOf(found.citation) < citations.indexOf(before.citation)) kept[kept.length - 1] = found;
  }
  return kept;
}

function foundAt(citation: StaleCitation, match: RegExpExecArray): Found {
  const start = match.index;
  const right = citation.right?.replace(/\$([12])/g, (_, group: string) => match[Number(group)] ?? '') ?? null;
  return { citation, span: { start, end: start + match[0].length }, text: match[0], right, goesOn: false };
}
