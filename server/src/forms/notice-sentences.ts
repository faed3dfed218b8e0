// What the notices that prescribe the form say to those who write a report, and no report says of itself.
import { anyOf, phrases } from '../text/any-of.ts';

/** Stretches of their sentences: each stands for its sentence, and none is what a report would say in words of its own. */
const stretches: readonly string[] = [
  ...phrases(['确立的'], ['', '一项'], ['法定制度安排']),
  '展现政府施政过程及结果的重要方式',
  ...phrases(['为更好发挥年度报告的重要作用']),
  ...phrases(['不能遗漏'], ['，', ',', '、', ''], ['也不宜泛化']),
  ...phrases(['这一项', '该项', '本项'], ['报告本机关']),
  ...phrases(
    ['该', '本', '这一'],
    ['部分', '项'],
    ['以'],
    ['表格', '文字', '文字描述', '文字表述'],
    ['形式报告', '的形式报告'],
  ),
  '情况进行综述，主要包括',
  '情况进行综述,主要包括',
  ...phrases(['格式》', '格式', '格式〉'], ['印发给你们']),
  ...phrases(['内容雷同'], ['、', '，', ',', '和'], ['敷衍塞责']),
  '各级人民政府“工作考核、社会评议和责任追究结果情况”',
];

/** A text without any of these holds none of the sentences. */
export const noticeCues: readonly string[] = [
  ...[
    '制度安排',
    '施政过程',
    '年度报告的重要作用',
    '不宜泛化',
    '报告本机关',
    '形式报告',
    '进行综述',
    '印发给你们',
    '敷衍塞责',
  ],
  '责任追究结果情况”',
];

/** Matches the stretches. */
export const noticeStretch = new RegExp(anyOf(stretches));

/** What may follow such a sentence as a part of it. */
export const noticeEnd = new RegExp(`^\\s*${anyOf(['表格如下', '具体表格如下', '表格格式如下'])}`);
