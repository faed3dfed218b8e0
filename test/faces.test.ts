import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { createSnapshot } from '../server/src/features/snapshot.ts';
import type { Language } from '../server/src/text/language.ts';
import { maxFileSize } from '../server/src/text/limits.ts';
import { settingsFrom } from '../server/src/workspace/settings.ts';
import { inFolder, nianbao } from './cli/support.ts';
import { type Fixture, formsIn, neighboursIn, readFixture } from './support/fixture.ts';

/** What every face has to say alike of one finding. */
interface Said {
  readonly code: unknown;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
  readonly related: readonly { readonly message: string; readonly file: string | null; readonly range: unknown }[];
}

const severityNames = ['', 'error', 'warning', 'information', 'hint'];

async function editorSays(fixture: Fixture, language: Language, rules: unknown): Promise<readonly Said[]> {
  // An editor takes a byte order mark off before it hands a text over.
  const text = fixture.text.replace(/^\ufeff/, '');
  const snapshot = createSnapshot(`/reports/${fixture.name}`, 1, text, formsIn(fixture));
  const among = snapshot.among(await neighboursIn(fixture, snapshot.report));
  const options = { settings: settingsFrom(rules), language, relatedInformation: true };
  return diagnostics(among, options).map(({ code, severity = 0, message, range, relatedInformation = [] }) => ({
    code,
    severity: severityNames[severity] ?? '',
    message: String(message),
    range,
    related: relatedInformation.map(({ location, ...each }) => ({
      message: each.message,
      file: location.uri === snapshot.uri ? null : location.uri.slice('/reports/'.length),
      range: location.range,
    })),
  }));
}

/** What the command line says of each file of a folder. */
async function commandSays(cwd: string, language: Language): Promise<ReadonlyMap<string, readonly Said[]>> {
  const { out, err } = await nianbao(['check', '--format', 'json', '--lang', language, '.'], { cwd });
  expect(err).toBe('');
  const said = new Map<string, Said[]>();
  for (const { file, code, severity, message, range, related } of JSON.parse(out) as (Said & { file: string })[]) {
    const places = related.map((each) => ({ ...each, file: each.file?.replace(/^\d+\//, '') ?? null }));
    said.set(file, [...(said.get(file) ?? []), { code, severity, message, range, related: places }]);
  }
  return said;
}

function fixturesIn(folder: string): readonly Fixture[] {
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .map((text) => (folder === 'fixtures' ? readFixture(text) : alone(text)));
}

function alone(text: string): Fixture {
  return { name: 'report.nianbao', text, files: { 'report.nianbao': text }, cursor: null, expected: [] };
}

/** The settings of a fixture's own folder, with those of this run. */
function settingsOf({ files }: Fixture, rules: Record<string, string>): string {
  return JSON.stringify({ ...JSON.parse(files['nianbao.json'] ?? '{}'), rules });
}

const fixtures: readonly Fixture[] = [
  ...['corpus', 'fixtures', '../examples'].flatMap(fixturesIn),
  alone(''),
  alone('一、总体情况\r\n三、\r四、x\n五、'),
  alone('\ufeff---\n年度: 20x3\n---\n'),
  alone('一'.repeat(maxFileSize + 1)),
];

describe.each<[Language, Record<string, string>]>([
  ['zh', {}],
  ['en', { 'blank-cell': 'error', 'outcome-total': 'hint', 'missing-section': 'off', 'carry-over': 'error' }],
])('the editor and the command line say the same (%s, %j)', (language, rules) => {
  test('of every report in the corpus, the fixtures and the examples', { timeout: 30_000 }, async () => {
    expect(fixtures.length).toBeGreaterThan(50);
    const files = fixtures.flatMap((fixture, number) =>
      Object.entries({ ...fixture.files, 'nianbao.json': settingsOf(fixture, rules) }).map(
        ([name, text]) => [`${number}/${name}`, text] as const,
      ),
    );
    await inFolder(Object.fromEntries(files), async (cwd) => {
      const command = await commandSays(cwd, language);
      const findings: Said[] = [];
      for (const [number, fixture] of fixtures.entries()) {
        const editor = await editorSays(fixture, language, rules);
        expect(command.get(`${number}/${fixture.name}`) ?? [], fixture.text.slice(0, 200)).toEqual(editor);
        findings.push(...editor);
      }
      expect(findings.length).toBeGreaterThan(50);
      const across = findings.filter(({ code }) => code === 'carry-over');
      expect(across.some(({ related }) => related.some(({ file }) => file === '青禾镇-2022.nianbao'))).toBe(true);
    });
  });
});

const shared = join(import.meta.dirname, '../../shared/cases/findings');

test.skipIf(!existsSync(shared))('last year’s report is read when one file is checked', async () => {
  const names = ['23a-2022.nianbao', '23b-2023-carry-not-taken-over.nianbao'] as const;
  const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(shared, name), 'utf8')]));
  await inFolder(files, async (cwd) => {
    const command = await nianbao(['check', '--format', 'json', names[1]], { cwd });
    const found = JSON.parse(command.out) as (Said & { readonly related: readonly { readonly file?: string }[] })[];
    expect(found.filter(({ code }) => code === 'carry-over')).toMatchObject([
      { code: 'carry-over', related: [{ file: names[0] }, { file: names[0] }, {}] },
    ]);
    const fixture: Fixture = { ...alone(files[names[1]] ?? ''), name: names[1], files };
    const editor = await editorSays(fixture, 'zh', {});
    expect(editor.map(({ message, range }) => ({ message, range }))).toEqual(
      found.map(({ message, range }) => ({ message, range })),
    );
  });
});
