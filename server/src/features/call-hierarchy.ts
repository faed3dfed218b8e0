// Call hierarchy: a total calls what it sums up, so the callers of a value are the totals that it goes into.
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import { elementAt } from '../analysis/element-at.ts';
import { type LinkKind, linksOf, type ValueEnd } from '../analysis/links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { writtenIn } from '../analysis/table-elements.ts';
import { rowLabel, shortLabel } from '../forms/names.ts';
import type { Cell } from '../report/report.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

interface Place {
  readonly offset: number;
  readonly settings: RuleSettings;
}

/** The value at the cursor, its number beside its row and column; null where there is none. */
export function prepareCallHierarchy(
  snapshot: Snapshot,
  { offset }: Pick<Place, 'offset'>,
): CallHierarchyItem[] | null {
  const element = elementAt(snapshot.report, offset);
  return element?.kind === 'value' ? [itemOf(snapshot, element)] : null;
}

/** The totals that the value at the offset goes into; null where there is none. */
export function incomingCalls(snapshot: Snapshot, place: Place): CallHierarchyIncomingCall[] | null {
  return linkedItems(snapshot, place, 'total')?.map((from) => ({ from, fromRanges: [from.selectionRange] })) ?? null;
}

/** What the total at the offset sums up; null where there is none. */
export function outgoingCalls(snapshot: Snapshot, place: Place): CallHierarchyOutgoingCall[] | null {
  const [own] = prepareCallHierarchy(snapshot, place) ?? [];
  if (!own) return null;
  return linkedItems(snapshot, place, 'addend')?.map((to) => ({ to, fromRanges: [own.selectionRange] })) ?? null;
}

/** The values to which one is linked in this way, each once. */
function linkedItems(snapshot: Snapshot, { offset, settings }: Place, kind: LinkKind): CallHierarchyItem[] | null {
  const element = elementAt(snapshot.report, offset);
  if (element?.kind !== 'value') return null;
  const ends = new Map<Cell, ValueEnd>();
  for (const link of linksOf(snapshot.subject(settings), element)) {
    if (link.kind === kind && link.to.kind === 'value') ends.set(link.to.cell, link.to);
  }
  return [...ends.values()].map((end) => itemOf(snapshot, end));
}

function itemOf({ uri, lines }: Snapshot, { table, cell }: Pick<ValueEnd, 'table' | 'cell'>): CallHierarchyItem {
  const { row, column, node, text } = cell;
  return {
    name: `${rowLabel(table.definition, row)} · ${shortLabel(column.label)}`,
    detail: text,
    kind: SymbolKind.Number,
    uri,
    range: rangeOf(lines, node.room),
    selectionRange: rangeOf(lines, writtenIn(node)),
  };
}
