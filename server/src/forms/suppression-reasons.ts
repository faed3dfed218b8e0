// Why a finding may be right to stay: the reasons that authors give beside a suppression.
import type { Localized } from '../text/language.ts';

export interface SuppressionReason {
  /** The codes of the rules that it is given for; of any rule where there are none. */
  readonly codes: readonly string[];
  readonly text: Localized;
}

/** Those of a single rule first. */
export const suppressionReasons: readonly SuppressionReason[] = [
  {
    codes: ['applicant-total', 'outcome-total', 'request-balance'],
    text: { zh: '一件申请由多人共同提出，已核实', en: 'one request filed by several people, verified' },
  },
  {
    codes: ['carry-over', 'request-balance'],
    text: { zh: '上年报告公布后有更正，已核实', en: 'last year’s figure was corrected after publication, verified' },
  },
  {
    codes: ['group-subtotal', 'applicant-total', 'outcome-total', 'dispute-total'],
    text: { zh: '系统导出即如此，已向主管部门说明', en: 'exported so by the system, the supervising office knows' },
  },
  {
    codes: ['stale-year', 'stale-citation', 'reporting-period', 'title-year'],
    text: { zh: '说的确是往年的事', en: 'it is indeed about another year' },
  },
  {
    codes: ['text-balance', 'text-breakdown', 'text-table', 'text-denies', 'text-all-done'],
    text: { zh: '正文与表格口径不同，已写明', en: 'text and table count differently, as the text says' },
  },
  {
    codes: ['private-data'],
    text: { zh: '已征得本人同意公开', en: 'published with the person’s consent' },
  },
  {
    codes: ['section-title', 'unknown-section', 'unknown-row', 'title-wording', 'column-label', 'row-label'],
    text: { zh: '上级统一要求这样写', en: 'the supervising office wants it so' },
  },
  { codes: [], text: { zh: '已与台账核对无误', en: 'checked against the records' } },
];
