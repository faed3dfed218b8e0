import { describe, expect, test } from 'vitest';
import { importText } from '../../server/src/importers/text.ts';
import { judge } from '../support/tearing/judge.ts';
import { randomFrom } from '../support/tearing/random.ts';
import { type Shape, shapes } from '../support/tearing/shapes.ts';
import { add, emptyTally, type Tally, tryOut } from '../support/tearing/tally.ts';
import { both, type Damage, damages, rareDamages, type Torn, tear } from '../support/tearing/torn.ts';

const REPORTS = 2;
const bordered = shapes.filter(({ borders }) => borders !== 'none');
const signed = shapes.filter(({ borders }) => borders === 'sign');
/** Damage that leaves what parts one cell from the next. */
const harmless = damages.filter(({ name }) =>
  ['traditional', 'full-width digits', 'totals blank', 'metadata above', 'twice'].includes(name),
);

function tallyOf(shape: Shape, damage: Damage | null, reports = REPORTS): Tally {
  const tally = emptyTally();
  for (let seed = 0; seed < reports; seed++) add(tally, tryOut(seed, shape, damage));
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

describe('a random report torn in a rarer way', () => {
  // Its tables of one row each have heads of their own.
  const headed = signed.filter(({ name }) => name !== 'Markdown, a table a row');

  test.each(rareDamages)('by “$name” has no wrong number', (damage) => {
    for (const shape of headed) {
      const { faults, cells } = tallyOf(shape, damage, 1);
      expect({ shape: shape.name, wrong: faults.filter((fault) => / wrong /.test(fault)) }).toEqual({
        shape: shape.name,
        wrong: [],
      });
      expect(cells.right + cells.doubtful).toBeGreaterThan(0);
    }
  });

  test.each(['page numbers in tables', 'heads again', 'units', 'numbers in headings'])(
    'by “%s” has nearly all its cells',
    (name) => {
      const damage = rareDamages.find((each) => each.name === name) ?? null;
      for (const shape of signed) {
        const { cells } = tallyOf(shape, damage, 1);
        expect({
          shape: shape.name,
          isWhole: cells.right >= 0.9 * (cells.right + cells.doubtful + cells.lost),
        }).toEqual({
          shape: shape.name,
          isWhole: true,
        });
      }
    },
  );
});

describe('the prose of a random report', () => {
  const named = (name: string): Damage | null => damages.find((damage) => damage.name === name) ?? null;
  const [spaces, line] = [named('spaces in sentences'), named('one line, spaces')];

  test.each([
    ['spaces in sentences', spaces],
    ['wrap 30', named('wrap 30')],
    ['spaces in sentences, on one line', spaces && line && both(spaces, line)],
    ['one line', named('one line')],
  ])('is kept to the character: %s', (_, damage) => {
    for (const shape of shapes.filter(({ name }) => ['canonical', 'TABs', 'spaces', 'pdftotext'].includes(name))) {
      const { prose, unstable } = tallyOf(shape, damage, 3);
      expect({ shape: shape.name, ...prose, unstable }).toMatchObject({ torn: 0, lost: 0, unstable: 0 });
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

describe('what is decidable', () => {
  const shapeOf = (name: string): Shape => shapes.find((shape) => shape.name === name) ?? raise(name);
  const damageOf = (name: string): Damage => damages.find((damage) => damage.name === name) ?? raise(name);
  const raise = (name: string): never => {
    throw new Error(name);
  };
  const filled = ({ report }: Torn): number => [...report.figures.values()].filter((value) => value !== null).length;
  const torn = (shape: string, damage: string | null): readonly Torn[] =>
    [1, 2, 3, 4, 5].map((seed) => tear(randomFrom(seed), shapeOf(shape), damage === null ? null : damageOf(damage)));

  test.each([
    ['TABs', null],
    ['TABs', 'one line'],
    ['cell a line', null],
    ['spaces', 'wrap 15–60'],
  ])('is each value that something parts from the next: %s, %s', (shape, damage) => {
    for (const each of torn(shape, damage)) expect(each.decidable().size).toBeGreaterThanOrEqual(0.97 * filled(each));
  });

  test('are digits that sums leave one reading of, and no others', () => {
    const reports = torn('canonical', 'no separators, one line').filter(({ report }) => !report.isFaulty);
    for (const { report, decidable } of reports) {
      const zeros = report.form.tables
        .flatMap((table) => table.rows.map(({ row }) => `${table.id} ${row.id} `))
        .filter((row) => [...report.figures].every(([key, value]) => !key.startsWith(row) || value === 0));
      for (const row of zeros) expect([...decidable()].some((key) => key.startsWith(row))).toBe(true);
    }
    expect(reports.some((each) => each.decidable().size < filled(each))).toBe(true);
  });

  test('damages go together, one after the other', () => {
    const { text } = tear(randomFrom(1), shapeOf('TABs'), both(damageOf('full-width digits'), damageOf('one line')));
    expect(text).toMatch(/^[^\n]+$/);
    expect(text).toMatch(/\t[０-９]+\t/);
  });
});

test('the same seed tears the same report the same way', () => {
  const text = (seed: number): readonly string[] =>
    shapes.flatMap((shape) => damages.map((damage) => tear(randomFrom(seed), shape, damage).text));
  expect(text(3)).toEqual(text(3));
  expect(text(3)).not.toEqual(text(4));
});
