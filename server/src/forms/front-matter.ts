import type { Localized } from '../text/language.ts';

export type FrontMatterKey = 'body' | 'year' | 'edition' | 'previous' | 'children' | 'extra-row' | 'ignore';

export interface FrontMatterKeyDefinition {
  readonly key: FrontMatterKey;
  /** How it is written: the Chinese spelling, which completion offers, first. Case makes no difference. */
  readonly spellings: readonly [string, ...string[]];
  /** Whether the key may stand several times, each with a value of its own. */
  readonly repeatable: boolean;
  /** A value as it is written, for completion. */
  readonly example: string;
  readonly description: Localized;
}

/** The years that a report can be for: since the Regulation came into force. */
export const reportingYears = { first: 2008, last: 2100 } as const;

export function isReportingYear(year: number): boolean {
  return year >= reportingYears.first && year <= reportingYears.last;
}

/** The keys that a report may declare between `---` and `---`, in the order in which they are offered. */
export const frontMatterKeys: readonly FrontMatterKeyDefinition[] = [
  {
    key: 'body',
    spellings: ['机关', '机关名称', 'body'],
    repeatable: false,
    example: '青禾镇人民政府',
    description: {
      zh: '报告的机关全称。不写时取自标题。',
      en: 'The full name of the reporting body. Without it, the title tells.',
    },
  },
  {
    key: 'year',
    spellings: ['年度', '年份', 'year'],
    repeatable: false,
    example: '2024',
    description: {
      zh: '报告的年度，四位数字。不写时取自标题，再取自正文开头。',
      en: 'The reporting year in four digits. Without it, the title tells, else the preface.',
    },
  },
  {
    key: 'edition',
    spellings: ['格式', 'edition', 'form'],
    repeatable: false,
    example: '2021',
    description: {
      zh: '所用的格式：2021、2019或者2008。不写时由年度决定，一般不必写。',
      en: 'The form that the report follows: 2021, 2019 or 2008. Without it, the year decides; seldom needed.',
    },
  },
  {
    key: 'previous',
    spellings: ['上年', '上年报告', 'previous'],
    repeatable: false,
    example: '../2023/青禾镇.nianbao',
    description: {
      zh: '上年报告的文件，相对于本文件。写了以后核对上年结转和现行有效件数。',
      en: 'The file of last year’s report, relative to this one. Carried-over requests and documents in force are then checked against it.',
    },
  },
  {
    key: 'children',
    spellings: ['下级', '下级报告', 'children'],
    repeatable: true,
    example: '各乡镇/*.nianbao',
    description: {
      zh: '下级报告的文件，相对于本文件，可以用*，可以写几行。写了以后核对汇总数。',
      en: 'The files of the reports that this one sums up, relative to it; * is allowed, and the key may be repeated. The sums are then checked.',
    },
  },
  {
    key: 'extra-row',
    spellings: ['附加行', 'extra-row'],
    repeatable: true,
    example: '其他主动公开文件',
    description: {
      zh: '本地要求在表里增加的行，写行名，可以写几行。写了以后这一行不再提示为多余。',
      en: 'A row that local rules add to a table, by its label; may be repeated. It is then no longer reported as unknown.',
    },
  },
  {
    key: 'ignore',
    spellings: ['忽略', 'ignore'],
    repeatable: true,
    example: 'carry-over: 上年报告更正过，已核实',
    description: {
      zh: '在整个文件里不再提示的规则，后面写理由，可以写几行。',
      en: 'A rule to be silent in the whole file, with the reason after it; may be repeated.',
    },
  },
];
