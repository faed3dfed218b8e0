import { maxFileSize } from '../text/limits.ts';
import { assemble } from './assemble.ts';
import { failures } from './notes.ts';
import type { Imported, ImportFailure } from './source.ts';
import { readText } from './text-source.ts';

/**
 * A report from text as it was scraped, copied or extracted, in whatever shape its tables are. Never throws; a text over
 * `maxFileSize`, one that is empty or holds no report is a failure. Linear in the length of the text.
 */
export function importText(text: string): Imported | ImportFailure {
  if (text.trim() === '') return failures.empty();
  if (text.length > maxFileSize) return failures.tooMuchText();
  return assemble(readText(text));
}
