import { judgedTables, labelSpan, valueRows } from '../analysis/judged-tables.ts';
import { mistakenRows } from '../analysis/missing-rows.ts';
import type { Subject } from '../analysis/subject.ts';
import { rowName } from '../forms/names.ts';
import type { Report, Table, ValueRow } from '../report/report.ts';
import { finding } from './engine/finding.ts';
import { deleteLine } from './engine/line-edits.ts';
import type { Fix, Rule } from './engine/rule.ts';

export const duplicateRow: Rule = {
  code: 'duplicate-row',
  group: 'tables',
  severity: 'error',
  title: { zh: '表格里同一行出现两次', en: 'A row of the table occurs twice' },
  explanation: {
    zh: `同一张表里，表样的同一行出现了两次或更多次。只有第一次出现的一行参加核对和导出。

两行并存，读者和汇总的人都无法判断以哪一行为准；常见原因是粘贴时重复，或者后一行的行名忘了改。

两行完全相同的，删去后一行；数不相同的，请核对哪一行正确，或者把写错的行名改过来。

依据：年度报告格式表二、表三、表四，各行只列一次。`,
    en: `A row of the form occurs more than once in the table. Only its first occurrence is checked and exported.

Nobody can tell which of them counts. Usually a row was pasted twice, or the label of the second was forgotten.

Delete the second where both are the same. Where the numbers differ, find out which is right, or mend the label.

Source: tables two, three and four of the official form list each row once.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 1 | 0 | 0 | 0 | 1 |
| {{duplicate-row:行政复议}} | 1 | 0 | 0 | 0 | 1 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 1 | 0 | 0 | 0 | 1 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    const { report } = subject;
    for (const table of judgedTables(subject)) {
      for (const { row, first } of repeatedRows(subject, table)) {
        const identical = isCopy(row, first);
        yield finding('duplicate-row', {
          span: labelSpan(report, row),
          data: { table: table.definition.id, row: row.row.id, identical },
          related: () => [
            {
              span: labelSpan(report, first),
              message: () => ({ zh: '第一次出现在这里', en: 'it occurs here first' }),
            },
          ],
          ...(identical ? { fixes: () => [deletion(report, row)] } : {}),
          message: () => {
            const name = rowName(table.definition, row.row);
            return identical
              ? { zh: `${name.zh}：这一行重复，与前一次完全相同`, en: `${name.en}: the row is repeated word for word` }
              : {
                  zh: `${name.zh}：这一行出现了两次，数不相同`,
                  en: `${name.en}: the row occurs twice, with different values`,
                };
          },
        });
      }
    }
  },
};

function deletion(report: Report, row: ValueRow): Fix {
  return {
    title: { zh: '删去重复的一行', en: 'Delete the repeated row' },
    edits: [deleteLine(report, row.line)],
    certain: true,
  };
}

interface Repeated {
  readonly row: ValueRow;
  readonly first: ValueRow;
}

/** The rows that repeat an earlier one and are not a missing one under its label; of those on one line, the first. */
function repeatedRows(subject: Subject, table: Table): readonly Repeated[] {
  const rows = valueRows(table);
  if (rows.length === table.rows.size) return [];
  const mistaken = mistakenRows(subject);
  return rows.flatMap((row, i): Repeated[] => {
    if (mistaken.has(row)) return [];
    const first = table.rows.get(row.row.id);
    const repeats = first !== undefined && first !== row;
    return repeats && rows[i - 1]?.line !== row.line ? [{ row, first }] : [];
  });
}

/** Whether deleting `row` loses nothing: the same values, and no label that the first line doesn't have. */
function isCopy(row: ValueRow, first: ValueRow): boolean {
  const values = ({ cells, misfit, line, labels }: ValueRow) =>
    labels.length === 0
      ? line.cells.map(({ text }) => text)
      : misfit
        ? misfit.found.map(({ text }) => text)
        : cells.map(({ text }) => text);
  const known = new Set(first.labels.map(({ definition }) => definition.id));
  return (
    values(row).join('|') === values(first).join('|') && row.labels.every(({ definition }) => known.has(definition.id))
  );
}
