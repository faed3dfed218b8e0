import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { json } from '../../server/src/exporters/json.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { dataFormats, dictionary, reportSchema } from '../support/data-dictionary.ts';
import { hostile } from '../support/hostile.ts';
import { forms } from './support.ts';

const root = join(import.meta.dirname, '../..');
const schemaPath = join(root, 'schemas/report.schema.json');
const dictionaryPath = join(root, 'docs/data.md');

describe('what is generated from the editions (UPDATE=1 npx vitest run test/exporters writes it)', () => {
  test('the schema of exported JSON', () => {
    const expected = `${JSON.stringify(reportSchema(), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(schemaPath, expected);
    expect(readFileSync(schemaPath, 'utf8')).toBe(expected);
  });

  test.each([
    ['dictionary', 'zh', dictionary],
    ['dictionary', 'en', dictionary],
    ['formats', 'zh', dataFormats],
    ['formats', 'en', dataFormats],
  ] as const)('the %s of the data, %s', (name, language, made) => {
    const text = readFileSync(dictionaryPath, 'utf8');
    const part = new RegExp(`(<!-- ${name} ${language} -->\\n)[^]*?(<!-- /${name} ${language} -->)`);
    const expected = text.replace(part, (_, start: string, end: string) => `${start}${made(language)}\n${end}`);
    expect(text).toMatch(part);
    if (process.env.UPDATE) writeFileSync(dictionaryPath, expected);
    else expect(text).toBe(expected);
  });
});

describe('the schema', () => {
  const holds = new Ajv({ strict: true, allowUnionTypes: true }).compile(reportSchema());
  const faults = (value: unknown): unknown => (holds(value) ? null : holds.errors);

  test.each(corpus)('holds for $name', ({ text }) => {
    expect(faults(JSON.parse(json.write(readReport(text))))).toBe(null);
  });

  test.each([...forms, { name: 'a hostile report', text: hostile }, { name: 'nothing', text: '' }])(
    'holds for $name',
    ({ text }) => {
      expect(faults(JSON.parse(json.write(readReport(text))))).toBe(null);
    },
  );

  test('holds for several reports', () => {
    const { start, item, between, end } = json.collection ?? { start: '', item: String, between: '', end: '' };
    const items = corpus.map(({ text }) => item(readReport(text))).join(between);
    expect(faults(JSON.parse(start + items + end))).toBe(null);
  });

  test('refuses what the export never writes', () => {
    const report = JSON.parse(json.write(readReport(corpus.at(-1)?.text ?? '')));
    for (const wrong of [
      { ...report, extra: 1 },
      { ...report, year: '2023' },
      { ...report, edition: '2022' },
      { ...report, values: { ...report.values, requests: { received: [1, 2] } } },
      { ...report, values: { ...report.values, disclosure: { regulations: { made: 1 } } } },
      { ...report, values: { ...report.values, requests: { unknown: [0, 0, 0, 0, 0, 0, 0] } } },
    ]) {
      expect(holds(wrong)).toBe(false);
    }
  });
});
