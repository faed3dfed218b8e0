import { judgedTables } from '../analysis/judged-tables.ts';
import type { Subject } from '../analysis/subject.ts';
import { lacksRulemakingPower, regulations } from '../forms/bodies.ts';
import type { Cell } from '../report/report.ts';
import { cover } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const noRulemakingPower: Rule = {
  code: 'no-rulemaking-power',
  group: 'citations',
  severity: 'warning',
  title: { zh: '没有规章制定权却填了规章', en: 'Regulations reported by a body that can’t make them' },
  explanation: {
    zh: `「规章」一行填了不为 0 的数，而从机关名称看，本机关没有规章制定权。

规章只能由国务院部门，省、自治区、直辖市人民政府，以及设区的市、自治州人民政府制定。乡镇、街道、县（区、旗）政府及其部门不能制定规章，这一行一般填 0。填了数的，多半是把规范性文件或内部规章制度算了进来。

请核对：属于行政规范性文件的填到下一行，内部管理制度不计。机关名称看不出级别的（如「××市」），不作提示。

依据：《中华人民共和国立法法》关于规章的规定；年度报告格式表二第二十条第（一）项。`,
    en: `The row 规章 isn’t 0, but the body’s name shows that it has no power to make regulations of this kind.

Only departments of the State Council, provinces, and cities with districts or autonomous prefectures make 规章. Towns, sub-districts, counties and their departments don’t, and normally write 0. What was counted is usually normative documents or house rules.

Check it: 行政规范性文件 belong to the next row, house rules to none. Where the name leaves the level open (such as ××市), nothing is said.

Source: the Legislation Law on 规章; table two of the official form, 第二十条第（一）项.`,
  },
  noFix: {
    zh: '是该填 0，还是该填在下一行，要核对后才知道。',
    en: 'whether it is 0 or belongs to the next row takes the records.',
  },
  example: {
    wrong: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | {{no-rulemaking-power:1 | 0 | 3}} |
| 行政规范性文件 | 0 | 0 | 0 |
`,
    right: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 1 | 0 | 3 |
`,
  },
  *check(subject) {
    const { body } = subject.report;
    const filled = filledCells(subject);
    const [first] = filled;
    const last = filled.at(-1);
    if (!body || !first || !last || !lacksRulemakingPower(body.text)) return;
    yield finding('no-rulemaking-power', {
      span: cover(first.span, last.span),
      data: { ...regulations, column: first.column.id },
      related: () => [{ span: body.span, message: () => ({ zh: `机关：${body.text}`, en: `the body: ${body.text}` }) }],
      message: () => ({
        zh: `「${body.text}」没有规章制定权，规章一行一般填 0；行政规范性文件请填到下一行`,
        en: `“${body.text}” has no power to make 规章, so this row is normally 0; 行政规范性文件 belong to the next row`,
      }),
    });
  },
};

/** The cells of the row 规章 that hold a number other than 0. */
function filledCells(subject: Subject): readonly Cell[] {
  const table = judgedTables(subject).find(({ definition }) => definition.id === regulations.table);
  const cells = table?.rows.get(regulations.row)?.cells ?? [];
  return cells.filter(({ value }) => value !== null && value !== 0);
}
