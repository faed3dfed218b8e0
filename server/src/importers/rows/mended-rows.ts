import { canonical } from '../../text/canonical.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isValue } from '../words.ts';
import type { RawRows } from './head-rows.ts';

/** How many rows below its first part a label may go on. */
const REACH = 6;

/**
 * Rows whose labels were torn by the end of a page, put together at their first part: （四）无 in one row and 法提供 before
 * the label of a later one; or a row that is nothing but the end of the label above it.
 */
export function mended(rows: RawRows, vocabulary: Vocabulary): RawRows {
  const result = rows.map((row) => [...row]);
  result.forEach((row, i) => {
    row.forEach((cell, k) => {
      const missing = cell === '' || isValue(cell) ? null : missingEnd(cell, vocabulary);
      if (missing !== null && takeEnd(result.slice(i + 1, i + 1 + REACH), missing)) row[k] = cell + missing;
    });
  });
  return result.filter((row, i) => row.some((cell) => cell !== '') || rows[i]?.every((cell) => cell === ''));
}

/** What a text lacks to be the one label that it is the beginning of; null where it is whole or no beginning. */
function missingEnd(cell: string, vocabulary: Vocabulary): string | null {
  const text = canonical(cell);
  if (text.length < 4 || vocabulary.terms.has(text)) return null;
  const whole = [...new Set([...vocabulary.terms.values()].map((term) => term.official))].filter((label) =>
    label.startsWith(text),
  );
  const [only] = whole;
  return only !== undefined && whole.length === 1 ? only.slice(text.length) : null;
}

/** Takes the first cell that reads `missing` out of the rows; false where none does. */
function takeEnd(rows: readonly string[][], missing: string): boolean {
  for (const row of rows) {
    const at = row.findIndex((cell) => cell !== '');
    if (canonical(row[at] ?? '') !== missing) continue;
    row[at] = '';
    return true;
  }
  return false;
}
