import { group, head, row } from './define.ts';
import type { ColumnDefinition, LayoutRow, LineDefinition, Relation, TableDefinition } from './edition.ts';
import { articles } from './legal.ts';

const CORNER = '（勾稽关系：第一项加第二项之和，等于第三项加第四项之和）';
const LONG_CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
const APPLICANTS = ['person', 'company', 'research', 'nonprofit', 'legal-service', 'other-organization'];
const COLUMNS = [...APPLICANTS, 'total'];

const columns: readonly ColumnDefinition[] = [
  {
    id: 'person',
    label: '自然人',
    aliases: ['公民', '个人', '公民个人'],
    kind: 'count',
    unit: null,
    description: {
      zh: '以个人名义提出的申请。个体工商户怎样归类，按主管部门的要求。',
      en: 'Requests made by individuals in their own name. For sole traders follow the supervising office.',
    },
  },
  {
    id: 'company',
    label: '商业企业',
    short: '企业',
    aliases: ['商业公司'],
    kind: 'count',
    unit: null,
    description: {
      zh: '以公司、企业名义提出的申请。',
      en: 'Requests made in the name of a company or other business.',
    },
  },
  {
    id: 'research',
    label: '科研机构',
    short: '科研',
    aliases: ['科研单位', '科研院所', '教育科研机构'],
    kind: 'count',
    unit: null,
    description: {
      zh: '以科研院所等研究机构名义提出的申请。',
      en: 'Requests made in the name of a research institution.',
    },
  },
  {
    id: 'nonprofit',
    label: '社会公益组织',
    short: '公益',
    aliases: ['社会组织', '公益组织', '社会公益团体', '社会公益机构'],
    kind: 'count',
    unit: null,
    description: {
      zh: '以社会团体、基金会、社会服务机构等公益组织名义提出的申请。',
      en: 'Requests made in the name of an association, foundation or other public-benefit organization.',
    },
  },
  {
    id: 'legal-service',
    label: '法律服务机构',
    short: '法律服务',
    aliases: ['法律服务组织'],
    kind: 'count',
    unit: null,
    description: {
      zh: '以律师事务所等法律服务机构名义提出的申请。律师代理个人或者企业提出的，按被代理的申请人归类。',
      en: 'Requests made in the name of a law firm or the like. A request that a lawyer files for a client belongs to the client’s kind.',
    },
  },
  {
    id: 'other-organization',
    label: '其他',
    aliases: ['其他组织', '其他法人', '其他法人或组织', '其他法人或其他组织'],
    kind: 'count',
    unit: null,
    description: {
      zh: '前四类以外的法人或者其他组织提出的申请。',
      en: 'Requests made by any organization of a kind other than the four before.',
    },
  },
  {
    id: 'total',
    label: '总计',
    aliases: ['合计', '总数', '总计数'],
    kind: 'count',
    unit: null,
    description: {
      zh: '本行前六栏（自然人和五类法人或其他组织）之和。表中没有「法人或其他组织」小计栏。',
      en: 'The sum of the six columns before: individuals and the five kinds of organization. The form has no subtotal for organizations.',
    },
  },
];

const before: readonly LineDefinition[] = [
  row({
    id: 'received',
    label: '一、本年新收政府信息公开申请数量',
    short: '一、本年新收',
    aliases: [
      '一、本年新收政府信息公开申请',
      '本年新收政府信息公开申请',
      '本年新收申请数量',
      '一、本年度新收政府信息公开申请数量',
    ],
    zh: '统计期内（1月1日至12月31日）新收到的政府信息公开申请件数，不论当年是否办结。上年收到、当年接着办的不计在这里，计入「二、上年结转」。',
    en: 'Requests received within the year (1 January to 31 December), whether closed or not. Requests of the year before that were still open belong to the row 二、上年结转.',
    legal: articles('第二十七条', '第二十九条', '第三十一条'),
  }),
  row({
    id: 'carried-over',
    label: '二、上年结转政府信息公开申请数量',
    short: '二、上年结转',
    aliases: [
      '二、上年结转政府信息公开申请',
      '上年结转政府信息公开申请',
      '上年结转申请数量',
      '二、上年度结转政府信息公开申请数量',
    ],
    zh: '上年收到、到上年12月31日没有办结、转到本年继续办理的申请件数。各栏一般应与上年度报告的「四、结转下年度继续办理」相同。',
    en: 'Requests of earlier years that were still open on 31 December of the year before. Each column should normally equal the row 四、结转下年度继续办理 of last year’s report.',
  }),
  group({
    id: 'outcomes',
    label: '三、本年度办理结果',
    aliases: ['三、本年办理结果', '本年办理结果'],
    zh: '本年办结的申请，按答复的结果分类。每件申请只计一次。这一行是标题，不填数字；合计填在「（七）总计」。',
    en: 'The requests closed within the year, by outcome; each is counted once. This row is a heading without values: the sum stands in （七）总计.',
    legal: articles('第三十六条'),
  }),
  row({
    id: 'granted',
    label: '（一）予以公开',
    aliases: ['（一）同意公开', '（一）予以公开件数'],
    parent: 'outcomes',
    zh: '申请的内容全部予以公开的件数，一般包括告知已主动公开的信息怎样获取的。',
    en: 'Requests granted in full. Those answered by saying where the information is already published are normally counted here.',
    legal: articles('第三十六条第（一）项', '第三十六条第（二）项'),
  }),
  row({
    id: 'partly-granted',
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    short: '（二）部分公开',
    aliases: ['部分公开', '（二）部分公开（区分处理的，只计这一情形）'],
    parent: 'outcomes',
    zh: '同一件申请里有的内容公开、有的内容不公开，作区分处理的件数。只在这里计一次，不再按不公开的理由计入（三）等其他情形。',
    en: 'Requests answered by releasing one part and withholding the rest. Each is counted here only, not once more under the reason for the withheld part.',
    legal: articles('第三十七条'),
  }),
  group({
    id: 'refused',
    label: '（三）不予公开',
    aliases: ['（三）不予公开情况'],
    parent: 'outcomes',
    zh: '依法决定不予公开的，按理由填在下面八行。这一行是标题，不填数字。一件申请只计一次，有几种理由的，一般计主要的一种。',
    en: 'Requests refused by law, by reason, in the eight rows below; this row is a heading without values. A request is counted once: where several reasons apply, normally under the main one.',
    legal: articles('第三十六条第（三）项'),
  }),
  row({
    id: 'refused.state-secret',
    label: '1.属于国家秘密',
    short: '1.国家秘密',
    aliases: ['1.属于国家秘密信息', '国家秘密'],
    parent: 'refused',
    zh: '因信息依法确定为国家秘密而不予公开的件数。',
    en: 'Refused because the information is classified as a state secret.',
    legal: articles('第十四条'),
  }),
  row({
    id: 'refused.forbidden-by-law',
    label: '2.其他法律行政法规禁止公开',
    short: '2.法律行政法规禁止',
    aliases: [
      '2.其他法律、行政法规禁止公开',
      '2.其他法律法规禁止公开',
      '2.法律法规禁止',
      '其他法律法规禁止公开',
      '法律行政法规禁止公开',
    ],
    parent: 'refused',
    zh: '因其他法律、行政法规明文禁止公开而不予公开的件数。依据须是法律或者行政法规，不能是规章或者文件。',
    en: 'Refused because another statute or administrative regulation forbids release. A departmental rule or a circular is no ground for this row.',
    legal: articles('第十四条'),
  }),
  row({
    id: 'refused.stability',
    label: '3.危及“三安全一稳定”',
    short: '3.三安全一稳定',
    aliases: ['三安全一稳定', '3.可能危及“三安全一稳定”', '3.危及国家安全、公共安全、经济安全、社会稳定'],
    parent: 'refused',
    zh: '因公开后可能危及国家安全、公共安全、经济安全、社会稳定（「三安全一稳定」）而不予公开的件数。',
    en: 'Refused because release could endanger national, public or economic security or social stability.',
    legal: articles('第十四条'),
  }),
  row({
    id: 'refused.third-party',
    label: '4.保护第三方合法权益',
    short: '4.第三方合法权益',
    aliases: ['4.损害第三方合法权益', '4.涉及第三方合法权益', '第三方合法权益'],
    parent: 'refused',
    zh: '因涉及商业秘密、个人隐私等，公开会损害第三方合法权益而不予公开的件数。第三方同意公开，或者不公开会对公共利益造成重大影响而予以公开的，不计在这里。',
    en: 'Refused because release would harm a third party, for instance a trade secret or privacy. Not counted here if the third party agreed, or the public interest made release necessary.',
    legal: articles('第十五条', '第三十二条'),
  }),
  row({
    id: 'refused.internal-affairs',
    label: '5.属于三类内部事务信息',
    short: '5.三类内部事务信息',
    aliases: ['三类内部事务信息', '5.属于内部事务信息', '内部事务信息', '5.属于三类内部管理信息'],
    parent: 'refused',
    zh: '因属于人事管理、后勤管理、内部工作流程三类内部事务信息而不予公开的件数。',
    en: 'Refused as internal affairs of the three kinds: personnel, logistics, internal procedure.',
    legal: articles('第十六条第一款'),
  }),
  row({
    id: 'refused.deliberative',
    label: '6.属于四类过程性信息',
    short: '6.四类过程性信息',
    aliases: ['四类过程性信息', '6.属于过程性信息', '过程性信息'],
    parent: 'refused',
    zh: '因属于履职过程中形成的讨论记录、过程稿、磋商信函、请示报告四类过程性信息而不予公开的件数。法律、法规、规章规定应当公开的除外。',
    en: 'Refused as deliberative material of the four kinds: minutes of discussion, drafts, letters of consultation, requests for instruction — unless a law or rule requires release.',
    legal: articles('第十六条第二款'),
  }),
  row({
    id: 'refused.enforcement-file',
    label: '7.属于行政执法案卷',
    short: '7.行政执法案卷',
    aliases: ['7.属于行政执法案卷信息', '行政执法案卷', '行政执法案卷信息'],
    parent: 'refused',
    zh: '因属于行政执法案卷信息而不予公开的件数。法律、法规、规章规定应当公开的除外。',
    en: 'Refused because the information is part of an enforcement case file, unless a law or rule requires release.',
    legal: articles('第十六条第二款'),
  }),
  row({
    id: 'refused.administrative-query',
    label: '8.属于行政查询事项',
    short: '8.行政查询事项',
    aliases: ['8.属于行政查询事项信息', '行政查询事项', '8.属于行政查询'],
    parent: 'refused',
    zh: '申请的是工商、不动产登记资料等，法律、行政法规对怎样查询有专门规定，告知申请人按该规定办理的件数。',
    en: 'Requests for register data (companies, real estate and the like) that other law gives its own procedure for, where the applicant was referred to it.',
    legal: articles('第三十六条第（七）项'),
  }),
  group({
    id: 'unavailable',
    label: '（四）无法提供',
    aliases: ['（四）无法提供情况'],
    parent: 'outcomes',
    zh: '没有、不掌握或者无法确定所申请的信息而无法提供的，按原因填在下面三行。这一行是标题，不填数字。',
    en: 'Requests that could not be met, by cause, in the three rows below; this row is a heading without values.',
  }),
  row({
    id: 'unavailable.not-held',
    label: '1.本机关不掌握相关政府信息',
    short: '1.本机关不掌握',
    aliases: ['本机关不掌握', '1.本机关不掌握相关信息', '不掌握相关政府信息'],
    parent: 'unavailable',
    zh: '经检索没有所申请的信息，或者该信息不由本机关负责公开，已告知申请人的件数。',
    en: 'Requests answered with the notice that a search found no such information, or that another body is in charge of releasing it.',
    legal: articles('第三十六条第（四）项', '第三十六条第（五）项'),
  }),
  row({
    id: 'unavailable.not-existing',
    label: '2.没有现成信息需要另行制作',
    short: '2.需要另行制作',
    aliases: ['2.没有现成信息，需要另行制作', '没有现成信息', '需要另行制作', '2.没有现成信息'],
    parent: 'unavailable',
    zh: '没有现成的信息，需要对现有信息加工、分析才能提供，因而不予提供的件数。',
    en: 'Requests for something that does not exist ready-made and would have to be compiled or analysed first.',
    legal: articles('第三十八条'),
  }),
  row({
    id: 'unavailable.unclear',
    label: '3.补正后申请内容仍不明确',
    short: '3.补正后仍不明确',
    aliases: ['3.申请内容不明确', '申请内容不明确', '申请内容仍不明确', '补正后仍不明确'],
    parent: 'unavailable',
    zh: '申请人已经补正，但申请内容仍不明确、无法确定所指信息的件数。没有补正的计入（六）其他处理。',
    en: 'Requests whose object was still unclear after the applicant had amended them. Those never amended belong to （六）其他处理.',
    legal: articles('第三十条'),
  }),
  group({
    id: 'declined',
    label: '（五）不予处理',
    aliases: ['（五）不予处理情况'],
    parent: 'outcomes',
    zh: '不作为政府信息公开申请处理或者不重复处理的，按情形填在下面五行。这一行是标题，不填数字。',
    en: 'Requests not processed as requests for information, by case, in the five rows below; this row is a heading without values.',
  }),
  row({
    id: 'declined.petition',
    label: '1.信访举报投诉类申请',
    short: '1.信访举报投诉类',
    aliases: ['1.信访、举报、投诉类申请', '1.信访投诉举报类申请', '信访投诉举报类申请', '信访举报投诉'],
    parent: 'declined',
    zh: '以政府信息公开申请的形式进行信访、投诉、举报等活动，已告知不作为政府信息公开申请处理的件数。',
    en: 'Petitions, complaints or denunciations in the form of a request, where the applicant was told that they are not processed as one.',
    legal: articles('第三十九条第一款'),
  }),
  row({
    id: 'declined.repeated',
    label: '2.重复申请',
    aliases: ['2.重复申请公开相同政府信息', '重复申请公开相同政府信息'],
    parent: 'declined',
    zh: '已经答复过，同一申请人又申请公开相同信息，告知不予重复处理的件数。',
    en: 'Requests for what the same applicant had asked for and been answered before.',
    legal: articles('第三十六条第（六）项'),
  }),
  row({
    id: 'declined.publication',
    label: '3.要求提供公开出版物',
    short: '3.公开出版物',
    aliases: ['3.要求提供政府公报、报刊、书籍等公开出版物', '公开出版物', '提供公开出版物'],
    parent: 'declined',
    zh: '申请内容是要求提供政府公报、报刊、书籍等公开出版物，已告知获取途径的件数。',
    en: 'Requests for a gazette, newspaper, book or other publication, where the applicant was told how to obtain it.',
    legal: articles('第三十九条第二款'),
  }),
  row({
    id: 'declined.excessive',
    label: '4.无正当理由大量反复申请',
    short: '4.大量反复申请',
    aliases: ['4.无正当理由大量、反复申请', '大量反复申请'],
    parent: 'declined',
    zh: '申请的数量、频次明显超过合理范围，要求说明理由后认为理由不合理、不予处理的件数。',
    en: 'Requests whose number or frequency was clearly beyond reason, where the reason given on demand was not accepted.',
    legal: articles('第三十五条'),
  }),
  row({
    id: 'declined.confirmation',
    label: '5.要求行政机关确认或重新出具已获取信息',
    short: '5.确认或重新出具',
    aliases: [
      '5.要求行政机关确认或重新出具',
      '要求行政机关确认或重新出具',
      '5.要求确认或重新出具已获取信息',
      '确认或重新出具已获取信息',
      '5.要求行政机关确认或者重新出具已获取信息',
    ],
    parent: 'declined',
    zh: '申请人已经取得该信息，又要求行政机关确认，或者重新出具的件数。',
    en: 'Requests to have information that the applicant already holds confirmed or issued anew.',
  }),
];

/** （六）其他处理 as one row: the form of 2019. */
export const otherAsRow: readonly LineDefinition[] = [
  row({
    id: 'other',
    label: '（六）其他处理',
    aliases: ['（六）其他情形', '（六）其他'],
    parent: 'outcomes',
    zh: '前五类以外的办理结果的件数，例如申请人逾期不补正、逾期不缴费、主动撤回申请的。',
    en: 'Requests closed in any way other than the five before, such as not amended in time, fee not paid, or withdrawn.',
  }),
];

/** （六）其他处理 with its three cases: the form of 2021. */
export const otherAsGroup: readonly LineDefinition[] = [
  group({
    id: 'other',
    label: '（六）其他处理',
    aliases: ['（六）其他处理情况'],
    parent: 'outcomes',
    zh: '前五类以外的办理结果，按情形填在下面三行。这一行是标题，不填数字。',
    en: 'Requests closed in any other way, by case, in the three rows below; this row is a heading without values.',
  }),
  row({
    id: 'other.not-corrected',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    short: '1.逾期不补正',
    aliases: [
      '1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
      '1.申请人无正当理由逾期不补正',
      '申请人无正当理由逾期不补正',
      '逾期不补正',
      '1.申请人逾期不补正',
    ],
    parent: 'other',
    zh: '要求补正后，申请人没有正当理由、逾期没有补正，视为放弃申请、不再处理的件数。',
    en: 'Requests that the applicant was asked to amend and, without good reason, did not amend in time.',
    legal: articles('第三十条'),
  }),
  row({
    id: 'other.fee-unpaid',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    short: '2.逾期未缴费',
    aliases: [
      '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用',
      '申请人逾期未按收费通知要求缴纳费用',
      '2.逾期不缴费',
      '逾期不缴费',
      '逾期未缴费',
      '2.申请人逾期未缴费',
    ],
    parent: 'other',
    zh: '发出信息处理费收费通知后，申请人逾期没有缴费，不再处理的件数。',
    en: 'Requests for which a processing fee was charged and not paid in time.',
    legal: [...articles('第四十二条'), { work: '《政府信息公开信息处理费管理办法》', article: '国办函〔2020〕109号' }],
  }),
  row({
    id: 'other.other',
    label: '3.其他',
    aliases: ['3.其他情形', '3.其他处理', '3.其他情况'],
    bare: false,
    parent: 'other',
    zh: '其他各行都不适用的办理结果的件数，实践中一般包括申请人主动撤回申请的。',
    en: 'Requests closed in a way that no other row fits; in practice this normally includes requests that the applicant withdrew.',
  }),
];

const after: readonly LineDefinition[] = [
  row({
    id: 'total',
    label: '（七）总计',
    aliases: ['（七）合计', '合计', '（七）总数'],
    parent: 'outcomes',
    zh: '本年办结的申请件数：（一）至（六）各项之和。「第一项加第二项之和，等于第三项加第四项之和」里的「第三项」就是这一行。',
    en: 'Requests closed within the year: the sum of （一） to （六）. This is the “third item” of the relation printed in the form.',
  }),
  row({
    id: 'carried-forward',
    label: '四、结转下年度继续办理',
    short: '四、结转下年度',
    aliases: ['四、结转下年继续办理', '结转下年继续办理', '四、结转下年度办理', '结转下年度'],
    zh: '到12月31日没有办结、转到下年继续办理的申请件数。第一项加第二项之和，应等于（七）总计加本项之和；下年报告的「二、上年结转」一般应与本行相同。',
    en: 'Requests still open on 31 December. Received plus carried over has to equal closed plus this row; next year’s report should normally repeat it as 二、上年结转.',
  }),
];

const relations: readonly Relation[] = [
  {
    code: 'request-balance',
    holds: 'in-each-column',
    left: ['received', 'carried-over'],
    comparison: '=',
    right: ['total', 'carried-forward'],
    total: 'total',
    text: {
      zh: '第一项加第二项之和，等于第三项加第四项之和：本年新收 + 上年结转 = （七）总计 + 结转下年度',
      en: 'Items one and two equal items three and four: received + carried over = （七）总计 + carried forward',
    },
  },
  {
    code: 'outcome-total',
    holds: 'in-each-column',
    left: ['total'],
    comparison: '=',
    right: ['outcomes'],
    total: 'total',
    text: {
      zh: '（七）总计等于（一）至（六）各项之和',
      en: '（七）总计 equals the sum of the outcomes （一） to （六）',
    },
  },
  {
    code: 'applicant-total',
    holds: 'in-each-row',
    left: ['total'],
    comparison: '=',
    right: APPLICANTS,
    total: 'total',
    text: {
      zh: '总计等于自然人与各类法人或其他组织之和',
      en: '总计 equals the sum of individuals and all kinds of organization',
    },
  },
];

/** Table 三 with its two editions of （六）其他处理. */
export function requestsTable(other: readonly LineDefinition[]): TableDefinition {
  const lines = [...before, ...other, ...after];
  return {
    id: 'requests',
    section: 'requests',
    name: { zh: '表三', en: 'Table 3 (requests)' },
    columns,
    blocks: [
      {
        id: 'requests',
        corner: CORNER,
        shortCorner: '表三',
        cornerVariants: [
          LONG_CORNER,
          '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和',
          '勾稽关系',
          '项目',
        ],
        columns: COLUMNS,
        lines,
      },
    ],
    relations,
    official: { kind: 'grouped', heads: heads(), depth: 3 },
  };
}

function heads(): readonly LayoutRow[] {
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const column = (id: string, rowspan = 1) => head(labels.get(id) ?? id, 'column', 1, rowspan);
  const organizations = APPLICANTS.slice(1);
  return [
    [head(LONG_CORNER, 'corner', 3, 3), head('申请人情况', 'column', COLUMNS.length)],
    [column('person', 2), head('法人或其他组织', 'column', organizations.length), column('total', 2)],
    organizations.map((id) => column(id)),
  ];
}
