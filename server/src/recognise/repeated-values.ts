// Single values that a merged cell repeated in each of its places, run together.

const REPEATED = /^(.+?)\1{1,3}$/;
const MANY = 2;

/** What a text repeats; null where it repeats nothing. */
export function repeatedIn(text: string): string | null {
  return REPEATED.exec(text)?.[1] ?? null;
}

/**
 * Whether the single values of a table show that merged cells were filled: `told` where several repeat a value, `likely` where one
 * does; null where more than one doesn't.
 */
export function repetition(texts: readonly string[]): 'told' | 'likely' | null {
  const times = texts.map((text) => text.length / (repeatedIn(text)?.length ?? text.length));
  const repeated = times.filter((count) => count > 1).length;
  if (repeated === 0 || times.filter((count) => count === 1).length > 1) return null;
  return repeated >= MANY ? 'told' : 'likely';
}
