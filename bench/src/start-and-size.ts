// How long the faces take to start, and how large they are.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { samples } from './data.ts';
import { LanguageClient } from './language-client.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const root = join(import.meta.dirname, '../..');
const launcher = join(root, 'dist/nianbao.cjs');

export async function start(): Promise<void> {
  const time = (args: readonly string[]): number => spread(Array.from({ length: 11 }, () => timed(args))).median;
  const bare = time(['-e', '0']);
  const version = time([launcher, '--version']);
  const first: number[] = [];
  for (let i = 0; i < 5; i++) first.push(await firstDiagnostics());
  const server = spread(first).median;
  printTable(
    'Start (median)',
    ['what', 'time', 'budget'],
    [
      ['bare Node', milliseconds(bare), ''],
      ['nianbao --version', milliseconds(version), `≤ 2 × bare ${verdict(version, 2 * bare)}`],
      ['server to first diagnostics, 12 KB', milliseconds(server), `≤ 300 ms ${verdict(server, 300)}`],
    ],
  );
}

function timed(args: readonly string[]): number {
  const begin = performance.now();
  spawnSync(process.execPath, args);
  return performance.now() - begin;
}

async function firstDiagnostics(): Promise<number> {
  const command = {
    name: 'Nianbao',
    languageId: 'nianbao',
    uri: 'file:///bench/report.nianbao',
    args: [launcher, 'lsp', '--stdio'],
  };
  const opened = await LanguageClient.open(command, samples()[0]?.markup ?? '');
  await opened.client.close();
  return opened.firstDiagnostics;
}

export function sizes(): void {
  const kilobytes = (file: string): number => statSync(file).size / 1024;
  const vsix = readdirSync(root).filter((file) => file.endsWith('.vsix'));
  const rows = [
    ['dist/server.browser.js', kilobytes(join(root, 'dist/server.browser.js')), 700],
    ...vsix.map((file): [string, number, number] => [file, kilobytes(join(root, file)), 5 * 1024]),
  ] as const;
  printTable(
    'Size',
    ['file', 'size', 'budget'],
    rows
      .filter(([file]) => existsSync(join(root, file)))
      .map(([file, size, budget]) => [file, `${size.toFixed(0)} KB`, `≤ ${budget} KB ${verdict(size, budget)}`]),
  );
}
