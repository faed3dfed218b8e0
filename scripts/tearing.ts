// Tears random reports in every way, imports them, and prints what became of their cells.
// node scripts/tearing.ts [--reports N] [--seed N] [--shape NAME] [--damage NAME] [--faults]
import { parseArgs } from 'node:util';
import { shapes } from '../test/support/tearing/shapes.ts';
import { count, emptyTally, type Tally } from '../test/support/tearing/tally.ts';
import { damages } from '../test/support/tearing/torn.ts';

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    shape: { type: 'string' },
    damage: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
});
const reports = Number(values.reports);
const seed = Number(values.seed);
const named = (name: string, wanted: string | undefined): boolean => wanted === undefined || name === wanted;

const ways = [null, ...damages].filter((damage) => named(damage?.name ?? 'none', values.damage));
const byShape = new Map<string, Tally>();
const byDamage = new Map<string, Tally>();
for (const shape of shapes.filter(({ name }) => named(name, values.shape))) {
  for (const damage of ways) {
    const name = damage?.name ?? 'none';
    for (let i = 0; i < reports; i++) {
      count(
        [tallyOf(byShape, damage ? `${shape.name}, torn` : shape.name), tallyOf(byDamage, name)],
        seed + i,
        shape,
        damage,
      );
    }
  }
}
print('shape', byShape);
print('damage', byDamage);
if (values.faults) for (const tally of byDamage.values()) for (const fault of tally.faults) console.log(fault);

function tallyOf(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? emptyTally();
  tallies.set(name, tally);
  return tally;
}

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  const rows = [...tallies].map(([name, tally]) => ({ [title]: name, ...rowOf(tally) }));
  console.table(rows);
}

function rowOf({ reports, cells, inferredWrong, prose, framed, overstated, unstable }: Tally) {
  const all = cells.right + cells.doubtful + cells.wrong + cells.lost;
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
  return {
    cells: all,
    'right %': share(cells.right, all),
    'doubtful %': share(cells.doubtful, all),
    wrong: cells.wrong,
    'lost %': share(cells.lost, all),
    'inferred wrong': inferredWrong,
    'prose %': share(prose.kept, prose.kept + prose.torn),
    'frame %': share(framed, reports),
    overstated,
    unstable,
  };
}
