import { describe, expect, test } from 'vitest';
import { markLine } from '../../server/src/cli/marked-line.ts';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { unmark } from '../support/marks.ts';

/** The line and the mark below it; the marked text's one mark is the span. */
function shown(marked: string, columns = 80): string {
  const { text, expected } = unmark(marked);
  const { start, end } = expected[0]?.span ?? { start: 0, end: 0 };
  const { shown: line, mark } = markLine(text, start, end, columns);
  return `${line}\n${mark}`;
}

describe('the mark stands below the span', () => {
  test.each([
    ['narrow', '| a | {{x:12}} |', '| a | 12 |\n      ^^'],
    ['behind Chinese', '| 行政许可 | {{x:4}} |', '| 行政许可 | 4 |\n             ^'],
    ['below Chinese', '| {{x:行政}}许可 |', '| 行政许可 |\n  ^^^^'],
    ['full-width digits', '| （七）总计 | {{x:５}} |', '| （七）总计 | ５ |\n               ^^'],
    ['behind a TAB', '甲\t{{x:4}}', '甲  4\n    ^'],
    ['on a TAB', '甲{{x:\t}}4', '甲  4\n  ^^'],
    ['behind an emoji of two units', '😀{{x:4}}', '😀4\n  ^'],
    ['behind a combining mark', 'e\u0301{{x:4}}', 'e\u03014\n ^'],
    ['an empty span', '| 规章 |{{x:}}甲 |', '| 规章 |甲 |\n        ^'],
    ['an empty span at the end', '| 规章 |{{x:}}', '| 规章 |\n        ^'],
    ['an empty line', '{{x:}}', '\n^'],
    ['a zero-width character', 'a{{x:\u200b}}b', 'a\u200bb\n ^'],
  ])('%s', (_what, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('a line that is too long is cut around the mark', () => {
  const words = '政府信息公开'.repeat(20);

  test.each([
    ['at its beginning', `{{x:甲}}${words}`, '甲政府信息公开政府信息公开政府信息公开…\n^^'],
    [
      'at its end',
      `${words}{{x:甲}}`,
      '…政府信息公开政府信息公开政府信息公开甲\n                                     ^^',
    ],
    ['in its middle', `${words}{{x:甲}}${words}`, '…息公开政府信息公开甲政府信息公开政府信…\n                   ^^'],
    [
      'and a long mark too',
      `甲{{x:${words}}}`,
      '甲政府信息公开政府信息公开政府信息公开…\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
  ])('%s', (_what, marked, expected) => {
    const [line = '', mark = ''] = expected.split('\n');
    const actual = shown(marked, 40).split('\n');
    expect(displayWidth(actual[0] ?? '')).toBeLessThanOrEqual(40);
    expect(actual).toEqual([line, mark]);
  });

  test('but the padding of its cells goes first', () => {
    expect(shown(`| （七）总计${' '.repeat(40)} |      4 |    {{x:12}} |`, 40)).toBe(
      `| （七）总计  |  4 |  12 |\n${' '.repeat(22)}^^`,
    );
  });

  test('in no more time for a megabyte', () => {
    const line = '甲'.repeat(1_000_000);
    expect(markLine(line, 500_000, 500_001, 40).mark.trim()).toBe('^^');
  });
});

test('nothing in a report steers the terminal', () => {
  expect(shown('\u001b[31m{{x:4}}\u202e\u009b2J')).toBe('␛[31m4��2J\n     ^');
});
