// How long the faces take to start, and how large they are.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { samples } from './data.ts';
import { LanguageClient } from './language-client.ts';
import { npm } from './npm.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const root = join(import.meta.dirname, '../..');
const launcher = join(root, 'dist/nianbao.cjs');

export async function start(): Promise<void> {
  const bareTimes: number[] = [];
  const versionTimes: number[] = [];
  for (let i = 0; i < 15; i++) {
    bareTimes.push(timed(['-e', '0']));
    versionTimes.push(timed([launcher, '--version']));
  }
  const bare = spread(bareTimes).median;
  const version = spread(versionTimes).median;
  const first: number[] = [];
  for (let i = 0; i < 7; i++) first.push(await firstDiagnostics());
  const server = spread(first).median;
  printTable(
    'Start (median)',
    ['what', 'time', 'budget'],
    [
      ['bare Node', milliseconds(bare), ''],
      ['nianbao --version', milliseconds(version), `≤ 2 × bare ${verdict(version, 2 * bare)}`],
      ['server to first diagnostics, 12 KB', milliseconds(server), `≤ bare + 120 ms ${verdict(server, bare + 120)}`],
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
  const dist = join(root, 'dist');
  const rows: [string, number, number][] = [
    ['server on Node, what it loads at the start', kilobytes(loadedWith(join(dist, 'server.js'), 'main-node')), 700],
    ['server in a browser, what it loads at the start', kilobytes([join(dist, 'server.browser.js')]), 700],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-vsix-'));
  const vsix = join(folder, 'nianbao.vsix');
  const { status, stderr } = npm(['run', 'package', '--', '--out', vsix], root);
  if (status === 0) rows.push(['vsix', kilobytes([vsix]), 4 * 1024]);
  else console.log(`\nno vsix could be made:\n${stderr}`);
  rmSync(folder, { recursive: true });
  printTable(
    'Size',
    ['what', 'size', 'budget'],
    rows.map(([what, size, budget]) => [what, `${size.toFixed(0)} KB`, `≤ ${budget} KB ${verdict(size, budget)}`]),
  );
}

function kilobytes(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += statSync(file).size;
  return bytes / 1024;
}

/** A bundled module, the part of this name that it begins by loading, and all that these import, but for what is imported on demand. */
function loadedWith(entry: string, part: string): ReadonlySet<string> {
  const begun = new RegExp(`import\\("\\./(chunks/${part}-[^"]+)"\\)`).exec(readFileSync(entry, 'utf8'));
  const files = new Set([entry, join(dirname(entry), begun?.[1] ?? part)]);
  for (const file of files) {
    const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport) ?"(\.{1,2}\/[^"]+)"/g);
    for (const [, path = ''] of imports) files.add(join(dirname(file), path));
  }
  return files;
}
