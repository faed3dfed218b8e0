import type { Subject } from '../analysis/subject.ts';
import { ownerOfLabel } from '../report/label-index.ts';
import type { Report, Table } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import { deleteLine, insertBelow } from './engine/line-edits.ts';
import type { Fix, Rule } from './engine/rule.ts';

export const strayText: Rule = {
  code: 'stray-text',
  group: 'tables',
  severity: 'warning',
  title: { zh: '表格中间夹有文字', en: 'Text between the rows of a table' },
  explanation: {
    zh: `表格的两行之间有一段文字。它不是表里的行，导出的表格里没有它的位置，多半是粘贴时带进来的，或者少了竖线。

是表里的一行，就补上竖线；是说明，就移到表格后面；只给自己看的，就改为批注（行首加 //）。

没有竖线的行名（如只占一行的「（三）不予公开」）不算。

依据：年度报告格式表二、表三、表四。`,
    en: `A text stands between two rows of a table. It is no row, and the published table has no place for it: it came along with a paste, or its bars are lost.

If it is a row, give it its bars; if it explains something, move it below the table; if it is for yourself, make it a comment (// at its start).

A row's label without bars, such as a heading on a line of its own, is none.

Source: tables two, three and four of the official form.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
{{stray-text:以上数据由司法所提供。}}
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |

以上数据由司法所提供。
`,
  },
  *check({ report }: Subject) {
    for (const table of report.tables) {
      for (const lines of strayLines(report, table)) {
        const span = writtenIn(report, lines);
        const { name, id } = table.definition;
        yield finding('stray-text', {
          span,
          data: { table: id },
          message: () => ({
            zh: `${name.zh}中间夹有文字，导出的表格里没有它的位置`,
            en: `text between the rows of ${name.en}: the published table has no place for it`,
          }),
          fixes: () => fixesOf(report, table, lines, report.tree.text.slice(span.start, span.end)),
        });
      }
    }
  },
};

/** The texts between the rows of a table, each run of them between two rows together. */
function strayLines({ tree, forms }: Report, { lines }: Table): readonly (readonly Line[])[] {
  const [first, last] = [lines[0]?.line.number, lines.at(-1)?.line.number];
  if (first === undefined || last === undefined || last - first < lines.length) return [];
  const offset = tree.lines[0]?.number ?? 0;
  const runs: Line[][] = [];
  let run: Line[] = [];
  for (const line of tree.lines.slice(first - offset, last - offset)) {
    if (line.kind === 'row') run = [];
    else if (
      !isSilent(line) &&
      ownerOfLabel(canonical(tree.text.slice(line.span.start, line.span.end)), forms) === null
    ) {
      if (run.length === 0) runs.push(run);
      run.push(line);
    }
  }
  return runs;
}

function writtenIn({ tree }: Report, lines: readonly Line[]): Span {
  const [start, end] = [lines[0]?.span.start ?? 0, lines.at(-1)?.span.end ?? 0];
  const text = tree.text.slice(start, end);
  return { start: start + text.search(/\S|$/), end: start + text.trimEnd().length };
}

/** None is certain: whether the text is a row, an explanation or a note, its author knows. */
function fixesOf(report: Report, { lines }: Table, stray: readonly Line[], text: string): readonly Fix[] {
  const last = lines.at(-1)?.line;
  const notes = stray.map(({ span: { start } }) => ({ span: { start, end: start }, text: '// ' }));
  const moves = last
    ? [...stray.map((line) => deleteLine(report, line)), insertBelow(report, last, `\n${text.replace(/\r\n?/g, '\n')}`)]
    : [];
  return [
    ...(moves.length > 0
      ? [{ title: { zh: '移到表格后面', en: 'Move it below the table' }, edits: moves, certain: false }]
      : []),
    { title: { zh: '改为批注', en: 'Make it a comment' }, edits: notes, certain: false },
  ];
}
