/**
 * The text in memory of its own. A slice keeps the whole text alive that it was cut from, so what is remembered for long
 * has to be copied.
 */
export function ownCopy(text: string): string {
  return text.split('').join('');
}
