import {
  type DefinedSection,
  definedSections,
  headingSpan,
  headingText,
  officialHeading,
  sectionsInOrder,
} from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Report } from '../report/report.ts';
import { joined, nothingMore, renumbering, rowsThen } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import { insertBlock, sectionBlock, sectionInsertion } from './engine/insertion.ts';
import type { Finding, Fix, Related, Rule } from './engine/rule.ts';

const code = 'section-order';

/** Sections out of the edition's order; of all ways to say so, the fewest sections that have to move. */
export const sectionOrder: Rule = {
  code,
  group: 'structure',
  severity: 'error',
  title: { zh: '各部分的顺序不对', en: 'A part is out of order' },
  explanation: {
    zh: `规定的部分没有按规定的顺序排列时报错，位置是需要移动的那个标题。顺序按标题判断，不按序号；只报告必须移动的最少几个部分。

顺序由《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为国办公开办函〔2019〕60号）统一：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。

做法：把这一部分连同下面的内容移到规定的位置；序号也跟着改。`,
    en: `Fires when the prescribed parts are not in the prescribed order, at the heading that has to move. The titles decide, not the ordinals; the fewest parts that have to move are reported.

The order is set by the form (国办公开办函〔2021〕30号; for 2019 and 2020 国办公开办函〔2019〕60号).

What to do: move the part with all that stands below it to its place, and correct the ordinals.`,
  },
  example: {
    wrong: `一、总体情况
{{section-order:三、收到和处理政府信息公开申请情况}}
二、主动公开政府信息情况
四、政府信息公开行政复议、行政诉讼情况
`,
    right: `一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const kept = sectionsInOrder(report);
  for (const section of definedSections(report)) {
    if (kept.includes(section)) continue;
    const { before, after } = neighbours(kept, section);
    yield finding(code, {
      span: headingSpan(section),
      message: () => message(section, before, after),
      related: () => [before, after].flatMap((other) => (other ? [neighbour(other)] : [])),
      fixes: () => (isRepeated(report, section) ? [] : [fix(subject, section)]),
      data: { section: section.definition.id },
    });
  }
}

function neighbours(kept: readonly DefinedSection[], { definition }: DefinedSection) {
  return {
    before: kept.findLast((other) => other.definition.ordinal < definition.ordinal) ?? null,
    after: kept.find((other) => other.definition.ordinal > definition.ordinal) ?? null,
  };
}

function message(section: DefinedSection, before: DefinedSection | null, after: DefinedSection | null) {
  const name = headingText(section);
  const zh = [before ? `在「${headingText(before)}」之后` : '', after ? `在「${headingText(after)}」之前` : ''].filter(
    Boolean,
  );
  const en = [before ? `after “${headingText(before)}”` : '', after ? `before “${headingText(after)}”` : ''];
  return {
    zh: `「${name}」的位置不对：应当${zh.join('、')}`,
    en: `“${name}” is out of order: it belongs ${en.filter(Boolean).join(' and ')}`,
  };
}

function neighbour(section: DefinedSection): Related {
  return {
    span: headingSpan(section),
    message: () => ({ zh: '规定的相邻部分', en: 'The part next to it in the form' }),
  };
}

/** Whether the part stands there once more: which of the two is to be moved can't be told. */
function isRepeated({ sections }: Report, section: DefinedSection): boolean {
  return sections.some(({ repeats }) => repeats?.line === section.line);
}

function holdsItsTable({ tables }: Report, section: DefinedSection): boolean {
  const own = tables.filter(({ definition }) => definition.id === section.definition.table);
  return own.length === 1 && own.every((table) => table.section?.line === section.line);
}

function fix(subject: Subject, section: DefinedSection): Fix {
  const { report } = subject;
  const { text } = report.tree;
  const block = sectionBlock(report, section);
  const heading = officialHeading(section.definition);
  const body = text.slice(headingSpan(section).start, block.end).replace(section.line.mark.text, heading.slice(0, 2));
  const numbers = renumbering(report, [section]);
  const target = sectionInsertion(subject, section.definition);
  return {
    title: joined([
      { zh: `把「${heading}」移到规定的位置`, en: `Move “${heading}” to its place` },
      numbers.told,
      holdsItsTable(report, section) ? nothingMore : rowsThen(section.lines),
    ]),
    edits: [
      { span: block, text: '' },
      insertBlock(text, target, body.trimEnd().replace(/\r\n?/g, '\n')),
      ...numbers.edits,
    ],
    certain: false,
  };
}
