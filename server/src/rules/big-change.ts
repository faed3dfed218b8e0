import { indexedValue } from '../analysis/indexed-report.ts';
import { judgedTables } from '../analysis/judged-tables.ts';
import { previousReport } from '../analysis/last-year.ts';
import { isTotal } from '../figures/participations.ts';
import { carriedRows } from '../forms/continuity.ts';
import { cellName } from '../forms/names.ts';
import type { Cell, Table, ValueRow } from '../report/report.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'big-change';
/** So many times as much, or as little, is a big change; of figures under the least nothing is said. */
const TIMES = 10;
const LEAST = 20;

/** A figure is ten times last year's, or a tenth of it. */
export const bigChange: Rule = {
  code,
  group: 'across-files',
  severity: 'hint',
  isOptional: true,
  title: { zh: '与上年相比增减过大', en: 'Much more or less than last year' },
  explanation: {
    zh: `表中一个数是上年报告同一格的十倍以上，或者不到十分之一。两年里较大的一个数不到 20 的不提示；总计随着某一栏变化的，只提示那一栏。

多填一个 0、少填一个 0、把元填成万元，都是这样。业务量确有变化的，不用改。

依据：由同一栏目前后两年可比推出，格式没有规定。`,
    en: `A figure is ten times that of the same cell of last year’s report or more, or a tenth of it or less. Nothing is said where the larger of the two is under 20, and of totals that follow from a column.

A zero too many or too few and yuan for ten thousand yuan look like this. Where there was really so much more or less to do, leave it.

Source: that a cell can be compared from year to year; the form says nothing about it.`,
  },
  noFix: { zh: '哪个数对，只有作者知道。', en: 'only the author knows which figure is right.' },
  example: {
    previous: `# 青禾镇人民政府2022年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 61 |
`,
    wrong: `---
上年: 青禾镇-2022.nianbao
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | {{big-change:640}} |
`,
    right: `---
上年: 青禾镇-2022.nianbao
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 64 |
`,
  },
  knows: (subject) => previousReport(subject) !== null,
  *check(subject) {
    const previous = previousReport(subject);
    if (!previous) return;
    for (const table of judgedTables(subject)) {
      if (previous.edition !== table.edition.id) continue;
      for (const row of table.rows.values()) {
        if (row.misfit || carriedRows.some((each) => each.table === table.definition.id && each.to === row.row.id))
          continue;
        const changed = row.cells.flatMap((cell): readonly Changed[] => {
          const before = indexedValue(previous, table.definition.id, row.row.id, cell.column.id);
          return before && cell.value !== null && before.value !== null && isBig(cell.value, before.value)
            ? [{ table, row, cell, now: cell.value, last: before.value, file: previous.source, place: before.place }]
            : [];
        });
        const parts = changed.filter(({ cell }) => !isTotal(table.definition, cell));
        for (const each of parts.length > 0 ? parts : changed) yield findingOf(each);
      }
    }
  },
};

interface Changed {
  readonly table: Table;
  readonly row: ValueRow;
  readonly cell: Cell;
  readonly now: number;
  readonly last: number;
  readonly file: string;
  readonly place: { readonly line: number; readonly start: number; readonly end: number };
}

function isBig(one: number, other: number): boolean {
  const [small, large] = one < other ? [one, other] : [other, one];
  return small > 0 && large >= LEAST && large >= TIMES * small;
}

function findingOf({ table, row, cell, now, last, file, place }: Changed): Finding {
  const name = cellName(table.definition, row.row, cell.column);
  return finding(code, {
    span: cell.span,
    data: { table: table.definition.id, row: row.row.id, column: cell.column.id, found: now, previous: last },
    related: () => [{ file, place, message: () => ({ zh: `上年报告：${last}`, en: `last year’s report: ${last}` }) }],
    message: () => ({
      zh: `${name.zh}：${now}，上年是 ${last}，请核对有没有多填或少填一位`,
      en: `${name.en}: ${now}, last year ${last}; see whether a digit is too many or missing`,
    }),
  });
}
