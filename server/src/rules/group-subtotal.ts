import { judgedTables } from '../analysis/judged-tables.ts';
import type { Subject } from '../analysis/subject.ts';
import { rowName } from '../forms/names.ts';
import type { GroupRow, Table } from '../report/report.ts';
import type { CellNode } from '../syntax/tree.ts';
import { readCell } from '../text/cell-value.ts';
import { cover } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const groupSubtotal: Rule = {
  code: 'group-subtotal',
  group: 'tables',
  severity: 'warning',
  title: { zh: '分类标题行填了小计', en: 'A group row carries values' },
  explanation: {
    zh: `「三、本年度办理结果」「（三）不予公开」「（四）无法提供」「（五）不予处理」「（六）其他处理」只是下面各行的标题，却填了数。

表样里这些行没有填数的格子。填上小计后，按行合计的人会把同一件申请算两次。

请删去这一行的数，只填下面各分项。

依据：年度报告格式表三，（三）至（六）合并单元格，不填数。`,
    en: `三、本年度办理结果 and （三） to （六） only head the rows below them, but hold values here.

The form has no cells for values there. With subtotals in them, whoever adds up the rows counts the same request twice.

Delete the values of this row and fill in the rows below it.

Source: table three of the official form, where these are merged cells.`,
  },
  noFix: {
    zh: '这些数是多余的，还是该填在下面各行，要核对后才知道。',
    en: 'whether the values are to go, or belong to the rows below, takes the records.',
  },
  example: {
    wrong: `三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| （四）无法提供 | {{group-subtotal:1 | 0 | 0 | 0 | 0 | 0 | 1}} |
| 1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 2.没有现成信息需要另行制作 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `三、收到和处理政府信息公开申请情况

| （勾稽关系：第一项加第二项之和，等于第三项加第四项之和） | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| （四）无法提供 |
| 1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
| 2.没有现成信息需要另行制作 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    for (const { table, group, values } of filledGroups(subject)) {
      const [first] = values;
      const last = values.at(-1);
      if (!first || !last) continue;
      const texts = values.map(({ text }) => text);
      yield finding('group-subtotal', {
        span: cover(first.span, last.span),
        data: { table: table.definition.id, row: group.group.id },
        message: () => {
          const name = rowName(table.definition, group.group);
          return {
            zh: `${name.zh}：这一行只是标题，不填数，现填了 ${texts.join('、')}；请只填下面各行`,
            en: `${name.en}: this row only heads others and takes no values, but holds ${texts.join(', ')}; fill in the rows below`,
          };
        },
      });
    }
  },
};

interface FilledGroup {
  readonly table: Table;
  readonly group: GroupRow;
  readonly values: readonly CellNode[];
}

/** The group rows that hold numbers and have rows below them; without any, their values stand for the missing rows. */
function* filledGroups(subject: Subject): Generator<FilledGroup> {
  for (const table of judgedTables(subject)) {
    for (const group of table.lines) {
      if (group.kind !== 'group' || group.surplus.length === 0 || !hasRows(table, group)) continue;
      const values = group.surplus.filter(({ text }) => readCell(text).kind === 'number');
      if (values.length > 0) yield { table, group, values };
    }
  }
}

function hasRows(table: Table, { group }: GroupRow): boolean {
  return table.definition.rowsUnder(group.id).some(({ id }) => table.rows.has(id));
}
