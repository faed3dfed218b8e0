import type { Forms } from '../forms/form.ts';
import { isFarther, nearestLabels } from '../text/nearest-label.ts';
import { LABEL } from './costs.ts';
import type { Occurrences, TermPlace } from './occurrences.ts';
import type { SearchStep } from './search.ts';
import { type Stream, Strength } from './stream.ts';
import { type Term, termsOf } from './terms.ts';

const ORDINAL = /^(?:\d{1,2}[.,]|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2},)/;
const LONGEST_STRETCH = 240;
const MOST_CUTS = 14;
const LONGEST_LABEL = 60;
const SHORTEST_LABEL = 3;

/**
 * Where misspelt or cut labels may stand in the tables that a first reading found: between the values of one row and those
 * of the next, wherever some of the text was read as nothing.
 */
export function misspeltPlaces(
  stream: Stream,
  steps: readonly SearchStep[],
  occurrences: Occurrences,
  forms: Forms,
): ReadonlyMap<number, readonly TermPlace[]> {
  const places = new Map<number, TermPlace[]>();
  for (const { from, to, table } of stretches(steps)) {
    if (to - from > LONGEST_STRETCH) continue;
    const cuts = cutsIn(stream, occurrences, from, to);
    cuts.forEach((start, i) => {
      for (const end of cuts.slice(i + 1)) {
        const length = end - start;
        if (length < SHORTEST_LABEL || length > LONGEST_LABEL) continue;
        const found = misspelt(stream.text.slice(start, end), table, forms);
        for (const { term, edits } of found) {
          const cost = LABEL.misspelt + edits * LABEL.misspeltEach;
          const own = places.get(start) ?? [];
          own.push({ to: end, term, cost, exact: false });
          places.set(start, own);
        }
      }
    });
  }
  return places;
}

/** The texts of tables between values, where not all of them was read. */
function stretches(
  steps: readonly SearchStep[],
): readonly { readonly from: number; readonly to: number; readonly table: number }[] {
  const result: { from: number; to: number; table: number }[] = [];
  let open = null as { from: number; to: number; table: number } | null;
  let hasJunk = false;
  let table = -1;
  const close = (): void => {
    if (open && hasJunk) result.push(open);
    open = null;
    hasJunk = false;
  };
  for (const { from, to, step } of steps) {
    if (step.kind === 'prose' || step.kind === 'heading' || step.kind === 'leave') {
      close();
      table = -1;
      continue;
    }
    if ('table' in step) table = step.table;
    if (step.kind === 'values' || step.kind === 'wide' || step.kind === 'astray') {
      close();
      continue;
    }
    open = open ? { ...open, to, table } : { from, to, table };
    if (step.kind === 'junk') hasJunk = true;
  }
  close();
  return result;
}

function cutsIn(stream: Stream, { terms }: Occurrences, from: number, to: number): readonly number[] {
  const cuts = new Set([from, to]);
  for (let i = from; i < to; i++) {
    if ((stream.border[i] ?? 0) >= Strength.space) cuts.add(i);
    if (ORDINAL.test(stream.text.slice(i, i + 5)) && !/\d/.test(stream.text.charAt(i - 1))) cuts.add(i);
    for (const { to: end, term } of terms.get(i) ?? [])
      if (term.line >= 0 && end - i >= 4 && end <= to) cuts.add(i).add(end);
  }
  return [...cuts].sort((a, b) => a - b).slice(0, MOST_CUTS);
}

function misspelt(
  text: string,
  table: number,
  forms: Forms,
): readonly { readonly term: Term; readonly edits: number }[] {
  const { tables } = termsOf(forms);
  const id = tables[table]?.table.id;
  return tables.flatMap((own) => {
    if (own.table.id !== id || own.labels.has(text)) return [];
    return nearestLabels(text, [...own.labels.keys()]).flatMap((label) => {
      const term = own.labels.get(label);
      return term ? [{ term, edits: editsBetween(text, label) }] : [];
    });
  });
}

/** How many characters a misspelling may have changed, at least. */
function editsBetween(text: string, label: string): number {
  let edits = Math.abs(text.length - label.length);
  while (isFarther(text, label, edits)) edits++;
  return edits;
}
