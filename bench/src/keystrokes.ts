// Keystroke → diagnostics over stdio: us and, on the same data with a schema, the YAML and JSON servers.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { stringify } from 'yaml';
import { type Sample, samples, schema } from './data.ts';
import { type Edit, LanguageClient, type Place, type ServerCommand } from './language-client.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const bench = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const schemaUri = pathToFileURL(join(folder, 'schema.json')).href;

interface Contender extends ServerCommand {
  readonly textOf: (sample: Sample) => string;
  /** The digit that the keystroke replaces is the first after the last place of this text. */
  readonly anchor: string;
}

const nianbao: Contender = {
  name: 'Nianbao',
  languageId: 'nianbao',
  uri: 'file:///bench/report.nianbao',
  args: [join(bench, '../dist/nianbao.cjs'), 'lsp', '--stdio'],
  textOf: ({ markup }) => markup,
  anchor: '| （七）总计',
};

const yaml: Contender = {
  name: 'yaml-language-server',
  languageId: 'yaml',
  uri: 'file:///bench/report.yaml',
  args: [join(bench, 'peers/node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
  configure: configureYaml,
  textOf: ({ data }) => stringify(data),
  anchor: 'total:',
};

const json: Contender = {
  name: 'vscode-json-languageserver',
  languageId: 'json',
  uri: 'file:///bench/report.json',
  args: [join(bench, 'peers/node_modules/vscode-json-languageserver/bin/vscode-json-languageserver'), '--stdio'],
  configure: (connection) =>
    void connection.sendNotification('json/schemaAssociations', [{ uri: schemaUri, fileMatch: ['*.json'], schema }]),
  textOf: ({ data }) => JSON.stringify(data, null, 2),
  anchor: '"total":',
};

/** The YAML server asks for its settings; it gets the schema with them, and is told to limit nothing. */
function configureYaml(connection: MessageConnection): void {
  const settings = {
    schemas: { [schemaUri]: ['*.yaml'] },
    validate: true,
    maxItemsComputed: 1_000_000,
    schemaStore: { enable: false },
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? settings : null)),
  );
}

/** Prints the table and says whether the budgets are met (12 KB: 3 ms, the first ten 5 ms; 1.2 MB: 40 ms). */
export async function keystrokes(): Promise<void> {
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
  const rows: string[][] = [];
  for (const sample of samples()) {
    const budget = sample.name.startsWith('12') ? 3 : 40;
    for (const contender of [nianbao, yaml, json]) rows.push(await row(contender, sample, budget));
  }
  rmSync(folder, { recursive: true });
  printTable(
    'Keystroke → diagnostics published, over stdio, typed at pauses of 50–150 ms from the first diagnostics on (peers wait a fixed time before they check)',
    ['sample', 'server', 'bytes', 'opened', 'first ten', 'median', 'p95', 'at work', 'budget'],
    rows,
  );
}

async function row(contender: Contender, sample: Sample, budget: number): Promise<string[]> {
  const text = contender.textOf(sample);
  const cells = [sample.name, contender.name, String(Buffer.byteLength(text))];
  try {
    const { client, firstDiagnostics } = await LanguageClient.open(contender, text);
    const place = placeOfDigit(text, contender.anchor);
    const [times, worked]: [number[], number[]] = [[], []];
    const runs = text.length > 100_000 ? 25 : 60;
    for (let i = 0; i < runs; i++) {
      await setTimeout(pauseBefore(i));
      const before = client.worked;
      times.push(await client.edit(keystroke(place, i)));
      worked.push(client.worked - before);
    }
    await client.close();
    const first = spread(times.slice(0, FIRST)).median;
    const { median, p95 } = spread(times.slice(FIRST));
    const most = budget < 10 ? `, first ten ≤ 5 ms ${verdict(first, 5)}` : '';
    const own = contender === nianbao ? `≤ ${budget} ms ${verdict(median, budget)}${most}` : '';
    const atWork = spread(worked.slice(FIRST)).median;
    return [...cells, ...[firstDiagnostics, first, median, p95, atWork].map(milliseconds), own];
  } catch (error) {
    return [...cells, error instanceof Error ? error.message : String(error)];
  }
}

const FIRST = 10;

/** As people type: in milliseconds, the same in every run. */
function pauseBefore(i: number): number {
  return 50 + ((i * 7919 + 31) % 101);
}

function keystroke(place: Place, i: number): Edit {
  return { range: { start: place, end: { ...place, character: place.character + 1 } }, text: String(1 + (i % 9)) };
}

function placeOfDigit(text: string, anchor: string): Place {
  const from = text.lastIndexOf(anchor);
  const offset = from + anchor.length + text.slice(from + anchor.length).search(/\d/);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
