import { type Displaced, displacedRows } from '../analysis/displaced-rows.ts';
import { contentSpan, judgedTables } from '../analysis/judged-tables.ts';
import { listed, rowLabel } from '../forms/names.ts';
import type { Report, Table } from '../report/report.ts';
import { cover } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import { deleteLine, insertBelow } from './engine/line-edits.ts';
import type { Fix, Rule } from './engine/rule.ts';

export const rowOrder: Rule = {
  code: 'row-order',
  group: 'tables',
  severity: 'warning',
  title: { zh: '表格行序与表样不一致', en: 'Rows out of the form’s order' },
  explanation: {
    zh: `表格里的行没有按表样的顺序排列。只指出最少需要移动的行；相邻的几行合为一条。

核对和导出按行名认行，顺序不影响数据；但按位置汇总或人工比对时容易看错行。

请把指出的行移到应在的位置，快速修复会连同数据一起移动。

依据：年度报告格式表二、表三、表四的行序。`,
    en: `The rows don’t stand in the order of the form. Only the fewest that have to move are named; neighbouring ones are one finding.

Rows are recognised by their labels, so the order doesn’t change the data; but whoever adds up or compares by position takes the wrong row.

Move the rows to their places. The fix moves them with their values.

Source: the order of rows in tables two, three and four of the official form.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
{{row-order:| 行政规范性文件 | 1 | 0 | 8 |}}
| 规章 | 0 | 0 | 0 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 1 | 0 | 8 |
`,
  },
  *check({ report }) {
    for (const table of judgedTables(report)) {
      for (const run of displacedRows(table)) {
        const [first] = run.lines;
        const last = run.lines.at(-1);
        if (!first || !last) continue;
        yield finding('row-order', {
          span: cover(contentSpan(report, first), contentSpan(report, last)),
          data: { table: table.definition.id, row: run.rows[0]?.id ?? '', rows: run.rows.map(({ id }) => id) },
          fixes: () => moves(report, run),
          related: () =>
            run.below
              ? [
                  {
                    span: contentSpan(report, run.below.line),
                    message: () => ({ zh: '应移到这一行之后', en: 'it belongs below this row' }),
                  },
                ]
              : [],
          message: () => {
            const labels = listed(run.rows.map((row) => rowLabel(table.definition, row)));
            const place = placeOf(table, run);
            const { name } = table.definition;
            return {
              zh: `${name.zh}${labels.zh}的位置与表样不一致，应在${place.zh}`,
              en: `${name.en}: ${labels.en} out of order; ${run.rows.length === 1 ? 'it belongs' : 'they belong'} ${place.en}`,
            };
          },
        });
      }
    }
  },
};

function placeOf({ definition }: Table, { below, above }: Displaced): { readonly zh: string; readonly en: string } {
  if (below?.row) {
    const label = rowLabel(definition, below.row);
    return { zh: `「${label}」之后`, en: `below “${label}”` };
  }
  if (above?.row) {
    const label = rowLabel(definition, above.row);
    return { zh: `「${label}」之前`, en: `above “${label}”` };
  }
  return { zh: '本表开头', en: 'at the head of the table' };
}

/** Moves the lines, unless they carry a group’s label that other rows need. */
function moves(report: Report, { lines, below, entangled }: Displaced): readonly Fix[] {
  if (entangled || !below) return [];
  const texts = lines.map(({ span }) => report.tree.text.slice(span.start, span.end));
  return [
    {
      title: { zh: '移到表样中的位置', en: 'Move to the place that the form gives' },
      edits: [insertBelow(report, below.line, texts.join('\n')), ...lines.map((line) => deleteLine(report, line))],
      certain: true,
    },
  ];
}
