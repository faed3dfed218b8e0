import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Subject, subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { type CheckedFinding, check } from '../../server/src/rules/engine/check.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import { type Fix, ownEdits } from '../../server/src/rules/engine/rule.ts';
import { ruleByCode, rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { cleanReport, cleanShortReport } from '../features/support.ts';
import { edited } from '../support/fixes.ts';
import { type Fixture, neighboursIn, readFixture } from '../support/fixture.ts';

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

const findingsOf = (subject: Subject) => check(subject, Number.POSITIVE_INFINITY).findings;

/** How many findings there are of what can go wrong: of each code, and of arithmetic, where one slip stands for another. */
function counts(findings: readonly CheckedFinding[]): ReadonlyMap<string, number> {
  const kinds = findings.map(({ code }) => (ruleByCode(code)?.group === 'arithmetic' ? 'arithmetic' : code));
  return new Map([...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => [kind, length]));
}

const errorsAmong = (findings: readonly CheckedFinding[]) => findings.filter(({ severity }) => severity === 'error');

/** What titles say where something is wrong afterwards. */
const NAMED = /仍不符|变为不符|式不符|总计不符|仍有两行|此后才核对/;

/** What is wrong with a fix: that its finding stays, or that an error comes that its title doesn't name. */
function troubleWith(
  fix: Fix,
  finding: CheckedFinding,
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
): readonly string[] {
  const title = `${finding.code} 「${fix.title.zh}」`;
  const number = (findings: readonly CheckedFinding[]) => findings.filter(({ code }) => code === finding.code).length;
  const stays = number(after) >= number(before) && !NAMED.test(fix.title.zh) ? [`${title} leaves its finding`] : [];
  const [old, now] = [counts(errorsAmong(before)), counts(errorsAmong(after))];
  const come = [...now].flatMap(([kind, count]) => {
    const earlier = old.get(kind) ?? 0;
    return earlier === 0 || (kind === 'arithmetic' && count > earlier) ? [kind] : [];
  });
  return [...stays, ...(NAMED.test(fix.title.zh) ? [] : come.map((kind) => `${title} brings ${kind}`))];
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

/** What goes wrong in a line of a table, or anywhere. */
const slips: Readonly<Record<string, (line: string, seed: number) => string | null>> = {
  'another value': (line, seed) => withValue(line, seed, (value) => String(Number(value) + 1 + (seed % 9))),
  'a blank': (line, seed) => withValue(line, seed, () => ' '),
  'digits swapped': (line, seed) => withValue(line, seed, (value) => `${value}1`),
  'a word for a value': (line, seed) => withValue(line, seed, () => '无'),
  'full width': (line, seed) => withValue(line, seed, (value) => value.replace(/\d/g, (digit) => fullWidth(digit))),
  'a value lost': (line, seed) => withValue(line, seed, () => null),
  'a value more': (line, seed) => withValue(line, seed, (value) => `${value} | 0`),
  'a line gone': () => null,
  'a line twice': (line) => `${line}\n${line}`,
  'a character gone': (line, seed) =>
    line.length < 6 ? line : line.slice(0, 3 + (seed % 3)) + line.slice(4 + (seed % 3)),
};

function fullWidth(digit: string): string {
  return String.fromCharCode(digit.charCodeAt(0) + 0xfee0);
}

/** The line with one of its values changed, or taken out (null); as it is where it has none. */
function withValue(line: string, seed: number, change: (value: string) => string | null): string {
  const cells = line.split('|');
  const places = cells.flatMap((cell, i) => (/^\s*\d+\s*$/.test(cell) ? [i] : []));
  const place = places[seed % Math.max(1, places.length)];
  if (place === undefined) return line;
  const value = change((cells[place] ?? '').trim());
  return cells.toSpliced(place, 1, ...(value === null ? [] : [` ${value} `])).join('|');
}

const mutation = fc.tuple(fc.constantFrom(...Object.keys(slips)), fc.nat(10_000), fc.nat(1000));

function mutated(text: string, mutations: readonly (readonly [string, number, number])[]): string {
  return mutations.reduce((current, [name, place, seed]) => {
    const lines = current.split('\n');
    const visible = lines.flatMap((line, i) => (line.trim() === '' || line.startsWith('---') ? [] : [i]));
    const at = visible[place % Math.max(1, visible.length)];
    if (at === undefined) return current;
    const line = slips[name]?.(lines[at] ?? '', seed) ?? null;
    return lines.toSpliced(at, 1, ...(line === null ? [] : [line])).join('\n');
  }, text);
}

test('so does every fix of a report in which something went wrong', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(cleanReport, cleanShortReport),
      fc.array(mutation, { minLength: 1, maxLength: 2 }),
      (clean, mutations) => {
        const text = mutated(clean, mutations);
        const findings = (each: string) => findingsOf(subjectOf(readReport(each)));
        const before = findings(text);
        const trouble = before.flatMap((finding) =>
          fixesOf(finding).flatMap((fix) => troubleWith(fix, finding, before, findings(edited(text, ownEdits(fix))))),
        );
        expect(trouble, text).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
}, 60_000);
