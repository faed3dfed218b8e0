import { expect, test } from 'vitest';
import { completion } from '../../server/src/features/completion.ts';
import { inCell } from './linked.ts';
import { applied, at, withLine } from './support.ts';

/** Every item as its label, its addition, and what becomes of the cursor's line when it is taken. */
function complete(marked: string): readonly string[] {
  const { snapshot, offset } = at(marked);
  const number = snapshot.lines.lineAt(offset);
  const items = completion(snapshot, { offset, language: 'zh', settings: { rules: {} }, snippets: true });
  return items.map(({ label, detail, textEdit }) => {
    if (!textEdit || !('range' in textEdit)) throw new Error('no edit');
    return `${label} (${detail}) ⇒ ${applied(snapshot, [textEdit]).split('\n')[number]}`;
  });
}

test('a blank total is the sum of its addends, in the cell’s width', () => {
  expect(complete(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 0 |   $0   |'))).toEqual([
    '3 (1 + 0 + 2 + 0 = 3) ⇒ | 行政复议 | 1 | 0 | 2 | 0 |    3 |',
  ]);
});

test('a wrong total, with the cursor before it and behind it', () => {
  const right = ['3 (1 + 0 + 2 + 0 = 3) ⇒ | 行政复议 | 1 | 0 | 2 | 0 | 3 |'];
  expect(complete(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 0 | $07 |'))).toEqual(right);
  expect(complete(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 0 | 7$0 |'))).toEqual(right);
});

test('one that is summed up is what the total leaves', () => {
  expect(complete(withLine('| 行政复议 ', '| 行政复议 | 1 | $0 | 2 | 0 | 7 |'))).toEqual([
    '4 (7 − 1 − 2 − 0 = 4) ⇒ | 行政复议 | 1 | 4 | 2 | 0 | 7 |',
  ]);
});

test('of a long sum the terms that are not 0', () => {
  const [first] = complete(
    inCell('| （七）总计', 1, withLine('| （七）总计', '| （七）总计 | | 1 | 0 | 0 | 1 | 0 | 8 |')),
  );
  expect(first).toContain('6 (3 + 1 + 1 + 1 = 6)');
});

test('where its row and its column disagree a total has each sum', () => {
  const wrong = withLine('| （七）总计', '| （七）总计 | 7 | 1 | 0 | 0 | 1 | 0 | $0 |');
  expect(complete(wrong).map((item) => item.replace(/ ⇒.*/, ''))).toEqual([
    '9 (7 + 1 + 1 = 9)',
    '8 (4 + 1 + 1 + 2 = 8)',
  ]);
});

test('nothing where the sum stands, a number is missing, a point was typed, or a row stands twice', () => {
  expect(complete(inCell('| 行政复议 ', 5))).toEqual([]);
  expect(complete(withLine('| 行政复议 ', '| 行政复议 | 1 |  | 2 | 0 | $0 |'))).toEqual([]);
  expect(complete(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 0 | 7.$0 |'))).toEqual([]);
  expect(
    complete(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 0 | 3 |\n| 行政复议 | 1 | 0 | 2 | 0 | $0 |')),
  ).toEqual([]);
});
