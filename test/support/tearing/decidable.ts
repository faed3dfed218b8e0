// Which values of a torn report can be told from what is left of it.
import { consistentTexts } from '../../../server/src/figures/consistent-readings.ts';
import { placeNumber, relationPlan } from '../../../server/src/figures/plan.ts';
import { candidatesOf } from '../../../server/src/figures/row-readings.ts';
import { numberOf, ruleOf } from '../../../server/src/figures/row-rule.ts';
import { splittings } from '../../../server/src/figures/split-digits.ts';
import type { FormTable } from '../../../server/src/forms/form.ts';
import { keyOf, type Place } from '../../importers/sample-report.ts';
import type { DrawnTable } from './drawn-table.ts';
import { type MarkedDigit, markedDigits, SOFT_LINE_END } from './marked-digits.ts';

/** What a text has become, its digits marked. */
export interface MarkedText {
  readonly text: string;
  readonly tables: readonly DrawnTable[];
  /** The places by the numbers of their marks. */
  readonly places: readonly Place[];
  readonly figures: ReadonlyMap<string, number | null>;
  /** Whether a blank cell has left a trace. */
  readonly keepsBlanks: boolean;
}

interface Row {
  readonly places: readonly Place[];
  /** Digits that nothing parts, in the order of the places. */
  readonly words: readonly string[];
  readonly truth: readonly string[];
}

/**
 * The places whose values are decidable: signs, lines or spaces part them from others, or of all ways to read the digits of their
 * table exactly one value satisfies all its relations. A value that no reading has is not.
 */
export function decidablePlaces(torn: MarkedText): ReadonlySet<string> {
  const digits = firstDigits(torn);
  return new Set(torn.tables.flatMap((table) => decidableIn(table, digits, torn)));
}

/** The digits of each place, where a report stands there twice those of the first. */
function firstDigits({ text, places, figures }: MarkedText): readonly MarkedDigit[] {
  const left = places.map((place) => String(figures.get(keyOf(place)) ?? '').replace('.', '').length);
  return markedDigits(text).filter(({ place }) => {
    left[place] = (left[place] ?? 0) - 1;
    return (left[place] ?? 0) >= 0;
  });
}

function decidableIn({ table, rows }: DrawnTable, digits: readonly MarkedDigit[], torn: MarkedText): readonly string[] {
  const read = rows.flatMap((row): Row[] => {
    const keys = row.cells.flatMap(({ key }) => key ?? []);
    const own = torn.places.flatMap((place, i) => (keys.includes(keyOf(place)) ? [{ place, i }] : []));
    own.sort((a, b) => keys.indexOf(keyOf(a.place)) - keys.indexOf(keyOf(b.place)));
    const places = own.map(({ place }) => place);
    const truth = places.map((place) => String(torn.figures.get(keyOf(place)) ?? ''));
    return places.length === 0 ? [] : [{ places, truth, words: wordsOf(digits, new Set(own.map(({ i }) => i))) }];
  });
  const isFilled = read.every(({ places, words }) => words.join('').length >= places.length);
  const readings = read.map((row) => readingsOf(row, table, isFilled, torn.keepsBlanks));
  const plan = relationPlan(table);
  const numbers = read.map(({ places }) => places.map(({ row, column }) => placeNumber(plan, row, column)));
  const values = new Float64Array(plan.places.length).fill(Number.NaN);
  for (const [r, [only, another]] of readings.entries()) {
    if (!only || another) continue;
    for (const [i, text] of only.entries()) values[numbers[r]?.[i] ?? -1] = numberOf(text) ?? 0;
  }
  const open = readings.flatMap((own, r) => (own.length > 1 ? [r] : []));
  const kept = consistentTexts(
    { definition: table, plan, values },
    open.map((r) => ({ places: numbers[r] ?? [], readings: readings[r] ?? [] })),
  );
  return read.flatMap(({ places, truth }, r) => {
    const left = open.includes(r) ? (kept[open.indexOf(r)] ?? []) : (readings[r] ?? []);
    return places.flatMap((place, i) =>
      left.length > 0 && left.every((reading) => reading[i] === truth[i]) ? [keyOf(place)] : [],
    );
  });
}

function wordsOf(digits: readonly MarkedDigit[], own: ReadonlySet<number>): readonly string[] {
  const words: string[] = [];
  let [last, place] = [-2, -1];
  digits.forEach((each, at) => {
    if (!own.has(each.place)) return;
    const isOneNumber = each.place === place && /^[.,]?$/.test(each.before);
    const isJoined = at === last + 1 && (isOneNumber || each.before.replaceAll(SOFT_LINE_END, '') === '');
    if (isJoined) words.push((words.pop() ?? '') + each.digit);
    else words.push(each.digit);
    [last, place] = [at, each.place];
  });
  return words;
}

/** Every way to read the digits of a row. */
function readingsOf(
  { places, words, truth }: Row,
  table: FormTable,
  isFilled: boolean,
  keepsBlanks: boolean,
): readonly (readonly string[])[] {
  const shown = truth.filter((text) => text !== '');
  if (words.length === shown.length && (keepsBlanks || shown.length === truth.length)) return [truth];
  if (words.length === 0) return [truth];
  const rule = ruleOf(table, places, { labelled: new Set(places.map(({ row }) => row)).size === 1, filled: isFilled });
  if (keepsBlanks && shown.length < truth.length) return [];
  if (isFilled) return splittings(words, rule) ?? [];
  return candidatesOf(words, rule, words.length < shown.length)?.readings ?? [];
}
