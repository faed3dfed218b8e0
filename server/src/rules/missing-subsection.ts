import { areaNamed, missingAreas } from '../analysis/areas.ts';
import { headingSpan } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { AreaDefinition } from '../forms/edition.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report, Section } from '../report/report.ts';
import type { SubsectionLine } from '../syntax/tree.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { finding } from './engine/finding.ts';
import { insertBlock, sectionBlock } from './engine/insertion.ts';
import type { Edit, Finding, Fix, Rule } from './engine/rule.ts';

const code = 'missing-subsection';

/** One of the five areas of 一 is found neither as a sub-heading nor in the text. */
export const missingSubsection: Rule = {
  code,
  group: 'structure',
  severity: 'warning',
  asks: 'more',
  title: { zh: '总体情况缺少规定的方面', en: 'An area of the overview is missing' },
  explanation: {
    zh: `总体情况里，小标题和正文都找不到五个方面中的一个时警告。用别的习惯叫法也算写了，如「平台建设」「依申请公开政府信息情况」；几个方面都没有的，合报一次。

五个方面是：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。依据：《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求总体情况主要包括这五个方面；各级人民政府还要在监督保障里写工作考核、社会评议和责任追究结果情况。分不分小标题没有规定。

做法：补写这个方面；本年没有什么可写的，也写一句说明。`,
    en: `Fires when one of the five areas is found neither in the sub-headings nor in the text of 总体情况. Any usual name counts. Several missing areas are one finding.

The five areas are 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障. Source: the form (国办公开办函〔2021〕30号) wants the overview to cover them; a government also reports appraisal, public evaluation and accountability under 监督保障. Sub-headings are customary, not prescribed.

What to do: write about the area, if only to say that there was nothing to report.`,
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

{{missing-subsection:一、总体情况}}

（一）主动公开。2023年公开120条。
（二）依申请公开。没有收到申请。
（三）政府信息管理。及时清理失效文件。
（四）监督保障。召开会议2次。
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。2023年公开120条。
（二）依申请公开。没有收到申请。
（三）政府信息管理。及时清理失效文件。
（四）平台建设。政府网站专栏更新64次。
（五）监督保障。召开会议2次。
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const section = sectionById(report, 'overview');
  const missing = missingAreas(subject);
  if (!section || missing.length === 0) return;
  const titles = missing.map((area) => area.title);
  yield finding(code, {
    span: headingSpan(section),
    message: () => ({
      zh: `「${section.title.text}」里没有找到${titles.map((title) => `「${title}」`).join('')}`,
      en: `“${section.title.text}” doesn’t cover ${titles.join(', ')}`,
    }),
    fixes: () => [fix(report, section, missing)],
    data: { section: 'overview', areas: missing.map((area) => area.id) },
  });
}

function fix(report: Report, section: Section, missing: readonly AreaDefinition[]): Fix {
  const titles = missing.map((area) => `「${area.title}」`).join('');
  return {
    title: { zh: `插入小标题${titles}`, en: `Insert sub-headings ${titles}` },
    edits: insertion(report, section, missing),
    certain: false,
  };
}

/** Each sub-heading before the first one of a later area, else at the section's end; a plain numbering is kept plain. */
function insertion(report: Report, section: Section, missing: readonly AreaDefinition[]): readonly Edit[] {
  const { subsections } = section;
  const plain = subsections.every((line, i) => line.ordinal === i + 1);
  const half = subsections[0]?.mark.text.startsWith('(') ?? false;
  const slots = slotsOf(report, subsections, missing);
  const mark = (ordinal: number) => (half ? `(${numeral(ordinal)})` : `（${numeral(ordinal)}）`);
  const edits: Edit[] = [];
  let ordinal = 0;
  for (const { before, areas } of slots) {
    const headings = areas.map((area) => {
      ordinal++;
      return `${mark(plain ? ordinal : area.ordinal)}${area.title}`;
    });
    const offset = before?.span.start ?? sectionBlock(report, section).end;
    if (headings.length > 0) edits.push(insertBlock(report.tree.text, offset, headings.join('\n\n')));
    if (!before) continue;
    ordinal++;
    if (plain && before.ordinal !== ordinal) edits.push({ span: before.mark.span, text: mark(ordinal) });
  }
  return edits;
}

interface Slot {
  /** The sub-heading that the areas go before; null for the section's end. */
  readonly before: SubsectionLine | null;
  readonly areas: readonly AreaDefinition[];
}

function slotsOf(
  report: Report,
  subsections: readonly SubsectionLine[],
  missing: readonly AreaDefinition[],
): readonly Slot[] {
  const ordinals = subsections.map(({ title }) => areaNamed(report.edition, title.text)?.ordinal ?? 0);
  const places = missing.map((area) => subsections[ordinals.findIndex((ordinal) => ordinal > area.ordinal)] ?? null);
  const areasAt = (before: SubsectionLine | null) => missing.filter((_, i) => places[i] === before);
  return [...subsections, null].map((before) => ({ before, areas: areasAt(before) }));
}
