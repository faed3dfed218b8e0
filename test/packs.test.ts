// A pack, from its file to what every face says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CompletionRequest, type Diagnostic, DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { nodeFilesTelling } from '../server/src/lsp/files-node.ts';
import { type ExportResult, exportRequest, newReportRequest } from '../server/src/lsp/protocol.ts';
import { readPackFile } from '../server/src/workspace/pack-file.ts';
import { inFolder, nianbao } from './cli/support.ts';
import { cleanReport } from './features/support.ts';
import { Client, pulling } from './lsp/support.ts';
import { examplePack, exampleSettings, packName, withPackRow } from './support/packs.ts';

const label = '9.本省规定的其他情形';
const body = '青禾镇人民政府';
const province = { 'nianbao.json': exampleSettings, [packName]: examplePack };

interface Said {
  readonly code: unknown;
  readonly severity: unknown;
  readonly message: unknown;
  readonly range: unknown;
}

async function commandSays(cwd: string, file: string): Promise<readonly Said[]> {
  const { out, err } = await nianbao(['check', '--format', 'json', file], { cwd });
  expect(err).toBe('');
  const names = ['', 'error', 'warning', 'information', 'hint'];
  return (JSON.parse(out) as (Said & { severity: string })[]).map(({ code, severity, message, range }) => ({
    code,
    severity: names.indexOf(severity),
    message,
    range,
  }));
}

/** A client at a server that sees a folder on disk. */
function clientIn(cwd: string): Promise<Client> {
  return Client.start({
    capabilities: pulling,
    folders: [uriIn(cwd, '')],
    files: nodeFilesTelling(() => {}),
    options: { language: 'zh' },
  });
}

function uriIn(cwd: string, file: string): string {
  return pathToFileURL(join(cwd, file)).href;
}

async function editorSays(cwd: string, file: string): Promise<readonly Said[]> {
  const client = await clientIn(cwd);
  const uri = uriIn(cwd, file);
  await client.open(uri, readFileSync(join(cwd, file), 'utf8'));
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const items: readonly Diagnostic[] = report.kind === 'full' ? report.items : [];
  return items.map(({ code, severity, message, range }) => ({ code, severity, message, range }));
}

test('the example of the documentation is right', () => {
  expect(readPackFile(examplePack).problems).toEqual([]);
});

describe('a province’s row by a pack alone', () => {
  const reports = {
    'whole.nianbao': withPackRow(),
    'total.nianbao': withPackRow('1 0 0 0 0 0 2'),
    'missing.nianbao': cleanReport,
    'other-body.nianbao': withPackRow().replaceAll('青禾镇', '云岭乡'),
  };
  const codesWithRow: Readonly<Record<keyof typeof reports, readonly string[]>> = {
    'whole.nianbao': [],
    'total.nianbao': ['applicant-total'],
    'missing.nianbao': ['missing-row'],
    'other-body.nianbao': ['unknown-row'],
  };

  test.each(Object.entries(codesWithRow))('the editor and the command line say the same of %s', (file, expected) =>
    inFolder({ ...province, ...reports }, async (cwd) => {
      const command = await commandSays(cwd, file);
      expect(await editorSays(cwd, file)).toEqual(command);
      const ofRow = command.filter(({ message }) => String(message).includes('本省规定'));
      expect([...new Set(ofRow.map(({ code }) => code))]).toEqual([...expected]);
    }),
  );

  test('is exported by the command line and the editor alike', () =>
    inFolder({ ...province, 'a.nianbao': withPackRow('1 0 0 0 0 0 1') }, async (cwd) => {
      const { out } = await nianbao(['export', '--to', 'json', 'a.nianbao'], { cwd });
      expect(JSON.parse(out).values.requests['refused.local']).toEqual([1, 0, 0, 0, 0, 0, 1]);
      const client = await clientIn(cwd);
      const exported = await client.connection.sendRequest<ExportResult>(exportRequest, {
        uri: uriIn(cwd, 'a.nianbao'),
        format: 'html',
      });
      expect('content' in exported && exported.content).toContain(label);
    }));

  test('is completed', () =>
    inFolder(province, async (cwd) => {
      const client = await clientIn(cwd);
      const text = withPackRow().replace(new RegExp(`^\\| ${label}.*$`, 'm'), '| 9');
      const uri = uriIn(cwd, 'a.nianbao');
      await client.open(uri, text);
      const items = await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri },
        position: { line: text.split('\n').indexOf('| 9'), character: 3 },
      });
      const list = Array.isArray(items) ? items : (items?.items ?? []);
      expect(list.map((each) => each.label)).toContain(label);
    }));

  test('is written by `nianbao new` and the editor alike', () =>
    inFolder(province, async (cwd) => {
      const { out, err } = await nianbao(['new', '--body', body, '--year', '2024', '-o', '-'], { cwd });
      expect(err).toBe('');
      expect(out).toMatch(new RegExp(`\\n\\| 8\\.行政查询事项 .*\\n\\| ${label} `));
      const client = await clientIn(cwd);
      const params = { body, year: '2024', folder: uriIn(cwd, '') };
      expect(await client.connection.sendRequest(newReportRequest, params)).toMatchObject({ markup: out });
    }));

  test('goes on from last year’s report, which another folder’s pack describes', () =>
    inFolder(
      { 'old/nianbao.json': exampleSettings, [`old/${packName}`]: examplePack, 'old/a.nianbao': withPackRow() },
      async (cwd) => {
        const words = ['new', '--from', 'old/a.nianbao', '-o', '-'];
        expect((await nianbao(words, { cwd })).out).not.toContain(`\n| ${label}`);
        const there = ['new', '--from', 'old/a.nianbao', '-o', 'old/b.nianbao'];
        await nianbao(there, { cwd });
        expect(readFileSync(join(cwd, 'old/b.nianbao'), 'utf8')).toContain(`\n| ${label}`);
      },
    ));

  test('is written in the canonical form by `nianbao format`', () =>
    inFolder({ ...province, 'a.nianbao': withPackRow() }, async (cwd) => {
      const { code, err } = await nianbao(['format', '--canonical', 'a.nianbao'], { cwd });
      expect({ code, err: err.split('\n').filter((line) => line.includes('a.nianbao')) }).toEqual({ code: 0, err: [] });
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).toMatch(new RegExp(`\\n\\| ${label} +\\|`));
      expect((await commandSays(cwd, 'a.nianbao')).map(({ code: each }) => each)).not.toContain('unknown-row');
    }));
});

test('severities: the rule’s, the pack’s, those of nianbao.json', async () => {
  const blank = withPackRow('0 0 0 0 0 0 ').replace('|  |', '| |');
  const severity = async (files: Readonly<Record<string, string>>): Promise<unknown> =>
    inFolder({ ...files, 'a.nianbao': blank }, async (cwd) => {
      const said = await commandSays(cwd, 'a.nianbao');
      expect(await editorSays(cwd, 'a.nianbao')).toEqual(said);
      return said.find(({ code }) => code === 'blank-cell')?.severity;
    });
  const mild = examplePack.replace('"rules": { "blank-cell": "error" }', '"rules": {}');
  const settings = exampleSettings.replace('{', '{ "rules": { "blank-cell": "hint" },');
  const own = await severity({ ...province, [packName]: mild });
  expect(own).not.toBe(1);
  expect(await severity(province)).toBe(1);
  expect(await severity({ ...province, 'nianbao.json': settings })).toBe(4);
});

describe('what is wrong in a pack', () => {
  const broken = examplePack
    .replace('"name": "青岚省"', '"name": 3')
    .replace('"after": "refused.administrative-query"', '"after": "nowhere"')
    .replace('"blank-cell"', '"blank-sell"');

  test('is said by the command line and the editor alike, in the pack’s file, once', () =>
    inFolder(
      { 'nianbao.json': exampleSettings, [packName]: broken, 'a.nianbao': cleanReport, 'b.nianbao': cleanReport },
      async (cwd) => {
        const { code, err } = await nianbao(['check', '.'], { cwd });
        expect(code).toBe(2);
        const client = await clientIn(cwd);
        const uri = uriIn(cwd, 'a.nianbao');
        await client.open(uri, cleanReport);
        await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
        const shown = await client.diagnosticsOf(uriIn(cwd, packName), undefined);
        expect(shown.map(({ message }) => message)).toEqual([
          'name: 「name」要写文字',
          'rows[0]: 这张表没有「nowhere」这一行',
          '没有代码为「blank-sell」的规则',
        ]);
        const lines = err.split('\n').filter((line) => line.startsWith(`nianbao: ${packName}`));
        expect(lines).toHaveLength(3);
        for (const [i, { message, range }] of shown.entries()) {
          expect(lines[i]).toContain(`${packName}:${range.start.line + 1}:${range.start.character + 1}`);
          expect(lines[i]).toContain(message);
        }
      },
    ));

  test('a pack that isn’t there is said where it is named', () =>
    inFolder({ 'nianbao.json': '{"packs": ["./a.json", "/etc/b.json"]}', 'a.nianbao': cleanReport }, async (cwd) => {
      const { code, err } = await nianbao(['check', '-q', 'a.nianbao'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('nianbao.json:1:12: 补充包「./a.json」找不到或读不了');
      expect(err).toContain('nianbao.json:1:24: 补充包要写相对路径，不能是「/etc/b.json」');
    }));
});
