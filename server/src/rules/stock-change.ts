import { type IndexedValue, indexedValue } from '../analysis/indexed-report.ts';
import { judgedTables } from '../analysis/judged-tables.ts';
import { previousReport } from '../analysis/last-year.ts';
import { reportProse, sentences, tokensOf } from '../analysis/prose.ts';
import type { Subject } from '../analysis/subject.ts';
import { exactSum } from '../figures/decimal.ts';
import { tellsAdjustment } from '../forms/across-files.ts';
import { type Stock, stocks } from '../forms/continuity.ts';
import { cellName, rowLabel, shortLabel } from '../forms/names.ts';
import type { Cell, Table, ValueRow } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'stock-change';

/** 现行有效 is not last year's, plus what was made, minus what was repealed. */
export const stockChange: Rule = {
  code,
  group: 'across-files',
  severity: 'warning',
  title: { zh: '现行有效件数与上年不衔接', en: '现行有效件数 doesn’t follow from last year’s' },
  explanation: {
    zh: `表二「规章」「行政规范性文件」的「现行有效件数」，不等于上年报告的现行有效件数加本年制发件数、减本年废止件数。上年报告由文件头的「上年: 文件」指明，没有写的，按机关名称和年度在文件夹里找；没有找到或者有空着的格子，不核对。

文件清理、更正上年的数、调整统计口径，都会让两年接不上。正文里有一句话写明了原因、并且写出有关件数的，只作为信息提示，不算问题；没有写的，请在第一部分补一句，例如「经清理，……现行有效规范性文件为 21 件」。

请与司法行政部门的文件清理结果和上年公布的报告核对。

依据：由年度报告格式表二各栏的含义推出。`,
    en: `For regulations or normative documents in table two, 现行有效件数 isn’t last year’s count plus what was made and minus what was repealed this year. Last year’s report is the one that the front matter names (“上年: file”), else that of the same body in the folder; where there is none, or a cell is blank, nothing is compared.

A review of documents, a correction of last year’s figure or another way of counting part the two years. Where a sentence of the text says so and gives the count, this is told as information only; where none does, add one to part one.

Compare with the register of documents in force and with last year’s report as published.

Source: follows from the columns of table two of the official form.`,
  },
  noFix: {
    zh: '是哪一年的数不对，还是漏了说明，要核对后才知道。',
    en: 'whether a figure of either year is wrong or the reason is left out takes the records.',
  },
  example: {
    previous: `# 青禾镇人民政府2022年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 行政规范性文件 | 2 | 0 | 8 |
`,
    wrong: `---
上年: 青禾镇-2022.nianbao
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 行政规范性文件 | 3 | 1 | {{stock-change:9}} |
`,
    right: `---
上年: 青禾镇-2022.nianbao
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 行政规范性文件 | 3 | 1 | 10 |
`,
  },
  knows: (subject) => previousReport(subject) !== null,
  *check(subject) {
    const previous = previousReport(subject);
    if (!previous) return;
    for (const table of judgedTables(subject)) {
      const own = stocks.filter((stock) => stock.table === table.definition.id);
      for (const stock of own) {
        for (const row of table.rows.values()) {
          const before = indexedValue(previous, stock.table, row.row.id, stock.column);
          const counted = before && countOf(stock, row, before);
          if (counted && counted.found !== counted.expected)
            yield findingOf(subject, { table, row, stock, before, file: previous.source, ...counted });
        }
      }
    }
  },
};

interface Counted {
  readonly cell: Cell;
  readonly added: number;
  readonly removed: number;
  readonly last: number;
  readonly expected: number;
  readonly found: number;
}

interface Broken extends Counted {
  readonly table: Table;
  readonly row: ValueRow;
  readonly stock: Stock;
  readonly before: IndexedValue;
  readonly file: string;
}

/** A row's count as it should be and as it is; null where a value that it takes is blank or absent. */
function countOf(stock: Stock, { cells }: ValueRow, { value: last }: IndexedValue): Counted | null {
  const at = (id: string): Cell | undefined => cells.find(({ column }) => column.id === id);
  const cell = at(stock.column);
  const [found, added, removed] = [cell?.value, at(stock.added)?.value, at(stock.removed)?.value];
  if (!cell || last === null || found == null || added == null || removed == null) return null;
  return { cell, added, removed, last, expected: exactSum([last, added, -removed]), found };
}

function findingOf(subject: Subject, broken: Broken): Finding {
  const { table, row, stock, cell, found, expected, before, file } = broken;
  const said = explanationOf(subject, broken);
  return finding(code, {
    span: cell.span,
    ...(said ? { severity: 'information' } : {}),
    data: {
      table: table.definition.id,
      row: row.row.id,
      column: stock.column,
      expected,
      found,
      difference: exactSum([found, -expected]),
      explained: said !== null,
    },
    related: () => [
      { file, place: before.place, message: () => lastYears(broken) },
      ...(said ? [{ span: said, message: (): Localized => ({ zh: '正文的说明', en: 'the text says why' }) }] : []),
    ],
    message: () => messageOf(broken, said !== null),
  });
}

/** The sentence that tells of an adjustment and gives one of the counts; null where none does. */
function explanationOf(subject: Subject, { found, expected, last }: Counted): Span | null {
  const counts = new Set([found, expected, last, Math.abs(exactSum([found, -expected]))]);
  for (const line of reportProse(subject)) {
    if (!tellsAdjustment(line.text)) continue;
    for (const sentence of sentences(line)) {
      if (!tellsAdjustment(sentence.text)) continue;
      const numbers = tokensOf(subject.report, sentence).flatMap((token) =>
        token.kind === 'number' || token.kind === 'numeral' ? (token.value ?? []) : [],
      );
      if (numbers.some((number) => counts.has(number)))
        return { start: sentence.start, end: sentence.start + sentence.text.length };
    }
  }
  return null;
}

function messageOf({ table, row, cell, last, added, removed, expected, found }: Broken, isSaid: boolean): Localized {
  const name = cellName(table.definition, row.row, cell.column);
  const by = exactSum([found, -expected]);
  const sum = `${last} + ${added} − ${removed} = ${expected}`;
  const zh = `${name.zh}：填 ${found}，按上年报告应为 ${sum}（上年＋制发－废止），${by > 0 ? '多' : '少'} ${Math.abs(by)}`;
  const en = `${name.en}: ${found}, but by last year’s report ${sum} (last year’s + made − repealed), ${Math.abs(by)} ${by > 0 ? 'more' : 'less'}`;
  return isSaid
    ? { zh: `${zh}；正文已说明原因`, en: `${en}; the text says why` }
    : {
        zh: `${zh}；经清理或更正的，请在正文写明`,
        en: `${en}; if that is by a review or a correction, say so in the text`,
      };
}

function lastYears({ table, row, cell, last }: Broken): Localized {
  const label = `${rowLabel(table.definition, row.row)} · ${shortLabel(cell.column.label)}`;
  return { zh: `上年报告：${label} ${last}`, en: `last year’s report: ${label} ${last}` };
}
