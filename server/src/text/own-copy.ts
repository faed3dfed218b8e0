/**
 * The text in memory of its own. A slice keeps the whole text alive that it was cut from, so what is remembered for long
 * has to be copied: a slice of a text put together anew keeps that one alone.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
