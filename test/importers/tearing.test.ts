import { describe, expect, test } from 'vitest';
import { importText } from '../../server/src/importers/text.ts';
import { judge } from '../support/tearing/judge.ts';
import { randomFrom } from '../support/tearing/random.ts';
import { type Shape, shapes } from '../support/tearing/shapes.ts';
import { count, emptyTally, type Tally } from '../support/tearing/tally.ts';
import { type Damage, damages, tear } from '../support/tearing/torn.ts';

const REPORTS = 2;
/** Shapes in which cells are still lost. */
const open = new Set([
  'quoted TABs',
  'CSV',
  'Markdown',
  'Markdown, a table a row',
  'box drawing',
  'merged cells filled',
  'cell a line',
  'glued rows',
]);

function tallyOf(shape: Shape, damage: Damage | null): Tally {
  const tally = emptyTally();
  for (let seed = 0; seed < REPORTS; seed++) count([tally], seed, shape, damage);
  return tally;
}

describe('a random report', () => {
  test.each(shapes.filter(({ name }) => !open.has(name)))('as $name comes in whole', (shape) => {
    const { cells, faults, framed } = tallyOf(shape, null);
    expect(faults).toEqual([]);
    expect({ ...cells, framed }).toEqual({ right: cells.right, doubtful: 0, wrong: 0, lost: 0, framed: REPORTS });
  });
});

describe('the judge', () => {
  const [canonical] = shapes;
  if (!canonical) throw new Error('no shape');
  const torn = tear(randomFrom(7), canonical, null);
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
