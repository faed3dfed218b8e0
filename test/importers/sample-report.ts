import fc from 'fast-check';
import type { Form, FormTable } from '../../server/src/forms/form.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { cellAt, tableById } from '../../server/src/report/lookup.ts';
import { numeral } from '../../server/src/text/chinese-numerals.ts';
import type { Shape } from '../support/shapes.ts';

/** The number in a cell; null for a blank one. */
export type Values = ReadonlyMap<string, number | null>;

export interface Place {
  readonly table: FormTable;
  readonly row: string;
  readonly column: string;
}

export function placesOf(edition: Form): readonly Place[] {
  return edition.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.lines.flatMap((line) =>
        line.kind === 'row' ? block.columns.map((column) => ({ table, row: line.id, column })) : [],
      ),
    ),
  );
}

export function keyOf({ table, row, column }: Place): string {
  return `${table.id} ${row} ${column}`;
}

/** A whole report of the edition's first year, its tables in the shape, its prose our own. */
export function sampleReport(edition: Form, shape: Shape, values: Values): string {
  const parts = edition.sections.map((section) => {
    const table = edition.tables.find((each) => each.id === section.table);
    const text = table
      ? shape(table, (row, column) => String(values.get(keyOf({ table, row, column })) ?? ''))
      : '　　本年度各项工作有序推进。\n（一）主动公开。全年公开政府信息126条，其中规章0件。';
    return `${numeral(section.ordinal)}、${section.title}\n${text}`;
  });
  return [`青禾镇人民政府${edition.years.first}年政府信息公开工作年度报告`, ...parts, ''].join('\n\n');
}

/** The values that a markup holds, at the places of the edition. */
export function valuesIn(markup: string, edition: Form): Values {
  const report = readReport(markup);
  return new Map(
    placesOf(edition).map((place) => {
      const table = tableById(report, place.table.id);
      return [keyOf(place), (table && cellAt(table, place.row, place.column)?.value) ?? null];
    }),
  );
}

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(9) },
  { weight: 2, arbitrary: fc.nat(99_999) },
);

/** Any values at all; `blanks` leaves some cells empty. */
export function anyValues(edition: Form, blanks: boolean): fc.Arbitrary<Values> {
  const places = placesOf(edition);
  const cell = blanks ? fc.option(figure, { freq: 4 }) : figure;
  return fc
    .array(cell, { minLength: places.length, maxLength: places.length })
    .map((cells) => new Map(places.map((place, i) => [keyOf(place), cells[i] ?? null])));
}

const APPLICANTS = ['person', 'company', 'research', 'nonprofit', 'legal-service', 'other-organization'];
const RESULTS = ['upheld', 'corrected', 'other', 'pending'];
const FRAME = ['received', 'carried-over', 'total', 'carried-forward'];

/** Values for which every relation of the form holds. */
export function soundValues(edition: Form): fc.Arbitrary<Values> {
  return anyValues(edition, false).map((values) => balanced(edition, values));
}

/** The values with the totals, and what is left open, as the relations of the form have them. */
export function balanced(edition: Form, values: Values): Map<string, number | null> {
  const sound = new Map(values);
  const at = (row: string, column: string): number => sound.get(`requests ${row} ${column}`) ?? 0;
  const rows = [...new Set(placesOf(edition).flatMap((each) => (each.table.id === 'requests' ? [each.row] : [])))];
  const outcomes = rows.filter((row) => !FRAME.includes(row));
  for (const column of APPLICANTS) {
    const total = outcomes.reduce((sum, row) => sum + at(row, column), 0);
    const open = at('carried-forward', column);
    const before = Math.min(at('carried-over', column), total + open);
    sound.set(`requests total ${column}`, total);
    sound.set(`requests carried-over ${column}`, before);
    sound.set(`requests received ${column}`, total + open - before);
  }
  for (const row of rows)
    sound.set(
      `requests ${row} total`,
      APPLICANTS.reduce((sum, each) => sum + at(row, each), 0),
    );
  for (const row of ['reconsideration', 'litigation-direct', 'litigation-after-reconsideration']) {
    const sum = RESULTS.reduce((all, column) => all + (sound.get(`disputes ${row} ${column}`) ?? 0), 0);
    sound.set(`disputes ${row} total`, sum);
  }
  for (const row of ['regulations', 'normative-documents']) {
    const [made, published] = ['made', 'published'].map((column) => sound.get(`disclosure ${row} ${column}`) ?? 0);
    const largest =
      published === undefined || !sound.has(`disclosure ${row} published`) ? 'in-force' : 'published-total';
    const least = largest === 'in-force' ? made : published;
    sound.set(`disclosure ${row} ${largest}`, Math.max(sound.get(`disclosure ${row} ${largest}`) ?? 0, least ?? 0));
  }
  return sound;
}
