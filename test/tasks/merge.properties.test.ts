import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { mergeReports } from '../../server/src/tasks/merge.ts';
import {
  editedReport,
  type ReportEdit,
  reportEdits,
  resolved,
  sentencesOf,
  startingReport,
  valuesOf,
} from '../support/edited-reports.ts';

/** How many merges are tried: `MERGES=10000` for all that are worth waiting for. */
const MERGES = Number(process.env.MERGES ?? 40);

const tables = ['disclosure', 'requests', 'disputes'];
const marks = { ours: 'ours', theirs: 'theirs', size: 7 };
const merge = (base: string, ours: string, theirs: string) => {
  const merged = mergeReports({ base, ours, theirs }, standardForms(), marks);
  if (!merged) throw new Error('a version holds a conflict');
  return merged;
};

const versions = (edits: fc.Arbitrary<readonly ReportEdit[]>) =>
  fc.tuple(fc.nat(), edits, edits).map(([seed, a, b]) => {
    const base = startingReport(seed);
    return { base, ours: editedReport(base, a), theirs: editedReport(base, b) };
  });

/** What either side of the merged report has in places where it should have something else. */
function misplaced([old, our, their]: readonly Said[], [left, right]: readonly Said[]) {
  return [...new Set([...(our?.keys() ?? []), ...(their?.keys() ?? [])])].flatMap((place) => {
    const [o, x, y] = [old, our, their].map((values) => values?.get(place));
    const both = isContested(o, x, y);
    const expected = [y === o || both ? x : y, x === o || both ? y : x];
    const found = [left?.get(place), right?.get(place)];
    return found.every((value, i) => value === expected[i]) ? [] : [{ place, expected, found }];
  });
}

type Said = ReadonlyMap<string, string>;

function isContested(o: string | undefined, x: string | undefined, y: string | undefined): boolean {
  return x !== o && y !== o && x !== y;
}

/** The sentences of one side that the other hasn't taken away, and of which the merged report has more or fewer. */
function miscounted([old, own, other]: readonly Counts[], merged: Counts | undefined) {
  return [...(own ?? [])].filter(
    ([sentence, count]) => (!old?.has(sentence) || other?.has(sentence)) && merged?.get(sentence) !== count,
  );
}

type Counts = ReadonlyMap<string, number>;

describe('a merge of two edited reports', () => {
  test('has each value as the one left it who changed it, both where both did; none is lost, doubled or in conflict for another’s sake', () => {
    fc.assert(
      fc.property(versions(reportEdits('tables')), ({ base, ours, theirs }) => {
        const merged = merge(base, ours, theirs);
        const before = [base, ours, theirs].map(valuesOf);
        const after = (['ours', 'theirs'] as const).map((side) => valuesOf(resolved(merged.text, side)));
        expect(misplaced(before, after)).toEqual([]);
        const [old, our, their] = before;
        const contested = [...(our ?? [])].filter(([place, x]) => isContested(old?.get(place), x, their?.get(place)));
        const rows = new Set(contested.map(([place]) => place.slice(0, place.lastIndexOf(' '))));
        expect(merged.conflicts).toBe(rows.size);
        expect(readReport(merged.text).conflicts).toHaveLength(rows.size);
      }),
      { numRuns: MERGES },
    );
  }, 7_200_000);

  test('has each sentence once, and all values, whatever else was edited', () => {
    fc.assert(
      fc.property(versions(reportEdits('all')), ({ base, ours, theirs }) => {
        const merged = merge(base, ours, theirs);
        const [old = new Map(), our = new Map(), their = new Map()] = [base, ours, theirs].map(sentencesOf);
        const left = resolved(merged.text, 'ours');
        const counts = [left, resolved(merged.text, 'theirs')].map(sentencesOf);
        expect(miscounted([old, our, their], counts[0])).toEqual([]);
        expect(miscounted([old, their, our], counts[1])).toEqual([]);
        const gone = [...old.keys()].filter((sentence) => !our.has(sentence) || !their.has(sentence));
        if (merged.conflicts === 0) expect(gone.filter((sentence) => counts[0]?.has(sentence))).toEqual([]);
        expect(readReport(left).tables.map(({ definition }) => definition.id)).toEqual(tables);
        expect(valuesOf(left).size).toBe(valuesOf(ours).size);
      }),
      { numRuns: MERGES },
    );
  }, 7_200_000);

  test('takes a version as it is where the other changed nothing', () => {
    fc.assert(
      fc.property(versions(reportEdits('all')), ({ base, ours }) => {
        expect(merge(base, ours, base)).toEqual({ text: ours, conflicts: 0 });
        expect(merge(base, base, ours)).toEqual({ text: ours, conflicts: 0 });
        expect(merge(base, ours, ours)).toEqual({ text: ours, conflicts: 0 });
      }),
      { numRuns: Math.ceil(MERGES / 3) },
    );
  }, 7_200_000);
});
