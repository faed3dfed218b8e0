import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { relationPlan } from '../../server/src/figures/plan.ts';
import { residuals, valuesOf } from '../../server/src/figures/values.ts';
import type { Edition } from '../../server/src/forms/edition.ts';
import { editionById } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { Report } from '../../server/src/report/report.ts';
import { arithmeticProblems } from '../../server/src/rules/engine/arithmetic.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import type { Edit } from '../../server/src/rules/engine/rule.ts';
import { ownEdits } from '../../server/src/rules/engine/rule.ts';
import { type Figures, reportOf } from '../support/figures.ts';

const APPLICANTS = 6;
const editions = ['2021', '2019'].map((id) => editionById(id) as Edition);

function rowIds(edition: Edition): readonly string[] {
  const table = edition.tables.find(({ id }) => id === 'requests');
  return table?.blocks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === 'row').map(({ id }) => id)) ?? [];
}

const AROUND = ['received', 'carried-over', 'total', 'carried-forward'];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Tables of requests in which every relation holds. */
const requests = fc.constantFrom(...editions).chain((edition) => {
  const outcomes = rowIds(edition).filter((id) => !AROUND.includes(id));
  const count = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(9), fc.nat(3000));
  const row = fc.array(count, { minLength: APPLICANTS, maxLength: APPLICANTS });
  return fc
    .tuple(
      fc.array(row, { minLength: outcomes.length, maxLength: outcomes.length }),
      row,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: APPLICANTS, maxLength: APPLICANTS }),
    )
    .map(([parts, forward, shares]): { edition: Edition; figures: Record<string, number[]> } => {
      const total = Array.from({ length: APPLICANTS }, (_, column) => sum(parts.map((cells) => cells[column] ?? 0)));
      const all = total.map((value, column) => value + (forward[column] ?? 0));
      const over = all.map((value, column) => Math.floor(value * (shares[column] ?? 0)));
      const received = all.map((value, column) => value - (over[column] ?? 0));
      const rows = {
        received,
        'carried-over': over,
        total,
        'carried-forward': forward,
        ...Object.fromEntries(outcomes.map((id, index) => [id, parts[index] ?? []])),
      };
      return {
        edition,
        figures: Object.fromEntries(Object.entries(rows).map(([id, cells]) => [id, [...cells, sum(cells)]])),
      };
    });
});

const disputeRow = fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }).map((cells) => [...cells, sum(cells)]);

function problems(edition: Edition, id: 'requests' | 'disputes', figures: Figures): readonly string[] {
  return arithmeticProblems(subjectOf(readReport(reportOf(edition, id, figures)))).map(
    ({ finding: { data } }) => `${data.row}.${data.column} ${data.expected}/${data.found}`,
  );
}

describe('tables that add up', () => {
  test('have no finding', () => {
    fc.assert(
      fc.property(requests, ({ edition, figures }) => {
        expect(problems(edition, 'requests', figures)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('have none with cells left blank', () => {
    const cells = fc.array(fc.tuple(fc.nat(), fc.nat(APPLICANTS)), { maxLength: 12 });
    fc.assert(
      fc.property(requests, cells, ({ edition, figures }, blanks) => {
        const ids = Object.keys(figures);
        const blanked: Record<string, (number | string)[]> = { ...figures };
        for (const [at, column] of blanks) {
          const id = ids[at % ids.length] ?? '';
          blanked[id] = (blanked[id] ?? []).with(column, '');
        }
        expect(problems(edition, 'requests', blanked)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('one cell that is changed', () => {
  const delta = fc
    .oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -4000, max: 4000 }))
    .filter((value) => value !== 0);

  test('is found in the table of requests, and nothing else', () => {
    fc.assert(
      fc.property(requests, fc.nat(), fc.nat(APPLICANTS), delta, ({ edition, figures }, at, column, change) => {
        const ids = Object.keys(figures);
        const id = ids[at % ids.length] ?? '';
        const right = figures[id]?.[column] ?? 0;
        fc.pre(right + change >= 0);
        const changed = { ...figures, [id]: (figures[id] ?? []).with(column, right + change) };
        const name = editionColumns(edition)[column];
        expect(problems(edition, 'requests', changed)).toEqual([`${id}.${name} ${right}/${right + change}`]);
      }),
      { numRuns: 100 },
    );
  });

  test('is found at the total of its row in the table of disputes', () => {
    fc.assert(
      fc.property(disputeRow, fc.nat(4), delta, (row, column, change) => {
        const value = (row[column] ?? 0) + change;
        fc.pre(value >= 0);
        const changed = row.with(column, value);
        const expected = sum(changed.slice(0, 4));
        for (const edition of editions) {
          expect(problems(edition, 'disputes', { 'litigation-direct': changed })).toEqual([
            `litigation-direct.total ${expected}/${changed[4]}`,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('many cells that are changed', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(APPLICANTS), fc.nat(30)), { minLength: 2, maxLength: 30 });

  test('leave no failing relation unsaid, and every fix keeps its word', () => {
    fc.assert(
      fc.property(requests, changes, ({ edition, figures }, list) => {
        const ids = Object.keys(figures);
        const changed: Record<string, number[]> = { ...figures };
        for (const [at, column, value] of list) {
          const id = ids[at % ids.length] ?? '';
          changed[id] = (changed[id] ?? []).with(column, value);
        }
        const report = readReport(reportOf(edition, 'requests', changed));
        const problems = arithmeticProblems(subjectOf(report));
        const said = new Set(problems.flatMap(({ cause }) => [cause.main, ...cause.others]));
        expect([...said].sort()).toEqual([...failing(report)].sort());
        for (const { finding } of problems.slice(0, 2)) {
          for (const fix of fixesOf(finding)) {
            const after = failing(readReport(applied(report.tree.text, ownEdits(fix))));
            if (fix.title.zh.includes('均成立')) expect(after.size).toBeLessThan(said.size);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The numbers of the relations of a report's only table that fail. */
function failing(report: Report): ReadonlySet<number> {
  const [table] = report.tables;
  if (!table) return new Set();
  const plan = relationPlan(table.definition);
  const residues = residuals(plan, valuesOf(plan, table));
  return new Set(plan.instances.flatMap((_, number) => (residues[number] === 0 ? [] : [number])));
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((left, { span, text: put }) => left.slice(0, span.start) + put + left.slice(span.end), text);
}

function editionColumns(edition: Edition): readonly string[] {
  return edition.tables.find(({ id }) => id === 'requests')?.columns.map(({ id }) => id) ?? [];
}
