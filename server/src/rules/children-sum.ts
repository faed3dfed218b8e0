import {
  type ComparedSum,
  canBeSummed,
  childrenSums,
  type DifferingTable,
  differenceOf,
} from '../analysis/children-sums.ts';
import { cellName, shortLabel } from '../forms/names.ts';
import type { Table } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Related, Rule } from './engine/rule.ts';

const code = 'children-sum';
/** With more causes than these the table as a whole is named. */
const MOST_CAUSES = 8;
/** So many reports are related at most, those with most first. */
const MOST_RELATED = 100;

/** A value of a report is not the sum of those of the reports that it sums up. */
export const childrenSum: Rule = {
  code,
  group: 'across-files',
  severity: 'warning',
  title: { zh: '汇总数与所属单位之和不符', en: 'A sum differs from the reports that it sums up' },
  explanation: {
    zh: `汇总报告表二、表三、表四的一个数，不等于各所属单位报告同一格之和。所属单位由文件头的「下级: 文件」指明，没有写的，按 nianbao.json 名单（roster）里的 children。

缺一份报告就不核对，只说明缺哪一份；有一份报告的这一格是空的，或者那一份是别的格式的，这一格不核对。总计随着别的数不符的，不另外提示；一张表有很多数不符，只提示一处。

请看相关位置列出的各单位的数，改汇总报告，或者请那个单位更正。

依据：《中华人民共和国政府信息公开条例》第五十条；汇总报告的含义。`,
    en: `In table two, three or four of a report that sums up others a value isn’t the sum of theirs. Which reports those are, the front matter says (“下级: file”), else children in the roster of nianbao.json.

With one report missing nothing is compared, and the missing one is named; a cell that is blank in one of them, or whose report has another form, is not compared. A total that only follows from other values is no finding of its own; a table in which many values differ is one finding.

The related places show what each contributes: correct the sum, or have that body correct its report.

Source: article 50 of the Regulations; what it means to sum up.`,
  },
  example: {
    others: {
      '青禾镇-2023.nianbao': `# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 12 |
`,
      '东山镇-2023.nianbao': `# 东山镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 30 |
`,
    },
    wrong: `---
下级: 青禾镇-2023.nianbao
下级: 东山镇-2023.nianbao
---
# 云岭县人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | {{children-sum:40}} |
`,
    right: `---
下级: 青禾镇-2023.nianbao
下级: 东山镇-2023.nianbao
---
# 云岭县人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 42 |
`,
  },
  knows: canBeSummed,
  *check(subject) {
    for (const { table, causes, compared } of childrenSums(subject)) {
      const isLeftOut = causes.length > 2 && causes.every(({ sum }) => sum.found === 0);
      if (isLeftOut || causes.length > MOST_CAUSES) yield ofTable(table, causes, compared);
      else for (const { sum, totals } of causes) yield ofCell(table, sum, totals);
    }
  },
};

function ofCell(table: Table, sum: ComparedSum, totals: readonly ComparedSum[]): Finding {
  const { cell, found, expected } = sum;
  return finding(code, {
    span: cell.span,
    data: {
      table: table.definition.id,
      row: cell.row.id,
      column: cell.column.id,
      expected,
      found,
      difference: differenceOf(sum),
    },
    related: () => [...sharesIn(sum), ...totals.map((each) => relatedTotal(table, each))],
    fixes: () => [fixOf(sum, totals)],
    message: () => messageOf(table, sum),
  });
}

function messageOf(table: Table, sum: ComparedSum): Localized {
  const { cell, found, expected, shares } = sum;
  const name = cellName(table.definition, cell.row, cell.column);
  const by = differenceOf(sum);
  return {
    zh: `${name.zh}：填 ${found}，${shares.length} 个所属单位之和是 ${expected}，${by > 0 ? '多' : '少'} ${Math.abs(by)}`,
    en: `${name.en}: ${found}, but the ${shares.length} reports that it sums up come to ${expected}, ${Math.abs(by)} ${by > 0 ? 'less' : 'more'}`,
  };
}

/** What each contributes, the largest first; 0 is nothing to look at. */
function sharesIn({ shares }: ComparedSum): readonly Related[] {
  return shares
    .filter(({ value }) => value !== 0)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_RELATED)
    .map(({ report, value, place }): Related => {
      const body = report.body ?? report.source;
      return { file: report.source, place, message: () => ({ zh: `${body}：${value}`, en: `${body}: ${value}` }) };
    });
}

function relatedTotal({ definition }: Table, { cell, found, expected }: ComparedSum): Related {
  const name = cellName(definition, cell.row, cell.column);
  return {
    span: cell.span,
    message: () => ({
      zh: `${name.zh}：${found}，应为 ${expected}`,
      en: `${name.en}: ${found}, should be ${expected}`,
    }),
  };
}

function fixOf({ cell, expected }: ComparedSum, totals: readonly ComparedSum[]): Fix {
  return {
    title: {
      zh: `改为所属单位之和 ${expected}${totals.length > 0 ? '，总计一并改' : ''}`,
      en: `Write the sum ${expected}${totals.length > 0 ? ', and the totals that follow' : ''}`,
    },
    edits: [{ span: cell.span, text: String(expected) }, ...totalsToo(totals)],
    certain: false,
  };
}

function totalsToo(totals: readonly ComparedSum[]) {
  return totals.map((total) => ({ span: total.cell.span, text: String(total.expected) }));
}

function ofTable(table: Table, causes: DifferingTable['causes'], compared: number): Finding {
  const { definition } = table;
  const all = causes.flatMap(({ sum }) => sum);
  const [first] = all;
  const isEmpty = all.every(({ found }) => found === 0);
  const values = all.slice(0, 3).map(({ cell, found, expected }) => {
    const name = `${shortLabel(cell.row.label)} · ${shortLabel(cell.column.label)}`;
    return `${name} ${found}→${expected}`;
  });
  return finding(code, {
    span: first?.cell.span ?? table.span,
    data: { table: definition.id, cells: all.length },
    related: () => all.slice(0, MOST_RELATED).map((each) => relatedTotal(table, each)),
    message: () =>
      isEmpty
        ? {
            zh: `${definition.name.zh}：有 ${all.length} 个数是 0，所属单位之和都不是 0，没有汇总`,
            en: `${definition.name.en}: ${all.length} values are 0 where the reports below have some; nothing was summed up`,
          }
        : {
            zh: `${definition.name.zh}：核对了 ${compared} 个数，${all.length} 个与所属单位之和不符：${values.join('、')} 等`,
            en: `${definition.name.en}: ${all.length} of ${compared} values differ from the sums of the reports below: ${values.join(', ')} …`,
          },
  });
}
