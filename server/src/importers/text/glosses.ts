// How characters are read, in brackets behind them, as some mirrors of pages put it.

const SYLLABLE = '[a-z\\u00e0-\\u00fc\\u0101-\\u01dc\\u0251\\u0261]{1,6}';
const GLOSS = new RegExp(`(?<=\\p{Script=Han})(?:[(（]${SYLLABLE}[)）])+`, 'gu');
/** So many are no units or names. */
const FEWEST = 10;

/** A text without such glosses, and how many there were; where they are few it stays as it is. Linear in its length. */
export function withoutGlosses(text: string): { readonly text: string; readonly glosses: number } {
  const glosses = text.match(GLOSS)?.length ?? 0;
  return glosses < FEWEST ? { text, glosses: 0 } : { text: text.replace(GLOSS, ''), glosses };
}
