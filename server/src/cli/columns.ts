import { displayWidth } from '../text/display-width.ts';

/** The text with spaces after it up to a display width; at least one. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - displayWidth(text)));
}

/** The text with spaces before it up to a display width. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
