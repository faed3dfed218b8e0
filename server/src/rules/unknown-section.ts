import { strangers } from '../analysis/section-gaps.ts';
import { firstSections, headingSpan, headingText } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Section } from '../report/report.ts';
import { joined, renumbering, rowsThen } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'unknown-section';

/** A top-level heading that is no section of the edition. */
export const unknownSection: Rule = {
  code,
  group: 'structure',
  severity: 'warning',
  title: { zh: '不是规定的部分', en: 'Not a prescribed part' },
  explanation: {
    zh: `以「一、」这样的序号开头、又不是六个规定部分的标题时警告。在一个部分里面又从「一、」排起的几个标题，只报一次。

《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为国办公开办函〔2019〕60号）只有六个部分，要求不能遗漏，也不宜泛化。多出来的标题把下面的内容从原来的部分里分了出去。

做法：属于某个部分的小标题，改为「（一）」；多出来的部分，把内容并到六个部分里；确实是正文的，在行首加「\\」，这一行就不再是标题。`,
    en: `Fires on a heading that begins with 一、 or the like and is none of the six prescribed parts. Headings that begin again at 一、 inside a part are one finding.

The form (国办公开办函〔2021〕30号; for 2019 and 2020 国办公开办函〔2019〕60号) has six parts; nothing may be left out, and nothing be added at large. An extra heading takes what stands below it out of its part.

What to do: number a sub-heading （一）; move an extra part into one of the six; put a backslash before a line that is plain text.`,
  },
  example: {
    wrong: `六、其他需要报告的事项

2023年，本机关没有收取信息处理费。

{{unknown-section:七、2024年工作思路}}

继续做好政策解读。
`,
    right: `五、存在的主要问题及改进情况

2024年，继续做好政策解读。

六、其他需要报告的事项

2023年，本机关没有收取信息处理费。
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  for (const group of groups(subject)) {
    const [first, ...rest] = group;
    if (!first) continue;
    yield finding(code, {
      span: headingSpan(first),
      message: () => message(first, rest.length),
      fixes: () => [fix(subject, group)],
      related: () =>
        rest.map((section) => ({
          span: headingSpan(section),
          message: () => ({ zh: '也不是规定的部分', en: 'Not a prescribed part either' }),
        })),
    });
  }
}

function message(section: Section, more: number) {
  const name = headingText(section);
  return more > 0
    ? {
        zh: `「${name}」和后面${more}个标题不是规定的部分；小标题用「（一）」`,
        en: `“${name}” and the ${more} headings after it are no prescribed parts; number sub-headings （一）`,
      }
    : { zh: `「${name}」不是规定的部分`, en: `“${name}” is no prescribed part` };
}

/** Each unknown heading by itself; those that number on from a 一、 inside a part together. */
function groups(subject: Subject): readonly (readonly Section[])[] {
  const all = firstSections(subject.report);
  const indexOf = new Map(all.map((section, i) => [section, i]));
  const result: Section[][] = [];
  for (const section of strangers(subject)) {
    const group = result.at(-1);
    const last = group?.at(-1);
    const restarted = group?.[0]?.line.ordinal === 1 && group[0] !== all[0];
    const follows =
      last && all[(indexOf.get(last) ?? 0) + 1] === section && section.line.ordinal === last.line.ordinal + 1;
    if (group && restarted && follows) group.push(section);
    else result.push([section]);
  }
  return result;
}

/** The parts after it may have counted it. */
function fix({ report }: Subject, group: readonly Section[]): Fix {
  const { edits, told } = renumbering(report);
  const lines = report.sections.filter((section) => group.includes(section) || isAgain(section, group));
  const count = lines.length;
  return {
    title: joined([
      count === 1
        ? { zh: '不作标题，作为正文（行首加「\\」）', en: 'Make it plain text (backslash)' }
        : {
            zh: `这${count}行都作为正文（行首加「\\」）`,
            en: `Make these ${count} lines plain text (backslash)`,
          },
      told,
      rowsThen(lines.flatMap((section) => section.lines)),
    ]),
    edits: [
      ...lines.map(({ line }) => ({ span: { start: line.mark.span.start, end: line.mark.span.start }, text: '\\' })),
      ...edits,
    ],
    certain: false,
  };
}

/** Whether a heading says once more what one of a group says. */
function isAgain({ repeats }: Section, group: readonly Section[]): boolean {
  return repeats !== null && group.includes(repeats);
}
