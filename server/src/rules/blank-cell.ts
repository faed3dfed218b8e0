import { type BlankRun, blankRuns, deducedValues, type RowDoubt, zeroValues } from '../analysis/blank-cells.ts';
import { failuresWith } from '../analysis/failures-with.ts';
import { contentSpan, judgedTables } from '../analysis/judged-tables.ts';
import { rowName, shortLabel } from '../forms/names.ts';
import type { Report, Table } from '../report/report.ts';
import { isBar } from '../syntax/cells.ts';
import type { CellNode } from '../syntax/tree.ts';
import type { Localized } from '../text/language.ts';
import { deleteWithBreakBefore } from '../text/line-breaks.ts';
import { cover, type Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Edit, Fix, Related, Rule } from './engine/rule.ts';

const MOST_RELATED = 30;
/** More values than these are not spelt out in the title of a fix. */
const MOST_SHOWN = 7;

export const blankCell: Rule = {
  code: 'blank-cell',
  group: 'tables',
  severity: 'warning',
  asks: 'more',
  title: { zh: '数据格没有填数', en: 'A value is not filled in' },
  explanation: {
    zh: `该填数的格子空着，或者写了「/」「-」「无」「不适用」。同一行相邻的几格合为一条；整张表、大半的行或者一整栏没填的，许多行里都有空格的，各合为一条。

空着不等于 0：读者分不清是没有发生，还是漏填了。涉及这一格的勾稽关系也无从核对，核对时跳过，不再另行提示。

没有发生的请填 0。如果由勾稽关系能推出应填的数，会一并写明，请与台账核对后再填；快速修复填 0 之前也请先确认。一次填许多格时，合计数不填 0：按勾稽关系能算出的填算出的数，算不出的留空。

上一行是导入时写的「待核」批注的，那一行单独成一条，快速修复按批注里可能的读法填，请对照原文选一种。

依据：年度报告格式表二、表三、表四；没有开展的，对应格子填「0」。`,
    en: `A cell that takes a number is blank, or holds “/”, “-”, 无 or 不适用. Neighbours in a row are one finding; so are the empty rows of a table that is empty or mostly so, a column that is left out, and the blanks of many rows.

Blank isn’t 0: nobody can tell whether there was nothing or it was forgotten. Relations through the cell can’t be checked; they are passed over without further word.

Write 0 where there was nothing. Where the relations leave one value, it is named: compare it with your records before you write it, and be sure before you let the fix write 0. Where it fills many cells, totals don’t get a 0: what the relations give is written, and where they give nothing the total stays blank.

A row below a comment 待核 of an import is a finding of its own; its fixes fill in what the comment says the values may be: choose by the source.

Source: tables two, three and four of the official form; where there was nothing, the cell is 0.`,
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | {{blank-cell:/}} | 0 | 0 |
| 行政规范性文件 | 2 | {{blank-cell:—}} | 7 |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 2 | 0 | 7 |
`,
  },
  *check(subject) {
    const { report } = subject;
    for (const table of judgedTables(subject)) {
      for (const run of blankRuns(report.tree, table)) {
        const [first] = run.cells;
        yield finding('blank-cell', {
          span: spanOf(report, table, run),
          data: dataOf(table, run),
          related: () => relatedTo(run),
          fixes: () => fixes(report, table, run),
          message: () =>
            run.row === null || !first
              ? manyBlank(table, run)
              : someBlank(table, run, rowName(table.definition, first.row)),
        });
      }
    }
  },
};

function fixes(report: Report, table: Table, run: BlankRun): readonly Fix[] {
  if (run.doubt) return doubtFixes(report, run, run.doubt);
  const zeros = run.cells.length > 1 ? zeroValues(table, run.cells) : [0];
  const values = deduced(table, run);
  const byRelations = values?.some((value) => value !== 0)
    ? [fill(report, table, run, values, deducedTitle(values))]
    : [];
  const same = byRelations.length > 0 && zeros.every((value, i) => value === values?.[i]);
  if (same || zeros.every((value) => value === null)) return byRelations;
  return [...byRelations, fill(report, table, run, zeros, zerosTitle(zeros))];
}

/** One for each reading that an import left in the comment above the row; with the values the comment goes. */
function doubtFixes(report: Report, { cells }: BlankRun, { comment, readings }: RowDoubt): readonly Fix[] {
  return readings.map((texts) => {
    const heads = cells.flatMap(({ column }, i) => (texts[i] ? [`${shortLabel(column.label)} ${texts[i]}`] : []));
    const edits = cells.flatMap(({ node }, i): Edit[] => (texts[i] ? [filled(report, node, texts[i])] : []));
    return {
      title: { zh: `按批注填：${heads.join('、')}`, en: `Fill in by the comment: ${heads.join(', ')}` },
      edits: [deleteWithBreakBefore(report.tree.text, comment.span), ...edits],
      certain: false,
    };
  });
}

function deducedTitle(values: readonly number[]): Localized {
  const many = values.length > MOST_SHOWN;
  return {
    zh: `按勾稽关系填 ${many ? `${values.length} 个数` : values.join('、')}`,
    en: `Write ${many ? `${values.length} values` : values.join(', ')}, as the relations ask`,
  };
}

/** Says where a fill with 0 leaves totals to the relations, or blank. */
function zerosTitle(values: readonly (number | null)[]): Localized {
  const zeros = values.filter((value) => value === 0).length;
  const blank = values.filter((value) => value === null).length;
  const sums = values.length - zeros - blank;
  if (zeros === values.length) return { zh: zeros > 1 ? `${zeros} 格都填 0` : '填 0', en: 'Write 0' };
  const zh = [
    ...(zeros > 0 ? [`${zeros} 格填 0`] : []),
    ...(sums > 0 ? [`合计 ${sums} 格按勾稽关系填`] : []),
    ...(blank > 0 ? [`合计 ${blank} 格留空`] : []),
  ];
  const en = [
    ...(zeros > 0 ? [`write 0 (${zeros})`] : []),
    ...(sums > 0 ? [`fill in totals by the relations (${sums})`] : []),
    ...(blank > 0 ? [`leave totals blank (${blank})`] : []),
  ].join(', ');
  return { zh: zh.join('，'), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

function spanOf(report: Report, table: Table, { cells, row }: BlankRun): Span {
  const [first] = cells;
  const last = cells.at(-1);
  if (row && first && last) return cover(first.span, last.span);
  const [line] = table.lines;
  return line ? contentSpan(report, line.line) : table.span;
}

/** The rows of a run that goes over many. */
function relatedTo({ cells, row, all }: BlankRun): readonly Related[] {
  if (row || all) return [];
  return [...Map.groupBy(cells, (cell) => cell.row).values()].slice(0, MOST_RELATED).flatMap((blanks): Related[] => {
    const [first] = blanks;
    const last = blanks.at(-1);
    if (!first || !last) return [];
    const heads = blanks.map(({ column }) => shortLabel(column.label));
    return [
      {
        span: cover(first.span, last.span),
        message: () => ({ zh: `${heads.join('、')}没有填数`, en: `${heads.join(', ')} not filled in` }),
      },
    ];
  });
}

function dataOf(table: Table, { cells, row }: BlankRun) {
  const [first] = cells;
  if (!row || !first) return { table: table.definition.id };
  return {
    table: table.definition.id,
    row: first.row.id,
    column: first.column.id,
    columns: cells.map(({ column }) => column.id),
  };
}

function manyBlank(table: Table, run: BlankRun): Localized {
  const { name } = table.definition;
  const { cells, all } = run;
  if (all) {
    return {
      zh: `${name.zh}的 ${cells.length} 个数都没有填；没有发生的填 0`,
      en: `${name.en}: none of the ${cells.length} values is filled in; write 0 where there was nothing`,
    };
  }
  const rows = new Set(cells.map(({ row }) => row.id)).size;
  const [column, ...columns] = new Set(cells.map((cell) => cell.column));
  if (column && columns.length === 0) {
    const head = shortLabel(column.label);
    return {
      zh: `${name.zh}「${head}」一栏有 ${rows} 行没有填数；没有发生的填 0`,
      en: `${name.en}: ${rows} rows of the column “${head}” are not filled in; write 0 where there was nothing`,
    };
  }
  return {
    zh: `${name.zh}有 ${rows} 行没有填全，共 ${cells.length} 格；没有发生的填 0`,
    en: `${name.en}: ${rows} rows lack ${cells.length} values; write 0 where there was nothing`,
  };
}

function someBlank(table: Table, run: BlankRun, name: Localized): Localized {
  const { cells, row } = run;
  const whole = row !== null && cells.length === row.cells.length && cells.length > 1;
  const heads = cells.map(({ column }) => shortLabel(column.label));
  const values = deduced(table, run);
  const zhPlace = whole ? '整行' : heads.join('、');
  const enPlace = whole ? 'the whole row' : heads.join(', ');
  const what = run.doubt
    ? {
        zh: '；导入时不能确定，可能的数见上一行批注',
        en: '; the import left it open, the comment above says what it may be',
      }
    : values === null
      ? { zh: '；没有发生的填 0', en: '; write 0 where there was nothing' }
      : { zh: `，按勾稽关系应为 ${values.join('、')}`, en: `; by the relations ${values.join(', ')}` };
  return { zh: `${name.zh}：${zhPlace}没有填数${what.zh}`, en: `${name.en}: ${enPlace} not filled in${what.en}` };
}

/** What the relations leave for each of the cells; null unless they do so for all. */
function deduced(table: Table, { cells, all }: BlankRun): readonly number[] | null {
  if (all) return null;
  const values = deducedValues(table, cells).flatMap((value) => value ?? []);
  return values.length === cells.length ? values : null;
}

/** Writes the values into the cells of a run; null leaves one as it is. Relations that then fail are told. */
function fill(
  report: Report,
  table: Table,
  { cells }: BlankRun,
  values: readonly (number | null)[],
  title: Localized,
): Fix {
  const edits = cells.flatMap(({ node }, i): Edit[] => {
    const value = values[i] ?? null;
    return value === null ? [] : [filled(report, node, String(value))];
  });
  const failing = failuresWith(
    table,
    cells.map(({ row, column }, i) => ({ row: row.id, column: column.id, value: values[i] ?? null })),
  );
  const told = {
    zh: `${title.zh}，填后 ${failing} 式不符`,
    en: `${title.en}: ${failing} ${failing === 1 ? 'relation' : 'relations'} then fail${failing === 1 ? 's' : ''}`,
  };
  return { title: failing > 0 ? told : title, edits, certain: false };
}

/** Writes a value in place of what stands there; in an empty place between bars, with a space on either side. */
function filled({ tree }: Report, { span, room, text }: CellNode, value: string): Edit {
  if (text !== '') return { span, text: value };
  const barred = isBar(tree.text, room.end) || isBar(tree.text, room.start - 1);
  if (!barred) return { span: room, text: value };
  const width = Math.max(room.end - room.start - 1, value.length + 1);
  return { span: room, text: `${value.padStart(width)} ` };
}
