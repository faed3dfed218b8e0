import { duplicateSection } from './duplicate-section.ts';
import { editionMismatch } from './edition-mismatch.ts';
import { emptySection } from './empty-section.ts';
import { frontMatter } from './front-matter.ts';
import { missingContent } from './missing-content.ts';
import { missingSection } from './missing-section.ts';
import { missingSubsection } from './missing-subsection.ts';
import { missingTitle } from './missing-title.ts';
import type { Rule } from './rule.ts';
import { sectionNumber } from './section-number.ts';
import { sectionOrder } from './section-order.ts';
import { sectionTitle } from './section-title.ts';
import { subsectionNumber } from './subsection-number.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';
import { unknownSection } from './unknown-section.ts';
import { unknownYear } from './unknown-year.ts';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
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
];

const byCode: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.code, rule]));

/** The rule of a code, or null. */
export function ruleByCode(code: string): Rule | null {
  return byCode.get(code) ?? null;
}
