import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Subject, subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import { ownEdits } from '../../server/src/rules/engine/rule.ts';
import { rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { findingsOf, trialsOf, troubleWith } from '../support/fix-trials.ts';
import { edited } from '../support/fixes.ts';
import { type Fixture, neighboursIn, readFixture } from '../support/fixture.ts';
import { mutatedReport } from '../support/mutated-reports.ts';
import { reportsToSpoil } from '../support/reports-to-spoil.ts';

const root = join(import.meta.dirname, '../fixtures/rules');

function fixturesOf(code: string): readonly Fixture[] {
  const folder = join(root, code);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith('fires')) : [];
  return files.map((file) => readFixture(readFileSync(join(folder, file), 'utf8')));
}

async function subjectIn(fixture: Fixture, text = fixture.text): Promise<Subject> {
  const report = readReport(text);
  return subjectOf(report, await neighboursIn({ ...fixture, text }, report));
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('has a fix in one of its fixtures, or its page says why not', async () => {
    const subjects = await Promise.all(fixturesOf(code).map((fixture) => subjectIn(fixture)));
    const own = subjects.flatMap((subject) => findingsOf(subject).filter((finding) => finding.code === code));
    const isMended = own.some((finding) => fixesOf(finding).length > 0);
    expect(isMended).toBe(rule.noFix === undefined);
  });

  test('every fix mends its finding and makes no error that its title doesn’t name', async () => {
    const trouble: string[] = [];
    for (const fixture of fixturesOf(code)) {
      const before = findingsOf(await subjectIn(fixture));
      for (const finding of before.filter((each) => each.code === code)) {
        for (const fix of fixesOf(finding)) {
          const edits = ownEdits(fix);
          if (edits.length < fix.edits.length) continue;
          const after = findingsOf(await subjectIn(fixture, edited(fixture.text, edits)));
          trouble.push(...troubleWith(fix, finding, before, after));
        }
      }
    }
    expect(trouble).toEqual([]);
  });
});

// The whole: scripts/every-fix.ts.
test('so does every fix of a report in which something went wrong, and it changes nothing else', () => {
  fc.assert(
    fc.property(mutatedReport(reportsToSpoil), (text) => {
      expect(trialsOf(text).flatMap(({ trouble }) => trouble)).toEqual([]);
    }),
    { numRuns: 200, seed: 20_240_131 },
  );
}, 60_000);
