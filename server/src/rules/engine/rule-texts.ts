import { rulesWithTexts } from '../index.ts';
import type { RuleTexts } from './rule.ts';

/** What the pages of all rules tell, by code. A build puts these texts here as data, so that nothing else holds them. */
export const ruleTexts: Readonly<Record<string, RuleTexts>> = Object.fromEntries(
  rulesWithTexts.map(({ code, explanation, noFix, example }) => [
    code,
    { explanation, ...(noFix ? { noFix } : {}), example },
  ]),
);
