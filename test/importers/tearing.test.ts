import { describe, expect, test } from 'vitest';
import { importText } from '../../server/src/importers/text.ts';
import { judge } from '../support/tearing/judge.ts';
import { randomFrom } from '../support/tearing/random.ts';
import { type Shape, shapes } from '../support/tearing/shapes.ts';
import { count, emptyTally, type Tally } from '../support/tearing/tally.ts';
import { type Damage, damages, tear } from '../support/tearing/torn.ts';

const REPORTS = 2;
const bordered = shapes.filter(({ borders }) => borders !== 'none');
const signed = shapes.filter(({ borders }) => borders === 'sign');
/** Damage that leaves what parts one cell from the next. */
const harmless = damages.filter(({ name }) =>
  ['traditional', 'full-width digits', 'totals blank', 'metadata above', 'twice'].includes(name),
);

function tallyOf(shape: Shape, damage: Damage | null, reports = REPORTS): Tally {
  const tally = emptyTally();
  for (let seed = 0; seed < reports; seed++) count([tally], seed, shape, damage);
  return tally;
}

/** That every cell, paragraph and heading came in, and that the markup stays the same when it is imported again. */
function expectWhole({ reports, cells, faults, framed, prose, overstated, unstable }: Tally): void {
  expect(faults).toEqual([]);
  expect({ ...cells, framed, torn: prose.torn, overstated, unstable }).toEqual({
    ...{ right: cells.right, doubtful: 0, wrong: 0, lost: 0 },
    ...{ framed: reports, torn: 0, overstated: 0, unstable: 0 },
  });
}

describe('a random report', () => {
  test.each(bordered)('as $name comes in whole', (shape) => {
    expectWhole(tallyOf(shape, null));
  });

  test.each(harmless)('torn by “$name” comes in whole, whatever signs part its cells', (damage) => {
    for (const shape of signed) expectWhole(tallyOf(shape, damage, 1));
  });

  test.each(['wrap 20', 'wrap 40'])('torn by “%s” has no wrong number, and all its prose', (name) => {
    const damage = damages.find((each) => each.name === name) ?? null;
    for (const shape of signed) {
      const { cells, prose } = tallyOf(shape, damage, 1);
      expect({ wrong: cells.wrong, torn: prose.torn }).toEqual({ wrong: 0, torn: 0 });
      expect(cells.right).toBeGreaterThan(0.9 * (cells.right + cells.doubtful + cells.lost));
    }
  });
});

const onOneLine = damages.filter(({ name }) => name.startsWith('one line'));

test.each(signed)('a random report as $name on one line has no wrong number, and most of its cells', (shape) => {
  for (const damage of onOneLine) {
    const { cells } = tallyOf(shape, damage, 1);
    expect({ wrong: cells.wrong, lost: cells.lost * 10 < cells.right }).toEqual({ wrong: 0, lost: true });
    expect(cells.right).toBeGreaterThan(0.9 * (cells.right + cells.doubtful + cells.lost));
  }
});

test('a column of totals left blank is told by the other columns, though nothing stands for the blanks', () => {
  const blank = damages.find(({ name }) => name === 'totals blank') ?? null;
  const lines = shapes.find(({ name }) => name === 'cell a line');
  const { cells } = tallyOf(lines ?? canonicalShape(), blank, 1);
  expect({ ...cells, right: cells.right > 100 }).toEqual({ right: true, doubtful: 0, wrong: 0, lost: 0 });
});

function canonicalShape(): Shape {
  const [first] = shapes;
  if (!first) throw new Error('no shape');
  return first;
}

describe('the judge', () => {
  const torn = tear(randomFrom(7), canonicalShape(), null);
  const result = importText(torn.text);
  if ('failure' in result) throw new Error(result.failure.en);
  const row = /^\| 行政处罚 .*$/m;
  const judged = (change: (row: string) => string) =>
    judge(torn, { ...result, markup: result.markup.replace(row, change) });

  test.each([
    ['another number', (line: string) => line.replace(/\d+/, (digits) => `${digits}9`), { wrong: 1 }],
    ['a blank', (line: string) => line.replace(/\d+/, ''), { lost: 1 }],
    ['a blank below a comment', (line: string) => `// 待核\n${line.replace(/\d+/, '')}`, { doubtful: 1 }],
  ])('counts %s', (_, change, expected) => {
    expect(judged(change).cells).toMatchObject(expected);
  });

  test('counts prose to the character', () => {
    const [paragraph = ''] = torn.report.prose.get('preface') ?? [];
    const markup = result.markup.replace(paragraph, paragraph.replace('，', ''));
    expect(judge(torn, { ...result, markup }).prose.torn).toEqual([paragraph]);
  });
});

test('the same seed tears the same report the same way', () => {
  const text = (seed: number): readonly string[] =>
    shapes.flatMap((shape) => damages.map((damage) => tear(randomFrom(seed), shape, damage).text));
  expect(text(3)).toEqual(text(3));
  expect(text(3)).not.toEqual(text(4));
});
