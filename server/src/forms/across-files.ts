// Words by which a report tells why a figure doesn't follow from another report, or names another body.
import { anyOf } from '../text/any-of.ts';

/** Why a count of documents in force is another than it would be by adding up. */
const adjustments: readonly string[] = [
  ...['清理', '更正', '修正', '勘误', '口径', '重新统计', '重新核定', '核减', '核增', '核销', '漏报', '漏统', '误报'],
  ...['划转', '划入', '划出', '移交', '机构改革', '撤并', '合并', '失效', '到期', '自动失效'],
];

const ADJUSTMENT = new RegExp(anyOf(adjustments));

/** Whether a sentence tells that figures were adjusted. */
export function tellsAdjustment(sentence: string): boolean {
  return ADJUSTMENT.test(sentence);
}

/** What shows that a text speaks of a body's own work where it names it: 红旗镇专栏, 水利局2023年. */
const OWN_USE = new RegExp(
  `^${anyOf(['人民政府', '政府', '街道办事处', '办事处', ''])}(?:${anyOf([
    ...['专栏', '专题', '网站', '门户网站', '官网', '公众号', '微信公众号', '政务公开', '政府信息公开', '信息公开'],
    ...['公开专栏', '公开栏', '主动公开', '公开目录', '公开指南', '机关', '党政办', '制发', '未收到', '共收到', '收到'],
    ...['认真', '严格', '高度重视', '坚持', '持续', '不断', '积极', '深入', '全面', '切实'],
  ])}|20\\d\\d年)`,
);

/** Whether what follows the name of a body in a text makes the text speak of that body's own work. */
export function isOwnUse(after: string): boolean {
  return OWN_USE.test(after);
}

/** What before the name of another body makes it the other party of something that was done. */
const PARTY = new RegExp(
  `${anyOf([
    ...[
      '向',
      '与',
      '和',
      '同',
      '到',
      '赴',
      '对',
      '由',
      '经',
      '给',
      '及',
      '、',
      '会同',
      '联合',
      '配合',
      '协调',
      '转',
      '报',
    ],
    ...['移送', '征求', '根据', '按照', '学习', '借鉴', '参照', '指导', '督促', '帮助', '组织'],
  ])}$`,
);

/** Whether a text speaks of a body as of another: it worked with it, or sent something there. */
export function isParty(before: string): boolean {
  return PARTY.test(before);
}

/** Sentences with one of these are much the same in every report that follows the form. */
const COMMON = new RegExp(
  anyOf([
    ...['政府信息公开条例', '统计期限', '编制本报告', '编制而成', '工作年度报告格式', '本报告由', '电子版', '联系地址'],
    ...['信息处理费', '其他需要报告的事项', '无其他', '没有收到', '未收到', '未发生', '没有发生', '行政复议、行政诉讼'],
    ...['以习近平', '新时代中国特色社会主义思想', '二十大精神', '十九大'],
  ]),
);

/** Whether a sentence is one that the form, its notices or common usage give, so that it is no copy of anybody's. */
export function isCommonSentence(sentence: string): boolean {
  return COMMON.test(sentence);
}
