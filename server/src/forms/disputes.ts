import { row } from './define.ts';
import type { ColumnDefinition, LineDefinition, TableDefinition } from './edition.ts';
import { articles } from './legal.ts';

const columns: readonly ColumnDefinition[] = [
  {
    id: 'upheld',
    label: '结果维持',
    aliases: ['维持', '维持结果'],
    kind: 'count',
    unit: null,
    description: {
      zh: '审结后行政行为得到维持的件数，一般包括复议维持、驳回复议请求，以及法院驳回诉讼请求的。',
      en: 'Cases closed with the body’s act upheld; normally those confirmed on reconsideration and those where the claim was dismissed.',
    },
  },
  {
    id: 'corrected',
    label: '结果纠正',
    aliases: ['纠正', '纠正结果'],
    kind: 'count',
    unit: null,
    description: {
      zh: '审结后行政行为被纠正的件数，一般包括撤销、变更、确认违法、责令履行的。',
      en: 'Cases closed with the body’s act corrected; normally those annulled, changed, declared unlawful or ordered to be done.',
    },
  },
  {
    id: 'other',
    label: '其他结果',
    aliases: ['其他情形', '其它结果'],
    kind: 'count',
    unit: null,
    description: {
      zh: '已经审结、既不是维持也不是纠正的件数，一般包括撤回复议申请、撤诉、终止的。',
      en: 'Cases closed in neither way; normally those withdrawn or terminated.',
    },
  },
  {
    id: 'pending',
    label: '尚未审结',
    aliases: ['未审结', '尚未审结件数', '尚未办结'],
    kind: 'count',
    unit: null,
    description: {
      zh: '到12月31日还没有审结的件数。',
      en: 'Cases not yet decided on 31 December.',
    },
  },
  {
    id: 'total',
    label: '总计',
    aliases: ['合计', '总数'],
    kind: 'count',
    unit: null,
    description: {
      zh: '前四种结果之和。表中没有行政诉讼的合计，也没有复议与诉讼的合计。',
      en: 'The sum of the four results before. The form has no total of both kinds of litigation, nor of reconsideration and litigation.',
    },
  },
];

const lines: readonly LineDefinition[] = [
  row({
    id: 'reconsideration',
    label: '行政复议',
    aliases: ['行政复议案件', '行政复议情况'],
    zh: '因政府信息公开工作被申请行政复议的件数。其他事项的复议不计。',
    en: 'Administrative reconsiderations about the release of government information. Those about other matters are not counted.',
    legal: articles('第五十一条'),
  }),
  row({
    id: 'litigation-direct',
    label: '未经复议直接起诉',
    aliases: ['行政诉讼（未经复议直接起诉）', '未经复议直接起诉的', '行政诉讼未经复议直接起诉', '直接起诉'],
    zh: '没有经过行政复议，直接提起的政府信息公开行政诉讼件数。',
    en: 'Court cases about the release of information brought without a reconsideration before.',
    legal: articles('第五十一条'),
  }),
  row({
    id: 'litigation-after-reconsideration',
    label: '复议后起诉',
    aliases: ['行政诉讼（复议后起诉）', '经复议后起诉', '复议后起诉的', '行政诉讼复议后起诉', '经复议起诉'],
    zh: '经过行政复议，对复议决定不服又提起的政府信息公开行政诉讼件数。复议和起诉可能不在同一年，不要求与行政复议一行相等。',
    en: 'Court cases brought after a reconsideration. Both need not fall in one year, so this row and 行政复议 need not agree.',
    legal: articles('第五十一条'),
  }),
];

const COLUMNS = columns.map(({ id }) => id);

/** Table 四, the same in the editions of 2019 and 2021. */
export const disputesTable: TableDefinition = {
  id: 'disputes',
  section: 'disputes',
  name: { zh: '表四', en: 'Table 4 (disputes)' },
  columns,
  blocks: [
    {
      id: 'disputes',
      corner: '',
      shortCorner: '表四',
      cornerVariants: ['类别', '项目', '情形'],
      columns: COLUMNS,
      lines,
    },
  ],
  relations: [
    {
      code: 'dispute-total',
      holds: 'in-each-row',
      left: ['total'],
      comparison: '=',
      right: COLUMNS.filter((id) => id !== 'total'),
      total: 'total',
      text: {
        zh: '总计等于结果维持、结果纠正、其他结果、尚未审结之和',
        en: '总计 equals the sum of upheld, corrected, other and pending',
      },
    },
  ],
  official: {
    kind: 'wide',
    over: [{ label: '行政诉讼', rows: ['litigation-direct', 'litigation-after-reconsideration'] }],
  },
};
