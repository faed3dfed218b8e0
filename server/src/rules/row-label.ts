import { judgedTables } from '../analysis/judged-tables.ts';
import type { BoundLabel, Table } from '../report/report.ts';
import { canonical, withoutOrdinal } from '../text/canonical.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const rowLabel: Rule = {
  code: 'row-label',
  group: 'tables',
  severity: 'warning',
  title: { zh: '行名与表样不一致', en: 'A row’s label differs from the form’s' },
  explanation: {
    zh: `行名认得出来，但有错字、漏字，被截断，或者用了别的说法（如把「行政规范性文件」写成「规范性文件」）。空格、全角半角、引号的不同不算。

行名以表样为准，错漏的行名会被退回，机器汇总时也可能对不上行。

用快速修复改成表样的行名，不影响数据。

依据：年度报告格式表二、表三、表四的行名。`,
    en: `The label can be recognised, but has wrong or lost characters, is cut, or is another wording (such as 规范性文件 for 行政规范性文件). Spacing, width and quotation marks make no difference.

Labels are those of the form. A report with wrong ones is sent back, and machines that add reports up may miss the row.

The fix writes the official label and leaves the values alone.

Source: the labels of tables two, three and four of the official form.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | 0 |
| {{row-label:行政强置}} | 0 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
`,
  },
  *check({ report }) {
    for (const table of judgedTables(report)) {
      for (const { cell, definition, match } of wrongLabels(table)) {
        const { label, id } = definition;
        yield finding('row-label', {
          span: cell.span,
          data: { table: table.definition.id, row: id, official: label },
          fixes: () => [
            {
              title: { zh: `改为「${label}」`, en: `Change to “${label}”` },
              edits: [{ span: cell.span, text: label }],
              certain: !saysMore(cell.text, label),
            },
          ],
          message: () => {
            const { name } = table.definition;
            return match === 'misspelt'
              ? {
                  zh: `${name.zh}的行名「${cell.text}」有错漏，应为「${label}」`,
                  en: `${name.en}: the label “${cell.text}” is misspelt or cut; it should be “${label}”`,
                }
              : {
                  zh: `${name.zh}的行名「${cell.text}」不是表样的写法，应为「${label}」`,
                  en: `${name.en}: the form’s wording for “${cell.text}” is “${label}”`,
                };
          },
        });
      }
    }
  },
};

/** Whether a label carries a remark in brackets or a figure that the official one would lose. */
function saysMore(text: string, official: string): boolean {
  const [written, due] = [canonical(text), canonical(official)];
  const isNoted = written.endsWith(')') && !due.endsWith(')');
  const figures = (label: string): readonly string[] => withoutOrdinal(label).match(/\d+/g) ?? [];
  return isNoted || figures(written).some((figure) => !figures(due).includes(figure));
}

function* wrongLabels(table: Table): Generator<BoundLabel> {
  let last = -1;
  for (const line of table.lines) {
    if (line.kind !== 'group' && (line.kind !== 'value' || line.misfit !== null)) continue;
    for (const label of line.labels) {
      if (label.match === 'official' || label.match === 'none' || label.cell.span.start <= last) continue;
      last = label.cell.span.start;
      yield label;
    }
  }
}
