import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableDefinition } from '../../server/src/forms/edition.ts';
import { editionForYear } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { tableById } from '../../server/src/report/lookup.ts';
import {
  barRows,
  canonicalRows,
  gridRows,
  placedBarRows,
  placedTabRows,
  raggedTabs,
  type Shape,
  tabRows,
} from '../support/shapes.ts';

const numerals = '一二三四五六';
const edition = editionForYear(2023);
const shapes: Readonly<Record<string, Shape>> = {
  canonicalRows,
  barRows,
  placedBarRows,
  tabRows,
  placedTabRows,
  gridRows,
  raggedTabs,
};

function reportWith({ id }: TableDefinition, rows: string): string {
  const section = edition?.sections.find((each) => each.table === id);
  return `# 青禾镇2023年政府信息公开工作年度报告\n${numerals[(section?.ordinal ?? 1) - 1]}、${section?.title}\n${rows}`;
}

/** Without the lines before the first row that has a value of the form: its heads. */
function withoutHeads(rows: string, table: TableDefinition): string {
  const labels = table.blocks.flatMap(({ lines }) => lines.map(({ label }) => label));
  return rows
    .split('\n')
    .filter((line) => labels.some((label) => line.includes(label)) || /\d/.test(line))
    .join('\n');
}

interface Place {
  readonly row: string;
  readonly column: string;
}

const placesOf = ({ blocks }: TableDefinition): readonly Place[] =>
  blocks.flatMap(({ lines, columns }) =>
    lines.flatMap(({ kind, id }) => (kind === 'row' ? columns.map((column) => ({ row: id, column })) : [])),
  );

/** Blanks as authors leave them: a column, a row, single cells. */
const blanks = (places: readonly Place[]): fc.Arbitrary<(place: Place) => boolean> => {
  const columns = [...new Set(places.map(({ column }) => column))];
  const rows = [...new Set(places.map(({ row }) => row))];
  return fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...columns), { maxLength: 2 }),
      fc.uniqueArray(fc.constantFrom(...rows), { maxLength: 3 }),
      fc.uniqueArray(fc.nat(places.length - 1), { maxLength: 12 }),
    )
    .map(
      ([column, row, single]) =>
        (place) =>
          column.includes(place.column) || row.includes(place.row) || single.includes(places.indexOf(place)),
    );
};

/** Ragged rows lose the cells at their ends; a row that begins with a bar, none before it, its first. */
const losesCells = (shape: string, { id }: TableDefinition): boolean =>
  shape === 'raggedTabs' || (shape === 'barRows' && id === 'disputes');

describe.each(edition?.tables ?? [])('$id', (table) => {
  const places = placesOf(table);
  describe.each(Object.entries(shapes))('as %s', (name, shape) => {
    test.each([
      ['with', (rows: string) => rows],
      ['without', (rows: string) => withoutHeads(rows, table)],
    ])('%s heads: no value is bound to another column than its own', (_, cut) => {
      let [bound, misfits] = [0, 0];
      fc.assert(
        fc.property(blanks(places), (isBlank) => {
          const texts = new Map(
            places.map((place, i) => [`${place.row} ${place.column}`, isBlank(place) ? '' : String(i + 1)]),
          );
          const textOf = (row: string, column: string): string => texts.get(`${row} ${column}`) ?? '';
          const read = tableById(readReport(reportWith(table, cut(shape(table, textOf)))), table.id);
          for (const row of read?.rows.values() ?? []) {
            if (row.misfit) misfits++;
            else bound++;
            const wrong = row.cells.filter((cell) => cell.text !== textOf(row.row.id, cell.column.id));
            expect(wrong.map((cell) => `${row.row.id} ${cell.column.id}: ${cell.text}`)).toEqual([]);
          }
        }),
        { numRuns: 100 },
      );
      expect(bound).toBeGreaterThan(0);
      if (!losesCells(name, table)) expect(misfits).toBe(0);
    });
  });
});

const rowsOf = (
  table: TableDefinition | undefined,
  shape: Shape,
  textOf: (row: string, column: string) => string,
): string => (table ? reportWith(table, shape(table, textOf)) : '');

describe('the official layout', () => {
  const requests = edition?.tables.find(({ id }) => id === 'requests');
  const valuesOf = (text: string, row: string) =>
    tableById(readReport(text), 'requests')
      ?.rows.get(row)
      ?.cells.map(({ value }) => value);

  test.each([
    ['bars', placedBarRows],
    ['TABs', placedTabRows],
  ])('with the last column blank, in %s', (_, shape) => {
    const text = rowsOf(requests, shape, (row, column) => (column === 'total' ? '' : row === 'received' ? '8' : '0'));
    expect(valuesOf(text, 'received')).toEqual([8, 8, 8, 8, 8, 8, null]);
    expect(valuesOf(text, 'granted')).toEqual([0, 0, 0, 0, 0, 0, null]);
  });

  test('a row one value short is none of the columns’', () => {
    const text = rowsOf(requests, placedTabRows, () => '0').replace(/(本年新收[^\n]*)\t0(?=\n)/, '$1');
    const table = tableById(readReport(text), 'requests');
    expect(table?.rows.get('received')?.misfit?.found.length).toBe(6);
    expect([...(table?.rows.values() ?? [])].filter(({ misfit }) => misfit)).toHaveLength(1);
  });

  test('a table with a column too many is no other edition’s', () => {
    const text = rowsOf(requests, canonicalRows, () => '0').replace(/ \|(?=\n|$)/g, ' | 0 |');
    const [table] = readReport(text).tables;
    expect(table?.edition.id).toBe(edition?.id);
  });
});
