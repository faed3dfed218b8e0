import { headingSpan } from '../analysis/section-places.ts';
import { sectionProse } from '../analysis/section-prose.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

const code = 'section-length';

/** A part has more characters than an office's pack allows. */
export const sectionLength: Rule = {
  code,
  group: 'text',
  severity: 'warning',
  title: { zh: '这一部分超过规定字数', en: 'A part is longer than the office allows' },
  explanation: {
    zh: `一个部分的文字超过补充包（packs）里 limits 规定的字数。没有补充包规定的，不核对；国家的格式不限字数。

汉字、数字、标点都算，空格、换行、大标题和表格不算。

做法：删去与信息公开无关的内容，或者把例子写短。

依据：本地区或本单位的通知，见 nianbao.json 里的补充包。`,
    en: `The text of a part has more characters than limits of a pack allow. Without such a pack nothing is said; the national form sets no limit.

Characters, digits and punctuation count; white space, the part’s own heading and tables don’t.

Cut what has nothing to do with disclosure, or shorten examples.

Source: a notice of the region or office; see the packs of nianbao.json.`,
  },
  noFix: { zh: '删哪些话，只有作者知道。', en: 'only the author knows what to cut.' },
  example: {
    pack: { name: '云岭县', limits: { overview: 30 } },
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

{{section-length:一、总体情况}}

2023年，我镇公开政府信息 86 条，其中政策文件 12 条，财政信息 8 条，其余为工作动态。
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

2023年，我镇公开政府信息 86 条。
`,
  },
  *check({ report }) {
    for (const [id, limit] of Object.entries(report.forms.limits)) {
      const prose = sectionProse(report, id);
      if (!prose) continue;
      const length = [...prose.text.replace(/\s/g, '')].length;
      if (length <= limit) continue;
      yield finding(code, {
        span: headingSpan(prose.section),
        data: { section: id, limit, length },
        message: () => ({
          zh: `这一部分有 ${length} 字，规定不超过 ${limit} 字，多 ${length - limit} 字`,
          en: `This part has ${length} characters, ${length - limit} more than the ${limit} allowed`,
        }),
      });
    }
  },
};
