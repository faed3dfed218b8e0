import type { Edition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { type Doubt, doubtComment } from '../report/doubt-comment.ts';
import { failure, note } from './notes.ts';
import { type NumberCount, whereNumbersAre } from './number-count.ts';
import type { Suspicion } from './rows/suspect-rows.ts';
import type { ImportFailure, ImportNote } from './source.ts';

const SHOWN = 6;

/** What an import says of how a report was put in order. */
export const notes = {
  recognised: (edition: Edition, sections: number, tables: readonly FormTable[]): ImportNote => {
    const zh = tables.map((table) => table.name.zh).join('、');
    const en = tables.map((table) => table.name.en).join(', ');
    return note(
      'recognised',
      `认出${sections}个部分${zh === '' ? '，没有表格' : `和${zh}`}，按${edition.name.zh}读取。`,
      `Found ${sections} part${sections === 1 ? '' : 's'} and ${en === '' ? 'no table' : en}; read by the ${edition.name.en}.`,
    );
  },
  numberedHeadings: (headings: readonly string[]): ImportNote =>
    note(
      'guessed',
      `${headings.length}个部分的标题在原文中没有「一、」这样的序号，已按规定补上，请核对：${headings.join('；')}。`,
      `The headings of ${headings.length} part(s) have no number like “一、” in the source; the form’s was added. Please check them: ${headings.join('; ')}.`,
    ),
  rebuilt: (table: FormTable): ImportNote =>
    note(
      'guessed',
      `${table.name.zh}在原文中散开了，已按行名和顺序重新排好，请核对。`,
      `${table.name.en} lay torn in the source; its rows were put together by their labels and order. Please check them.`,
    ),
  inferred: (table: FormTable, labels: readonly string[]): ImportNote =>
    note(
      'guessed',
      `${table.name.zh}有${labels.length}行的数在原文中连在一起或者不全，是按勾稽关系推断的，请核对：${labels.join('；')}。`,
      `In ${table.name.en} the values of ${labels.length} row(s) run together or are incomplete in the source; they were inferred from the relations. Please check them: ${labels.join('; ')}.`,
    ),
  unlabelled: (table: FormTable, labels: readonly string[]): ImportNote =>
    note(
      'guessed',
      `${table.name.zh}有${labels.length}行在原文中没有行名，是按表样的顺序推断的，请核对：${labels.join('；')}。`,
      `In ${table.name.en} ${labels.length} row(s) have no label in the source; which they are was inferred from the order of the form. Please check them: ${labels.join('; ')}.`,
    ),
  doubtful: (table: FormTable, labels: readonly string[]): ImportNote =>
    note(
      'doubtful',
      `${table.name.zh}有${labels.length}行的数无法确定，已留空，原文和可能的读法写在批注里：${listZh(labels)}。`,
      `In ${table.name.en} the values of ${labels.length} row(s) can’t be determined; the cells are left blank, and what the source has stands in comments: ${listEn(labels)}.`,
    ),
  empty: (table: FormTable, labels: readonly string[]): ImportNote =>
    note(
      'doubtful',
      `${table.name.zh}有${labels.length}行在原文中没有数，已留空：${listZh(labels)}。`,
      `In ${table.name.en} ${labels.length} row(s) have no values in the source and are left blank: ${listEn(labels)}.`,
    ),
  deduplicated: (): ImportNote =>
    note(
      'doubtful',
      '原文中没有两行是相同的，表格里重复的数很可能在采集时被当作重复行删掉了。缺少的数无从知道，已留空，没有填0。请找原网页或者原文件重新导入。',
      'No two lines of the source are alike: repeated numbers of the tables were probably deleted as duplicate lines when the text was collected. The missing values can’t be known; they are left blank, not filled with 0. Import the original page or file instead.',
    ),
  strayHeads: (table: FormTable, heads: readonly string[]): ImportNote =>
    note(
      'dropped',
      `${table.name.zh}的表头里有格式以外的文字，规范写法里没有位置，已略去：${listZh(heads)}。`,
      `The header of ${table.name.en} holds texts that the form doesn’t have; the canonical header has no place for them: ${listEn(heads)}.`,
    ),
  severalReports: (titles: readonly string[]): ImportNote =>
    note(
      'doubtful',
      `文件里不止一份报告，共 ${titles.length} 份：${listZh(titles)}。写在一个文件里时只有第一份参加核对；导入到文件夹（nianbao import 文件 -o 文件夹/），每份各成一个文件。`,
      `The file holds ${titles.length} reports: ${listEn(titles)}. In one file only the first is checked. Import it into a folder (nianbao import FILE -o FOLDER/), and each gets a file of its own.`,
    ),
  strayHeadsOfTables: (heads: readonly string[]): ImportNote =>
    note(
      'dropped',
      `一行一张的小表已合成一张，格式以外的表头已略去，各栏按顺序填入：${listZh(heads)}。请核对。`,
      `Small tables of a row each were put together; their values follow the order of the columns, and heads that the form doesn’t have were left out: ${listEn(heads)}. Please check.`,
    ),
  extraRows: (labels: readonly string[]): ImportNote =>
    note(
      'recognised',
      `表格里有格式以外的行，已保留，并在文件头里写为附加行：${listZh(labels)}。`,
      `Rows that the form doesn’t have were kept, and declared as extra rows in the front matter: ${listEn(labels)}.`,
    ),
  unread: (): ImportNote =>
    note(
      'doubtful',
      '有像表格的文字没有认出是哪张表，或者太长，已原样保留，没有整理，请检查。',
      'A stretch that looks like a table could not be read as one of the form, or is too long; it was kept as it is. Please check it.',
    ),
  chrome: (lines: readonly string[]): ImportNote =>
    note(
      'dropped',
      `略去了${lines.length}处网页上的附带文字：${listZh(lines)}。`,
      `Left out ${lines.length} line(s) of the page around the report: ${listEn(lines)}.`,
    ),
  glosses: (count: number): ImportNote =>
    note(
      'dropped',
      `文字后面用括号注了读音，已略去，共${count}处。`,
      `How characters are read stood in brackets behind them; left out in ${count} place(s).`,
    ),
  packed: (): ImportNote =>
    note('recognised', '文件是JSON，读取了其中的正文。', 'The file is JSON; the text in it was read.'),
  pageMarks: (count: number): ImportNote =>
    note('dropped', `略去了${count}个页码。`, `Left out ${count} page number(s).`),
  year: (year: number): ImportNote =>
    note(
      'guessed',
      `标题没有写明年度，根据正文开头认为是${year}年度，已写在文件头里，请核对。`,
      `The title doesn’t tell the year; going by the opening of the text it is ${year}, which was written into the front matter. Please check.`,
    ),
  noYear: (): ImportNote =>
    note(
      'doubtful',
      '没有认出报告的年度，请在文件头里写明，例如“年度: 2024”。',
      'The reporting year wasn’t found; please state it in the front matter, for instance “年度: 2024”.',
    ),
  body: (body: string): ImportNote =>
    note(
      'guessed',
      `标题没有写明机关，根据网页信息认为是“${body}”，已写在文件头里，请核对。`,
      `The title doesn’t name the body; going by the page’s metadata it is ${body}, which was written into the front matter. Please check.`,
    ),
  numbers: (count: NumberCount): ImportNote => {
    const where = whereNumbersAre(count);
    return note(
      'doubtful',
      `原文的表格里有 ${count.found} 个数：${where.zh}。请对照原文核对。`,
      `The tables of the source hold ${count.found} numbers: ${where.en}. Please compare them with the source.`,
    );
  },
  numbersKept: (count: number): ImportNote =>
    note('recognised', `表格里的${count}个数全部导入。`, `All ${count} numbers of the tables were imported.`),
  encoding: (name: string): ImportNote =>
    note(
      'guessed',
      `文件不是UTF-8编码，按${name}读取；如有乱码，请另存为UTF-8后再导入。`,
      `The file isn’t UTF-8 and was read as ${name}. If characters look wrong, save it as UTF-8 and import it again.`,
    ),
};

/** Neither title nor headings nor a table of a report. */
export function noReport(): ImportFailure {
  const { failure: why } = failure(
    '没有认出年度报告：没有“年度报告”标题，没有“一、总体情况”这样的部分标题，也没有报告的表格。请检查文件是否选对，正文是否复制完整。',
    'no annual report was found: no title ending in 年度报告, no headings such as 一、总体情况, no table of the form. Check that this is the right file, and that its text was copied whole.',
  );
  return { failure: why, isNoReport: true };
}

/** The comment above a row that is left open; without a suspicion because of the number of its cells. */
export function openComment(doubt: Omit<Doubt, 'reason'>, suspicion: Suspicion | null = null): string {
  return doubtComment({ ...doubt, reason: suspicion ? SUSPICIONS[suspicion] : reasonOf(doubt) });
}

const SUSPICIONS: Readonly<Record<Suspicion, string>> = {
  neighbours: '旁边有数没有归到行，这些数也可能是上下行的',
  columns: '空格的位置不能确定，数可能错了栏',
  digits: '有的数像是几个数连在一起，或者一个数断开了',
  repeats: '数可能是合并单元格里的同一个数写了几遍',
  label: '行名里的数可能混在其中',
};

function reasonOf({ found, columns }: Omit<Doubt, 'reason'>): string {
  const { length } = found.filter((cell) => cell !== '');
  return length === columns.length ? '各数归哪一行、哪一栏不能确定' : '与栏数不符';
}

function listZh(items: readonly string[]): string {
  const shown = items.slice(0, SHOWN).map(short).join('；');
  return items.length > SHOWN ? `${shown}等` : shown;
}

function listEn(items: readonly string[]): string {
  const shown = items.slice(0, SHOWN).map(short).join('; ');
  return items.length > SHOWN ? `${shown} …` : shown;
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
