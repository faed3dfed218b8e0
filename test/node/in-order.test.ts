import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../server/src/node/in-order.ts';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

describe('work on one value after the other', () => {
  test('goes on with the next ones, and gives its results in their order', async () => {
    let [underWay, most] = [0, 0];
    const results: (readonly [number, number])[] = [];
    const work = async (value: number): Promise<number> => {
      most = Math.max(most, ++underWay);
      await setTimeout(value % 2 === 0 ? 5 : 1);
      underWay--;
      return value * value;
    };
    for await (const each of inOrder(numbers(9), { atOnce: 3, alone: 2 }, work)) results.push(each);
    expect(results).toEqual(Array.from({ length: 9 }, (_, i) => [i, i * i]));
    expect(most).toBe(3);
  });

  test('is done one by one while there are few', async () => {
    let underWay = 0;
    const work = async (): Promise<number> => {
      underWay++;
      await setTimeout(1);
      return underWay--;
    };
    const results: number[] = [];
    for await (const [, each] of inOrder(numbers(5), { atOnce: 3, alone: 8 }, work)) results.push(each);
    expect(results).toEqual([1, 1, 1, 1, 1]);
  });

  test('that fails is told in its turn', async () => {
    const seen: number[] = [];
    const work = async (value: number): Promise<number> => {
      if (value === 2) throw new Error('two');
      await setTimeout(2);
      return value;
    };
    const all = async (): Promise<void> => {
      for await (const [value] of inOrder(numbers(5), { atOnce: 4, alone: 0 }, work)) seen.push(value);
    };
    await expect(all()).rejects.toThrow('two');
    expect(seen).toEqual([0, 1]);
  });
});
