import type { Forms } from '../forms/form.ts';
import { isFarther, nearestLabels } from '../text/nearest-label.ts';
import { LABEL } from './costs.ts';
import type { Occurrences, TermPlace } from './occurrences.ts';
import type { SearchStep } from './steps.ts';
import { type Stream, Strength } from './stream.ts';
import { type Term, termsOf } from './terms.ts';

const ORDINAL = /^(?:\d{1,2}[.,]|\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2},)/;
const LONGEST_STRETCH = 240;
const MOST_CUTS = 14;
const LONGEST_LABEL = 60;
const SHORTEST_LABEL = 3;

/**
 * Where misspelt or cut labels may stand, after a first reading: in the parts that hold tables and in the tables found elsewhere,
 * between the values of one row and those of the next, wherever some of the text was read as nothing of the form.
 */
export function misspeltPlaces(
  stream: Stream,
  steps: readonly SearchStep[],
  occurrences: Occurrences,
  forms: Forms,
): ReadonlyMap<number, readonly TermPlace[]> {
  const places = new Map<number, TermPlace[]>();
  for (const { from, to, table } of openStretches(stream, steps, occurrences, forms)) {
    const cuts = cutsIn(stream, occurrences, from, to);
    cuts.forEach((start, i) => {
      for (const end of cuts.slice(i + 1)) {
        const length = end - start;
        if (length < SHORTEST_LABEL || length > LONGEST_LABEL) continue;
        const found = misspelt(stream.text.slice(start, end), table, forms);
        for (const { term, edits } of found) {
          if (beginsWithAnother(occurrences.terms.get(start) ?? [], end, term)) continue;
          const cost = LABEL.misspelt + edits * LABEL.misspeltEach + bordersIn(stream, start, end) * LABEL.torn;
          const own = places.get(start) ?? [];
          own.push({ to: end, term, cost, exact: false });
          places.set(start, own);
        }
      }
    });
  }
  return places;
}

/** How many borders of cells or lines stand within a stretch. */
function bordersIn({ border }: Stream, from: number, to: number): number {
  return border.subarray(from + 1, to).filter((strength) => strength >= Strength.cell).length;
}

/** Whether a label of another line stands whole at the beginning of what is read as one. */
function beginsWithAnother(places: readonly TermPlace[], end: number, { table, line }: Term): boolean {
  return places.some(({ to, term }) => to < end && term.table === table && term.line >= 0 && term.line !== line);
}

interface Region {
  readonly from: number;
  readonly to: number;
  /** The id of the table. */
  readonly table: string;
}

/** The texts of regions between values, where not all of them was read. */
function openStretches(
  { border }: Stream,
  steps: readonly SearchStep[],
  occurrences: Occurrences,
  forms: Forms,
): readonly Region[] {
  const covered = new Uint8Array(occurrences.prose.length);
  for (const { from, to, step } of steps)
    if (step.kind === 'line' || step.kind === 'head' || step.kind === 'heading') covered.fill(1, from, to);
  return regionsOf(steps, forms).flatMap(({ from, to, table }) => {
    const stretches: Region[] = [];
    let start = from;
    const close = (end: number): void => {
      const isOpen = covered.subarray(start, end).includes(0);
      if (isOpen && end - start <= LONGEST_STRETCH) stretches.push({ from: start, to: end, table });
    };
    for (let at = from; at < to; ) {
      const run = occurrences.runs.get(at);
      // A word for a blank within a text is part of it.
      const isInText = run?.digits === 0 && border[at] === Strength.none;
      if (!run || isInText || covered[at] === 1) {
        at++;
        continue;
      }
      close(at);
      at = run.to;
      start = run.to;
    }
    close(to);
    return stretches;
  });
}

/** The parts that hold tables, from their heading to the next, and the tables found in others. */
function regionsOf(steps: readonly SearchStep[], forms: Forms): readonly Region[] {
  const { tables } = termsOf(forms);
  const regions: Region[] = [];
  let [start, part] = [0, null as string | null];
  steps.forEach(({ from, to, step }, i) => {
    if (step.kind === 'heading') {
      if (part !== null) regions.push({ from: start, to: from, table: part });
      [start, part] = [to, step.place.section.table];
    } else if ('table' in step && part === null) {
      const last = regions.at(-1);
      const table = tables[step.table]?.table.id ?? '';
      if (last && last.to === from && last.table === table) regions[regions.length - 1] = { ...last, to };
      else regions.push({ from, to, table });
    } else if (part === null && (step.kind === 'junk' || step.kind === 'note')) {
      const last = regions.at(-1);
      if (last && last.to === from && i > 0) regions[regions.length - 1] = { ...last, to };
    }
  });
  const end = steps.at(-1)?.to ?? 0;
  if (part !== null) regions.push({ from: start, to: end, table: part });
  return regions;
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
  table: string,
  forms: Forms,
): readonly { readonly term: Term; readonly edits: number }[] {
  const { tables } = termsOf(forms);
  return tables.flatMap((own) => {
    if (own.table.id !== table || own.labels.has(text)) return [];
    return nearestLabels(text, own.labelSet).flatMap((label) => {
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
