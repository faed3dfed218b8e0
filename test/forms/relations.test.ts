import { describe, expect, test } from 'vitest';
import type { Relation, TableDefinition } from '../../server/src/forms/edition.ts';
import { editionById, newestEdition } from '../../server/src/forms/index.ts';
import { type Vector, vectors } from './vectors.ts';

type Values = ReadonlyMap<string, number>;

describe.each(vectors)('the figures of $name', (vector) => {
  test('fill every cell and satisfy every relation', () => {
    for (const table of newestEdition.tables) {
      const values = valuesOf(table, vector);
      expect(broken(table, values)).toEqual([]);
    }
  });

  test('break relations where a number is changed', () => {
    const requests = table('requests');
    const values = new Map(valuesOf(requests, vector));
    values.set('refused.third-party/total', 83);
    expect(broken(requests, values)).toEqual(['outcome-total in total', 'applicant-total in refused.third-party']);
  });
});

test('outcomes that add up to more than their total break one relation in each column (3 + 1 + 1, written 4)', () => {
  const requests = table('requests');
  const values = new Map<string, number>(
    requests.blocks.flatMap(({ lines }) => lines.map(({ id }) => [`${id}/person`, 0] as const)),
  );
  for (const [row, value] of [
    ['received', 4],
    ['granted', 3],
    ['partly-granted', 1],
    ['unavailable.not-held', 1],
    ['total', 4],
  ] as const) {
    values.set(`${row}/person`, value);
  }
  expect(broken(requests, values)).toEqual(['outcome-total in person']);
});

test('a stock of 2019 below zero, and more published than there is, are impossible', () => {
  const disclosure = editionById('2019')?.tables.find(({ id }) => id === 'disclosure');
  if (!disclosure) throw new Error('2019 has no table disclosure');
  const values = new Map([
    ['licensing/items-before', 3],
    ['licensing/items-change', -4],
    ['fees/items-before', 3],
    ['fees/items-change', -3],
    ['normative-documents/published', 5],
    ['normative-documents/published-total', 4],
  ]);
  expect(broken(disclosure, values)).toEqual([
    'impossible-stock in normative-documents',
    'impossible-stock in licensing',
  ]);
});

function table(id: string): TableDefinition {
  const found = newestEdition.tables.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
}

function valuesOf(definition: TableDefinition, vector: Vector): Values {
  const given = definition.id === 'requests' ? rowsOf(vector.requests) : vector[definition.id];
  const rows = new Set(definition.blocks.flatMap(({ lines }) => lines.map(({ id }) => id)));
  expect(Object.keys(given).filter((id) => !rows.has(id))).toEqual([]);
  const values = new Map<string, number>();
  for (const block of definition.blocks) {
    for (const line of block.lines) {
      if (line.kind === 'group') continue;
      // A row that the form got after the figures were published has none of them.
      const figures = given[line.id] ?? block.columns.map(() => 0);
      expect(figures.length, line.id).toBe(block.columns.length);
      for (const [i, column] of block.columns.entries()) values.set(`${line.id}/${column}`, figures[i] ?? Number.NaN);
    }
  }
  return values;
}

function rowsOf(text: string): Readonly<Record<string, readonly number[]>> {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return Object.fromEntries(lines.map(([id = '', ...numbers]) => [id, numbers.map(Number)]));
}

/** The relations that fail, each with the row or column that it fails in; those through an absent value hold. */
function broken(definition: TableDefinition, values: Values): readonly string[] {
  return definition.relations.flatMap((relation) =>
    placesOf(relation, definition)
      .filter((place) => fails(relation, place, values))
      .map((place) => `${relation.code} in ${place}`),
  );
}

function placesOf(relation: Relation, definition: TableDefinition): readonly string[] {
  if (relation.holds === 'in-each-column') return definition.columns.map(({ id }) => id);
  const rows = definition.blocks.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])),
  );
  return relation.rows ?? rows;
}

function fails(relation: Relation, place: string, values: Values): boolean {
  const sum = (terms: readonly string[]): number =>
    terms
      .map((term) => (relation.holds === 'in-each-column' ? `${term}/${place}` : `${place}/${term}`))
      .reduce((total, key) => total + (values.get(key) ?? Number.NaN), 0);
  const difference = sum(relation.left) - sum(relation.right);
  return relation.comparison === '=' ? Math.abs(difference) > 0 : difference > 0;
}
