import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DocumentDiagnosticRequest } from 'vscode-languageserver/node';
import { nianbao } from '../cli/support.ts';
import { Client, memoryFiles, pulling } from './support.ts';

const root = join(import.meta.dirname, '../..');
const files = ['examples', 'test/corpus'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.nianbao'))
    .map((name) => join(folder, name)),
);
const severities = ['', 'error', 'warning', 'information', 'hint'];

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
  readonly related: readonly { readonly message: string; readonly range: unknown }[];
}

async function overLsp(text: string, language: 'zh' | 'en'): Promise<readonly Finding[]> {
  const client = await Client.start({ capabilities: pulling, options: { language }, files: memoryFiles(new Map()) });
  const uri = 'untitled:Untitled-1';
  await client.open(uri, text);
  const report = await client.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  if (report.kind !== 'full') throw new Error('not full');
  return report.items.map(({ code, severity = 0, message, range, relatedInformation = [] }) => ({
    code: String(code),
    severity: severities[severity] ?? '',
    message: String(message),
    range,
    related: relatedInformation.map((each) => ({ message: each.message, range: each.location.range })),
  }));
}

async function overCli(text: string, language: 'zh' | 'en'): Promise<readonly Finding[]> {
  const { out } = await nianbao(['check', '--format', 'json', '--lang', language, '-'], { stdin: text });
  return (JSON.parse(out) as readonly Finding[]).map(({ code, severity, message, range, related }) => ({
    code,
    severity,
    message,
    range,
    related: related.map((each) => ({ message: each.message, range: each.range })),
  }));
}

test.each(files)('the server and the command line find the same in %s', async (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  for (const language of ['zh', 'en'] as const) {
    expect(await overLsp(text, language)).toEqual(await overCli(text, language));
  }
});

test('there is something to find', () => {
  expect(files.length).toBeGreaterThan(5);
});
