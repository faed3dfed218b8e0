/**
 * A label without the notes in brackets behind it, brackets in brackets included: `(七)总计((一)至(六)之和)` is `(七)总计`. Takes
 * canonical text; one that is nothing but notes, or whose brackets don't match, is given as it is.
 */
export function withoutNotes(label: string): string {
  let end = label.length;
  while (label.charAt(end - 1) === ')') {
    const start = openingOf(label, end - 1);
    if (start <= 0) break;
    end = start;
  }
  return end === label.length ? label : label.slice(0, end);
}

/** Where the bracket opens that closes at an offset; -1 where none does. */
function openingOf(text: string, closing: number): number {
  let depth = 0;
  for (let at = closing; at >= 0; at--) {
    const character = text.charAt(at);
    if (character === ')') depth++;
    else if (character === '(' && --depth === 0) return at;
  }
  return -1;
}
