/*
 * Makes every fix that is offered on mutated reports and looks at what comes of it; exit code 1 where one does harm.
 *
 *   node scripts/every-fix.ts [REPORTS] [SEED]
 */
import fc from 'fast-check';
import { trialsOf } from '../test/support/fix-trials.ts';
import { mutatedReport } from '../test/support/mutated-reports.ts';
import { reportsToSpoil } from '../test/support/reports-to-spoil.ts';

const [numRuns = 2000, seed = 20_240_131] = process.argv.slice(2).map(Number);
const made = new Map<string, number>();
const harm = new Map<string, { times: number; text: string }>();
for (const text of fc.sample(mutatedReport(reportsToSpoil), { numRuns, seed })) {
  for (const { finding, trouble } of trialsOf(text)) {
    made.set(finding.code, (made.get(finding.code) ?? 0) + 1);
    for (const each of trouble) {
      const kind = each.replace(/「[^」]*」|\d+/g, '…');
      const known = harm.get(`${finding.code}: ${kind}`) ?? { times: 0, text: `${each}\n${text}` };
      harm.set(`${finding.code}: ${kind}`, { ...known, times: known.times + 1 });
    }
  }
}
const rows = [...made].toSorted((one, other) => other[1] - one[1]);
for (const [code, number] of rows) console.log(String(number).padStart(8), code);
console.log(
  `${rows.reduce((sum, [, number]) => sum + number, 0)} fixes of ${rows.length} rules made on ${numRuns} reports`,
);
for (const [kind, { times, text }] of harm)
  console.log(`\n${times} × ${kind}\n${process.env.TEXTS ? text : text.split('\n')[0]}`);
process.exitCode = harm.size > 0 ? 1 : 0;
