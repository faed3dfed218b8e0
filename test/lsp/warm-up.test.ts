import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { warmUp } from '../../server/src/lsp/warm-up.ts';
import * as parsing from '../../server/src/syntax/parse.ts';

vi.mock(import('../../server/src/syntax/parse.ts'), { spy: true });

const parse = vi.mocked(parsing.parse);

beforeEach(() => {
  vi.useFakeTimers();
  parse.mockClear();
});
afterEach(() => void vi.useRealTimers());

test('the first document serves as the sample once the client is quiet', () => {
  const warming = warmUp();
  warming.begin('# 青禾镇2023年政府信息公开工作年度报告\n\n公开信息12条。\n');
  expect(parse).not.toHaveBeenCalled();
  vi.runAllTimers();
  const texts = parse.mock.calls.map(([text]) => text);
  expect(texts.length).toBeGreaterThan(10);
  expect(new Set(texts).size).toBe(texts.length);
  warming.begin('另一份报告\n');
  vi.runAllTimers();
  expect(parse).toHaveBeenCalledTimes(texts.length);
});

test('nothing is done while the client asks for something', () => {
  const warming = warmUp();
  warming.begin('公开信息12条。\n');
  for (let i = 0; i < 50; i++) {
    warming.wait();
    vi.advanceTimersByTime(100);
  }
  expect(parse).not.toHaveBeenCalled();
  vi.advanceTimersByTime(105);
  expect(parse).toHaveBeenCalledOnce();
});

test('a long text is no sample', () => {
  const warming = warmUp();
  warming.begin('公开信息12条。\n'.repeat(10_000));
  vi.runAllTimers();
  expect(parse).not.toHaveBeenCalled();
});
