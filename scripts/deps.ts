// Prints what is bundled of each package: bytes, licence, version, and how far that is behind.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledSizes } from './notices.ts';

const root = join(import.meta.dirname, '..');
const sizes = JSON.parse(readFileSync(join(root, 'out/bundled-sizes.json'), 'utf8')) as BundledSizes;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const packages = Object.entries(sizes).map(([folder, outputs]) => {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  return { ...manifest, outputs, bytes: Object.values(outputs).reduce((sum, size) => sum + size, 0) };
});
const latest = latestVersions([...new Set(packages.map(({ name }) => name))]);
const rows = packages
  .sort((a, b) => b.bytes - a.bytes)
  .map(({ name, version, license = '?', outputs, bytes }) => [
    name,
    version,
    latest ? newer(version, latest.get(name)) : 'offline',
    license,
    kilobytes(bytes),
    `${Object.keys(outputs).length}`,
    Object.entries(outputs)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 3)
      .map(([output, size]) => `${output.slice('dist/'.length)} ${kilobytes(size)}`)
      .join(', '),
  ]);
print([['package', 'version', 'newest', 'licence', 'KB', 'files', 'the largest of them'], ...rows]);
const total = packages.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`${packages.length} packages, ${kilobytes(total)} KB in all bundles`);
if (!latest) console.log('offline: nobody could be asked for newer versions');

/** What npm knows to be newer, by name; null where it reaches nobody. */
function latestVersions(names: readonly string[]): ReadonlyMap<string, string> | null {
  const asked = ['--json', '--prefer-online', '--fetch-retries=0', '--fetch-timeout=10000'];
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  // `outdated` says nothing of a registry that it doesn't reach.
  if (spawnSync('npm', ['ping', ...asked], options).status !== 0) return null;
  const { stdout } = spawnSync('npm', ['outdated', '--all', ...asked, ...names], options);
  try {
    const answer = JSON.parse(stdout || '{}') as Record<string, Outdated | readonly Outdated[]>;
    if ('error' in answer) return null;
    return new Map(Object.entries(answer).map(([name, found]) => [name, [found].flat()[0]?.latest ?? '']));
  } catch {
    return null;
  }
}

interface Outdated {
  readonly latest?: string;
}

function newer(version: string, found: string | undefined): string {
  return found !== undefined && isAbove(found, version) ? found : 'yes';
}

/** Whether a version comes after another; what isn't three numbers counts by them alone. */
function isAbove(one: string, other: string): boolean {
  const [ones, others] = [one, other].map((version) => version.split('-')[0]?.split('.').map(Number) ?? []);
  const at = (ones ?? []).findIndex((number, i) => number !== others?.[i]);
  return at >= 0 && (ones?.[at] ?? 0) > (others?.[at] ?? 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function print(table: readonly (readonly string[])[]): void {
  const widths = (table[0] ?? []).map((_, i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
  for (const row of table)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
