// The words by which the prose names reconsiderations, lawsuits and their results, each beside the cells that it means.
import { listed } from '../text/any-of.ts';
import type { Quantity, QuantityWords } from './quantities.ts';

const disputes = (...rows: readonly string[]): Quantity => ({
  table: 'disputes',
  readings: [rows],
  columns: ['total'],
});

export const disputeWords: readonly QuantityWords[] = [
  {
    words: ['行政复议', '复议', '行政复议案件', '复议案件', '行政复议案', '行政复议申请', '复议申请', '复议案'],
    quantity: disputes('reconsideration'),
  },
  {
    words: listed(`
      行政诉讼 诉讼 行政诉讼案件 诉讼案件 行政应诉 应诉 行政诉讼案 诉讼案 行政应诉案件
    `),
    quantity: disputes('litigation-direct', 'litigation-after-reconsideration'),
  },
  { words: ['未经复议直接起诉', '直接起诉'], quantity: disputes('litigation-direct') },
  { words: ['复议后起诉', '经复议后起诉'], quantity: disputes('litigation-after-reconsideration') },
];

/** Without a word for information or requests beside them these are lawsuits of any kind. */
export const anyLawsuits: readonly string[] = ['应诉', '行政应诉', '行政应诉案件'];

export const resultColumns: readonly { readonly words: readonly string[]; readonly columns: readonly string[] }[] = [
  { words: ['结果维持', '结果为维持', '维持', '被维持', '获维持', '予以维持', '得到维持'], columns: ['upheld'] },
  { words: ['结果纠正', '结果为纠正', '纠正', '被纠正', '予以纠正', '得到纠正'], columns: ['corrected'] },
  { words: ['其他结果', '其它结果', '结果为其他'], columns: ['other'] },
  { words: ['尚未审结', '未审结', '正在审理', '尚在审理', '尚在审理中', '正在审理中', '审理中'], columns: ['pending'] },
];
