import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { formats } from '../../server/src/cli/formats/index.ts';
import { corpus } from '../support/corpus.ts';
import { mutatedReport } from '../support/mutated-reports.ts';
import { reportsToSpoil } from '../support/reports-to-spoil.ts';
import { inFolder, nianbao, wrongReport } from './support.ts';

const root = join(import.meta.dirname, '../..');
const known: Readonly<Record<string, string>> = {
  json: 'schemas/findings.schema.json',
  jsonl: 'schemas/findings.schema.json',
  sarif: 'test/fixtures/schemas/sarif/sarif-schema-2.1.0.json',
  rdjson: 'test/fixtures/schemas/rdjson/DiagnosticResult.json',
  gitlab: 'test/fixtures/schemas/gitlab/code-quality.schema.json',
  junit: 'test/fixtures/schemas/junit/junit-10.xsd',
  checkstyle: 'test/fixtures/schemas/checkstyle/checkstyle.xsd',
};
/** For people's eyes and for logs. */
const withoutSchema = ['pretty', 'github', 'gcc'];

const spoiled = fc.sample(mutatedReport(reportsToSpoil), { numRuns: 60, seed: 11 });
const reports = {
  ...Object.fromEntries(
    [...corpus.map(({ text }) => text), ...spoiled].map((text, i) => [`甲 ${i}&<乙>.nianbao`, text]),
  ),
  '不是文本.nianbao': Uint8Array.of(0xff, 0xfe, 0x00),
  '今年.nianbao': '---\n机关: 青禾镇人民政府\n年度: 2023\n上年: 没有.nianbao\n---\n\u0000\u001b控制字符\n',
};

/** What is wrong with a document, by its schema; null where nothing is. */
function faults(schema: string, document: string): unknown {
  const path = join(root, schema);
  const text = readFileSync(path, 'utf8');
  if (schema.endsWith('.xsd')) return xmlFaults(text, document);
  const isOld = /json-schema\.org\/draft-04/.test(text);
  const options = { strict: false, allErrors: true };
  const ajv = isOld ? new Ajv4(options) : new Ajv(options);
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(text));
  return validate(JSON.parse(document)) ? null : validate.errors?.slice(0, 3).map((error: ErrorObject) => error);
}

function xmlFaults(schema: string, document: string): unknown {
  const parsed = [XmlDocument.fromString(schema), XmlDocument.fromString(document)] as const;
  try {
    const validator = XsdValidator.fromDoc(parsed[0]);
    try {
      validator.validate(parsed[1]);
      return null;
    } catch (error) {
      return String(error);
    } finally {
      validator.dispose();
    }
  } finally {
    for (const each of parsed) each.dispose();
  }
}

/** The findings of JSON Lines as one array, with the files that they are in. */
function whole(format: string, out: string): string {
  if (format !== 'jsonl') return out;
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; findings?: object[] });
  return JSON.stringify(lines.flatMap(({ file, findings = [] }) => findings.map((each) => ({ file, ...each }))));
}

describe('what check writes keeps to the schema of its format', () => {
  test('for every format that has one', () => {
    expect(Object.keys(known).concat(withoutSchema).sort()).toEqual(formats.map(({ id }) => id).sort());
  });

  test.each(Object.entries(known))('%s', async (format, schema) => {
    await inFolder(reports, async (cwd) => {
      for (const language of ['zh', 'en']) {
        const { code, out } = await nianbao(['check', '--format', format, '--lang', language, '.'], { cwd });
        expect(code).toBe(2);
        expect(out.length).toBeGreaterThan(10_000);
        expect(faults(schema, whole(format, out))).toBeNull();
      }
      const nothing = await nianbao(['check', '--format', format, '-'], { cwd, stdin: corpus[0]?.text ?? '' });
      expect(faults(schema, whole(format, nothing.out))).toBeNull();
    });
  });

  test('and the schemas tell a wrong document', () => {
    const wrong: Readonly<Record<string, string>> = {
      json: '[{"file":"a"}]',
      jsonl: '[{"file":"a"}]',
      sarif: '{"version":"2.1.0","runs":[{"tool":{}}]}',
      rdjson: '{"diagnostics":[{"message":1}]}',
      gitlab: '[{"description":"a"}]',
      junit: '<testsuites><testcase/></testsuites>',
      checkstyle: '<checkstyle version="4.3"><file/></checkstyle>',
    };
    for (const [format, schema] of Object.entries(known)) expect(faults(schema, wrong[format] ?? '')).not.toBeNull();
  });
});

test('fingerprints of a GitLab report differ', async () => {
  await inFolder(reports, async (cwd) => {
    const { out } = await nianbao(['check', '--format', 'gitlab', '.'], { cwd });
    const prints = (JSON.parse(out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
});

test('findings that a baseline knows keep to the schema, too', async () => {
  await inFolder({ 'a.nianbao': wrongReport }, async (cwd) => {
    await nianbao(['desk', '--write-baseline', 'known.json', '.'], { cwd });
    const { out } = await nianbao(['check', '--format', 'json', '--baseline', 'known.json', '.'], { cwd });
    expect(out).toContain('"baselined":true');
    expect(faults(known.json ?? '', out)).toBeNull();
  });
});
