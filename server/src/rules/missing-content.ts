import { isBlank, reportSpan } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { ContentDefinition } from '../forms/edition.ts';
import type { Report } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'missing-content';
const LONGEST_HEADING = 40;

/** Where sections are free: one of the statutory contents is found in no heading. */
export const missingContent: Rule = {
  code,
  group: 'structure',
  severity: 'hint',
  asks: 'more',
  title: { zh: '没有找到法定内容', en: 'A statutory topic is not found' },
  explanation: {
    zh: `只检查2008—2018年度的报告：这些年没有统一格式，标题自拟，但是2008年《中华人民共和国政府信息公开条例》（国务院令第492号）第三十二条规定了六项内容。从各级标题里找不到其中一项时提示；全文没有标题的不提示。

标题是各机关自拟的，找不到不等于没有写，所以只是提示。

做法：写了的，可以在标题里点明；没有写的，补上一段，没有发生的也写明没有发生。`,
    en: `Only for reports for 2008–2018: there was no set form and headings were free, but article 32 of the Regulation of 2008 (国务院令第492号) names six contents. Fires when no heading speaks of one of them; silent where the text has no headings at all.

Headings being free, a content that isn’t found may still be there, hence only a hint.

What to do: name it in a heading, or add a paragraph; also say so where nothing happened.`,
  },
  noFix: {
    zh: '写在哪一部分、写什么，要由作者定。',
    en: 'where it goes and what it says is for the author to write.',
  },
  example: {
    wrong: `# {{missing-content:云岭县林业局2016年政府信息公开工作年度报告}}

一、概述
二、主动公开政府信息情况
三、依申请公开政府信息情况
四、行政复议、行政诉讼情况
五、存在的主要问题及改进措施
六、需要说明的事项
`,
    right: `# 云岭县林业局2016年政府信息公开工作年度报告

一、概述
二、主动公开政府信息情况
三、依申请公开政府信息情况
四、收费及减免情况
五、行政复议、行政诉讼情况
六、存在的主要问题及改进措施
七、需要说明的事项
`,
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  if (report.edition.contents.length === 0 || isBlank(report)) return;
  const headings = headingTexts(report);
  if (headings.length === 0) return;
  for (const content of report.edition.contents) {
    if (headings.some((heading) => holds(heading, content))) continue;
    yield finding(code, {
      span: reportSpan(report),
      message: () => ({
        zh: `各级标题里没有找到「${content.title}」`,
        en: `No heading mentions “${content.title}”`,
      }),
      data: { content: content.id },
    });
  }
}

/** Section and subsection titles, and short lines without a full stop, which serve as headings too. */
function headingTexts(report: Report): readonly string[] {
  const sections = report.sections.map((section) => section.title.text);
  const others = report.tree.lines.flatMap((line) => {
    if (line.kind === 'subsection') return [line.title.text];
    if (line.kind !== 'item' && line.kind !== 'section') return [];
    return line.content.text.length <= LONGEST_HEADING ? [line.content.text] : [];
  });
  return [...sections, ...others].map(canonical);
}

function holds(heading: string, content: ContentDefinition): boolean {
  return content.keywords.some((words) => words.every((word) => heading.includes(word)));
}
