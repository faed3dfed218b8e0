// What a letter of correction says, in the words of offices: it is Chinese whoever reads the desk.
import { usualName } from '../forms/template.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { deskTexts } from './desk-texts.ts';

const BLANK = '　'.repeat(3);
const DATE = `${BLANK}年${BLANK}月${BLANK}日`;

export const letterTexts = {
  titleToRevise: `${usualName}退回修改意见`,
  titleToVerify: `${usualName}核实意见`,
  /** A header to fill in, row by row: label, value, label, value. */
  header: (body: string, year: number | null): readonly (readonly [string, string, string, string])[] => [
    ['报送单位', body, '报告年度', year === null ? '' : String(year)],
    ['审核单位', '', '意见编号', ''],
    ['审核人', '', '联系电话', ''],
    ['退回日期', DATE, '重报期限', DATE],
  ],
  addressee: (body: string): string => `${body}：`,
  opening: (report: string, errors: number, warnings: number): string => {
    const found = [
      ...(errors > 0 ? [`须修改的问题${errors}处`] : []),
      ...(warnings > 0 ? [`须核实的问题${warnings}处`] : []),
    ];
    const what = found.length > 0 ? `经审核，有${found.join('、')}，` : '经审核，';
    return `你单位报送的《${report}》收悉。${what}现将意见函告如下。请逐项修改、核实，于${BLANK}月${BLANK}日前重新报送；经核实填报无误的，请附书面说明。`;
  },
  report: (year: number | null): string => `${year === null ? '' : `${year}年`}${usualName}`,
  toCorrect: '须修改的问题',
  toVerify: '须核实的问题',
  remarks: '审核人员意见',
  remarkHeads: ['序号', '位置', '意见'],
  doubts: '转换时存疑、须对照原件核对的内容',
  unread: (reason: string): string => `你单位报送的报告文件不能读取：${reason}请重新报送。`,
  heads: ['序号', '位置', '问题', '修改意见', '依据'],
  wholeReport: '全文',
  part: (ordinal: number): string => `第${numeral(ordinal)}部分`,
  line: (line: number): string => `第${line}行`,
  quoted: (text: string): string => `「${text}」`,
  alternatives: (ways: readonly string[]): string =>
    `核实后按下列之一修改：${ways.map((way, i) => `${String.fromCodePoint(0x2460 + i)}${way}`).join('；')}`,
  shouldBe: (value: number): string => `应为${value}`,
  verify: '请核对后改正，或者书面说明。',
  signature: [`（审核单位名称、印章）${BLANK}`, DATE],
  heading: (ordinal: number, text: string): string => `${numeral(ordinal)}、${text}`,
  noPart: deskTexts.noPart.zh,
} as const;
