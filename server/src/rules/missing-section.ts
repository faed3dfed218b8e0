import { contentSpan } from '../analysis/judged-tables.ts';
import { type Gap, gaps } from '../analysis/section-gaps.ts';
import {
  definedSections,
  headingSpan,
  headingText,
  isBlank,
  isContent,
  officialHeading,
  reportSpan,
  sectionsInOrder,
} from '../analysis/section-places.ts';
import { labelStyleOf } from '../analysis/settings.ts';
import type { Subject } from '../analysis/subject.ts';
import type { SectionDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { tableMarkup } from '../report/markup.ts';
import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { joined, nothingMore, renumbering, tableThen } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import { insertBlock, sectionInsertion } from './engine/insertion.ts';
import type { Finding, Fix, Related, Rule } from './engine/rule.ts';

const code = 'missing-section';

/** A section that the edition requires is absent. */
export const missingSection: Rule = {
  code,
  group: 'structure',
  severity: 'error',
  asks: 'more',
  title: { zh: '缺少规定的部分', en: 'A required part is missing' },
  explanation: {
    zh: `规定的六个部分缺少一个时报错，位置是它后面那一部分的标题；没有后面的部分时，是最后一个标题。六个部分一个也没有时，只报一次。

六个部分对应《中华人民共和国政府信息公开条例》第五十条规定的内容，标题和顺序由《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为国办公开办函〔2019〕60号）统一。没有内容的部分也要保留标题，写「无」或者说明情况。

做法：补上标题和内容；第二、三、四部分要连同表格一起补。标题前面多了字符、用了「6、」「（六）」或者没有序号，也会认不出来，改成「六、」这样的写法即可。`,
    en: `Fires when one of the six prescribed parts is absent, at the heading of the part that follows it, else at the last heading. Where none of the six is there, it is said once.

The six parts carry the contents that article 50 of the Regulation on Open Government Information prescribes; the form (国办公开办函〔2021〕30号; for 2019 and 2020 国办公开办函〔2019〕60号) sets their titles and order. A part without content keeps its heading and says so.

What to do: add the heading and its content, with the table for parts 二, 三 and 四. A heading after stray characters, with “6、” or “（六）”, or without an ordinal isn’t recognised; write it as “六、”.`,
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
{{missing-section:五、存在的主要问题及改进情况}}
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  if (isBlank(report)) return;
  const missing = gaps(subject);
  if (missing.length === 0) return;
  if (definedSections(report).length === 0) yield allMissing(subject, missing);
  else for (const gap of missing) yield missingOne(subject, gap);
}

function allMissing(subject: Subject, missing: readonly Gap[]): Finding {
  const { report } = subject;
  const headings = missing.map(({ definition }) => officialHeading(definition));
  const written = missing.filter(({ lookalike }) => lookalike).length;
  const hint =
    written > 0
      ? {
          zh: `。有${written}行像是标题，序号要写成「一、」`,
          en: `. ${written} lines look like headings: number them 一、`,
        }
      : nothingMore;
  return finding(code, {
    span: reportSpan(report),
    message: () => ({
      zh: `规定的${missing.length}个部分一个也没有找到：${headings.join('；')}${hint.zh}`,
      en: `None of the ${missing.length} prescribed parts is there: ${headings.join('; ')}${hint.en}`,
    }),
    fixes: () => {
      const written = missing.filter(({ lookalike }) => lookalike);
      return written.length > 0 ? rewriting(subject, written) : insertion(subject, missing);
    },
    related: () => missing.flatMap((gap) => relatedLines(report, gap)),
    data: { sections: missing.map(({ definition }) => definition.id) },
  });
}

function missingOne(subject: Subject, gap: Gap): Finding {
  const { report } = subject;
  const heading = officialHeading(gap.definition);
  const hint = hintOf(report, gap);
  return finding(code, {
    span: gap.standIn ? headingSpan(gap.standIn) : place(report, gap.definition),
    message: () => ({ zh: `缺少「${heading}」这一部分${hint.zh}`, en: `The part “${heading}” is missing${hint.en}` }),
    related: () => relatedLines(report, gap),
    fixes: () => [...rewriting(subject, [gap]), ...insertion(subject, [gap])],
    data: { section: gap.definition.id },
  });
}

function hintOf(report: Report, { standIn, lookalike }: Gap): Localized {
  if (lookalike) {
    const text = textOf(report, lookalike.span);
    return { zh: `；「${text}」像是它的标题`, en: `; “${text}” looks like its heading` };
  }
  if (standIn) {
    const text = headingText(standIn);
    return { zh: `；它的位置上是「${text}」`, en: `; “${text}” stands in its place` };
  }
  return nothingMore;
}

function relatedLines(report: Report, { lookalike, definition }: Gap): readonly Related[] {
  if (!lookalike) return [];
  const heading = officialHeading(definition);
  return [
    {
      span: contentSpan(report, lookalike),
      message: () => ({ zh: `像是「${heading}」`, en: `Looks like “${heading}”` }),
    },
  ];
}

function textOf(report: Report, span: Span): string {
  return report.tree.text.slice(span.start, span.end).trim();
}

function place(report: Report, definition: SectionDefinition): Span {
  const sections = definedSections(report);
  const section = sections.find((other) => other.definition.ordinal > definition.ordinal) ?? sections.at(-1);
  return section ? headingSpan(section) : reportSpan(report);
}

/** Makes the lines that look like the headings, or that stand in their place, the headings. */
function rewriting(subject: Subject, missing: readonly Gap[]): readonly Fix[] {
  const { report } = subject;
  const lines = missing.flatMap(({ definition, lookalike, standIn }) => {
    const span = lookalike ? contentSpan(report, lookalike) : standIn ? headingSpan(standIn) : null;
    return span ? [{ span, text: officialHeading(definition) }] : [];
  });
  const [first] = lines;
  if (!first) return [];
  const found = textOf(report, first.span);
  const title =
    lines.length === 1
      ? { zh: `把「${found}」改为「${first.text}」`, en: `Change “${found}” into “${first.text}”` }
      : {
          zh: `把像标题的${lines.length}行改为规定的标题`,
          en: `Make ${lines.length} lines the headings they look like`,
        };
  const { edits, told } = renumbering(report);
  const after = [told, ...missing.map((gap) => afterwards(report, gap))];
  return [{ title: joined([title, ...after]), edits: [...lines, ...edits], certain: false }];
}

/** What is seen only once a line is the heading of its part: that nothing stands below it, or a table that wasn't read there. */
function afterwards({ tree, tables }: Report, { definition, lookalike, standIn }: Gap): Localized {
  const start = (lookalike ?? standIn?.line)?.span.end ?? 0;
  const next = tree.lines.find((line) => line.span.start > start && isContent(line));
  if (!standIn?.inlineText && (!next || next.kind === 'section'))
    return { zh: '，内容待写', en: '; its text is still to be written' };
  if (definition.table === null)
    return definition.id === 'overview'
      ? { zh: '，其下的内容此后才核对', en: '; what stands below it is checked then' }
      : nothingMore;
  const isRead = tables.some(
    ({ definition: { id }, section, repeats }) =>
      id === definition.table && repeats === null && standIn !== null && section?.line === standIn.line,
  );
  return isRead ? nothingMore : tableThen;
}

function insertion(subject: Subject, missing: readonly Gap[]): readonly Fix[] {
  const { report } = subject;
  const [first] = missing;
  if (!first) return [];
  const headings = missing.map(({ definition }) => `「${officialHeading(definition)}」`);
  const block = missing.map(({ definition }) => sectionMarkup(subject, definition)).join('\n\n');
  const { edits, told } = renumbering(report);
  const title = { zh: `插入${headings.join('')}`, en: `Insert ${headings.join(', ')}` };
  return [
    {
      title: joined([title, toFill(subject, missing), told, ...missing.map((gap) => beside(report, gap))]),
      edits: [insertBlock(report.tree.text, placeOfHeading(subject, first.definition), block), ...edits],
      certain: false,
    },
  ];
}

/** What of the inserted parts is still to be written. */
function toFill(subject: Subject, missing: readonly Gap[]): Localized {
  return missing.some(({ definition }) => lackedTable(subject, definition))
    ? { zh: '，内容待写，表格留空待填', en: ', with blank tables; the text is still to be written' }
    : { zh: '，内容待写', en: '; the text is still to be written' };
}

/** What stays of a heading that the inserted one may be meant by. */
function beside(report: Report, { standIn, lookalike }: Gap): Localized {
  if (lookalike) {
    const text = textOf(report, lookalike.span);
    return { zh: `，「${text}」仍不是标题`, en: `; “${text}” is still no heading` };
  }
  if (!standIn) return nothingMore;
  const name = headingText(standIn);
  return { zh: `，「${name}」仍不是规定的部分`, en: `; “${name}” is still no prescribed part` };
}

/** Above its table where that stands in an earlier section, as a lost heading leaves it. */
function placeOfHeading(subject: Subject, definition: SectionDefinition): number {
  const table = subject.report.tables.find((bound) => bound.definition.id === definition.table);
  const holder = table?.section?.definition?.ordinal;
  const first = table?.lines[0]?.line;
  const previous = sectionsInOrder(subject.report).findLast(
    (section) => section.definition.ordinal < definition.ordinal,
  );
  const isBelow = first && (previous?.line.span.start ?? 0) < first.span.start;
  if (isBelow && holder !== undefined && holder < definition.ordinal) return first.span.start;
  return sectionInsertion(subject, definition);
}

function sectionMarkup(subject: Subject, definition: SectionDefinition): string {
  const heading = officialHeading(definition);
  const table = lackedTable(subject, definition);
  return table ? `${heading}\n\n${tableMarkup(table, labelStyleOf(subject.settings))}` : heading;
}

/** The table of a part, where the report has it nowhere. */
function lackedTable({ report }: Subject, { table }: SectionDefinition): FormTable | null {
  if (table === null || report.tables.some(({ definition }) => definition.id === table)) return null;
  return report.edition.table(table) ?? null;
}
