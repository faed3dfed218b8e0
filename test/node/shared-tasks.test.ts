import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { performShared } from '../../server/src/node/shared-tasks.ts';

const script = pathToFileURL(join(import.meta.dirname, 'squares-worker.ts'));

/** The squares of 0 to `count` - 1, worked out here and in threads, which are told when to die. */
async function squares(count: number, threads: number, diesAt: number | null = null) {
  const here: number[] = [];
  const results: number[] = [];
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const work = performShared(count, { script, count: threads }, { diesAt, begun }, async (task) => {
    // However busy the machine is, the threads have their turn before this one has done all.
    while (threads > 0 && task >= 100 && Atomics.load(begun, 0) === 0) await setTimeout(5);
    here.push(task);
    return task * task;
  });
  for await (const result of work) {
    results.push(result);
    // Who uses the results may take longer than all who work.
    if (results.length % 100 === 0) await setTimeout(20);
  }
  return { here, results };
}

function inOrder(count: number): readonly number[] {
  return Array.from({ length: count }, (_, task) => task * task);
}

describe('tasks that threads share', () => {
  test.each([0, 1, 2])('give their results in order, with %d threads', async (threads) => {
    const { results } = await squares(1500, threads);
    expect(results).toEqual(inOrder(1500));
  });

  test('none', async () => {
    expect(await squares(0, 1)).toEqual({ here: [], results: [] });
  });

  test('are not done by this thread alone', async () => {
    const { here } = await squares(1500, 1);
    expect(here.length).toBeLessThan(1500);
    expect(new Set(here).size).toBe(here.length);
  });

  test('are done here where a thread dies', async () => {
    const { results, here } = await squares(1500, 1, 100);
    expect(results).toEqual(inOrder(1500));
    expect(here.length).toBeGreaterThan(1000);
  });

  test('end with who stops asking', async () => {
    const work = performShared(
      1500,
      { script, count: 1 },
      { diesAt: null, begun: new Int32Array(new SharedArrayBuffer(4)) },
      async (task) => task,
    );
    for await (const result of work) if (result === 300) break;
    expect((await work.next()).done).toBe(true);
  });
});
