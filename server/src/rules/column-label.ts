import { contentSpan, judgedTables } from '../analysis/judged-tables.ts';
import { headlessRows, misspeltHead, type WrongTitle, wrongTitles } from '../analysis/table-heads.ts';
import type { BlockDefinition } from '../forms/edition.ts';
import { cornerIn, type LabelStyle } from '../forms/labels.ts';
import { headerMarkup } from '../report/markup.ts';
import type { Head, HeaderRow, Report, Table, TableLine } from '../report/report.ts';
import { headLabel, styleOf } from '../report/written-labels.ts';
import { canonical } from '../text/canonical.ts';
import { least } from '../text/lists.ts';
import { finding } from './engine/finding.ts';
import { insertAbove } from './engine/line-edits.ts';
import type { Finding, Rule } from './engine/rule.ts';

const SHOWN = 4;
/** A note beside the heads is no head. */
const NOTE = /^$|^[（(]?(?:单位|计量单位|注)/;

export const columnLabel: Rule = {
  code: 'column-label',
  group: 'tables',
  severity: 'warning',
  title: { zh: '表头与表样不一致', en: 'A column heading differs from the form’s' },
  explanation: {
    zh: `表头有错字、漏字，或者被截断，如「本年度止件数」（应为「本年废止件数」）、「尚未」（应为「尚未审结」）；也包括表样没有的列、次序不同的列。空格、换行、全角半角的不同不算；短表头（如「企业」）同表样的一样对。一段表头里的几处合为一条。整张表或者一段没有表头的，一段的标题（如「第二十条第（五）项」）写在别段的行上面的，也在这里提示。

表头以表样为准。从网页复制时，分两行写的表头常会丢掉后一行；「结果」一词究竟是维持还是纠正，读者就看不出来了。

用快速修复一次改正这段表头，不影响数据；表里用短表头的改成短的。

依据：年度报告格式表二、表三、表四的表头。`,
    en: `A head has wrong or lost characters or is cut, such as 本年度止件数 for 本年废止件数 or 尚未 for 尚未审结; or the column is none of the form’s or stands elsewhere. Spaces, breaks and width make no difference; a short head (企业) is as right as the official one. All heads of one header are one finding. A table or a block without heads is found too, and the title of a block (第二十条第（五）项) above the rows of another.

Heads are those of the form. When a web page is copied, a head in two lines often loses its second, and nobody can tell whether 结果 means upheld or corrected.

The fix writes all heads of the header in the table’s own style, short or official, and leaves the values alone.

Source: the heads of tables two, three and four of the official form.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | {{column-label:其他}} | 尚未 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
    right: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 0 | 0 | 0 | 0 | 0 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`,
  },
  *check(subject) {
    for (const table of judgedTables(subject)) {
      const isRagged = table.lines.some((line) => line.kind === 'value' && line.misfit !== null);
      let known: LabelStyle | null = null;
      const style = (): LabelStyle => (known ??= styleOf(table, subject.report, 'official'));
      for (const header of headersOf(table)) {
        const wrong = header.heads.filter(isWrong).map((head) => misspeltHead(table, head));
        if (wrong.length > 0) yield ofWrong(table, wrong, style());
        // Values more than columns are the matter of cell-count, the column that they stand in with them.
        const [unknown] = isRagged ? [] : unknownHeads(header);
        if (unknown) yield ofUnknown(table, unknown);
        for (const row of header.rows) {
          const heads = outOfOrder(table, row);
          if (heads.length > 0) yield ofOrder(table, heads);
        }
      }
      const headless = headlessRows(subject.report, table);
      if (headless.length > 0) yield ofHeadless(subject.report, table, headless, style());
      const titles = wrongTitles(table);
      if (titles.length > 0) yield ofTitles(table, titles, style());
    }
  },
};

/** Header rows of one block that follow one another. */
interface Header {
  readonly block: BlockDefinition | null;
  readonly rows: readonly HeaderRow[];
  readonly heads: readonly Head[];
}

function headersOf(table: Table): readonly Header[] {
  const headers: { block: BlockDefinition | null; rows: HeaderRow[] }[] = [];
  let follows = false;
  for (const line of table.lines) {
    if (line.kind === 'header') {
      const last = headers.at(-1);
      if (last && follows && (last.block === line.block || last.block === null)) {
        last.rows.push(line);
        last.block = line.block;
      } else headers.push({ block: line.block, rows: [line] });
    }
    follows = line.kind === 'header' || (follows && line.kind === 'blank');
  }
  return headers.map(({ block, rows }) => ({ block, rows, heads: rows.flatMap(({ heads }) => heads) }));
}

function isWrong({ official, match }: Head): boolean {
  return official !== null && (match === 'misspelt' || match === 'variant');
}

/** Whether the official head says the same of the unit; else nobody knows what the figures below it are in. */
function keepsUnit({ cell, official }: Head): boolean {
  const unitOf = (text: string) => /万?元/.exec(canonical(text))?.[0] ?? null;
  return unitOf(cell.text) === unitOf(official ?? '');
}

/** Heads that are none of the form's, on a row that clearly is a header. */
function unknownHeads({ rows }: Header): readonly Head[] {
  return rows.flatMap(({ heads }) => {
    const unknown = heads.filter(({ match, cell }) => match === 'none' && !NOTE.test(cell.text));
    return unknown.length > 0 && unknown.length * 2 <= heads.length ? unknown : [];
  });
}

function ofWrong(table: Table, wrong: readonly Head[], style: LabelStyle): Finding {
  const [first, ...others] = wrong;
  const dueFor = ({ cell, official }: Head): string =>
    official === null ? cell.text : headLabel(table.definition, official, style);
  const column = first?.official ? table.definition.columnLabelled(first.official) : null;
  return finding('column-label', {
    span: first?.cell.span ?? table.span,
    data: { table: table.definition.id, ...(column ? { column: column.id } : {}) },
    related: () =>
      others.map((head) => ({
        span: head.cell.span,
        message: () => ({ zh: `应为「${dueFor(head)}」`, en: `should be “${dueFor(head)}”` }),
      })),
    fixes: () => [
      {
        title: { zh: '改为表样的表头', en: 'Write the form’s headings' },
        edits: wrong.map((head) => ({ span: head.cell.span, text: dueFor(head) })),
        certain: wrong.every(keepsUnit),
      },
    ],
    message: () => {
      const changes = [...new Set(wrong.map((head) => `${head.cell.text}→${dueFor(head)}`))];
      const shown = changes.slice(0, SHOWN);
      const { name } = table.definition;
      const more = changes.length > SHOWN;
      return {
        zh: `${name.zh}表头与表样不一致：${shown.join('、')}${more ? ' 等' : ''}`,
        en: `${name.en}: column headings that differ from the form: ${shown.join(', ')}${more ? ' and others' : ''}`,
      };
    },
  });
}

/** The heads of columns on a line of a header where they don't stand in the order of the form; else none. */
function outOfOrder(table: Table, { heads }: HeaderRow): readonly Head[] {
  const ofColumns = heads.filter((head) => orderOf(table, head) >= 0);
  const order = ofColumns.map((head) => orderOf(table, head));
  if (order.every((at, i) => i === 0 || at > (order[i - 1] ?? -1))) return [];
  const first = least(order);
  // The heads of several rows side by side begin anew with the first column.
  const falls = order.some((at, i) => at !== first && at < (order[i - 1] ?? -1));
  return falls || (order.includes(first) && order[0] !== first) ? ofColumns : [];
}

function orderOf({ definition }: Table, { official }: Head): number {
  return official === null ? -1 : (definition.derived(columnOrder).get(official) ?? -1);
}

function columnOrder({ columns }: Table['definition']): ReadonlyMap<string, number> {
  return new Map(columns.map(({ label }, i) => [label, i] as const).toReversed());
}

function ofOrder(table: Table, heads: readonly Head[]): Finding {
  const { name, id } = table.definition;
  const sorted = heads.toSorted((one, other) => orderOf(table, one) - orderOf(table, other));
  const at = heads.findIndex((head, i) => head.official !== sorted[i]?.official);
  const [found, meant] = [heads[at] ?? sorted[0], sorted[at]];
  const column = table.definition.columnLabelled(found?.official ?? '');
  return finding('column-label', {
    span: found?.cell.span ?? table.span,
    data: { table: id, ...(column ? { column: column.id } : {}) },
    fixes: () => [
      {
        title: { zh: '表头改为表样的次序（各列的数不动）', en: 'Order the headings as in the form; values stay' },
        edits: heads.map(({ cell }, i) => ({ span: cell.span, text: sorted[i]?.official ?? cell.text })),
        certain: false,
      },
    ],
    message: () => ({
      zh: `${name.zh}各列的次序与表样不同：「${found?.official}」这里应是「${meant?.official}」；各列的数按表样的次序读`,
      en: `${name.en}: the columns don’t stand in the order of the form: ${meant?.official} belongs where ${found?.official} stands; values are read in the form’s order`,
    }),
  });
}

function ofHeadless(report: Report, table: Table, rows: readonly TableLine[], style: LabelStyle): Finding {
  const { definition } = table;
  const [first, ...others] = rows;
  const all = table.lines.every(({ kind }) => kind !== 'header');
  const blocks = rows.flatMap((row) => {
    const block = row.kind === 'value' ? row.block : row.kind === 'group' ? definition.blockOf(row.group.id) : null;
    return block ? [{ row, block }] : [];
  });
  const titles = blocks.map(({ block }) => block.corner);
  const labelled = rows.every((row) => row.kind !== 'value' || row.labels.length > 0);
  return finding('column-label', {
    span: first ? contentSpan(report, first.line) : table.span,
    data: { table: definition.id },
    related: () =>
      others.map(({ line }) => ({
        span: contentSpan(report, line),
        message: () => ({ zh: '这里也没有表头', en: 'no heading here either' }),
      })),
    ...(labelled && blocks.length > 0
      ? {
          fixes: () => [
            {
              title: { zh: '补上表头', en: 'Insert the headings' },
              edits: blocks.map(({ row, block }) =>
                insertAbove(report, row.line, headerMarkup(definition, block, style)),
              ),
              certain: false,
            },
          ],
        }
      : {}),
    message: () => ({
      zh: all ? `${definition.name.zh}没有表头` : `${definition.name.zh}缺少表头「${titles.join('」「')}」`,
      en: all
        ? `${definition.name.en} has no headings`
        : `${definition.name.en} lacks the headings “${titles.join('”, “')}”`,
    }),
  });
}

function ofTitles({ definition }: Table, titles: readonly WrongTitle[], style: LabelStyle): Finding {
  const [first, ...others] = titles;
  const due = ({ block }: WrongTitle): string => cornerIn(style, block) || block.corner;
  return finding('column-label', {
    span: first?.cell.span ?? { start: 0, end: 0 },
    data: { table: definition.id },
    related: () =>
      others.map((title) => ({
        span: title.cell.span,
        message: () => ({ zh: `应为「${due(title)}」`, en: `should be “${due(title)}”` }),
      })),
    fixes: () => [
      {
        title: { zh: '按下面的行改正', en: 'Name what stands below' },
        edits: titles.map((title) => ({ span: title.cell.span, text: due(title) })),
        certain: false,
      },
    ],
    message: () => ({
      zh: `${definition.name.zh}「${first?.cell.text}」下面的行属于「${first ? due(first) : ''}」`,
      en: `${definition.name.en}: the rows below “${first?.cell.text}” belong to “${first ? due(first) : ''}”`,
    }),
  });
}

function ofUnknown(table: Table, { cell }: Head): Finding {
  const { name, id } = table.definition;
  return finding('column-label', {
    span: cell.span,
    data: { table: id },
    message: () => ({
      zh: `${name.zh}的表样没有「${cell.text}」这一列`,
      en: `${name.en} has no column “${cell.text}”`,
    }),
  });
}
