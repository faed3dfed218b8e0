import { contentSpan } from '../analysis/judged-tables.ts';
import { headingSpan, headingsTwice, headingText } from '../analysis/section-places.ts';
import { labelStyleOf } from '../analysis/settings.ts';
import type { Subject } from '../analysis/subject.ts';
import { type Misplaced, type SwappedTables, swappedTables } from '../analysis/swapped-tables.ts';
import type { FormTable } from '../forms/form.ts';
import { tableMarkup } from '../report/markup.ts';
import type { Report, Section } from '../report/report.ts';
import { reportAfter } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import { insertBlock, nextLineStart } from './engine/insertion.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

export const missingTable: Rule = {
  code: 'missing-table',
  group: 'tables',
  severity: 'error',
  asks: 'more',
  title: { zh: '这一部分缺少表格', en: 'The part lacks its table' },
  explanation: {
    zh: `第二、三、四部分必须各有一张表，这一部分没有找到。两张表放反了的（表三在第四部分、表四在第三部分），合为一条。

这三部分以表格形式报告，没有发生的也要填 0；只写文字、贴图片或者删去表格，数据都无法汇总，也不符合统一格式。

请按表样填表。快速修复在标题下插入一张空表，数要自己填。表格在图片里的，请照着填一遍；从 PDF 复制来、数之间没有竖线的，请先运行「导入」。

依据：《条例》第五十条；年度报告格式第二、三、四部分。`,
    en: `Parts two, three and four must hold a table each, and this one has none. Two tables in each other’s parts are one finding.

These parts are reported as tables, with 0 where there was nothing. From prose, a picture or a deleted table nothing can be added up, and the uniform form isn’t kept.

Fill in the table. The fix inserts it blank below the heading. Where the table is a picture, type its numbers in; where it was copied from a PDF file, with no bars between the numbers, run import first.

Source: article 50 of the Regulation; parts two, three and four of the official form.`,
  },
  example: {
    wrong: `{{missing-table:四、政府信息公开行政复议、行政诉讼情况}}

2023年未发生行政复议和行政诉讼。
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

2023年未发生行政复议和行政诉讼。

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    const { report } = subject;
    for (const { section, table } of partsWithoutTable(report)) {
      yield finding('missing-table', {
        span: headingSpan(section),
        data: { table: table.id, section: table.section },
        fixes: () => fixes(subject, section, table),
        message: () => ({
          zh: `这一部分缺少${table.name.zh}；没有发生的也要列表并填 0`,
          en: `${table.name.en} is missing from this part; it has to be there even where every value is 0`,
        }),
      });
    }
    for (const swapped of swappedTables(subject)) yield ofSwapped(report, swapped);
  },
};

function ofSwapped(report: Report, { first, second }: SwappedTables): Finding {
  const placeOf = ({ table }: Misplaced) => (table.lines[0] ? contentSpan(report, table.lines[0].line) : table.span);
  const [one, other] = [first.table.definition, second.table.definition];
  return finding('missing-table', {
    span: placeOf(first),
    data: { table: other.id, section: other.section },
    related: () => [
      {
        span: placeOf(second),
        message: () => ({
          zh: `${other.name.zh}在这里，应在「${headingText(first.section)}」下面`,
          en: `${other.name.en} stands here; it belongs below “${headingText(first.section)}”`,
        }),
      },
    ],
    fixes: () => [
      {
        title: { zh: '两张表对调', en: 'Exchange the two tables' },
        edits: [
          { span: first.table.span, text: report.tree.text.slice(second.table.span.start, second.table.span.end) },
          { span: second.table.span, text: report.tree.text.slice(first.table.span.start, first.table.span.end) },
        ],
        certain: false,
      },
    ],
    message: () => ({
      zh: `${one.name.zh}和${other.name.zh}放反了：${one.name.zh}应在「${headingText(second.section)}」下面`,
      en: `${one.name.en} and ${other.name.en} stand in each other’s parts: ${one.name.en} belongs below “${headingText(second.section)}”`,
    }),
  });
}

/** None where the cells of a torn table stand below the heading: nobody could tell the rows from them. */
function fixes({ report, settings }: Subject, section: Section, table: FormTable): readonly Fix[] {
  const { text } = report.tree;
  const markup = tableMarkup(table, labelStyleOf(settings));
  const edit = insertBlock(text, nextLineStart(text, section.line.span.end), markup);
  if (reportAfter(report, [edit]).tornParts.length > report.tornParts.length) return [];
  return [
    {
      title: { zh: '在标题下插入空表，留空待填', en: 'Insert the blank table below the heading, to be filled in' },
      edits: [edit],
      certain: false,
    },
  ];
}

interface PartWithoutTable {
  readonly section: Section;
  readonly table: FormTable;
}

function partsWithoutTable(report: Report): readonly PartWithoutTable[] {
  const bound = new Set([
    ...report.tables.map(({ definition }) => definition.id),
    ...report.tornParts.map(({ table }) => table.id),
  ]);
  const twice = headingsTwice(report);
  return report.sections.flatMap((section): PartWithoutTable[] => {
    const id = section.definition?.table;
    const table = id ? report.edition.table(id) : null;
    return section.repeats === null && table && !bound.has(table.id) && !twice.has(section) ? [{ section, table }] : [];
  });
}
