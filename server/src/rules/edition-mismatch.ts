import { contentSpan } from '../analysis/judged-tables.ts';
import { labelStyleOf } from '../analysis/settings.ts';
import type { Subject } from '../analysis/subject.ts';
import type { FormTable } from '../forms/form.ts';
import { listed } from '../forms/names.ts';
import { conversion } from '../report/convert.ts';
import { countingTables } from '../report/lookup.ts';
import type { Report, Table } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'edition-mismatch';

/** A table of another edition than the one that the report's year asks for. */
export const editionMismatch: Rule = {
  code,
  group: 'structure',
  severity: 'error',
  title: { zh: '用了别的年度的表', en: 'A table of another year’s form' },
  explanation: {
    zh: `表格是另一个年度的格式时报错，位置是表的第一行。不知道年度、文件头也没有写格式的，不报。

2019、2020年度用国办公开办函〔2019〕60号的格式（试行），2021年度起用国办公开办函〔2021〕30号的格式。两种格式的表二行和列都不同；表三的「（六）其他处理」，2019年格式是一行，2021年格式下分三行。用错了，数据无法与别的机关汇总。

做法：换成本年度的表，把两种格式都有的数填过去，新增的行和列按实际填写。快速修复会换好表、填好两种格式含义相同的数，其余的数写在表下的注释里，由您处理。确实要用那种格式的，在文件头写「格式: 」加格式的年份。`,
    en: `Fires when a table has the form of another edition, at its first line. Silent where neither the year is known nor the front matter declares the form.

Reports for 2019 and 2020 follow the trial form (国办公开办函〔2019〕60号), those for 2021 and later the form of 国办公开办函〔2021〕30号. Table 2 differs in rows and columns; （六）其他处理 of table 3 is one row in the form of 2019 and three rows below a heading in that of 2021. Numbers in the wrong form can’t be added up with those of other bodies.

What to do: replace the table by that of the year, carry over the values that both have, and fill in the rest. The fix puts the table in place, carries what means the same in both forms, and names all other values in comments below the table. If the other form is meant, write “格式: ” and its year in the front matter.`,
  },
  example: {
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

{{edition-mismatch:| 第二十条第（一）项 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |}}
| 规章 | 0 | 0 | 0 |
| 规范性文件 | 2 | 2 | 9 |
| 第二十条第（五）项 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政许可 | 0 | 0 | 0 |
| 其他对外管理服务事项 | 0 | 0 | 0 |
| 第二十条第（六）项 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
| 行政处罚 | 0 | 0 | 0 |
| 行政强制 | 0 | 0 | 0 |
| 第二十条第（八）项 | 上一年项目数量 | 本年增/减 |
| 行政事业性收费 | 0 | 0 |
| 第二十条第（九）项 | 采购项目数量 | 采购总金额 |
| 政府集中采购 | 0 | 0 |
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 2 | 0 | 9 |
| 第二十条第（五）项 | 本年处理决定数量 |
| 行政许可 | 0 |
| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
| 第二十条第（八）项 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 0 |
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  if (!isEditionKnown(report)) return;
  for (const table of countingTables(report)) {
    const due = report.edition.table(table.definition.id);
    const first = table.lines[0];
    if (!due || !first || table.edition.id === report.edition.id) continue;
    const differences = differencesOf(table.definition, due);
    if (differences.length === 0) continue;
    yield finding(code, {
      span: contentSpan(report, first.line),
      message: () => message(report, table, differences),
      fixes: () => [fix(subject, table, due)],
      data: { table: table.definition.id, edition: table.edition.id, due: report.edition.id },
    });
  }
}

function fix({ report, settings }: Subject, table: Table, due: FormTable): Fix {
  const { name } = report.edition;
  return {
    title: {
      zh: `换成${name.zh}的表：共有的数照填，新表独有的留空，其余写在表下的注释里`,
      en: `Replace by the table of the ${name.en}: values that both have are carried, new cells stay blank, the rest is named in comments below`,
    },
    edits: conversion(report, table, due, labelStyleOf(settings)),
    certain: false,
  };
}

function isEditionKnown(report: Report): boolean {
  return report.year !== null || report.frontMatter.some(({ key, entry }) => key === 'edition' && entry.value !== null);
}

function message(report: Report, table: Table, differences: readonly Localized[]): Localized {
  const { name } = table.definition;
  return {
    zh: `${name.zh}是${table.edition.name.zh}的表，本报告应当用${report.edition.name.zh}：${differences.map((each) => each.zh).join('；')}`,
    en: `${name.en} is in the ${table.edition.name.en}; this report needs the ${report.edition.name.en}: ${differences.map((each) => each.en).join('; ')}`,
  };
}

/** What the found form has and the due one hasn't, and the reverse. */
function differencesOf(found: FormTable, due: FormTable): readonly Localized[] {
  const [more, less] = [missingFrom(due, found), missingFrom(found, due)];
  return [
    ...(more.length > 0 ? [{ zh: `多出${listed(more).zh}`, en: `it has ${listed(more).en}` }] : []),
    ...(less.length > 0 ? [{ zh: `缺少${listed(less).zh}`, en: `it lacks ${listed(less).en}` }] : []),
  ];
}

/** The labels of the columns and rows of `other` that `table` hasn't. */
function missingFrom(table: FormTable, other: FormTable): readonly string[] {
  const known = new Set(parts(table).map(({ id }) => id));
  return parts(other)
    .filter(({ id }) => !known.has(id))
    .map(({ label }) => label);
}

function parts(table: FormTable): readonly { readonly id: string; readonly label: string }[] {
  return [...table.columns, ...table.rows.map(({ row }) => row)];
}
