import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { createSnapshot } from '../server/src/features/snapshot.ts';
import { withFormRows } from '../server/src/rules/engine/form-rows.ts';
import type { Language } from '../server/src/text/language.ts';
import { maxFileSize } from '../server/src/text/limits.ts';
import { settingsFrom } from '../server/src/workspace/settings.ts';
import { inFolder, nianbao } from './cli/support.ts';
import { unmark } from './support/marks.ts';

/** What every face has to say alike of one finding. */
interface Said {
  readonly code: unknown;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
  readonly related: readonly { readonly message: string; readonly range: unknown }[];
}

const severityNames = ['', 'error', 'warning', 'information', 'hint'];

function editorSays(text: string, language: Language, rules: unknown): readonly Said[] {
  const snapshot = createSnapshot('file:///report.nianbao', 1, text);
  const options = { settings: settingsFrom(rules), language, relatedInformation: true };
  return diagnostics(snapshot, options).map(({ code, severity = 0, message, range, relatedInformation = [] }) => ({
    code,
    severity: severityNames[severity] ?? '',
    message: String(message),
    range,
    related: relatedInformation.map((each) => ({ message: each.message, range: each.location.range })),
  }));
}

/** What the command line says of each file of a folder. */
async function commandSays(cwd: string, language: Language): Promise<ReadonlyMap<string, readonly Said[]>> {
  const { out, err } = await nianbao(['check', '--format', 'json', '--lang', language, '.'], { cwd });
  expect(err).toBe('');
  const said = new Map<string, Said[]>();
  for (const { file, code, severity, message, range, related } of JSON.parse(out) as (Said & { file: string })[]) {
    said.set(file, [...(said.get(file) ?? []), { code, severity, message, range, related }]);
  }
  return said;
}

function textsIn(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const marked = readFileSync(path, 'utf8');
      return [path, folder === 'fixtures' ? unmark(withFormRows(marked)).text : marked] as const;
    });
}

const texts = [
  ...['corpus', 'fixtures', '../examples'].flatMap(textsIn),
  ['an empty text', ''],
  ['line ends of every kind', '一、总体情况\r\n三、\r四、x\n五、'],
  ['a byte order mark', '\ufeff---\n年度: 20x3\n---\n'],
  ['a text over the limit', '一'.repeat(maxFileSize + 1)],
] as const;

describe.each<[Language, Record<string, string>]>([
  ['zh', {}],
  ['en', { 'blank-cell': 'error', 'outcome-total': 'hint', 'missing-section': 'off' }],
])('the editor and the command line say the same (%s, %j)', (language, rules) => {
  test('of every report in the corpus, the fixtures and the examples', async () => {
    expect(texts.length).toBeGreaterThan(50);
    const files = Object.fromEntries(texts.map(([, text], number) => [`${number}.nianbao`, text]));
    await inFolder({ ...files, 'nianbao.json': JSON.stringify({ rules }) }, async (cwd) => {
      const command = await commandSays(cwd, language);
      let findings = 0;
      for (const [number, [name, text]] of texts.entries()) {
        // An editor takes a byte order mark off before it hands a text over.
        const editor = editorSays(text.replace(/^\ufeff/, ''), language, rules);
        expect(command.get(`${number}.nianbao`) ?? [], name).toEqual(editor);
        findings += editor.length;
      }
      expect(findings).toBeGreaterThan(50);
    });
  });
});
