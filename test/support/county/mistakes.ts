// The mistakes that are planted into made-up reports, each the sign of one rule.
import { at, type Figures, keyOf } from './figures.ts';

/** A report before it is written. */
export interface Draft {
  readonly body: string;
  readonly year: number;
  readonly figures: Figures;
  readonly before: Figures;
  /** The paragraphs of each part, without its table. */
  readonly prose: Record<'overview' | 'problems' | 'other', readonly string[]>;
}

/** What a kind of mistake touches: kinds that touch the same don't meet in one report. */
export type Touched =
  | 'requests'
  | 'disclosure'
  | 'disputes'
  | 'overview'
  | 'requested'
  | 'problems'
  | 'other'
  | 'managed';

export interface MistakeKind {
  /** The code of the rule that finds it. */
  readonly code: string;
  readonly touches: Touched;
  /** Whether figures change, so that a body must not have them that others sum up. */
  readonly figures: boolean;
  /** Changes a draft before it is written; `others` are reports of other bodies. */
  readonly draft?: (draft: Draft, others: readonly Draft[], lastYear: Draft) => Draft;
  /** Changes the text. */
  readonly text?: (text: string) => string;
}

function changed(draft: Draft, changes: Readonly<Record<string, number | string>>): Draft {
  return { ...draft, figures: new Map([...draft.figures, ...Object.entries(changes)]) };
}

function plus(draft: Draft, places: readonly (readonly [string, string, string, number])[]): Draft {
  return changed(
    draft,
    Object.fromEntries(
      places.map(([table, row, column, by]) => [keyOf(table, row, column), at(draft.figures, table, row, column) + by]),
    ),
  );
}

function inOverview(draft: Draft, area: string, change: (paragraph: string) => string): Draft {
  const overview = draft.prose.overview.map((each) => (each.startsWith(area) ? change(each) : each));
  return { ...draft, prose: { ...draft.prose, overview } };
}

const requestsOnly = { touches: 'requests', figures: true } as const;

export const mistakeKinds: readonly MistakeKind[] = [
  {
    code: 'carry-over',
    ...requestsOnly,
    draft: (draft) =>
      plus(draft, [
        ['requests', 'carried-over', 'person', 1],
        ['requests', 'carried-over', 'total', 1],
        ['requests', 'total', 'person', 1],
        ['requests', 'total', 'total', 1],
        ['requests', 'granted', 'person', 1],
        ['requests', 'granted', 'total', 1],
      ]),
  },
  {
    code: 'stock-change',
    touches: 'disclosure',
    figures: true,
    draft: (draft) => plus(draft, [['disclosure', 'normative-documents', 'in-force', 5]]),
  },
  {
    code: 'children-sum',
    touches: 'disclosure',
    figures: true,
    draft: (draft) => plus(draft, [['disclosure', 'licensing', 'decisions', 7]]),
  },
  {
    code: 'copied-text',
    touches: 'problems',
    figures: false,
    draft: (draft, _others, lastYear) => ({ ...draft, prose: { ...draft.prose, problems: lastYear.prose.problems } }),
  },
  {
    code: 'other-body',
    touches: 'managed',
    figures: false,
    draft: (draft, others) => {
      const name = others.find(({ body }) => body !== draft.body)?.body.replace(/人民政府$/, '') ?? '';
      return inOverview(draft, '（四）', (each) => `${each}在${name}专栏公布。`);
    },
  },
  {
    code: 'applicant-total',
    ...requestsOnly,
    draft: (draft) => plus(draft, [['requests', 'refused.stability', 'total', 1]]),
  },
  {
    code: 'outcome-total',
    ...requestsOnly,
    draft: (draft) =>
      plus(draft, [
        ['requests', 'granted', 'person', 2],
        ['requests', 'granted', 'total', 2],
      ]),
  },
  {
    code: 'request-balance',
    ...requestsOnly,
    draft: (draft) =>
      plus(draft, [
        ['requests', 'carried-forward', 'person', 3],
        ['requests', 'carried-forward', 'total', 3],
      ]),
  },
  {
    code: 'dispute-total',
    touches: 'disputes',
    figures: true,
    draft: (draft) => plus(draft, [['disputes', 'reconsideration', 'total', 1]]),
  },
  {
    code: 'blank-cell',
    touches: 'disclosure',
    figures: true,
    draft: (draft) => changed(draft, { [keyOf('disclosure', 'penalties', 'decisions')]: '' }),
  },
  {
    code: 'not-a-number',
    touches: 'disclosure',
    figures: true,
    draft: (draft) => changed(draft, { [keyOf('disclosure', 'coercion', 'decisions')]: '若干' }),
  },
  {
    code: 'text-table',
    touches: 'requested',
    figures: false,
    draft: (draft) =>
      inOverview(draft, '（二）', (each) => each.replace(/申请(\d+)件/, (_, count) => `申请${Number(count) + 57}件`)),
  },
  {
    code: 'unfilled-placeholder',
    touches: 'overview',
    figures: false,
    draft: (draft) => inOverview(draft, '（三）', (each) => `${each}【待填写：文件清理的情况】`),
  },
  {
    code: 'private-data',
    touches: 'overview',
    figures: false,
    draft: (draft) => inOverview(draft, '（五）', (each) => `${each}申请人身份证号11010519491231002X，已答复。`),
  },
  {
    code: 'stale-year',
    touches: 'overview',
    figures: false,
    draft: (draft) =>
      inOverview(draft, '（一）', (each) =>
        each.replace(`${draft.year}年，`, `${draft.year - 1}年，全年主动公开信息35条，`),
      ),
  },
  {
    code: 'empty-section',
    touches: 'other',
    figures: false,
    draft: (draft) => ({ ...draft, prose: { ...draft.prose, other: [] } }),
  },
  { code: 'missing-section', touches: 'other', figures: false, text: (text) => text.replace(/\n六、[\s\S]*$/, '\n') },
  { code: 'row-label', touches: 'disputes', figures: true, text: (text) => text.replace('| 行政复议 ', '| 行政复意 ') },
  {
    code: 'missing-row',
    touches: 'disputes',
    figures: true,
    text: (text) => text.replace(/\n\| 未经复议直接起诉[^\n]*/, ''),
  },
];
