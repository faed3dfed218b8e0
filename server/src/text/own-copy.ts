const LONGEST_AT_ONCE = 1000;

/**
 * The text in memory of its own. A slice keeps the whole text alive that it was cut from, so what is remembered for long
 * has to be copied.
 */
export function ownCopy(text: string): string {
  if (text.length > LONGEST_AT_ONCE) return text.split('').join('');
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}
