import { type Copy, copies } from '../analysis/copies.ts';
import { headingSpan, headingText } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Report, Section } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { lastUpTo } from '../text/sorted.ts';
import type { Span } from '../text/span.ts';
import { joined, nothingMore } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Related, Rule } from './engine/rule.ts';

const code = 'duplicate-section';

/** A section occurs twice; a report pasted twice is one finding. */
export const duplicateSection: Rule = {
  code,
  group: 'structure',
  severity: 'error',
  title: { zh: '同一个部分写了两遍', en: 'A part occurs twice' },
  explanation: {
    zh: `同一个部分出现两次时报错。整篇报告粘贴了两遍的，只报一次，位置是第二遍的第一个标题。重复的部分只看第一次出现的，里面的表格不再检查。

内容重复的报告会被退回；两处数字不一样时，也没有人知道哪一处算数。

做法：与前面一字不差的，删去后一份；不一样的，先核对清楚，留下对的。依据：《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）规定的六个部分各写一次。`,
    en: `Fires when a part occurs twice. A whole report pasted twice is one finding, at the first heading of the second copy. Only the first occurrence counts; tables in the repeated one are not checked.

A report that repeats itself is sent back, and where the numbers differ nobody can tell which count.

What to do: delete the copy if it is the same word for word; else compare the two and keep the right one. Source: the form (国办公开办函〔2021〕30号) has each of the six parts once.`,
  },
  example: {
    wrong: `五、存在的主要问题及改进情况

一是政策解读形式单一，2024年将增加图解。

{{duplicate-section:五、存在的主要问题及改进情况}}

一是政策解读形式单一，2024年将增加图解。
`,
    right: `五、存在的主要问题及改进情况

一是政策解读形式单一，2024年将增加图解。
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  for (const copy of copies(subject)) {
    const [first, ...rest] = copy.sections;
    if (!first) continue;
    yield finding(code, {
      span: headingSpan(first),
      message: () => message(first, copy),
      fixes: () => fixes(report, copy),
      related: () => [...originalOf(first), ...rest.map(alsoRepeated)],
      data: { ...(first.definition ? { section: first.definition.id } : {}), identical: copy.identical !== null },
    });
  }
}

function message(first: Section, copy: Copy): { zh: string; en: string } {
  const heading = headingText(first);
  const same = copy.identical
    ? { zh: '，与前面一字不差', en: ', word for word' }
    : { zh: '，但是与前面不完全一样', en: ', but not word for word' };
  const count = copy.sections.length;
  if (count === 1) return { zh: `「${heading}」重复出现${same.zh}`, en: `“${heading}” occurs twice${same.en}` };
  return {
    zh: `从「${heading}」起，${count}个部分又出现了一遍${same.zh}`,
    en: `From “${heading}” on, ${count} parts occur a second time${same.en}`,
  };
}

function originalOf({ repeats }: Section): readonly Related[] {
  if (!repeats) return [];
  return [{ span: headingSpan(repeats), message: () => ({ zh: '第一次出现', en: 'The first occurrence' }) }];
}

function alsoRepeated(section: Section): Related {
  return { span: headingSpan(section), message: () => ({ zh: '也是重复的', en: 'Repeated as well' }) };
}

/** A heading written twice in a row hides what stands below its second copy: the title says so. */
function fixes(report: Report, { sections, identical }: Copy): readonly Fix[] {
  if (!identical) return [];
  const whole = sections.length > 1;
  const below = report.tree.text.slice(identical.end, sections.at(-1)?.span.end ?? identical.end);
  const then =
    below.trim() === ''
      ? emptied(report, identical)
      : { zh: '，其下的内容此后才核对', en: '; what stands below it is checked then' };
  return [
    {
      title: joined([
        whole
          ? { zh: '删去一字不差的后一份', en: 'Delete the identical second copy' }
          : { zh: '删去一字不差的后一处', en: 'Delete the identical repetition' },
        then,
      ]),
      edits: [{ span: identical, text: '' }],
      certain: true,
    },
  ];
}

/** Tells where a copy that begins below another heading leaves nothing under that. */
function emptied({ sections, tree }: Report, { start }: Span): Localized {
  const above = lastUpTo(sections, start - 1, (section) => section.line.span.start);
  if (!above || tree.text.slice(above.line.span.end, start).trim() !== '' || above.inlineText) return nothingMore;
  const name = headingText(above);
  return { zh: `，「${name}」下面就没有内容了`, en: `; nothing then stands below “${name}”` };
}
