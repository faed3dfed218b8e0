// Time against size for texts at their worst: `node bench/src/shapes.ts [shape …]` prints for each step its times, and by which power of the size they grow.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Step } from './shape-steps.ts';
import { shapes } from './shape-texts.ts';
import { milliseconds, printTable, verdict } from './table.ts';

const SIZES = [25_000, 200_000, 1_000_000, 3_900_000];
/** A run that takes longer is ended, and its steps from there on are missing. */
const MOST_SECONDS = 60;
/** What is faster at every size is left out. */
const LEAST = 20;
/** Growth is told from times that are longer than what the machine does beside. */
const TELLING = 4;
const SLOWEST = 3_000;
const STEEPEST = 1.35;
const MOST_MEMORY = 900;
const memory = 'peak MB';

/** By step, its time at each size; undefined where the run was ended before. */
type Times = ReadonlyMap<string, readonly (number | undefined)[]>;

/** Measures and prints the shapes of these names, or all. */
export async function shapeTimes(names: readonly string[] = []): Promise<void> {
  for (const { name } of shapes) {
    if (names.length > 0 && !names.includes(name)) continue;
    const times = await timesOf(name);
    const heads = ['step', ...SIZES.map((size) => `${size / 1000} KB`), 'growth', ''];
    printTable(`${name}: one request after another, each once`, heads, rowsOf(times));
  }
}

async function timesOf(shape: string): Promise<Times> {
  const times = new Map<string, (number | undefined)[]>();
  for (const [i, size] of SIZES.entries()) {
    for (const { step, ms } of await run(shape, size)) {
      const list = times.get(step) ?? [];
      list[i] = ms;
      times.set(step, list);
    }
  }
  return times;
}

function run(shape: string, size: number): Promise<readonly Step[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'shape-steps.ts'), shape, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: MOST_SECONDS * 1000,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    child.on('close', () =>
      resolve(
        output
          .split('\n')
          .filter(isWhole)
          .map((line): Step => JSON.parse(line)),
      ),
    );
  });
}

function isWhole(line: string): boolean {
  return line.endsWith('}');
}

function rowsOf(times: Times): readonly (readonly string[])[] {
  const sum = SIZES.map((_, i) => {
    const parts = [...times].flatMap(([step, list]) => (step === memory ? [] : [list[i]]));
    return parts.some((part) => part === undefined) ? undefined : parts.reduce((all = 0, part = 0) => all + part, 0);
  });
  const told = [...times].filter(
    ([step, list]) => step !== memory && SIZES.some((_, i) => (list[i] ?? Number.POSITIVE_INFINITY) >= LEAST),
  );
  const most = times.get(memory) ?? [];
  const last = most.at(-1) ?? Number.POSITIVE_INFINITY;
  return [
    ...told.map(([step, list]) => row(step, list)),
    ['all', ...SIZES.map((_, i) => shown(sum[i]))],
    [
      memory,
      ...SIZES.map((_, i) => most[i]?.toFixed(0) ?? 'ended'),
      '',
      `≤ ${MOST_MEMORY} ${verdict(last, MOST_MEMORY)}`,
    ],
  ];
}

function row(step: string, list: readonly (number | undefined)[]): readonly string[] {
  const growth = growthOf(list);
  const last = list[SIZES.length - 1] ?? Number.POSITIVE_INFINITY;
  const isGood = last <= SLOWEST && (growth <= STEEPEST || last <= 10 * LEAST);
  return [step, ...SIZES.map((_, i) => shown(list[i])), growth.toFixed(2), isGood ? 'met' : 'MISSED'];
}

function shown(ms: number | undefined): string {
  return ms === undefined ? 'ended' : milliseconds(ms);
}

/** The power of the size by which times grow, between the first that tells and the last; 0 where too few do. */
function growthOf(list: readonly (number | undefined)[]): number {
  const points = SIZES.flatMap((size, i) => {
    const ms = list[i];
    return ms !== undefined && ms >= TELLING ? [{ size, ms }] : [];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return 0;
  return Math.log(last.ms / first.ms) / Math.log(last.size / first.size);
}

if (import.meta.main) await shapeTimes(process.argv.slice(2));
