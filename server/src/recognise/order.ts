import { ORDER } from './costs.ts';
import type { State } from './steps.ts';
import type { SearchTable } from './terms.ts';

/** Whether a label stands there already: that of a row before its values, or of a group above it. */
export function repeats({ lines }: SearchTable, { line: last, filled }: State, line: number): boolean {
  if (line === last) return !filled;
  const id = lines[line]?.line.id;
  return lines[last]?.groups.some((group) => group.id === id) ?? false;
}

/** What the place of a label costs after the line before it. */
export function orderCost({ rowsBefore, counts }: SearchTable, last: number, line: number): number {
  if (line > last) {
    const rows = (rowsBefore[line] ?? 0) - (last < 0 ? 0 : (rowsBefore[last] ?? 0) + ((counts[last] ?? 0) > 0 ? 1 : 0));
    return Math.min(ORDER.mostSkipped, Math.max(0, rows) * ORDER.skippedRow);
  }
  return line === last ? ORDER.again : ORDER.back;
}
