// The words by which the prose names requests, their answers and applicants, each beside the cells that it means.
import { listed, phrases } from '../text/any-of.ts';
import type { Quantity, QuantityWords } from './quantities.ts';

const requests = (...readings: readonly (readonly string[])[]): Quantity => ({
  table: 'requests',
  readings,
  columns: ['total'],
});

const RECEIVED: readonly string[] = ['received'];
const OPEN: readonly string[] = ['received', 'carried-over'];
const CLOSED: readonly string[] = ['total'];

const newlyReceived = listed('新收 新收到 新收取 新收悉 新受理 新接收 新接收到 新接到 新增 新增受理 新增收到');

/** What is done with requests: each verb governs the count of requests that follows it. */
export const requestVerbs: readonly QuantityWords[] = [
  {
    words: listed(`
      登记受理 共登记受理 受理登记 收到 受理 接到 接收 接收到 收到并受理 收到和受理 受理了 收到了 接受 共有 收悉
      收到登记 接收登记 登记接收 收到且受理 接收并受理 接到并受理 收受
    `),
    quantity: requests(RECEIVED, OPEN),
  },
  {
    words: [...newlyReceived, ...phrases(['本年', '本年度', '当年', '当年度', '今年', '全年', '年度'], newlyReceived)],
    quantity: requests(RECEIVED),
  },
  { words: ['收办', '受办'], quantity: requests(OPEN, RECEIVED) },
  {
    words: [
      '办理',
      '接收办理',
      '收到和办理',
      '受理办理',
      '收到并办理',
      '受理和办理',
      '受理并办理',
      '办理回复',
      '办理答复',
      '受理答复',
      '受理并答复',
      '受理处理',
      '处理',
      '依法办理',
      '办理了',
      ...phrases(
        ['收到', '受理', '接到', '接收'],
        ['并', '且', '和', '、', '及'],
        ['答复', '办结', '回复', '办复', '处理'],
      ),
      ...['登记办理', '受理办结', '收到答复', '受理及办理', '接收和办理', '收到、办理', '受理、办理'],
    ],
    quantity: requests(RECEIVED, OPEN, CLOSED),
  },
  {
    words: listed(`
      办结 答复 回复 办复 完成答复 作出答复 办理完成 办理完毕 办理结束 办结完毕 依法依规答复 办结答复 答复办结
      办结并答复 处理完毕 予以答复 完成办理 审核答复 书面答复 依法答复 答复了 给予答复 出具答复 回复办结 已办结
      已答复 已办理 已回复 办毕 办理办结 完成办结 予以回复 给予回复 全部答复 依法办结 按期答复 按时答复 按期办结
      按时办结 办结回复 本年度办理结果 本年办理结果 办理结果总计 本年度办理结果总计 本年办理结果总计
    `),
    quantity: requests(CLOSED),
  },
];

/** The answers that a request may be given; the form’s own labels of rows are added to them. */
export const outcomeWords: readonly QuantityWords[] = [
  {
    words: listed(`
      予以公开 准予公开 同意公开 全部公开 给予公开 决定公开 同意予以公开 予以全部公开 同意全部公开 依法予以公开
      依法公开 作出予以公开 予公开
    `),
    quantity: requests(['granted']),
  },
  {
    words: listed(`
      部分公开 予以部分公开 同意部分公开 部分予以公开 区分处理 依法部分公开 部分同意公开 依法予以部分公开
      给予部分公开
    `),
    quantity: requests(['partly-granted']),
  },
  { words: ['公开答复'], quantity: requests(['granted']), weak: true },
  {
    words: ['不予公开', '不同意公开', '决定不予公开', '依法不予公开', '不予以公开', '未予公开', '不予提供'],
    quantity: requests(['refused.*']),
  },
  {
    words: [
      '无法提供',
      '不能提供',
      '本机关无法提供',
      '无法提供信息',
      '本行政机关无法提供',
      '无法提供相关信息',
      '无法提供政府信息',
      '无法提供相关政府信息',
    ],
    quantity: requests(['unavailable.*']),
  },
  { words: ['不予处理', '不再处理'], quantity: requests(['declined.*']) },
  {
    words: listed(`
      其他处理 其它处理 其他方式处理 作其他处理 其他处理情况 其他方式 做其他处理 其他处理方式 作出其他处理
    `),
    quantity: requests(['other.*'], ['other']),
  },
  { words: ['国家秘密'], quantity: requests(['refused.state-secret']) },
  { words: ['行政执法案卷', '行政执法案卷信息', '执法案卷'], quantity: requests(['refused.enforcement-file']) },
  { words: ['三类内部事务信息', '内部事务信息', '内部事务'], quantity: requests(['refused.internal-affairs']) },
  { words: ['四类过程性信息', '过程性信息'], quantity: requests(['refused.deliberative']) },
  { words: ['行政查询事项'], quantity: requests(['refused.administrative-query']) },
  {
    words: ['法律行政法规禁止公开', '法律、行政法规禁止公开', '其他法律行政法规禁止公开', '其他法律、行政法规禁止公开'],
    quantity: requests(['refused.forbidden-by-law']),
  },
  { words: ['危及“三安全一稳定”', '三安全一稳定'], quantity: requests(['refused.stability']) },
  {
    words: ['保护第三方合法权益', '第三方合法权益', '侵害第三方合法权益', '涉及第三方合法权益', '第三方权益'],
    quantity: requests(['refused.third-party']),
  },
  {
    words: [
      '本机关不掌握',
      '本机关不掌握相关政府信息',
      '本机关不掌握相关信息',
      '不掌握相关政府信息',
      '本行政机关不掌握',
      '不掌握',
    ],
    quantity: requests(['unavailable.not-held']),
  },
  {
    words: ['没有现成信息需要另行制作', '没有现成信息', '需要另行制作', '需另行制作', '需要另行加工'],
    quantity: requests(['unavailable.not-existing']),
  },
  {
    words: [
      '补正后申请内容仍不明确',
      '申请内容不明确',
      '补正后仍不明确',
      '内容不明确',
      '申请不明确',
      '补正后内容仍不明确',
      '补正后申请内容不明确',
    ],
    quantity: requests(['unavailable.unclear']),
  },
  {
    words: ['信访举报投诉类', '信访举报投诉类申请', '信访、举报、投诉类申请', '信访投诉举报类', '信访、举报、投诉类'],
    quantity: requests(['declined.petition']),
  },
  { words: ['重复申请'], quantity: requests(['declined.repeated']) },
  { words: ['要求提供公开出版物', '公开出版物'], quantity: requests(['declined.publication']) },
  { words: ['无正当理由大量反复申请', '大量反复申请'], quantity: requests(['declined.excessive']) },
  {
    words: [
      '逾期不补正',
      '申请人无正当理由逾期不补正',
      '无正当理由逾期不补正',
      '逾期未补正',
      '申请人逾期未补正',
      '申请人逾期不补正',
    ],
    quantity: requests(['other.not-corrected']),
  },
  {
    words: ['撤回', '主动撤回', '申请人撤回', '申请人主动撤回', '撤销申请', '撤回申请'],
    quantity: requests(['other.other'], ['other']),
    weak: true,
  },
  {
    words: [
      '不属于政府信息',
      '告知其他途径',
      '不属于本机关',
      '不属于本行政机关',
      '不属于本行政机关公开',
      '不属于本机关公开',
    ],
    quantity: requests(['declined.*'], ['other.*'], ['unavailable.*']),
    weak: true,
  },
  {
    words: ['不存在', '信息不存在', '政府信息不存在'],
    quantity: requests(['unavailable.*'], ['unavailable.not-held']),
    weak: true,
  },
  { words: ['其他', '其它'], quantity: requests(['other.*'], ['other.other'], ['other']), weak: true },
  {
    words: ['已主动公开', '已通过网站对外公开'],
    quantity: requests(['granted'], ['declined.publication']),
    weak: true,
  },
];

/** Requests that pass from one year to another: which one says the year, before or after. */
export const carriedFromLast: Quantity = requests(['carried-over']);
export const carriedToNext: Quantity = requests(['carried-forward']);

/** What balances: requests that came in or were open are closed or carried on. */
export const balanceQuantities = {
  received: requests(RECEIVED),
  carriedOver: carriedFromLast,
  closed: requests(CLOSED),
  carriedForward: carriedToNext,
} as const;

/** The columns of organizations; that of companies first. */
export const organizationColumns: readonly string[] = [
  ...['company', 'research', 'nonprofit', 'legal-service', 'other-organization'],
];

/** Who applies: a column or several of them. */
export const applicantColumns: readonly { readonly words: readonly string[]; readonly columns: readonly string[] }[] = [
  { words: ['自然人', '公民', '个人', '公民个人'], columns: ['person'] },
  {
    words: listed(`
      法人 法人组织 其他组织 法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织
      法人与其他组织 法人以及其他组织 其他法人组织 组织
    `),
    columns: organizationColumns,
  },
  { words: ['商业企业'], columns: ['company'] },
  { words: ['科研机构'], columns: ['research'] },
  { words: ['社会公益组织'], columns: ['nonprofit'] },
  { words: ['法律服务机构'], columns: ['legal-service'] },
];

/** Of requests that no verb says were received or dealt with. */
export const surelyRequests: readonly string[] = ['件', '份', '起', '宗', '例', '件次'];

/** Verbs whose claim of all means that nothing is left for the next year. */
export const closingVerbs: readonly string[] = listed(`
  办结 答复 回复 办复 办理完成 办理完毕 办理结束 处理完毕 完成办理 完成答复 予以答复 给予答复 作出答复
`);
/** Without time limits beside them these mean every request; the others only those that were due. */
export const wholeWords: readonly string[] = ['全部', '所有', '全都', '全数', '已全部'];
/** That all of them were closed, where it is 100 %. */
export const closingRates: readonly string[] = ['办结率'];
