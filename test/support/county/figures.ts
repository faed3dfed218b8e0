// The figures of made-up reports: every relation of the form holds, and each year goes on from the one before.
import type { Random } from '../tearing/random.ts';

/** Values by table, row and column, as they shall be written; what isn't there is 0. */
export type Figures = Map<string, number | string>;

const applicants = ['person', 'company', 'other-organization'] as const;
const outcomes = ['granted', 'partly-granted', 'unavailable.not-held', 'declined.repeated', 'other.other'] as const;
const decisions = ['licensing', 'penalties', 'coercion'] as const;
const courses = ['reconsideration', 'litigation-direct'] as const;
const results = ['upheld', 'corrected', 'pending'] as const;

export function keyOf(table: string, row: string, column: string): string {
  return `${table}.${row}.${column}`;
}

/** The number at a place. */
export function at(figures: Figures, table: string, row: string, column: string): number {
  return Number(figures.get(keyOf(table, row, column)) ?? 0);
}

/** The figures of the year after `before`, of a body that begins where that is null. */
export function nextFigures(before: Figures | null, random: Random): Figures {
  const figures: Figures = new Map();
  for (const column of applicants) requests(figures, before, column, random);
  const stock = before ? at(before, 'disclosure', 'normative-documents', 'in-force') : random.between(8, 30);
  const [made, repealed] = [random.between(0, 3), random.between(0, 2)];
  figures.set(keyOf('disclosure', 'normative-documents', 'made'), made);
  figures.set(keyOf('disclosure', 'normative-documents', 'repealed'), repealed);
  figures.set(keyOf('disclosure', 'normative-documents', 'in-force'), stock + made - repealed);
  for (const row of decisions) figures.set(keyOf('disclosure', row, 'decisions'), random.between(1, 400));
  for (const row of courses) disputes(figures, row, random);
  return figures;
}

function requests(figures: Figures, before: Figures | null, column: string, random: Random): void {
  const opening = before ? at(before, 'requests', 'carried-forward', column) : 0;
  const received = random.between(column === 'person' ? 5 : 1, column === 'person' ? 20 : 4);
  const forward = random.between(column === 'person' ? 1 : 0, Math.min(2, opening + received));
  let left = opening + received - forward;
  const put = (row: string, value: number): void => {
    figures.set(keyOf('requests', row, column), value);
    figures.set(keyOf('requests', row, 'total'), at(figures, 'requests', row, 'total') + value);
  };
  put('received', received);
  put('carried-over', opening);
  put('total', left);
  put('carried-forward', forward);
  for (const row of outcomes) {
    const value = row === outcomes.at(-1) ? left : random.between(0, left);
    put(row, value);
    left -= value;
  }
}

function disputes(figures: Figures, row: string, random: Random): void {
  let total = 0;
  for (const column of results) {
    const value = random.between(0, 2);
    figures.set(keyOf('disputes', row, column), value);
    total += value;
  }
  figures.set(keyOf('disputes', row, 'total'), total);
}

/** The sums of several reports' figures. */
export function sumOf(all: readonly Figures[]): Figures {
  const sums: Figures = new Map();
  for (const figures of all)
    for (const [key, value] of figures) sums.set(key, Number(sums.get(key) ?? 0) + Number(value));
  return sums;
}
