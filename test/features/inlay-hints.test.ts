import { expect, test } from 'vitest';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import type { Language } from '../../server/src/text/language.ts';
import { cleanReport, uri, withLine } from './support.ts';

interface Options {
  readonly language?: Language;
  readonly editedLine?: number;
  /** The last line that is shown. */
  readonly to?: number;
}

/** The hinted lines as an editor shows them. */
function hinted(text: string, { language = 'zh', editedLine, to }: Options = {}): readonly string[] {
  const snapshot = createSnapshot(uri, 1, text);
  const within = { start: 0, end: to === undefined ? text.length : snapshot.lines.lineEnd(to) };
  const lines = text.split('\n');
  return inlayHints(snapshot, { language, settings: { rules: {} }, within, editedLine: editedLine ?? null }).map(
    ({ position, label }) => {
      expect(position.character).toBe(lines[position.line]?.length);
      return `${lines[position.line]} ${label}`;
    },
  );
}

const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 2 | 6 |');
const lineOf = (start: string) => wrong.split('\n').findIndex((line) => line.startsWith(start));

test('a row that does not add up: its sum, and by how much the total differs', () => {
  expect(hinted(wrong)).toEqual(['| 行政复议 | 1 | 0 | 2 | 2 | 6 | 总计 5，差 1']);
  expect(hinted(wrong, { language: 'en' })).toEqual(['| 行政复议 | 1 | 0 | 2 | 2 | 6 | 总计 5, off by 1']);
});

test('none where all adds up or a number is missing', () => {
  expect(hinted(cleanReport)).toEqual([]);
  expect(hinted(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 |  | 2 | 6 |'))).toEqual([]);
});

test('none on the line being edited, nor outside what is shown', () => {
  const line = lineOf('| 行政复议 ');
  expect(hinted(wrong, { editedLine: line })).toEqual([]);
  expect(hinted(wrong, { editedLine: line - 1 })).toHaveLength(1);
  expect(hinted(wrong, { to: line })).toHaveLength(1);
  expect(hinted(wrong, { to: line - 1 })).toEqual([]);
});

test('none where the finding is suppressed', () => {
  const line = '| 行政复议 | 1 | 0 | 2 | 2 | 6 |';
  expect(hinted(withLine('| 行政复议 ', `// nianbao-ignore dispute-total: 按上级口径\n${line}`))).toEqual([]);
});

test('a row that stands twice counts once', () => {
  const twice = '| 行政复议 | 1 | 0 | 2 | 2 | 5 |\n| 行政复议 | 1 | 0 | 2 | 2 | 6 |';
  expect(hinted(withLine('| 行政复议 ', twice))).toEqual([]);
});
