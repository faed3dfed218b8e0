import { describe, expect, test } from 'vitest';
import { LineIndex } from '../../server/src/text/line-index.ts';

describe('lines', () => {
  test.each([
    ['', [0]],
    ['a', [0]],
    ['a\nb', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb', [0, 2]],
    ['\r', [0, 1]],
    ['\n', [0, 1]],
    ['\r\n', [0, 2]],
    ['\n\r', [0, 1, 2]],
    ['\r\r\n\n', [0, 1, 3, 4]],
    ['a\r\nb\nc\rd\r\n', [0, 3, 5, 7, 10]],
  ])('%j start at %j', (text, starts) => {
    const lines = new LineIndex(text);
    expect(Array.from({ length: lines.lineCount }, (_, i) => lines.lineStart(i))).toEqual(starts);
  });

  test('end before their breaks', () => {
    const lines = new LineIndex('a\r\nb\n\rc');
    expect([0, 1, 2, 3].map((line) => lines.lineEnd(line))).toEqual([1, 4, 5, 7]);
  });
});

describe('positions', () => {
  const lines = new LineIndex('ab\r\n中𠮷\n');
  test('of offsets and back', () => {
    for (const offset of [0, 1, 2, 4, 5, 6, 7, 8]) expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
    expect(lines.positionAt(5)).toEqual({ line: 1, character: 1 });
  });

  test('outside the text are clamped to it', () => {
    expect(lines.positionAt(-3)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(100)).toEqual({ line: 2, character: 0 });
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(lines.offsetAt({ line: 9, character: 5 })).toBe(8);
    expect(lines.offsetAt({ line: 0, character: 9 })).toBe(2);
  });
});
