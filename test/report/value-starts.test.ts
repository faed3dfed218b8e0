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

describe.each(edition?.tables ?? [])('$id', (table) => {
  const places = placesOf(table);
  describe.each(Object.entries(shapes))('as %s', (name, shape) => {
    test.each([
      ['with heads', (rows: string) => rows],
      ['without', (rows: string) => withoutHeads(rows, table)],
    ])('%s: no value is bound to another column than its own', (_, cut) => {
      let [bound, misfits] = [0, 0];
      fc.assert(
        fc.property(blanks(places), (isBlank) => {
          const textOf = (row: string, column: string): string => {
            const i = places.findIndex((place) => place.row === row && place.column === column);
            const place = places[i];
            return place === undefined || isBlank(place) ? '' : String(i + 1);
          };
          const read = tableById(readReport(reportWith(table, cut(shape(table, textOf)))), table.id);
          for (const row of read?.rows.values() ?? []) {
            if (row.misfit) misfits++;
            else bound++;
            const wrong = row.cells.filter((cell) => cell.text !== textOf(row.row.id, cell.column.id));
            if (wrong.length > 0 && process.env['SHARES'])
              process.stdout.write(cut(shape(table, textOf)) + '\n=====\n');
            expect(wrong.map((cell) => `${row.row.id} ${cell.column.id}: ${cell.text}`)).toEqual([]);
          }
        }),
        { numRuns: Number(process.env['RUNS'] ?? 100) },
      );
      if (process.env['SHARES']) process.stdout.write(`${table.id} ${name} ${_}: ${bound} bound, ${misfits} misfits\n`);
      // Cells at the edges of rows are lost in ragged rows alone.
      if (name !== 'raggedTabs') expect(misfits).toBe(0);
    });
  });
});
