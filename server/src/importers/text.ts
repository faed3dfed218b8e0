import { assembleAll } from './assembly/several-reports.ts';
import type { Imported, ImportFailure } from './source.ts';
import { readText } from './text/text-source.ts';

/**
 * A report from text as it was scraped, copied or extracted, in whatever shape its tables are. Never throws; a text that is
 * empty, longer than any report, or holds no report is a failure. Linear in the length of the text.
 */
export function importText(text: string): Imported | ImportFailure {
  const source = readText(text);
  return 'failure' in source ? source : assembleAll(source);
}
