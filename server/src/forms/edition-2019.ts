import { row } from './define.ts';
import { disputesTable } from './disputes.ts';
import type { BlockDefinition, ColumnDefinition, Edition, Relation } from './edition.ts';
import { articles, deadlines, notice2019 } from './legal.ts';
import { otherAsRow } from './request-rows.ts';
import { requestsTable } from './requests.ts';
import { areas, sections } from './sections.ts';

const columns: readonly ColumnDefinition[] = [
  {
    id: 'made',
    label: '本年新制作数量',
    short: '本年新制作',
    aliases: ['本年新制作数', '本年新制作件数', '本年度新制作数量'],
    kind: 'count',
    unit: '件',
    ownMeaning: true,
    description: {
      zh: '本年新制作的件数，不论是否公开。',
      en: 'Made within the year, published or not.',
    },
  },
  {
    id: 'published',
    label: '本年新公开数量',
    short: '本年新公开',
    aliases: ['本年新公开数', '本年新公开件数', '本年度新公开数量'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '本年新公开的件数，不应多于对外公开总数量。',
      en: 'Newly published within the year; not more than the total published.',
    },
  },
  {
    id: 'published-total',
    label: '对外公开总数量',
    short: '对外公开总数',
    aliases: ['公开总数量'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '到12月31日对外公开的全部件数，包括往年公开的。',
      en: 'All that are published on 31 December, those of earlier years included.',
    },
  },
  {
    id: 'items-before',
    label: '上一年项目数量',
    short: '上年项目数',
    aliases: ['上年项目数量', '上一年度项目数量', '上一年项目数'],
    kind: 'count',
    unit: '项',
    description: {
      zh: '上年末的事项（项目）数量，是事项清单里的项数，不是办件量。',
      en: 'The number of items on the list at the end of the year before: kinds of matter, not cases.',
    },
  },
  {
    id: 'items-change',
    label: '本年增/减',
    aliases: ['本年增减', '本年度增/减', '本年增（减）', '本年增／减'],
    kind: 'change',
    unit: '项',
    description: {
      zh: '本年事项（项目）数量的增减：增加填正数，减少填负数，如-8，没有变化填0。不是办件量。',
      en: 'The change in the number of items within the year: positive for more, negative for fewer, such as -8, or 0. Not a number of cases.',
    },
  },
  {
    id: 'decisions',
    label: '处理决定数量',
    short: '处理决定数',
    aliases: ['处理决定件数', '本年处理决定数量'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '本年作出的处理决定件数，也就是办件量。',
      en: 'Decisions taken within the year, that is, cases.',
    },
  },
  {
    id: 'projects',
    label: '采购项目数量',
    short: '采购项目数',
    aliases: ['采购项目个数'],
    kind: 'count',
    unit: '项',
    description: {
      zh: '本年政府集中采购的项目数量。',
      en: 'Projects of centralized government procurement within the year.',
    },
  },
  {
    id: 'amount',
    label: '采购总金额',
    aliases: ['采购金额', '采购总额', '采购总金额（万元）', '采购总金额（元）', '采购总金额（单位：万元）'],
    kind: 'amount',
    unit: null,
    description: {
      zh: '本年政府集中采购的总金额。格式没有规定单位，金额不是0的，应写明元或者万元。',
      en: 'The total of centralized government procurement within the year. The form gives no unit, so an amount other than 0 should say 元 or 万元.',
    },
  },
];

const DOCUMENT_COLUMNS = ['made', 'published', 'published-total'];
const ITEM_COLUMNS = ['items-before', 'items-change', 'decisions'];

const blocks: readonly BlockDefinition[] = [
  {
    id: 'article-20-1',
    corner: '第二十条第（一）项',
    cornerVariants: ['信息内容'],
    columns: DOCUMENT_COLUMNS,
    lines: [
      row({
        id: 'regulations',
        label: '规章',
        aliases: ['行政规章', '政府规章', '部门规章'],
        zh: '部门规章和地方政府规章的件数。只有有规章制定权的机关才填，例如国务院部门，省级、设区的市、自治州人民政府；乡镇、街道、县级政府和县级部门一般填0。',
        en: 'Departmental and local government rules. Only bodies with rule-making power have any, such as ministries and the governments of provinces, cities with districts and autonomous prefectures; towns, sub-districts, counties and county departments normally write 0.',
        legal: articles('第二十条第（一）项'),
      }),
      row({
        id: 'normative-documents',
        label: '规范性文件',
        aliases: ['行政规范性文件', '规范性文件数'],
        zh: '本机关制作、公开的行政规范性文件件数。内部管理文件、会议通知等不计。',
        en: 'Normative documents made and published by the body. Internal papers and notices of meetings are not counted.',
        legal: articles('第二十条第（一）项'),
      }),
    ],
  },
  {
    id: 'article-20-5',
    corner: '第二十条第（五）项',
    cornerVariants: ['信息内容'],
    columns: ITEM_COLUMNS,
    lines: [
      row({
        id: 'licensing',
        label: '行政许可',
        aliases: ['行政许可事项'],
        zh: '行政许可的事项数量和本年作出的处理决定件数。',
        en: 'Kinds of administrative licence, and decisions on them within the year.',
        legal: articles('第二十条第（五）项'),
      }),
      row({
        id: 'other-services',
        label: '其他对外管理服务事项',
        short: '其他对外管理服务',
        aliases: ['其它对外管理服务事项', '对外管理服务事项'],
        zh: '行政许可以外、对外办理的其他管理和服务事项的数量，以及本年作出的处理决定件数。',
        en: 'Other kinds of matter that the body handles for the public, and decisions on them within the year.',
        legal: articles('第二十条第（五）项'),
      }),
    ],
  },
  {
    id: 'article-20-6',
    corner: '第二十条第（六）项',
    cornerVariants: ['信息内容'],
    columns: ITEM_COLUMNS,
    lines: [
      row({
        id: 'penalties',
        label: '行政处罚',
        aliases: ['行政处罚事项'],
        zh: '行政处罚的事项数量和本年作出的处罚决定件数。',
        en: 'Kinds of administrative penalty, and decisions within the year.',
        legal: articles('第二十条第（六）项'),
      }),
      row({
        id: 'coercion',
        label: '行政强制',
        aliases: ['行政强制措施', '行政强制事项'],
        zh: '行政强制的事项数量和本年作出的强制决定件数。',
        en: 'Kinds of administrative coercive measure, and decisions within the year.',
        legal: articles('第二十条第（六）项'),
      }),
    ],
  },
  {
    id: 'article-20-8',
    corner: '第二十条第（八）项',
    cornerVariants: ['信息内容'],
    columns: ['items-before', 'items-change'],
    lines: [
      row({
        id: 'fees',
        label: '行政事业性收费',
        aliases: ['行政事业性收费项目', '行政事业收费'],
        zh: '行政事业性收费的项目数量。本年度格式填项目数，不填金额。',
        en: 'The number of kinds of administrative and public-service fee. This form asks for kinds, not for the amount.',
        legal: articles('第二十条第（八）项'),
      }),
    ],
  },
  {
    id: 'article-20-9',
    corner: '第二十条第（九）项',
    cornerVariants: ['信息内容'],
    columns: ['projects', 'amount'],
    lines: [
      row({
        id: 'procurement',
        label: '政府集中采购',
        aliases: ['政府集中采购项目', '集中采购'],
        zh: '本年政府集中采购的项目数量和总金额。',
        en: 'Projects of centralized government procurement within the year, and their total amount.',
        legal: articles('第二十条第（九）项'),
      }),
    ],
  },
];

const relations: readonly Relation[] = [
  {
    code: 'impossible-stock',
    holds: 'in-each-row',
    left: ['published'],
    comparison: '<=',
    right: ['published-total'],
    total: 'published-total',
    rows: ['regulations', 'normative-documents'],
    text: {
      zh: '本年新公开数量不多于对外公开总数量',
      en: 'newly published is at most the total published',
    },
  },
  {
    code: 'impossible-stock',
    holds: 'in-each-row',
    left: [],
    comparison: '<=',
    right: ['items-before', 'items-change'],
    total: 'items-change',
    rows: ['licensing', 'other-services', 'penalties', 'coercion', 'fees'],
    text: {
      zh: '上一年项目数量加本年增/减，不小于0',
      en: 'items of the year before plus the change is at least 0',
    },
  },
];

/** The trial form for the reports of 2019 and 2020. */
export const edition2019: Edition = {
  id: '2019',
  name: { zh: '2019年格式（试行，2019、2020年度）', en: 'trial form of 2019 (reports for 2019 and 2020)' },
  years: { first: 2019 },
  notice: notice2019,
  sections,
  areas,
  contents: [],
  tables: [
    {
      id: 'disclosure',
      section: 'disclosure',
      name: { zh: '表二', en: 'Table 2 (disclosure)' },
      columns,
      blocks,
      relations,
      official: { kind: 'stacked', firstHead: '信息内容', width: 4 },
    },
    requestsTable(otherAsRow),
    disputesTable,
  ],
  preface: `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《${notice2019.title}》（${notice2019.number}）要求，{body}编制{year}年政府信息公开工作年度报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。`,
  deadlines,
};
