import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const OLDEST = 22;

/** The Node that runs this, and of each other major version that is supported the first on the path; each with its version. */
export function nodes(): readonly (readonly [version: string, path: string])[] {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = new Map([[majorOf(process.version), [process.version, process.execPath] as const]]);
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const version = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    const major = majorOf(version);
    if (major >= OLDEST && !found.has(major)) found.set(major, [version, path]);
  }
  return [...found.values()];
}

function majorOf(version: string): number {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}
