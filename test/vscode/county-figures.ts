// A county's report as its author has it in hand: the numbers that aren't 0, and the prose.
import { standardForms } from '../../server/src/forms/index.ts';
import { labelIn } from '../../server/src/forms/labels.ts';

export interface Figure {
  readonly table: string;
  readonly row: string;
  /** The row's label in the text. */
  readonly label: string;
  readonly column: string;
  /** The number of the column among those of its row. */
  readonly index: number;
  readonly value: string;
}

export const body = '云岭县人民政府';

type Values = Readonly<Record<string, string>>;

/** By table, column or row, row or column, in the order in which a hand goes through the tables; totals and zeros aren't typed. */
const byRow: Readonly<Record<string, Readonly<Record<string, Values>>>> = {
  disclosure: {
    'normative-documents': { made: '12', repealed: '3', 'in-force': '86' },
    licensing: { decisions: '18245' },
    penalties: { decisions: '2316' },
    coercion: { decisions: '57' },
    fees: { amount: '312.6' },
  },
  disputes: {
    reconsideration: { upheld: '5', corrected: '1', other: '2', pending: '1' },
    'litigation-direct': { upheld: '3', pending: '1' },
    'litigation-after-reconsideration': { upheld: '2' },
  },
};

const requestsByColumn: Readonly<Record<string, Values>> = {
  person: {
    received: '126',
    'carried-over': '4',
    granted: '58',
    'partly-granted': '17',
    'refused.state-secret': '1',
    'refused.forbidden-by-law': '2',
    'refused.stability': '1',
    'refused.third-party': '3',
    'refused.internal-affairs': '4',
    'refused.deliberative': '2',
    'refused.enforcement-file': '5',
    'refused.administrative-query': '3',
    'unavailable.not-held': '14',
    'unavailable.not-existing': '3',
    'unavailable.unclear': '2',
    'declined.petition': '4',
    'declined.repeated': '2',
    'declined.publication': '1',
    'declined.confirmation': '1',
    'other.not-corrected': '3',
    'other.other': '1',
    'carried-forward': '3',
  },
  company: {
    received: '21',
    'carried-over': '1',
    granted: '10',
    'partly-granted': '3',
    'refused.third-party': '1',
    'refused.enforcement-file': '2',
    'unavailable.not-held': '2',
    'unavailable.not-existing': '1',
    'declined.repeated': '1',
    'other.not-corrected': '1',
    'carried-forward': '1',
  },
  research: { received: '2', granted: '1', 'unavailable.not-held': '1' },
  nonprofit: { received: '3', granted: '2', 'partly-granted': '1' },
  'legal-service': {
    received: '9',
    'carried-over': '1',
    granted: '4',
    'partly-granted': '2',
    'refused.third-party': '1',
    'unavailable.not-held': '2',
    'carried-forward': '1',
  },
  'other-organization': { received: '1', granted: '1' },
};

function ofTable(table: string): readonly Figure[] {
  const rows = Object.entries(byRow[table] ?? {}).flatMap(([row, values]) =>
    Object.entries(values).map(([column, value]) => figure(table, row, column, value)),
  );
  const columns = table === 'requests' ? Object.entries(requestsByColumn) : [];
  return [
    ...rows,
    ...columns.flatMap(([column, values]) =>
      Object.entries(values).map(([row, value]) => figure(table, row, column, value)),
    ),
  ];
}

function figure(table: string, row: string, column: string, value: string): Figure {
  const definition = standardForms().newest.table(table)?.row(row);
  if (!definition) throw new Error(`no row ${row} in ${table}`);
  const index = definition.columns.findIndex(({ id }) => id === column);
  if (index < 0) throw new Error(`no column ${column} in ${row}`);
  return { table, row, label: labelIn('short', definition.row), column, index, value };
}

/** Table by table, each in the order in which it is typed. */
export const figures: readonly (readonly Figure[])[] = ['disclosure', 'requests', 'disputes'].map(ofTable);

/** Where the keyboard comes to from the prose above the tables. */
export const first: Figure = figure('disclosure', 'regulations', 'made', '');

/** The places of all values, in the order of the text. */
const places: readonly string[] = standardForms().newest.tables.flatMap((table) =>
  table.rows.flatMap(({ row }) => (table.row(row.id)?.columns ?? []).map(({ id }) => `${table.id} ${row.id} ${id}`)),
);

function placeOf({ table, row, column }: Figure): number {
  return places.indexOf(`${table} ${row} ${column}`);
}

/** The one key that leads from a value to another: Tab where it comes next, Enter where it stands below, else a click. */
export function wayTo(from: Figure | null, to: Figure): 'Tab' | 'Enter' | 'click' {
  if (!from) return 'click';
  if (placeOf(to) === placeOf(from) + 1) return 'Tab';
  const below = places.findIndex(
    (place, i) => i > placeOf(from) && place.startsWith(`${from.table} `) && place.endsWith(` ${from.column}`),
  );
  return placeOf(to) === below ? 'Enter' : 'click';
}

/** What is written in place of the prompts, in their order: those before the tables, those behind them. */
export const prose = {
  before: [
    '全年通过县政府网站公开政府信息6214条，发布政策解读材料86件，答复群众留言523条。',
    '全年新收政府信息公开申请162件，上年结转6件，全年办结163件，结转下年度继续办理5件。',
    '全年制发行政规范性文件12件，废止3件，现行有效86件，均在县政府网站集中公开。',
    '县政府网站的公开专栏按领域重新归类，政务新媒体每周发布一期政策问答。',
    '配备专职人员2名，全年组织业务培训4次，对乡镇和部门开展考核和社会评议，未发生责任追究情形。',
  ],
  after: [
    '一些单位更新公开栏不够及时，政策解读以文字为主，形式单一。',
    '下一步，对各单位每月抽查一次，结果在全县通报；对涉及面广的文件同步制作图解。',
    '全年未收取政府信息公开信息处理费，没有其他需要报告的事项。',
  ],
} as const;
