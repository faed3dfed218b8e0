import { spawnSync } from 'node:child_process';

/** Runs npm in a folder. */
export function npm(args: readonly string[], cwd: string): { readonly status: number | null; readonly stderr: string } {
  return spawnSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}
