import type { CheckedFinding } from '../../rules/engine/check.ts';
import { canonical } from '../../text/canonical.ts';
import { hash } from '../../text/hash.ts';
import type { CheckedFile } from './format.ts';

/**
 * Tells the findings of a file apart by what they are about and not by where they stand, so that they are known again when
 * lines move or a number is corrected: by rule, part, table, row and column, where they have none by the line's text.
 */
export function fingerprints({
  text,
  lines,
}: Pick<CheckedFile, 'text' | 'lines'>): (finding: CheckedFinding) => string {
  const seen = new Map<string, number>();
  return ({ code, data, span }) => {
    const { table, row, column, section } = data;
    const place = [table, row, column, section].map((id) => (typeof id === 'string' ? id : '')).join(' ');
    const { line } = lines.positionAt(span.start);
    const start = lines.offsetAt({ line, character: 0 });
    const rest = row === undefined ? canonical(text.slice(start, start + 400).split(/[\r\n]/, 1)[0] ?? '') : '';
    const print = hash(`${code} ${place} ${rest}`);
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return `${print}:${count}`;
  };
}
