/** The source of a pattern that matches any of the words, the longest that is there. */
export function anyOf(words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')})`;
}

/** Every word of the first list before every word of the second, and so on: the wordings of a phrase. */
export function phrases(...parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>((so, far) => so.flatMap((one) => far.map((other) => one + other)), ['']);
}

/** The words of a list that is written with white space between them. */
export function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
