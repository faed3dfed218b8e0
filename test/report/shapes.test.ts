import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingRows } from '../../server/src/analysis/missing-rows.ts';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import type { FormTable } from '../../server/src/forms/form.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { cellAt, tableById } from '../../server/src/report/lookup.ts';
import { editions } from '../support/forms.ts';
import { barRows, canonicalRows, cellLines, cellParagraphs, gridRows, type Shape, tabRows } from '../support/shapes.ts';

const numerals = '一二三四五六';

/** A report of the edition that holds nothing but this table, in its part. */
function reportWith(table: FormTable, year: number, rows: string): string {
  const edition = editions.find((each) => each.tables.includes(table));
  const section = edition?.sections.find((each) => each.table === table.id);
  return `# 青禾镇${year}年政府信息公开工作年度报告\n${numerals[(section?.ordinal ?? 1) - 1]}、${section?.title}\n${rows}`;
}

const places = (table: FormTable): readonly (readonly [string, string])[] =>
  table.blocks.flatMap((block) =>
    block.lines.flatMap((line) =>
      line.kind === 'row' ? block.columns.map((column): [string, string] => [line.id, column]) : [],
    ),
  );

/** Every table of every edition that has some, with numbers for all its cells. */
const cases = editions.flatMap((edition) =>
  edition.tables.map((table) => ({ table, edition, name: `${table.id} ${edition.id}` })),
);

const rowShapes: Readonly<Record<string, Shape>> = { barRows, tabRows, gridRows, canonicalRows };

describe.each(cases)('$name', ({ table, edition }) => {
  test.each(Object.entries(rowShapes))('as %s binds with every number in its place', (_, shape) => {
    const cells = places(table);
    fc.assert(
      fc.property(fc.array(fc.nat(99999), { minLength: cells.length, maxLength: cells.length }), (numbers) => {
        const numberAt = new Map(cells.map(([row, column], i) => [`${row} ${column}`, numbers[i] ?? 0]));
        const text = reportWith(
          table,
          edition.years.first,
          shape(table, (row, column) => String(numberAt.get(`${row} ${column}`))),
        );
        const bound = tableById(readReport(text), table.id);
        const found = cells.map(([row, column]) => bound && cellAt(bound, row, column)?.value);
        expect(bound?.edition.id).toBe(edition.id);
        expect(found).toEqual(numbers);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['cellLines', cellLines],
    ['cellParagraphs', cellParagraphs],
  ])('as %s is torn, and binds nothing', (_, shape) => {
    const report = readReport(
      reportWith(
        table,
        edition.years.first,
        shape(table, () => '0'),
      ),
    );
    expect(report.tornParts.map((part) => part.table.id)).toEqual([table.id]);
    expect(report.tables).toEqual([]);
  });

  test.each(Object.entries(rowShapes))('as %s lacks no row', (_, shape) => {
    const text = reportWith(
      table,
      edition.years.first,
      shape(table, () => '0'),
    );
    expect(missingRows(subjectOf(readReport(text)))).toEqual([]);
  });
});

test('a report with any cells left blank keeps the others in their places', () => {
  const requests = cases.find((each) => each.table.id === 'requests')?.table;
  if (!requests) throw new Error('no requests');
  const cells = places(requests);
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(99)), { minLength: cells.length, maxLength: cells.length }), (numbers) => {
      const textAt = new Map(
        cells.map(([row, column], i) => [`${row} ${column}`, numbers[i] === null ? '' : String(numbers[i])]),
      );
      const text = reportWith(
        requests,
        2023,
        canonicalRows(requests, (row, column) => textAt.get(`${row} ${column}`) ?? ''),
      );
      const bound = tableById(readReport(text), 'requests');
      expect(cells.map(([row, column]) => bound && cellAt(bound, row, column)?.value)).toEqual(numbers);
    }),
    { numRuns: 50 },
  );
});
