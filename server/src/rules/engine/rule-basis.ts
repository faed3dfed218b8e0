// What a rule's explanation says in one sentence each: by what right, and what is to be done.
import { ruleTexts } from './rule-texts.ts';

const BASIS = /依据：([^。\n]*)/;
const ADVICE = /(?:^|[。\n])(?:做法：)?(请[^。\n]*。|(?<=做法：)[^。\n]*。)/;

/** The article, notice or table that a rule rests on, in Chinese; empty where its explanation names none. */
export function basisOf(code: string): string {
  return BASIS.exec(explanationOf(code))?.[1]?.trim() ?? '';
}

/** What a rule's explanation asks for, in Chinese; empty where it doesn't in a sentence. */
export function adviceOf(code: string): string {
  return ADVICE.exec(explanationOf(code))?.[1]?.replaceAll('`', '').trim() ?? '';
}

function explanationOf(code: string): string {
  return ruleTexts[code]?.explanation.zh ?? '';
}
