const LONGEST_MARK = 12;

/**
 * A label without the notes in brackets behind it, brackets in brackets included: `(七)总计((一)至(六)之和)` is `(七)总计`. Takes
 * canonical text; one that is nothing but notes, or whose brackets don't match, is given as it is. A mark of a note, `*` or 【注1】, is one as well.
 */
export function withoutNotes(label: string): string {
  let end = endBeforeMarks(label);
  if (end <= 0) return label;
  while (label.charAt(end - 1) === ')') {
    const start = openingOf(label, end - 1);
    if (start <= 0) break;
    end = start;
  }
  return end === label.length ? label : label.slice(0, end);
}

function endBeforeMarks(label: string): number {
  let end = label.length;
  for (;;) {
    const last = label.charAt(end - 1);
    const start = last === '】' ? label.lastIndexOf('【', end) : last === '*' ? end - 1 : -1;
    if (start < 0 || end - start > LONGEST_MARK) return end;
    end = start;
  }
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
