// What pages and people put into tables, say otherwise, or leave out.
import type { DrawnCell, DrawnRow, DrawnTable } from './drawn-table.ts';
import { withTexts } from './drawn-table.ts';
import { DIGIT } from './marked-digits.ts';
import type { Random } from './random.ts';
import type { TableDamage } from './table-damage.ts';
import type { TextDamage } from './text-damage.ts';

const alone = (text: string): DrawnRow => ({ kind: 'head', rows: [], cells: [{ kind: 'label', text }] });

/** Rows put in before one of those with values, but not the first. */
const withRows =
  (rowsOf: (table: DrawnTable, random: Random) => readonly DrawnRow[]): TableDamage =>
  (table, random) => {
    const places = table.rows.flatMap(({ kind }, i) => (kind === 'values' ? [i] : [])).slice(1);
    if (places.length === 0) return table;
    return { ...table, rows: table.rows.toSpliced(random.pick(places), 0, ...rowsOf(table, random)) };
  };

const pageNumber = (random: Random): string => {
  const page = random.between(1, 12);
  return random.pick([
    `- ${page} -`,
    `— ${page} —`,
    `第${page}页`,
    `第 ${page} 页 共 12 页`,
    `${page} / 12`,
    `${page}`,
  ]);
};

/** The number of a page between two rows. */
export const pageNumbers = withRows((_, random) => [alone(pageNumber(random))]);

/** The heads again where a page begins, most with the number of the one before. */
export const headsAgain = withRows(({ rows }, random) => [
  ...(random.chance(70) ? [alone(pageNumber(random))] : []),
  ...rows.slice(
    0,
    rows.findIndex(({ kind }) => kind !== 'head'),
  ),
]);

/** A sentence between two rows with as many numbers as a row has. */
export const sentencesBetween = withRows((_, random) => {
  const count = (): number => random.between(0, 40);
  return [
    alone(
      random.pick([
        `注：自然人${count()}件，企业${count()}件，其他${count()}件，合计${count()}件。`,
        `以上数据截至12月31日，其中网络申请${count()}件、信函申请${count()}件、当面申请${count()}件。`,
        `（续表） 其中：${count()} ${count()} ${count()} ${count()} ${count()} ${count()} ${count()}`,
        `说明 ${count()} ${count()} ${count()} ${count()} ${count()}`,
      ]),
    ),
  ];
});

/** What a table is about, and its unit, on lines above it. */
export const titleAbove: TableDamage = ({ table, rows }, random) => ({
  table,
  rows: [alone(random.pick(['单位：件', '附表2 统计表（2项）', '表 1-3', '（单位：件、万元）'])), ...rows],
});

const before = (row: DrawnRow, text: string): DrawnRow => ({ ...row, cells: [{ kind: 'label', text }, ...row.cells] });

/** A column of ordinals before the labels. */
export const numberedRows: TableDamage = ({ table, rows }) => {
  let number = 0;
  return {
    table,
    rows: rows.map((row) => before(row, row.kind === 'values' ? String(++number) : number ? '' : '序号')),
  };
};

/** A column of remarks behind the values, most of them blank. */
export const remarks: TableDamage = ({ table, rows }, random) => ({
  table,
  rows: rows.map((row) => {
    const remark = random.chance(85) ? '' : random.pick(['含上年2件', '见附件', '3', '其中：网络1件']);
    const cell: DrawnCell = { kind: 'label', text: row.kind === 'values' ? remark : row.kind === 'head' ? '备注' : '' };
    return { ...row, cells: [...row.cells, cell] };
  }),
});

/** Some rows twice, one below the other. */
export const rowsTwice: TableDamage = ({ table, rows }, random) => ({
  table,
  rows: rows.flatMap((row) => (row.kind === 'values' && random.chance(8) ? [row, row] : [row])),
});

const inValues =
  (change: (text: string, random: Random) => string): TableDamage =>
  ({ table, rows }, random) => ({
    table,
    rows: rows.map((row) => withTexts(row, ({ kind, text }) => (kind === 'value' ? change(text, random) : text))),
  });

/** Values with what they count. */
export const units = inValues((text, random) => (text === '' || random.chance(20) ? text : `${text}件`));

const THOUSANDS = new RegExp(`(?!^)(?=(?:${DIGIT}{3})+$)`, 'g');

/** Values with separators of thousands, though nothing quotes them. */
export const separators = inValues((text) => (text.includes('.') ? text : text.replace(THOUSANDS, ',')));

/** A sign for what is blank. */
export const signs: TableDamage = (table, random) => {
  const sign = random.pick(['-', '/', '—', '无', '－']);
  return inValues((text) => (text === '' ? sign : text))(table, random);
};

const NOTES = ['（其中网络申请12件）', '（较上年增加3件）', '(2项)', '【注1】', '*', '（附件2）'];

/** Labels with notes that hold numbers. */
export const numbersInLabels: TableDamage = ({ table, rows }, random) => ({
  table,
  rows: rows.map((row) =>
    withTexts(row, ({ kind, text }) =>
      kind === 'label' && row.kind === 'values' && text !== '' && random.chance(25) ? text + random.pick(NOTES) : text,
    ),
  ),
});

/** The last column before the others, its head as well: the rows below one another as before. */
export const lastColumnFirst: TableDamage = ({ table, rows }) => {
  const widths = new Set(rows.filter(({ kind }) => kind === 'values').map(({ cells }) => valuesIn(cells)));
  const [count = 0, another] = widths;
  if (count < 3 || another !== undefined || table.blocks.length > 1) return { table, rows };
  return {
    table,
    rows: rows.map((row) => {
      if (row.kind === 'group' || row.cells.length <= count) return row;
      const [last] = row.cells.slice(-1);
      const rest = row.cells.slice(0, -1);
      return last ? { ...row, cells: rest.toSpliced(row.cells.length - count, 0, last) } : row;
    }),
  };
};

/** One column is gone, its head as well. */
export const columnGone: TableDamage = ({ table, rows }, random) => {
  const widths = new Set(rows.filter(({ kind }) => kind === 'values').map(({ cells }) => valuesIn(cells)));
  const [count = 0, another] = widths;
  if (count < 5 || another !== undefined || table.blocks.length > 1) return { table, rows };
  const back = random.between(2, count);
  return {
    table,
    rows: rows.map((row) =>
      row.kind === 'group' || row.cells.length <= count
        ? row
        : { ...row, cells: row.cells.toSpliced(row.cells.length - back, 1) },
    ),
  };
};

function valuesIn(cells: readonly DrawnCell[]): number {
  return cells.filter(({ kind }) => kind === 'value').length;
}

const HEADING = /^((?:#+ )?[一二三四五六]、[^\n，。|\t]*(?:情况|事项))$/gm;

/** Headings with numbers behind them. */
export const numbersInHeadings: TextDamage = (text, random) =>
  text.replace(HEADING, (heading) =>
    random.chance(60) ? heading + random.pick(['（2项）', '（共12件）', '：12', ' 3', '（见表3）']) : heading,
  );

/** The numbers of pages between any two lines. */
export const pageNumbersBetween: TextDamage = (text, random) =>
  text
    .split('\n')
    .map((line) => (random.chance(3) ? `${line}\n${pageNumber(random)}` : line))
    .join('\n');
