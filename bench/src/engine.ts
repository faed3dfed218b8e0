// The engine alone, warm, and the command line over many files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bind } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/check.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { samples } from './data.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const FILES = 10_000;
const launcher = join(import.meta.dirname, '../../dist/nianbao.cjs');

export function engine(): void {
  const rows = samples().map(({ name, markup }) => {
    const runs = markup.length > 100_000 ? 20 : 500;
    const stage = (work: () => unknown): number => spread(timed(work, runs)).median;
    const tree = parse(markup);
    const report = bind(tree);
    const whole = stage(() => check(bind(parse(markup))));
    const own = name.startsWith('12') ? `≤ 1 ms (10 KB) ${verdict(whole, 1.2)}` : '';
    const stages = [stage(() => parse(markup)), stage(() => bind(tree)), stage(() => check(report)), whole];
    return [name, ...stages.map(milliseconds), own];
  });
  printTable(
    'Parse, bind and all rules, warm, in one process (median)',
    ['sample', 'parse', 'bind', 'rules', 'all', 'budget'],
    rows,
  );
}

function timed(work: () => unknown, runs: number): readonly number[] {
  for (let i = 0; i < Math.ceil(runs / 2); i++) work();
  return Array.from({ length: runs }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
}

/** `check` over 10,000 files of 10 KB, with the memory of 1,000 beside it: it has to stay flat. */
export function manyFiles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'));
  const text = samples()[0]?.markup ?? '';
  const rows = [1_000, FILES].map((count) => {
    const part = join(folder, String(count));
    mkdirSync(part);
    for (let i = 0; i < count; i++) writeFileSync(join(part, `${i}.nianbao`), text);
    const begin = performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      ['--import', memoryReporter(folder), launcher, 'check', '--format', 'json', part],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    const seconds = (performance.now() - begin) / 1000;
    const memory = Number(/memory:(\d+)/.exec(stdout)?.[1] ?? 0);
    const rate = Math.round(count / seconds);
    return [
      String(count),
      `${seconds.toFixed(2)} s`,
      `${rate} reports/s`,
      `${(memory / 1024).toFixed(0)} MB`,
      `≥ 1000/s ${verdict(-rate, -1000)}`,
    ];
  });
  rmSync(folder, { recursive: true });
  printTable(
    'nianbao check over many files of 12 KB, start of the process included',
    ['files', 'time', 'rate', 'peak memory', 'budget'],
    rows,
  );
}

/** A module that makes a process say at its end how much memory it took at most, in KB. */
function memoryReporter(folder: string): string {
  const file = join(folder, 'memory.mjs');
  writeFileSync(file, "process.on('exit', () => console.log('\\nmemory:' + process.resourceUsage().maxRSS));\n");
  return file;
}
