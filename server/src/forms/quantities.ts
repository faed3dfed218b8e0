// The words by which the prose names a quantity of the tables, each beside the cells that it means.
import { listed, phrases } from '../text/any-of.ts';

/** Rows and columns of a table that are added up; each list of rows is one way to read the words. `group.*` is every row of a group. */
export interface Quantity {
  readonly table: string;
  readonly readings: readonly (readonly string[])[];
  readonly columns: readonly string[];
}

/** What is counted, and with which counters; a form's own labels name more (`labelled`). */
export type QuantityKind = 'requests' | 'outcome' | 'carried' | 'disputes' | 'documents' | 'decisions' | 'fees';

const requests = (...readings: readonly (readonly string[])[]): Quantity => ({
  table: 'requests',
  readings,
  columns: ['total'],
});
const disputes = (...rows: readonly string[]): Quantity => ({
  table: 'disputes',
  readings: [rows],
  columns: ['total'],
});
const disclosed = (row: string, column: string): Quantity => ({
  table: 'disclosure',
  readings: [[row]],
  columns: [column],
});

export interface QuantityWords {
  readonly words: readonly string[];
  readonly quantity: Quantity;
  /** Whether the words are too vague to be held against the cells. */
  readonly weak?: true;
}

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

export const documentWords: readonly QuantityWords[] = [
  {
    words: ['行政规范性文件', '规范性文件', '政府规范性文件', '部门规范性文件'],
    quantity: disclosed('normative-documents', 'made'),
  },
  { words: ['规章', '政府规章', '市政府规章', '省政府规章', '部门规章'], quantity: disclosed('regulations', 'made') },
];

/** What is done with documents: the column that it counts in. */
export const documentColumns: readonly {
  readonly words: readonly string[];
  readonly columns: readonly string[];
}[] = [
  {
    words: listed(`
      制发 制定 出台 新制定 制定出台 新制发 制定发布 制定印发 制定并发布 本年制发 本年度制发 新出台 制定、发布
      制订 新制订 颁布 制定下发 制定实施 新增制发 制发出台 本年新制发 当年制发 新发布 制定、印发 制发、制定
    `),
    columns: ['made'],
  },
  {
    words: ['废止', '宣布废止', '本年废止', '本年度废止'],
    columns: ['repealed'],
  },
  {
    words: listed(`
      现行有效 继续有效 确定继续有效 确认继续有效 保留有效 目前有效 现存有效 现有有效 保持有效 目前现行有效 现行
      保留继续有效 有效的
    `),
    columns: ['in-force'],
  },
];

/** That documents were published: what was made may be another number. */
export const publishVerbs: readonly string[] = ['公开', '发布', '公布', '印发', '公示', '转发'];

export const decisionWords: readonly QuantityWords[] = [
  {
    words: ['行政处罚', '行政处罚决定', '行政处罚处理决定', '行政处罚案件'],
    quantity: disclosed('penalties', 'decisions'),
  },
  { words: ['行政许可', '行政许可决定', '行政许可处理决定'], quantity: disclosed('licensing', 'decisions') },
  {
    words: ['行政强制', '行政强制决定', '行政强制处理决定', '行政强制措施'],
    quantity: disclosed('coercion', 'decisions'),
  },
];

/** Named so, decisions are those of the year without a verb. */
export const surelyDecisions = '处理决定';

/** What makes a decision one of the year’s; without these a text speaks of what was published. */
export const decisionVerbs: readonly string[] = listed('作出 做出 出具 实施 下达 作出的 办理 处理 作出了 做出了 下发');

export const feeWords: readonly QuantityWords[] = [
  { words: ['行政事业性收费'], quantity: disclosed('fees', 'amount') },
];

/** The counters of each kind; nothing else is counted with them after these nouns. */
export const quantityCounters: Readonly<Record<QuantityKind, readonly string[]>> = {
  requests: ['件', '份', '条', '起', '宗', '例', '次', '件次'],
  outcome: ['件', '份', '条', '起', '宗', '例', '件次'],
  carried: ['件', '份', '条', '起', '宗', '例', '件次'],
  disputes: ['件', '起', '宗', '例', '次', '条', '件次'],
  documents: ['件', '份', '个', '部', '篇', '项', '条'],
  decisions: ['件', '起', '宗', '例'],
  fees: ['元', '万元'],
};
/** Of requests that no verb says were received or dealt with. */
export const surelyRequests: readonly string[] = ['件', '份', '起', '宗', '例', '件次'];
/** How many of the counter make one of the cell’s unit; 1 where it isn’t named. */
export const unitSizes: ReadonlyMap<string, number> = new Map([['元', 10_000]]);
/** What may stand between a number and its counter, and how many times the number it makes. */
export const multiples: ReadonlyMap<string, number> = new Map([['万', 10_000]]);

/** Verbs whose claim of all means that nothing is left for the next year. */
export const closingVerbs: readonly string[] = listed(`
  办结 答复 回复 办复 办理完成 办理完毕 办理结束 处理完毕 完成办理 完成答复 予以答复 给予答复 作出答复
`);
/** Without time limits beside them these mean every request; the others only those that were due. */
export const wholeWords: readonly string[] = ['全部', '所有', '全都', '全数', '已全部'];
/** That all of them were closed, where it is 100 %. */
export const closingRates: readonly string[] = ['办结率'];
/** Beside what was made or repealed, that other documents count in the same cell: revised ones, expired ones. */
export const revisedWords: readonly string[] = ['修订', '修改', '重新'];
export const expiredWords: readonly string[] = ['失效'];
