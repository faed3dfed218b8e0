// Tears random reports in every way, imports them, and prints what became of their cells.
// node scripts/tearing.ts [--reports N] [--seed N] [--shape NAME] [--damage NAME] [--faults] [--quick] [--rare]
// node scripts/tearing.ts --any N: so many reports, each in a shape and with none, one or two damages by chance
// --rare: with damage that is rarer, by itself or after one of the others
import { parseArgs } from 'node:util';
import { type Shape, shapes } from '../test/support/tearing/shapes.ts';
import { add, chosenBy, emptyTally, rareBy, type Tally, type Trial, tryOut } from '../test/support/tearing/tally.ts';
import { type Damage, damages, rareDamages } from '../test/support/tearing/torn.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20' },
    any: { type: 'string' },
    seed: { type: 'string', default: '1' },
    shape: { type: 'string' },
    damage: { type: 'string' },
    faults: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rare: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const tallies = { shape: new Map<string, Tally>(), damage: new Map<string, Tally>(), sums: new Map<string, Tally>() };
const shown = shapes.filter(({ name }) => values.shape === undefined || name === values.shape);
const ways = (values.rare ? [...rareDamages] : [null, ...damages]).filter(
  (damage) => values.damage === undefined || nameOf(damage) === values.damage,
);

if (values.any !== undefined) for (let i = 0; i < Number(values.any); i++) anyTrial(seed + i);
else {
  for (const shape of shown)
    for (const damage of ways) for (let i = 0; i < Number(values.reports); i++) trial(seed + i, shape, damage);
}
for (const [title, byName] of Object.entries(tallies)) print(title, byName);

function anyTrial(seed: number): void {
  const { shape, damage } = values.rare ? rareBy(seed, shown, ways) : chosenBy(seed, shown, ways);
  trial(seed, shape, damage);
}

function trial(seed: number, shape: Shape, damage: Damage | null): void {
  const result = tryOut(seed, shape, damage, values.quick);
  const { isFaulty } = result.torn.report;
  const isBoth = nameOf(damage).includes(' + ');
  add(tallyOf('shape', damage ? `${shape.name}, torn` : shape.name), result);
  add(tallyOf('damage', isBoth ? 'two of them' : nameOf(damage)), result);
  add(tallyOf('sums', isFaulty ? 'some wrong' : 'all right'), result);
  if (values.faults) printFaults(result, shape, damage);
}

function printFaults(
  { seed, verdict, torn, isUnstable, isOverstated }: Trial,
  shape: Shape,
  damage: Damage | null,
): void {
  const said = [isUnstable ? ['unstable'] : [], isOverstated ? ['overstated'] : [], verdict.isFramed ? [] : ['frame']];
  const prose = verdict.prose.torn.map(
    (paragraph) => `${verdict.prose.lost.includes(paragraph) ? 'lost' : 'torn'} prose ${paragraph}`,
  );
  for (const fault of [...verdict.faults, ...said.flat(), ...prose])
    console.log([seed, shape.name, nameOf(damage), torn.report.isFaulty ? 'wrong sums' : 'sums', fault].join('\t'));
}

function nameOf(damage: Damage | null): string {
  return damage?.name ?? 'none';
}

function tallyOf(title: keyof typeof tallies, name: string): Tally {
  const tally = tallies[title].get(name) ?? emptyTally();
  tallies[title].set(name, tally);
  return tally;
}

function print(title: string, byName: ReadonlyMap<string, Tally>): void {
  console.table([...byName].map(([name, tally]) => ({ [title]: name, ...rowOf(tally) })));
}

function rowOf({ reports, cells, decidable, extraRows, inferredWrong, prose, framed, overstated, unstable }: Tally) {
  const all = cells.right + cells.doubtful + cells.wrong + cells.lost;
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
  return {
    reports,
    cells: all,
    'right %': share(cells.right, all),
    'doubtful %': share(cells.doubtful, all),
    wrong: cells.wrong,
    'lost %': share(cells.lost, all),
    'decidable %': share(decidable.cells, all),
    'right of these %': share(decidable.right, decidable.cells),
    'inferred wrong': inferredWrong,
    'extra rows %': share(extraRows.kept, extraRows.all),
    'prose %': share(prose.kept, prose.kept + prose.torn),
    'prose lost': prose.lost,
    'frame %': share(framed, reports),
    overstated,
    unstable,
  };
}
