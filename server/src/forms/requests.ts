import { head } from './define.ts';
import type { ColumnDefinition, LayoutRow, LineDefinition, Relation, TableDefinition } from './edition.ts';
import { requestRows } from './request-rows.ts';

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
  const lines = requestRows(other);
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
