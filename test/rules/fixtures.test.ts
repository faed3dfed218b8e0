import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RuleSettings } from '../../server/src/analysis/settings.ts';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { ruleByCode, rules } from '../../server/src/rules/index.ts';
import { type Fixture, formsIn, neighboursIn, readFixture } from '../support/fixture.ts';
import { remark } from '../support/marks.ts';

const root = join(import.meta.dirname, '../fixtures/rules');

/** The text with marks for what the rule finds in it. */
async function findingsOf(code: string, fixture: Fixture): Promise<string> {
  const { text } = fixture;
  const report = readReport(text, formsIn(fixture));
  const settings: RuleSettings = { rules: ruleByCode(code)?.isOptional ? { [code]: 'hint' } : {} };
  const { findings, failures } = check(subjectOf(report, { ...(await neighboursIn(fixture, report)), settings }));
  expect(failures).toEqual([]);
  return remark(
    text,
    findings.filter((finding) => finding.code === code),
  );
}

/** Rules whose fixture would be millions of characters long; `limits.test.ts` makes it. */
const withoutFixtures = ['file-too-large'];

describe.each(rules.map((rule) => rule.code).filter((code) => !withoutFixtures.includes(code)))('%s', (code) => {
  const folder = join(root, code);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];

  test('has a fixture where it fires and one where it must not', () => {
    expect(files.some((file) => file.startsWith('fires'))).toBe(true);
    expect(files.some((file) => file.startsWith('silent'))).toBe(true);
  });

  test.each(files)('%s', async (file) => {
    const fixture = readFixture(readFileSync(join(root, code, file), 'utf8'));
    const { text, expected } = fixture;
    expect(expected.length > 0, 'a fires-… fixture has marks, a silent-… fixture has none').toBe(
      file.startsWith('fires'),
    );
    expect(expected.every((mark) => mark.code === code)).toBe(true);
    expect(await findingsOf(code, fixture)).toBe(remark(text, expected));
  });
});
