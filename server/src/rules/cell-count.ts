import { type AddedColumn, addedColumn } from '../analysis/added-column.ts';
import { contentSpan, judgedTables, labelSpan, valueRows } from '../analysis/judged-tables.ts';
import { joinedReadings, ruleOf } from '../figures/row-rule.ts';
import { rowName } from '../forms/names.ts';
import type { Misfit, Report, Table, ValueRow } from '../report/report.ts';
import { cover, type Span } from '../text/span.ts';
import { joined, nothingMore } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Localized, Rule } from './engine/rule.ts';

export const cellCount: Rule = {
  code: 'cell-count',
  group: 'tables',
  severity: 'error',
  title: { zh: '一行的数多了或少了', en: 'More or fewer values than columns' },
  explanation: {
    zh: `这一行的数比表样的列多或者少，分不清哪个数属于哪一列，所以这一行暂不参加其他核对。

多半是漏填了一格、多了一条竖线，或者一个数被拆成了两格（如 20 成了 2 和 0）。整张表都多一列的，常见原因是加了「小计」列。

请按表头逐格核对：表三每行 7 个数，表四每项 5 个数，表二按各段表头。没有的填 0，不要空着不写。

依据：年度报告格式表二、表三、表四的列。`,
    en: `The row has more or fewer values than the form has columns, so no value can be given to a column, and nothing else about the row is checked.

Usually a value was left out, a bar is too many, or one number was split into two cells (20 into 2 and 0). Where the whole table has one too many, a column of subtotals was often added.

Go through the row below the heads: seven values in table three, five for each kind in table four, as many as the head has in table two. Write 0 where there is none.

Source: the columns of tables two, three and four of the official form.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | {{cell-count:1 | 2 | 0 | 0 | 0 | 12}} |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 12 | 0 | 0 | 0 | 12 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    const { report } = subject;
    for (const table of judgedTables(subject)) {
      const rows = misfits(table);
      if (rows.length === 0) continue;
      const shared = sharedDifference(rows, valueRows(table).length);
      if (shared.length > 0) yield ofTable(report, table, shared);
      const said = new Set(shared);
      for (const row of rows) if (!said.has(row)) yield ofRow(report, table, row);
    }
  },
};

interface MisfitRow {
  readonly row: ValueRow;
  readonly misfit: Misfit;
}

/** The rows with a wrong count of values; of those on one line, the first. */
function misfits(table: Table): readonly MisfitRow[] {
  const rows = valueRows(table);
  return rows.flatMap((row, i): MisfitRow[] =>
    row.misfit && rows[i - 1]?.line !== row.line ? [{ row, misfit: row.misfit }] : [],
  );
}

function difference({ misfit }: MisfitRow): number {
  return misfit.found.length - misfit.expected;
}

/** The rows that are wrong by the same number, where they are two or more and at least half of the table. */
function sharedDifference(rows: readonly MisfitRow[], total: number): readonly MisfitRow[] {
  const groups = Map.groupBy(rows, difference);
  return [...groups.values()].find((group) => group.length >= 2 && group.length * 2 >= total) ?? [];
}

function ofTable(report: Report, table: Table, rows: readonly MisfitRow[]): Finding {
  const header = table.lines.find((line) => line.kind === 'header');
  const first = header ?? rows[0]?.row;
  const added = addedColumn(
    table,
    rows.map(({ row, misfit }) => ({ block: row.block, cells: misfit.found })),
  );
  return finding('cell-count', {
    span: first ? contentSpan(report, first.line) : table.span,
    data: { table: table.definition.id, rows: [...new Set(rows.map(({ row }) => row.row.id))] },
    related: () =>
      rows.slice(0, 30).map(({ row, misfit }) => ({
        span: labelSpan(report, row),
        message: () => ({
          zh: `应有 ${misfit.expected} 个数，现有 ${misfit.found.length} 个`,
          en: `${misfit.found.length} values instead of ${misfit.expected}`,
        }),
      })),
    message: () => (added ? addedMessage(table, rows, added) : sharedMessage(table, rows)),
    ...(added ? { fixes: () => [withoutColumn(table, rows, added)] } : {}),
  });
}

function sharedMessage({ definition: { name } }: Table, rows: readonly MisfitRow[]): Localized {
  const more = rows[0] ? difference(rows[0]) : 0;
  return {
    zh: `${name.zh}有 ${rows.length} 行各${more > 0 ? '多' : '少'} ${Math.abs(more)} 个数，整张表的列与表样不一致`,
    en: `${name.en}: ${rows.length} rows have ${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} values than the form has columns`,
  };
}

function addedMessage({ definition: { name } }: Table, rows: readonly MisfitRow[], added: AddedColumn): Localized {
  const which = whichColumn(added);
  return {
    zh: `${name.zh}多了${which.zh}，表样没有；${rows.length} 行各多 1 个数`,
    en: `${name.en} has ${which.en}, which the form has not: ${rows.length} rows have 1 value too many`,
  };
}

function whichColumn({ index, head }: AddedColumn): Localized {
  return head
    ? { zh: `「${head.text}」一列`, en: `a column “${head.text}”` }
    : { zh: `一列小计（每行第 ${index + 1} 个数）`, en: `a column of subtotals (value ${index + 1} of each row)` };
}

/** Says how many rows don't add up without it. */
function withoutColumn({ definition }: Table, rows: readonly MisfitRow[], added: AddedColumn): Fix {
  const { index, head } = added;
  const which = whichColumn(added);
  const wrong = rows.filter(({ row: { row, block }, misfit }) => {
    const texts = misfit.found.toSpliced(index, 1).map(({ text }) => text);
    const places = block.columns.map((column) => ({ row: row.id, column }));
    return !texts.includes('') && !ruleOf(definition, places, { labelled: true, filled: true }).allowed(texts);
  }).length;
  const told =
    wrong === 0 ? nothingMore : { zh: `，删后 ${wrong} 行的总计不符`, en: `: the totals of ${wrong} rows then differ` };
  const cells = [...(head ? [head] : []), ...rows.flatMap(({ misfit }) => misfit.found[index] ?? [])];
  return {
    title: joined([{ zh: `删去${which.zh}`, en: `Delete ${which.en}` }, told]),
    // Each with the bar or TAB before it.
    edits: cells.map(({ room }) => ({ span: { start: room.start - 1, end: room.end }, text: '' })),
    certain: false,
  };
}

function ofRow(report: Report, table: Table, { row, misfit }: MisfitRow): Finding {
  const { expected, found } = misfit;
  const joined = splitNumber(table, row, misfit);
  const unlabelled = row.labels.length === 0;
  return finding('cell-count', {
    span: spanOf(report, row, misfit),
    data: {
      table: table.definition.id,
      ...(unlabelled ? {} : { row: row.row.id }),
      columns: expected,
      values: found.length,
    },
    message: () => {
      const name = unlabelled ? table.definition.name : rowName(table.definition, row.row);
      return {
        zh: `${name.zh}：应有 ${expected} 个数，现有 ${found.length} 个${joined === null ? '' : `；可能是 ${joined} 被拆成了两格`}`,
        en: `${name.en}: ${found.length} values instead of ${expected}${joined === null ? '' : `; perhaps ${joined} was split into two cells`}`,
      };
    },
  });
}

function spanOf(report: Report, row: ValueRow, { found }: Misfit): Span {
  const [first] = found;
  const last = found.at(-1);
  return first && last ? cover(first.span, last.span) : labelSpan(report, row);
}

/** The number that two neighbouring cells give when joined, where the row's relations then hold, and in one way only. */
function splitNumber({ definition }: Table, { row, block }: ValueRow, { expected, found }: Misfit): string | null {
  if (expected !== block.columns.length) return null;
  const texts = found.map(({ text }) => text);
  const [reading, another] = joinedReadings(definition, row.id, block.columns, texts);
  return reading && !another ? reading.joined : null;
}
