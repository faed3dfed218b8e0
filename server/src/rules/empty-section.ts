import {
  type DefinedSection,
  definedSections,
  headingSpan,
  headingsTwice,
  headingText,
  isEmpty,
} from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Report } from '../report/report.ts';
import { finding } from './engine/finding.ts';
import { insertBlock, nextLineStart } from './engine/insertion.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'empty-section';

/** A section heading with nothing below it. Parts whose table is missing are the matter of `missing-table`. */
export const emptySection: Rule = {
  code,
  group: 'structure',
  severity: 'warning',
  asks: 'more',
  title: { zh: '标题下面没有内容', en: 'A part is empty' },
  explanation: {
    zh: `规定的部分只有标题、下面什么也没有写时警告。第二、三、四部分没有表格的，由 missing-table 报告，这里不重复。

《中华人民共和国政府信息公开条例》第五十条规定了年度报告应当包括的内容；留空让人分不清是没有发生，还是漏写了。

做法：写上内容；确实没有的，写明没有。第六部分一般写明本年收取信息处理费的情况，没有收取的也写明（依据《政府信息公开信息处理费管理办法》，国办函〔2020〕109号）。`,
    en: `Fires when a prescribed part has a heading and nothing below it. Parts 二, 三 and 四 without their table are reported by missing-table instead.

Article 50 of the Regulation names what a report has to contain; a blank doesn’t tell whether nothing happened or something was forgotten.

What to do: write the content, or say that there was none. Part 六 usually states the processing fees charged in the year, also when there were none (国办函〔2020〕109号).`,
  },
  example: {
    wrong: `五、存在的主要问题及改进情况

一是政策解读形式单一，2024年将增加图解。

{{empty-section:六、其他需要报告的事项}}
`,
    right: `五、存在的主要问题及改进情况

一是政策解读形式单一，2024年将增加图解。

六、其他需要报告的事项

2023年，本机关没有收取信息处理费。
`,
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  const twice = headingsTwice(report);
  for (const section of definedSections(report)) {
    if (!isEmpty(section) || twice.has(section) || lacksTable(report, section)) continue;
    yield finding(code, {
      span: headingSpan(section),
      message: () => ({
        zh: `「${headingText(section)}」下面没有内容；没有的也要写明`,
        en: `“${headingText(section)}” is empty; say so where there is nothing to report`,
      }),
      fixes: () => fixes(report, section),
      data: { section: section.definition.id },
    });
  }
}

function lacksTable(report: Report, { definition }: DefinedSection): boolean {
  return definition.table !== null && !report.tables.some((table) => table.definition.id === definition.table);
}

function fixes(report: Report, section: DefinedSection): readonly Fix[] {
  if (section.definition.id !== 'other') return [];
  const { text } = report.tree;
  return [
    {
      title: { zh: '先写「无。」，再补充', en: 'Insert 无。 to complete' },
      edits: [insertBlock(text, nextLineStart(text, section.line.span.end), '无。')],
      certain: false,
    },
  ];
}
