// Completion in a value cell: what the relations of the form give there.
import { elementAt } from '../analysis/element-at.ts';
import { additionsFor } from '../figures/additions.ts';
import { placeNumber } from '../figures/plan.ts';
import { figuresOf } from '../report/figures-of.ts';
import { cellAt } from '../report/lookup.ts';
import { isBar } from '../syntax/cells.ts';
import { displayWidth } from '../text/display-width.ts';
import { roomOf } from '../text/rooms.ts';
import type { Candidate } from './candidates.ts';
import type { Place } from './completion-place.ts';

/**
 * The sum for the value at the cursor, in its cell's width; none where it stands there, or a point asks for more digits.
 * Null where the cursor is in no value.
 */
export function valueCandidates({ snapshot: { report, text }, before, offset }: Place): readonly Candidate[] | null {
  const element = elementAt(report, offset);
  if (element?.kind !== 'value') return null;
  if (/[.。．]$/.test(before)) return [];
  const { table, cell, span: room } = element;
  if (table.repeats !== null || cellAt(table, cell.row.id, cell.column.id) !== cell) return [];
  const { plan, values } = figuresOf(table);
  const isBarred = isBar(text, room.start - 1) && isBar(text, room.end);
  const width = displayWidth(text.slice(room.start, room.end));
  const typed = text.slice(room.start, offset).trim();
  return additionsFor(plan, values, placeNumber(plan, cell.row.id, cell.column.id))
    .filter(({ value }) => value !== cell.value)
    .map(({ value, text: addition }) => ({
      label: String(value),
      kind: 'Value',
      detail: addition,
      insert: isBarred ? roomOf(String(value), width) : String(value),
      span: room,
      otherLabels: typed === '' ? [] : [typed],
    }));
}
