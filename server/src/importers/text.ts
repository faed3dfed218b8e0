import { parse } from '../syntax/parse.ts';
import { maxFileSize } from '../text/limits.ts';
import { assemble } from './assemble.ts';
import { failures } from './notes.ts';
import type { Imported, ImportFailure } from './source.ts';
import { readText } from './text-source.ts';

const LONGEST_FRONT_MATTER = 20_000;
/** Blank ones included: more than `assemble` takes blocks. */
const MAX_LINES = 120_000;

/**
 * A report from text as it was scraped, copied or extracted, in whatever shape its tables are. Never throws; a text over
 * `maxFileSize`, one that is empty or holds no report is a failure. Linear in the length of the text.
 */
export function importText(text: string): Imported | ImportFailure {
  if (text.trim() === '') return failures.empty();
  if (text.length > maxFileSize || countLines(text) > MAX_LINES) return failures.tooMuchText();
  const { frontMatter } = parse(text.slice(0, LONGEST_FRONT_MATTER));
  if (!frontMatter) return assemble(readText(text));
  return assemble(readText(text.slice(frontMatter.span.end)), text.slice(0, frontMatter.span.end));
}

function countLines(text: string): number {
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 12) count++;
  }
  return count;
}
