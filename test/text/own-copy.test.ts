import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { canonical } from '../../server/src/text/canonical.ts';
import { readCell } from '../../server/src/text/cell-value.ts';
import { ownCopy } from '../../server/src/text/own-copy.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}

test('a copy is the same text', () => {
  for (const text of ['', 'a', '政府信息公开 \ud842\udfb7 \ud842']) expect(ownCopy(text)).toBe(text);
});

test('a copy keeps no other text alive, however long it is', () => {
  const copies: string[] = [];
  const before = heap();
  for (let i = 0; i < 100; i++) copies.push(ownCopy(`${i}${'，'.repeat(200_000)}`.slice(0, 20 * i)));
  expect(heap() - before).toBeLessThan(10_000_000);
  expect(copies.at(-1)).toHaveLength(1980);
});

test('what is remembered of a label or a cell keeps no text alive', () => {
  const before = heap();
  for (let i = 0; i < 100; i++) {
    const text = `第 ${i} 个很长很长很长的行名${'，'.repeat(200_000)}`;
    canonical(text.slice(0, 20));
    readCell(text.slice(1, 19));
  }
  expect(heap() - before).toBeLessThan(10_000_000);
});
