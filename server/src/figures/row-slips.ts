// Slips that concern several cells of a row.

import { exactSum } from './decimal.ts';
import { isSum, type RelationPlan, type RowSum } from './plan.ts';
import { type Failure, failsInColumn, type Slip, type SlipKind, slip, slipInRow } from './slips.ts';
import type { Change } from './values.ts';

/** All slips of whole rows, or of neighbours in a row, that touch nothing but equations that fail. */
export function rowSlips(failure: Failure): readonly Slip[] {
  const rows = failure.plan.rowSums;
  const open = rows.filter(({ addends }) => failsInSome(failure, addends));
  return [
    ...open.flatMap((row) => [
      ...movedValues(failure, row),
      ...splitNumbers(failure, row),
      ...unfilledRow(failure, row),
    ]),
    ...rows.filter(({ all }) => failsInSome(failure, all)).flatMap((row) => shiftedRows(failure, row)),
    ...rows.flatMap((row, at) => exchangedRows(failure, row, [rows[at - 1], rows[at + 1]])),
    ...rows.flatMap((row, at) => misplacedValues(failure, row, [rows[at - 1], rows[at + 1]])),
    ...open.flatMap((row) => wrongTotals(failure, row, rows)),
  ];
}

/** Whether so many columns fail that more than one of the places may be wrong. */
function failsInSome(failure: Failure, places: readonly number[]): boolean {
  let count = 0;
  for (const place of places) if (failsInColumn(failure, place) && ++count > 1) return true;
  return false;
}

function valueAt({ values }: Failure, place: number): number {
  return values[place] ?? Number.NaN;
}

/** A value that stands one column beside its own, where a 0 stands in its place. */
function movedValues(failure: Failure, { addends }: RowSum): readonly Slip[] {
  return addends.flatMap((from, at) =>
    [addends[at - 1], addends[at + 1]].flatMap((to) => {
      const value = valueAt(failure, from);
      if (to === undefined || !(value > 0) || valueAt(failure, to) !== 0 || !failsInColumn(failure, from)) return [];
      const moved = slipInRow(failure, 'neighbouring-column', from, [
        { place: from, value: 0 },
        { place: to, value },
      ]);
      return moved && moved.effect.size > 1 ? [moved] : [];
    }),
  );
}

/** 2 | 5 for 25 | 0 or 0 | 25. */
function splitNumbers(failure: Failure, { addends, total }: RowSum): readonly Slip[] {
  if (Number.isNaN(valueAt(failure, total))) return [];
  return addends.slice(1).flatMap((second, at) => {
    const first = addends[at] ?? 0;
    const [left, right] = [valueAt(failure, first), valueAt(failure, second)];
    if (!(left > 0) || !(right > 0) || !failsInColumn(failure, first)) return [];
    if (!Number.isInteger(left) || !Number.isInteger(right)) return [];
    const joined = Number(`${left}${right}`);
    return [
      [joined, 0],
      [0, joined],
    ].flatMap(([one = 0, other = 0]) => {
      const changes = [
        { place: first, value: one },
        { place: second, value: other },
      ];
      return slipInRow(failure, 'split-number', first, changes) ?? [];
    });
  });
}

/** A row whose values stand one column to the left or right of their own; the one that was lost is told by the sum. */
function shiftedRows(failure: Failure, row: RowSum): readonly Slip[] {
  const places = row.all;
  const values = places.map((place) => valueAt(failure, place));
  if (values.some(Number.isNaN) || values.every((value) => value === 0)) return [];
  const first = exactSum([values.at(-2) ?? 0, ...values.slice(0, -2).map((value) => -value)]);
  const last = exactSum(values.slice(1));
  return [
    shifted(failure, 'shifted-left', places, [first, ...values.slice(0, -1)], [values.at(-1), first]),
    shifted(failure, 'shifted-right', places, [...values.slice(1), last], [values[0], last]),
  ].flatMap((one) => one ?? []);
}

function shifted(
  failure: Failure,
  kind: SlipKind,
  places: readonly number[],
  meant: readonly number[],
  [surplus, lost]: readonly (number | undefined)[],
): Slip | null {
  // The value at the end that nothing was shifted into is a 0 that was put in, or the lost one.
  if (surplus !== 0 && surplus !== lost) return null;
  const made = slipInRow(failure, kind, places[0] ?? 0, changesTo(places, meant));
  return made && made.changes.length > 1 && made.effect.size > 1 ? made : null;
}

function changesTo(places: readonly number[], values: readonly number[]): readonly Change[] {
  return places.map((place, at) => ({ place, value: values[at] ?? Number.NaN }));
}

/** A row of nothing but zeros in which the sums of several columns miss something. */
function unfilledRow(failure: Failure, row: RowSum): readonly Slip[] {
  const places = row.all;
  if (places.some((place) => valueAt(failure, place) !== 0)) return [];
  const meant = places.map((place) => missingIn(failure, place));
  if (meant.slice(0, -1).filter((value) => value !== 0).length < 2) return [];
  const place = places[meant.findIndex((value) => value !== 0)] ?? row.total;
  const made = slipInRow(failure, 'row-unfilled', place, changesTo(places, meant));
  return made ? [made] : [];
}

/** What the first failing equation of a place's column lacks there; 0 where none fails. */
function missingIn({ plan, residues, failing }: Failure, place: number): number {
  const number = (plan.equationsOf[place] ?? []).find((one) => plan.instances[one]?.column && failing.has(one));
  const sign = plan.instances[number ?? -1]?.terms.find((term) => term.place === place)?.sign ?? 1;
  return number === undefined ? 0 : -sign * (residues[number] ?? 0) + 0;
}

/** A row of zeros whose values stand in the row before or after it. */
function exchangedRows(
  failure: Failure,
  { all: to }: RowSum,
  beside: readonly (RowSum | undefined)[],
): readonly Slip[] {
  if (to.some((place) => valueAt(failure, place) !== 0)) return [];
  return beside.flatMap((other) => {
    const from = other?.all ?? [];
    const isOpen = (place: number) => valueAt(failure, place) === 0 || failsInColumn(failure, place);
    const first = from.find((place) => valueAt(failure, place) !== 0);
    if (first === undefined || !from.every(isOpen)) return [];
    const values = from.map((place) => valueAt(failure, place));
    const changes = [...changesTo(to, values), ...from.map((place) => ({ place, value: 0 }))];
    const made = slip(failure, 'neighbouring-row', first, changes);
    return made ? [{ ...made, row: to[0] ?? 0 }] : [];
  });
}

/** A value that stands in the row before or after its own, where a 0 stands in its place; the totals of both rows stay. */
function misplacedValues(failure: Failure, from: RowSum, beside: readonly (RowSum | undefined)[]): readonly Slip[] {
  const surplus = surplusOf(failure, from);
  if (!(surplus > 0)) return [];
  return beside.flatMap((other) => {
    if (!other || surplusOf(failure, other) !== -surplus) return [];
    return from.addends.flatMap((place, at) => {
      const to = other.addends[at] ?? place;
      if (valueAt(failure, place) !== surplus || valueAt(failure, to) !== 0) return [];
      const made = slip(failure, 'value-in-neighbouring-row', place, [
        { place, value: 0 },
        { place: to, value: surplus },
      ]);
      return made ? [{ ...made, row: to }] : [];
    });
  });
}

/** How much the values of a row are more than their total. */
function surplusOf(failure: Failure, { addends, total }: RowSum): number {
  return exactSum([...addends.map((place) => valueAt(failure, place)), -valueAt(failure, total)]);
}

/** A row of totals that in several columns lacks just what one row says, or has it twice. */
function wrongTotals(failure: Failure, row: RowSum, rows: readonly RowSum[]): readonly Slip[] {
  const lacks = row.all.map((place) => lackOf(failure, place));
  if (lacks.slice(0, -1).filter((lack) => lack !== 0).length < 2) return [];
  const values = row.all.map((place, at) => exactSum([valueAt(failure, place), lacks[at] ?? 0]));
  if (values.every((value, at) => value === lacks[at])) return [];
  const changes = changesTo(row.all, values);
  const place = row.all[lacks.findIndex((lack) => lack !== 0)] ?? row.total;
  return rows.flatMap((other) => {
    const kind = addsTo(failure.plan, other, row) ? shareIn(failure, other, lacks) : null;
    const made = kind && slipInRow(failure, kind, place, changes);
    return made ? [{ ...made, row: other.total }] : [];
  });
}

/** What the sum of a column has beyond its total, which is the place; 0 where they agree or the place is no total. */
function lackOf({ plan, residues, failing }: Failure, place: number): number {
  const number = columnSumOf(plan, place);
  const instance = plan.instances[number];
  return instance && failing.has(number) ? -instance.total.sign * (residues[number] ?? 0) : 0;
}

/** The number of the sum of a column that a place is the total of; -1 where it is none. */
function columnSumOf(plan: RelationPlan, place: number): number {
  const own = plan.equationsOf[place]?.find((number) => {
    const instance = plan.instances[number];
    return instance?.column && instance.total.place === place && isSum(instance);
  });
  return own ?? -1;
}

/** Whether the sums of the columns that make up a row have another row as an addend. */
function addsTo(plan: RelationPlan, addend: RowSum, row: RowSum): boolean {
  const terms = plan.instances[columnSumOf(plan, row.total)]?.terms ?? [];
  return addend !== row && terms.some(({ place }) => place === addend.total);
}

function shareIn(failure: Failure, row: RowSum, lacks: readonly number[]): SlipKind | null {
  const values = row.all.map((place) => valueAt(failure, place));
  const isShare = (sign: 1 | -1) =>
    values.every((value, at) => exactSum([sign * value, -(lacks[at] ?? Number.NaN)]) === 0);
  if (isShare(1)) return 'row-left-out';
  return isShare(-1) ? 'row-counted-twice' : null;
}
