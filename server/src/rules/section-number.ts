import { type DefinedSection, firstSections, headingText } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Report } from '../report/report.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'section-number';

/** A known title under another ordinal; a whole block shifted by the same offset is one finding. */
export const sectionNumber: Rule = {
  code,
  group: 'structure',
  severity: 'warning',
  title: { zh: '标题的序号不对', en: 'A part has the wrong ordinal' },
  explanation: {
    zh: `规定的标题用了别的序号时警告。连着几个部分都错开同样多的，只报一次。序号只是因为缺少一个部分、多出一个标题或者顺序不对才跟着变的，由那一条规则报告，这里不重复。

表格的勾稽关系、各级汇总和审核意见都用「第三部分」「表三」这样的说法，序号错了就对不上。依据：《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号；2019、2020年度为国办公开办函〔2019〕60号）。

做法：改为规定的序号，总体情况是「一、」，其他需要报告的事项是「六、」。`,
    en: `Fires when a prescribed title stands under another ordinal. A block shifted by the same number is one finding. Ordinals that are off only because a part is missing, added or out of order are left to those rules.

Tables, sums and comments refer to parts by number. Source: the form (国办公开办函〔2021〕30号; for 2019 and 2020 国办公开办函〔2019〕60号).

What to do: use the prescribed ordinals, 一、 for 总体情况 to 六、 for 其他需要报告的事项.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
{{section-number:五、}}其他需要报告的事项
`,
    right: `四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项
`,
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  for (const block of shiftedBlocks(report)) {
    const [first, ...rest] = block;
    if (!first) continue;
    yield finding(code, {
      span: first.line.mark.span,
      message: () => message(first, rest.length),
      fixes: () => [fix(block, first)],
      related: () =>
        rest.map((section) => ({
          span: section.line.mark.span,
          message: () => {
            const due = markOf(section);
            return { zh: `应为「${due}」`, en: `Should be “${due}”` };
          },
        })),
      data: { section: first.definition.id, expected: first.definition.ordinal, found: first.line.ordinal },
    });
  }
}

function markOf({ definition }: DefinedSection): string {
  return `${numeral(definition.ordinal)}、`;
}

function message(section: DefinedSection, more: number) {
  const due = markOf(section);
  return {
    zh: `「${headingText(section)}」的序号应为「${due}」${more > 0 ? `，后面${more}个部分也同样错开` : ''}`,
    en: `“${headingText(section)}” should be “${due}”${more > 0 ? `; the ${more} parts after it are shifted alike` : ''}`,
  };
}

/** The wrongly numbered sections, those that follow one another with the same offset together. */
function shiftedBlocks(report: Report): readonly (readonly DefinedSection[])[] {
  const blocks: DefinedSection[][] = [];
  let offset = 0;
  firstSections(report).forEach((section, i) => {
    const { definition } = section;
    const shift = definition ? section.line.ordinal - definition.ordinal : 0;
    const explained = section.line.ordinal === i + 1;
    if (!definition || shift === 0 || explained) {
      offset = 0;
      return;
    }
    if (shift === offset) blocks.at(-1)?.push({ ...section, definition });
    else blocks.push([{ ...section, definition }]);
    offset = shift;
  });
  return blocks;
}

function fix(block: readonly DefinedSection[], first: DefinedSection): Fix {
  return {
    title:
      block.length === 1
        ? { zh: `改为「${markOf(first)}」`, en: `Change to “${markOf(first)}”` }
        : { zh: `${block.length}个部分都改为规定的序号`, en: `Renumber these ${block.length} parts` },
    edits: block.map((section) => ({ span: section.line.mark.span, text: markOf(section) })),
    certain: true,
  };
}
