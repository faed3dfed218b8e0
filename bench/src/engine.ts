// The engine alone, warm, and the command line over many files.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { bind } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { samples, variant } from './data.ts';
import { milliseconds, printTable, spread, verdict } from './table.ts';

const FILES = 10_000;
const launcher = join(import.meta.dirname, '../../dist/nianbao.cjs');

export function engine(): void {
  const rows = samples().map(({ name, markup }) => {
    const runs = markup.length > 100_000 ? 20 : 500;
    const stage = (work: () => unknown): number => spread(timed(work, runs)).median;
    const tree = parse(markup);
    const report = bind(tree);
    const whole = stage(() => check(subjectOf(bind(parse(markup)))));
    const own = name.startsWith('12') ? `≤ 0.38 ms ${verdict(whole, 0.38)}` : '';
    // What rules remember of a report they remember of the object: each run gets one of its own.
    const stages = [
      stage(() => parse(markup)),
      stage(() => bind(tree)),
      stage(() => check(subjectOf({ ...report }))),
      whole,
    ];
    return [name, ...stages.map(milliseconds), own];
  });
  printTable(
    'Parse, bind and all rules, warm, in one process (median)',
    ['sample', 'parse', 'bind', 'rules', 'all', 'budget'],
    [...rows, ['12 KB, each another', '', '', '', milliseconds(others()), '']],
  );
}

/** The same of reports that all differ, of which less is remembered from one to the next. */
function others(): number {
  const text = samples()[0]?.markup ?? '';
  let i = 0;
  return spread(timed(() => check(subjectOf(bind(parse(variant(text, i++))))), 2000)).median;
}

function timed(work: () => unknown, runs: number): readonly number[] {
  for (let i = 0; i < Math.ceil(runs / 2); i++) work();
  return Array.from({ length: runs }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
}

/**
 * `check` over 10,000 different files of 12 KB, every third with an error; by processor time, which includes what the
 * engine does on other cores. The memory of half as many stands beside it: it has to stay flat.
 */
export function manyFiles(): void {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-files-'));
  const text = samples()[0]?.markup ?? '';
  const runs = [FILES / 10, FILES / 2, FILES].map((count) => ({ count, ...checkFiles(folder, text, count) }));
  const half = runs[1]?.memory ?? 0;
  rmSync(folder, { recursive: true });
  printTable(
    'nianbao check over many files of 12 KB, start of the process included',
    ['files', 'time', 'processor', 'reports a processor’s second', 'peak memory', 'budget'],
    runs.map(({ count, seconds, processor, memory }) => {
      const rate = count / processor;
      const flat = count < FILES ? '' : `, ≤ 1.2 × half as many ${verdict(memory, 1.2 * half)}`;
      return [
        String(count),
        `${seconds.toFixed(2)} s`,
        `${processor.toFixed(2)} s`,
        rate.toFixed(0),
        `${memory.toFixed(0)} MB`,
        `≥ 1000/s of a processor ${verdict(-rate, -1000)}, ≥ 3000/s ${verdict(-count / seconds, -3000)}${flat}`,
      ];
    }),
  );
}

/** Seconds of the clock and of all processors, and the most memory in MB. */
interface Run {
  readonly seconds: number;
  readonly processor: number;
  readonly memory: number;
}

function checkFiles(folder: string, text: string, count: number): Run {
  const part = join(folder, String(count));
  mkdirSync(part);
  for (let i = 0; i < count; i++) writeFileSync(join(part, `${i}.nianbao`), variant(text, i));
  const begin = performance.now();
  const { stdout } = spawnSync(
    process.execPath,
    ['--import', usageReporter(folder), launcher, 'check', '--format', 'json', part],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  const seconds = (performance.now() - begin) / 1000;
  const [, processor = '', memory = ''] = /usage: (\d+) (\d+)/.exec(stdout) ?? [];
  return { seconds, processor: Number(processor) / 1e6, memory: Number(memory) / 1024 };
}

/** A module that makes a process say at its end how much processor time (µs) and at most how much memory (KB) it took. */
function usageReporter(folder: string): string {
  const file = join(folder, 'usage.mjs');
  writeFileSync(
    file,
    `process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log('\\nusage:', userCPUTime + systemCPUTime, maxRSS);
});
`,
  );
  return file;
}
