// Builds and tests everything, and ends with one line that counts it all.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const counts = [
  step('build', ['scripts/build.ts']),
  step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  step('types', ['node_modules/typescript/bin/tsc', '--project', '.']),
  step('types of the page', ['node_modules/typescript/bin/tsc', '--project', 'client/webview']),
  unit('out/unit.json', []),
  unit('out/package.json', ['--config', 'vitest.package.config.ts']),
  unit('out/browser.json', ['--config', 'vitest.browser.config.ts']),
  insideVsCode(),
];
const sum = (of: keyof Counts): number => counts.reduce((total, count) => total + count[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Runs a script; true where it ends well. */
function succeeds(name: string, words: readonly string[]): boolean {
  console.log(`\n── ${name}`);
  return spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' }).status === 0;
}

function step(name: string, words: readonly string[]): Counts {
  const passed = succeeds(name, words);
  return { passed: Number(passed), failed: Number(!passed), skipped: 0 };
}

function unit(path: string, words: readonly string[]): Counts {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const { well, results } = withResults(path, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...words]);
  const passed = results?.numPassedTests ?? 0;
  const failed = results?.numFailedTests ?? 0;
  const skipped = (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);
  return { passed, failed: well ? failed : Math.max(1, failed), skipped };
}

function insideVsCode(): Counts {
  const path = 'out/vscode.json';
  const { well, results } = withResults(path, ['test/vscode/run.ts']);
  const { passed = 0, failed = 0, skipped = 0 } = results ?? {};
  return { passed, failed: well ? failed : Math.max(1, failed), skipped };
}

function withResults(path: string, words: readonly string[]) {
  const file = join(root, path);
  rmSync(file, { force: true });
  const well = succeeds(words.join(' '), words);
  const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : null;
  return { well, results };
}
