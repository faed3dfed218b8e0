import { row } from './define.ts';
import { disputesTable } from './disputes.ts';
import type { BlockDefinition, ColumnDefinition, Edition, Relation } from './edition.ts';
import { articles, deadlines, notice2021 } from './legal.ts';
import { otherAsGroup } from './request-rows.ts';
import { requestsTable } from './requests.ts';
import { areas, sections } from './sections.ts';

const columns: readonly ColumnDefinition[] = [
  {
    id: 'made',
    label: '本年制发件数',
    short: '本年制发',
    aliases: ['本年制发数量', '本年制发数', '本年制定件数', '制发件数', '本年度制发件数'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '本年新制定、发布的件数。修订后重新发布的怎样计，按司法行政部门的口径。',
      en: 'Made and issued within the year. How re-issued documents count is for the office of justice to say.',
    },
  },
  {
    id: 'repealed',
    label: '本年废止件数',
    short: '本年废止',
    aliases: ['本年废止数量', '本年废止数', '废止件数', '本年度废止件数'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '本年废止、宣布失效的件数。',
      en: 'Repealed or declared void within the year.',
    },
  },
  {
    id: 'in-force',
    label: '现行有效件数',
    short: '现行有效',
    aliases: ['现行有效数量', '现行有效数'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '到12月31日仍然有效的全部件数，包括往年制发的。一般等于上年现行有效件数加本年制发件数、减本年废止件数。',
      en: 'All in force on 31 December, those of earlier years included. Normally last year’s number plus those made minus those repealed.',
    },
  },
  {
    id: 'decisions',
    label: '本年处理决定数量',
    short: '本年处理决定',
    aliases: ['本年处理决定数', '本年处理决定件数', '处理决定数量', '本年度处理决定数量'],
    kind: 'count',
    unit: '件',
    description: {
      zh: '本年作出的处理决定件数。一般按全部决定计，包括已公开的和依法没有公开的。',
      en: 'Decisions taken within the year; normally all of them, whether published or lawfully withheld.',
    },
  },
  {
    id: 'amount',
    label: '本年收费金额（单位：万元）',
    short: '收费金额（万元）',
    aliases: [
      '本年收费金额',
      '本年收费金额（万元）',
      '收费金额（单位：万元）',
      '收费金额',
      '本年度收费金额（单位：万元）',
    ],
    kind: 'amount',
    unit: '万元',
    description: {
      zh: '本年收取的金额，单位是万元，可以有小数：12,345元填1.2345。只填数字，不写单位。',
      en: 'The amount charged within the year in ten thousand yuan; decimals are allowed: 12,345 yuan is written 1.2345. Write the number only.',
    },
  },
];

const blocks: readonly BlockDefinition[] = [
  {
    id: 'article-20-1',
    corner: '第二十条第（一）项',
    cornerVariants: ['信息内容'],
    columns: ['made', 'repealed', 'in-force'],
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
        label: '行政规范性文件',
        aliases: ['规范性文件', '行政规范性文件数'],
        zh: '本机关制发的行政规范性文件件数，一般应与司法行政部门的备案、清理结果一致。内部管理文件、会议通知等不计。',
        en: 'Normative documents issued by the body; normally as registered with the office of justice. Internal papers and notices of meetings are not counted.',
        legal: articles('第二十条第（一）项'),
      }),
    ],
  },
  {
    id: 'article-20-5',
    corner: '第二十条第（五）项',
    cornerVariants: ['信息内容'],
    columns: ['decisions'],
    lines: [
      row({
        id: 'licensing',
        label: '行政许可',
        aliases: ['行政许可事项', '行政许可数量'],
        zh: '本年作出的行政许可处理决定件数。',
        en: 'Decisions on administrative licences within the year.',
        legal: articles('第二十条第（五）项'),
      }),
    ],
  },
  {
    id: 'article-20-6',
    corner: '第二十条第（六）项',
    cornerVariants: ['信息内容'],
    columns: ['decisions'],
    lines: [
      row({
        id: 'penalties',
        label: '行政处罚',
        aliases: ['行政处罚数量'],
        zh: '本年作出的行政处罚决定件数。',
        en: 'Decisions on administrative penalties within the year.',
        legal: articles('第二十条第（六）项'),
      }),
      row({
        id: 'coercion',
        label: '行政强制',
        aliases: ['行政强制措施', '行政强制数量'],
        zh: '本年作出的行政强制决定件数。',
        en: 'Decisions on administrative coercive measures within the year.',
        legal: articles('第二十条第（六）项'),
      }),
    ],
  },
  {
    id: 'article-20-8',
    corner: '第二十条第（八）项',
    cornerVariants: ['信息内容'],
    columns: ['amount'],
    lines: [
      row({
        id: 'fees',
        label: '行政事业性收费',
        aliases: ['行政事业性收费项目', '行政事业收费'],
        zh: '本年收取的行政事业性收费金额，单位万元。政府信息公开的信息处理费在第六部分另行说明。',
        en: 'Administrative and public-service fees charged within the year, in ten thousand yuan. Processing fees for requests are stated in part 六.',
        legal: articles('第二十条第（八）项'),
      }),
    ],
  },
];

const relations: readonly Relation[] = [
  {
    code: 'impossible-stock',
    holds: 'in-each-row',
    left: ['made'],
    comparison: '<=',
    right: ['in-force', 'repealed'],
    total: 'in-force',
    rows: ['regulations', 'normative-documents'],
    text: {
      zh: '现行有效件数加本年废止件数，不少于本年制发件数（否则上年的现行有效件数就成了负数）',
      en: 'In force plus repealed is at least made (or last year’s stock would have been negative)',
    },
  },
];

/** The form for the reports of 2021 and later. */
export const edition2021: Edition = {
  id: '2021',
  name: { zh: '2021年格式（2021年度起）', en: 'form of 2021 (reports for 2021 and later)' },
  years: { first: 2021 },
  notice: notice2021,
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
    requestsTable(otherAsGroup),
    disputesTable,
  ],
  preface: `根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（${notice2021.number}）要求，{body}编制{year}年政府信息公开工作年度报告。本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。`,
  deadlines,
};
