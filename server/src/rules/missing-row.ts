import { type FilledPlace, failuresWith } from '../analysis/failures-with.ts';
import { contentSpan } from '../analysis/judged-tables.ts';
import { type MissingGroup, missingGroups, type TableWithoutGroups } from '../analysis/missing-groups.ts';
import { type Lookalike, labelOf, type MissingRun, missingRows } from '../analysis/missing-rows.ts';
import { numberOf } from '../figures/row-rule.ts';
import type { FormRow } from '../forms/form.ts';
import { type LabelStyle, labelIn } from '../forms/labels.ts';
import { listed, rowLabel } from '../forms/names.ts';
import { headerMarkup, rowMarkup } from '../report/markup.ts';
import type { Report, Table, TableLine } from '../report/report.ts';
import { styleOf } from '../report/written-labels.ts';
import type { Localized } from '../text/language.ts';
import { joined, nothingMore, reportAfter } from './engine/afterwards.ts';
import { finding } from './engine/finding.ts';
import { insertAbove, insertBelow } from './engine/line-edits.ts';
import { type Edit, type Finding, type Fix, ownEdits, type Related, type Rule } from './engine/rule.ts';

export const missingRow: Rule = {
  code: 'missing-row',
  group: 'tables',
  severity: 'error',
  asks: 'more',
  title: { zh: '表格缺行', en: 'A row of the table is missing' },
  explanation: {
    zh: `表格里少了表样规定的一行或几行。相邻的几行合为一条，写明缺哪些行、应补在哪一行之后。

表样的行是固定的，没有发生的也要保留并填 0；缺了行，汇总时就会错位，合计也对不上。只有标题、不填数的行（如「（三）不予公开」）缺了，一张表合为一条。

请补上缺少的行并填数。快速修复只补空行，不代填数字。若某一行已在表中、只是行名写得认不出来，请改正行名。

依据：年度报告格式表二、表三、表四的固定行。`,
    en: `The table lacks a row that the form has. Neighbouring rows are one finding, which names them and the row below which they belong.

The rows are fixed. Those without cases stay and hold 0; without them the rows shift when reports are added up, and the totals fail. Group rows without values, such as （三）不予公开, that lack are one finding for the table.

Insert the rows and fill them in. The fix inserts them blank and makes up no number. Where the row is there under a label that can’t be recognised, mend the label.

Source: the rows of tables two, three and four of the official form.`,
  },
  example: {
    wrong: `四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
{{missing-row:| 行政复议 | 0 | 0 | 0 | 0 | 0 |}}
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
    const { report } = subject;
    for (const { table, runs } of missingRows(subject)) {
      for (const run of runs) {
        const ids = run.rows.map(({ row }) => row.id);
        const anchor = run.above ?? table.lines[0];
        yield finding('missing-row', {
          span: anchor ? contentSpan(report, anchor.line) : table.span,
          data: { table: table.definition.id, row: ids[0] ?? '', rows: ids },
          related: () => relatedTo(run),
          fixes: () => fixes(report, table, run, styleOf(table, report, 'official')),
          message: () => describe(table, run),
        });
      }
    }
    for (const table of missingGroups(subject)) yield ofGroups(report, table);
  },
};

function ofGroups(report: Report, { table, groups }: TableWithoutGroups): Finding {
  const { definition } = table;
  const ids = groups.map(({ group }) => group.id);
  return finding('missing-row', {
    span: groups[0] ? contentSpan(report, groups[0].below.line) : table.span,
    data: { table: definition.id, row: ids[0] ?? '', rows: ids },
    message: () => {
      const labels = listed(groups.map(({ group }) => rowLabel(definition, group)));
      return {
        zh: `${definition.name.zh}缺少${labels.zh}${ids.length > 1 ? `，共 ${ids.length} 个标题行` : '这个标题行'}（不填数）`,
        en: `${definition.name.en} lacks the ${ids.length > 1 ? 'group rows' : 'group row'} ${labels.en}, without values`,
      };
    },
    fixes: () => [
      {
        title: { zh: `补上${ids.length > 1 ? ` ${ids.length} 个` : ''}标题行`, en: 'Insert the group rows' },
        edits: groupInsertions(report, table, groups),
        certain: false,
      },
    ],
  });
}

/** Groups that begin with the same row are inserted together. */
function groupInsertions(report: Report, table: Table, groups: readonly MissingGroup[]): readonly Edit[] {
  const { definition } = table;
  const style = styleOf(table, report, 'official');
  return [...Map.groupBy(groups, ({ below }) => below)].map(([below, above]) => {
    const lines = above.flatMap(({ group }) => {
      const block = definition.blockOf(group.id);
      return block ? [rowMarkup(definition, block, group, style)] : [];
    });
    return insertAbove(report, below.line, lines.join('\n'));
  });
}

function fixes(report: Report, table: Table, run: MissingRun, style: LabelStyle): readonly Fix[] {
  const renamed = rename(table, run, style);
  const inserted = insert(report, table, run, style);
  const whole = isReadAsMeant(report, table, run, inserted) ? [inserted] : [];
  return renamed ? [renamed, ...whole] : whole;
}

/** Whether the inserted rows are found with a cell for each column: in a table in pieces they may not be. */
function isReadAsMeant(report: Report, { definition }: Table, { rows }: MissingRun, fix: Fix): boolean {
  const { tables } = reportAfter(report, ownEdits(fix));
  const table = tables.find(({ definition: { id }, repeats }) => id === definition.id && repeats === null);
  return rows.every(({ row }) => table?.rows.get(row.id)?.misfit === null);
}

function relatedTo({ lookalikes, filledGroup }: MissingRun): readonly Related[] {
  const groups = filledGroup ? [filledGroup.labels.at(-1)?.cell ?? filledGroup.line] : [];
  return [
    ...groups.map(({ span }) => ({
      span,
      message: () => ({
        zh: '数填在了这一行，应分别填到下面各行',
        en: 'the values stand here, but belong to the rows below',
      }),
    })),
    ...lookalikes.map((row) => ({ span: (labelOf(row) ?? row.line).span, message: () => likeness(row) })),
  ];
}

function likeness(row: Lookalike): Localized {
  if (labelOf(row) === null) return { zh: '可能就是这一行，没有写行名', en: 'this may be the row, without its label' };
  return row.kind === 'value'
    ? { zh: '可能就是这一行，行名与前面的一行相同', en: 'this may be the row, under the label of another above' }
    : { zh: '可能就是这一行，行名不是表样的', en: 'this may be the row, under a label that is none of the form’s' };
}

function describe(table: Table, run: MissingRun): Localized {
  const { definition } = table;
  const labels = listed(run.rows.map(({ row }) => rowLabel(definition, row)));
  if (table.rows.size === 0) {
    const count = table.definition.rows.length;
    return {
      zh: `${definition.name.zh}只有表头，缺少全部 ${count} 行`,
      en: `${definition.name.en} is a header alone: all its ${count} rows are missing`,
    };
  }
  const place = placeOf(table, run);
  const count = run.rows.length;
  return count === 1
    ? {
        zh: `${definition.name.zh}缺少${labels.zh}一行${place.zh}`,
        en: `${definition.name.en} lacks the row ${labels.en}${place.en}`,
      }
    : {
        zh: `${definition.name.zh}缺少 ${count} 行：${labels.zh}${place.zh}`,
        en: `${definition.name.en} lacks ${count} rows: ${labels.en}${place.en}`,
      };
}

function placeOf({ definition }: Table, { above, rows }: MissingRun): Localized {
  const verb = rows.length === 1 ? 'it belongs' : 'they belong';
  if (above?.kind === 'value') {
    const label = rowLabel(definition, above.row);
    return { zh: `，应在「${label}」之后`, en: `; ${verb} below “${label}”` };
  }
  if (above?.kind === 'group') {
    const label = rowLabel(definition, above.group);
    return { zh: `，应在「${label}」之下`, en: `; ${verb} below “${label}”` };
  }
  return nothingMore;
}

/** Says how many relations don't hold with the values of the row in its new place. */
function rename(table: Table, { rows, lookalikes }: MissingRun, style: LabelStyle): Fix | null {
  const [only, ...others] = rows;
  const [row, ...more] = lookalikes;
  if (!only || !row || others.length > 0 || more.length > 0) return null;
  const label = labelIn(style, only.row);
  const failing = failuresWith(table, valuesAs(only, row));
  const then =
    failing === 0 ? nothingMore : { zh: `，改后 ${failing} 式不符`, en: `; relations that then fail: ${failing}` };
  const written = labelOf(row);
  if (written) {
    return {
      title: joined([
        { zh: `将「${written.text}」改为「${label}」`, en: `Rename “${written.text}” to “${label}”` },
        then,
      ]),
      edits: [{ span: written.span, text: label }],
      certain: false,
    };
  }
  const [first, ...values] = row.line.cells;
  if (first?.text !== '' || values.length < only.block.columns.length) return null;
  return {
    title: joined([{ zh: `补上行名「${label}」`, en: `Write the label “${label}”` }, then]),
    edits: [{ span: first.room, text: ` ${label} ` }],
    certain: false,
  };
}

/** The values of a line as those of a row of the form. */
function valuesAs({ row, block }: FormRow, line: Lookalike): readonly FilledPlace[] {
  const texts = line.kind === 'value' ? line.cells.map(({ text }) => text) : line.values.map(({ text }) => text);
  return block.columns.map((column, i) => ({ row: row.id, column, value: numberOf(texts[i] ?? '') }));
}

function insert(report: Report, table: Table, run: MissingRun, style: LabelStyle): Fix {
  const count = run.rows.length;
  return {
    title: joined([
      {
        zh: `补上缺少的 ${count} 行（留空待填）`,
        en: count === 1 ? 'Insert the row, blank' : `Insert the ${count} rows, blank`,
      },
      ...rowsLeft(run),
    ]),
    edits: insertions(report, table, run, style),
    certain: false,
  };
}

/** Says which rows that may be the missing ones then stand twice, or under a label that the form doesn't have. */
function rowsLeft({ lookalikes }: MissingRun): readonly Localized[] {
  const told = (kind: Lookalike['kind'], zh: string, en: string): Localized => {
    const labels = lookalikes.flatMap((row) => (row.kind === kind ? (labelOf(row)?.text ?? []) : []));
    if (labels.length === 0) return nothingMore;
    return { zh: `，「${labels.join('」「')}」${zh}`, en: `; “${labels.join('”, “')}” ${en}` };
  };
  const unlabelled = lookalikes.some((row) => labelOf(row) === null);
  return [
    told('value', '仍有两行', 'still stands twice'),
    told('unknown', '仍不是表样的行', 'is still none of the form’s'),
    unlabelled ? { zh: '，没有行名的一行仍在', en: '; the row without a label stays' } : nothingMore,
  ];
}

/** The edits that put missing rows, blank, into their place, with labels of a style. */
export function insertions(report: Report, table: Table, run: MissingRun, style: LabelStyle): readonly Edit[] {
  const [first] = table.lines;
  return piecesOf(table, run).flatMap(({ above, rows }) => {
    const lines = markupOf(table, rows, style).join('\n');
    if (above) return [insertBelow(report, above.line, lines)];
    return first ? [insertAbove(report, first.line, lines)] : [];
  });
}

/** The rows of a run, those of a block whose head stands further down by themselves: they belong below that. */
function piecesOf(table: Table, { rows, above }: MissingRun): readonly Pick<MissingRun, 'rows' | 'above'>[] {
  const start = above ? table.lines.indexOf(above) : -1;
  const pieces: { above: TableLine | null; rows: FormRow[] }[] = [];
  for (const row of rows) {
    const last = pieces.at(-1);
    if (last && last.rows.at(-1)?.block === row.block) {
      last.rows.push(row);
      continue;
    }
    const head = table.lines.findLast((line, i) => i > start && line.kind === 'header' && line.block === row.block);
    if (last && !head) last.rows.push(row);
    else pieces.push({ above: head ?? above, rows: [row] });
  }
  return pieces;
}

/** The rows as markup, each block with its header and each group with its own row where the table lacks them. */
function markupOf(table: Table, rows: readonly FormRow[], style: LabelStyle): readonly string[] {
  const { definition } = table;
  const written = new Set<string>();
  const lines: string[] = [];
  for (const { row, block, groups } of rows) {
    const headed = table.lines.some((line) => line.kind === 'header' && line.block === block);
    const started = block.lines.some((line) => table.rows.has(line.id));
    if (!headed && !started && !written.has(block.id)) lines.push(headerMarkup(definition, block, style));
    written.add(block.id);
    for (const group of groups) {
      if (!written.has(group.id) && !isBegun(table, group.id)) lines.push(rowMarkup(definition, block, group, style));
      written.add(group.id);
    }
    lines.push(rowMarkup(definition, block, row, style));
  }
  return lines;
}

/** Whether the table has the group, on a line of its own or before a row, or rows that stand under it. */
function isBegun(table: Table, id: string): boolean {
  const named = table.lines.some(
    (line) =>
      (line.kind === 'group' || line.kind === 'value') && line.labels.some((label) => label.definition.id === id),
  );
  return named || table.definition.rowsUnder(id).some((row) => table.rows.has(row.id));
}
