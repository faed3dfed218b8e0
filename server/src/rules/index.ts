import { amountUnit } from './amount-unit.ts';
import { applicantTotal } from './applicant-total.ts';
import { bigChange } from './big-change.ts';
import { blankCell } from './blank-cell.ts';
import { bodyName } from './body-name.ts';
import { carryOver } from './carry-over.ts';
import { cellCount } from './cell-count.ts';
import { childrenSum } from './children-sum.ts';
import { columnLabel } from './column-label.ts';
import { copiedText } from './copied-text.ts';
import { disputeTotal } from './dispute-total.ts';
import { duplicateRow } from './duplicate-row.ts';
import { duplicateSection } from './duplicate-section.ts';
import { duplicateTable } from './duplicate-table.ts';
import { dutyResults } from './duty-results.ts';
import { editionMismatch } from './edition-mismatch.ts';
import { emptySection } from './empty-section.ts';
import type { Rule, RunnableRule } from './engine/rule.ts';
import { fileTooLarge } from './file-too-large.ts';
import { frontMatter } from './front-matter.ts';
import { groupSubtotal } from './group-subtotal.ts';
import { impossibleStock } from './impossible-stock.ts';
import { mergeConflict } from './merge-conflict.ts';
import { missingAttachment } from './missing-attachment.ts';
import { missingContent } from './missing-content.ts';
import { missingFile } from './missing-file.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingSubsection } from './missing-subsection.ts';
import { missingTable } from './missing-table.ts';
import { missingTitle } from './missing-title.ts';
import { moreFindings } from './more-findings.ts';
import { noRulemakingPower } from './no-rulemaking-power.ts';
import { notACount } from './not-a-count.ts';
import { notANumber } from './not-a-number.ts';
import { noticeSentences } from './notice-sentences.ts';
import { numberFormat } from './number-format.ts';
import { otherBody } from './other-body.ts';
import { outcomeTotal } from './outcome-total.ts';
import { privateData } from './private-data.ts';
import { reportingPeriod } from './reporting-period.ts';
import { requestBalance } from './request-balance.ts';
import { reviewRemark } from './review-remark.ts';
import { rowLabel } from './row-label.ts';
import { rowOrder } from './row-order.ts';
import { sectionLength } from './section-length.ts';
import { sectionNumber } from './section-number.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { signatureDate } from './signature-date.ts';
import { staleCitation } from './stale-citation.ts';
import { staleYear } from './stale-year.ts';
import { stockChange } from './stock-change.ts';
import { strayText } from './stray-text.ts';
import { subsectionNumber } from './subsection-number.ts';
import { suppressionReason } from './suppression-reason.ts';
import { textAllDone } from './text-all-done.ts';
import { textBalance } from './text-balance.ts';
import { textBreakdown } from './text-breakdown.ts';
import { textDenies } from './text-denies.ts';
import { textTable } from './text-table.ts';
import { thinSection } from './thin-section.ts';
import { titleWording } from './title-wording.ts';
import { titleYear } from './title-year.ts';
import { tornTable } from './torn-table.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';
import { unknownCode } from './unknown-code.ts';
import { unknownRow } from './unknown-row.ts';
import { unknownSection } from './unknown-section.ts';
import { unknownYear } from './unknown-year.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** Every rule with what its page tells, in the order of the catalogue. In a bundle these have no texts: read `ruleTexts`. */
export const rulesWithTexts: readonly Rule[] = [
  mergeConflict,
  missingTitle,
  unknownYear,
  missingSection,
  missingContent,
  frontMatter,
  emptySection,
  duplicateSection,
  sectionOrder,
  sectionNumber,
  sectionTitle,
  unknownSection,
  missingSubsection,
  subsectionNumber,
  editionMismatch,
  unfilledPlaceholder,
  missingTable,
  tornTable,
  duplicateTable,
  strayText,
  groupSubtotal,
  missingRow,
  unknownRow,
  duplicateRow,
  rowOrder,
  rowLabel,
  columnLabel,
  cellCount,
  blankCell,
  notANumber,
  notACount,
  numberFormat,
  amountUnit,
  textTable,
  textDenies,
  textAllDone,
  textBreakdown,
  textBalance,
  titleWording,
  bodyName,
  signatureDate,
  missingAttachment,
  noticeSentences,
  dutyResults,
  thinSection,
  sectionLength,
  privateData,
  reviewRemark,
  titleYear,
  reportingPeriod,
  staleYear,
  staleCitation,
  noRulemakingPower,
  requestBalance,
  outcomeTotal,
  applicantTotal,
  disputeTotal,
  impossibleStock,
  carryOver,
  stockChange,
  childrenSum,
  missingFile,
  copiedText,
  otherBody,
  bigChange,
  suppressionReason,
  unknownCode,
  unusedSuppression,
  moreFindings,
  fileTooLarge,
];

/** Every rule, in the order of the catalogue. */
export const rules: readonly RunnableRule[] = rulesWithTexts;

const byCode: ReadonlyMap<string, RunnableRule> = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code, or null. */
export function ruleByCode(code: string): RunnableRule | null {
  return byCode.get(code) ?? null;
}
