import { describe, expect, test } from 'vitest';
import type { FormTable } from '../../server/src/forms/form.ts';
import { canonical } from '../../server/src/text/canonical.ts';
import { editionById, editionForYear, editions, newestEdition } from '../support/forms.ts';

const tables = editions.flatMap((edition) =>
  edition.tables.map((table) => ({ name: `${edition.id} ${table.id}`, table })),
);

test('a year has the form that was in force for it', () => {
  const years = [2007, 2008, 2018, 2019, 2020, 2021];
  expect(years.map((year) => `${year} ${editionForYear(year)?.id ?? '–'}`)).toEqual([
    '2007 –',
    '2008 2008',
    '2018 2008',
    '2019 2019',
    '2020 2019',
    '2021 2021',
  ]);
  expect(newestEdition).toBe(editions[0]);
  expect(editionForYear(2040)).toBe(newestEdition);
  expect(editionById('2019')?.years.last).toBe(2020);
  expect(editionById('2020')).toBeNull();
});

test('no year belongs to two editions', () => {
  const all = editions.flatMap(({ years }) =>
    Array.from({ length: (years.last ?? 2100) - years.first + 1 }, (_, i) => years.first + i),
  );
  expect(new Set(all).size).toBe(all.length);
});

describe.each(tables)('the data of $name', ({ table }) => {
  const lines = table.blocks.flatMap((block) => block.lines);

  test('gives every row, group, column and block an id of its own', () => {
    expect(repeated(lines.map(({ id }) => id))).toEqual([]);
    expect(repeated(table.columns.map(({ id }) => id))).toEqual([]);
    expect(repeated(table.blocks.map(({ id }) => id))).toEqual([]);
  });

  test('names parents that are groups standing before their rows', () => {
    const lost = lines.filter(
      (line, i) =>
        line.parent !== null && !lines.slice(0, i).some(({ kind, id }) => kind === 'group' && id === line.parent),
    );
    expect(lost).toEqual([]);
    expect(lines.filter((line) => line.kind === 'group' && !lines.some((other) => other.parent === line.id))).toEqual(
      [],
    );
  });

  test('names columns that exist, and uses each', () => {
    const used = new Set(table.blocks.flatMap(({ columns }) => columns));
    expect([...used].sort()).toEqual(table.columns.map(({ id }) => id).sort());
  });

  test('means one thing by every label and alias', () => {
    expect(ambiguous(lines)).toEqual([]);
    expect(ambiguous(table.columns)).toEqual([]);
  });

  test('states relations between rows and columns that exist', () => {
    const rows = new Set(lines.flatMap((line) => (line.kind === 'row' ? [line.id] : [])));
    const columns = new Set(table.columns.map(({ id }) => id));
    const unknown = table.relations.flatMap((relation) => {
      const known = relation.holds === 'in-each-column' ? rows : columns;
      const terms = [...relation.left, ...relation.right, relation.total];
      return [...terms.filter((id) => !known.has(id)), ...(relation.rows ?? []).filter((id) => !rows.has(id))];
    });
    expect(unknown).toEqual([]);
    expect(table.relations.filter(({ left, right, total }) => ![...left, ...right].includes(total))).toEqual([]);
  });

  test('describes everything in both languages', () => {
    const described = [...lines, ...table.columns];
    expect(described.filter(({ description: { zh, en } }) => zh.length < 6 || en.length < 10)).toEqual([]);
  });
});

test('the outcomes add up over every row under 三、本年度办理结果 but the total', () => {
  const rights = ['2021', '2019'].map((id) => {
    const requests = editionById(id)?.tables.find((table) => table.id === 'requests');
    return requests?.relations.find(({ code }) => code === 'outcome-total')?.right;
  });
  expect(rights[0]?.join(' ')).toMatchInlineSnapshot(
    `"granted partly-granted refused.state-secret refused.forbidden-by-law refused.stability refused.third-party refused.internal-affairs refused.deliberative refused.enforcement-file refused.administrative-query unavailable.not-held unavailable.not-existing unavailable.unclear declined.petition declined.repeated declined.publication declined.excessive declined.confirmation other.not-corrected other.fee-unpaid other.other"`,
  );
  expect(rights[1]?.slice(-2)).toEqual(['declined.confirmation', 'other']);
});

test('the sections are the six of the form, in order, each table in its own', () => {
  for (const edition of editions.filter(({ sections }) => sections.length > 0)) {
    expect(edition.sections.map(({ ordinal, title }) => `${ordinal} ${title}`)).toEqual([
      '1 总体情况',
      '2 主动公开政府信息情况',
      '3 收到和处理政府信息公开申请情况',
      '4 政府信息公开行政复议、行政诉讼情况',
      '5 存在的主要问题及改进情况',
      '6 其他需要报告的事项',
    ]);
    expect(edition.areas.map(({ ordinal, title }) => `${ordinal} ${title}`)).toEqual([
      '1 主动公开',
      '2 依申请公开',
      '3 政府信息管理',
      '4 政府信息公开平台建设',
      '5 监督保障',
    ]);
    expect(edition.tables.map(({ id }) => edition.sections.find(({ table }) => table === id)?.id)).toEqual(
      edition.tables.map(({ section }) => section),
    );
  }
});

test('an area goes by its own name, and no other area by that', () => {
  for (const { areas } of editions) {
    for (const area of areas) {
      const named = areas.filter(({ names }) => names.some((name) => area.title.includes(name)));
      expect(named.map(({ id }) => id)).toEqual([area.id]);
    }
  }
});

function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

function ambiguous(
  labelled: readonly Pick<FormTable['columns'][number], 'id' | 'label' | 'aliases'>[],
): readonly string[] {
  const spellings = labelled.flatMap(({ id, label, aliases }) =>
    [label, ...aliases].map((text) => ({ id, text: canonical(text) })),
  );
  return spellings
    .filter(({ id, text }) => text === '' || spellings.some((other) => other.text === text && other.id !== id))
    .map(({ id, text }) => `${id}: ${text}`);
}
