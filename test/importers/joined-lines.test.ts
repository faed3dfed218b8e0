import { describe, expect, test } from 'vitest';
import { joinLines, joinProse } from '../../server/src/importers/joined-lines.ts';

describe('lines of prose', () => {
  test.each([
    ['全年公开信息1', '70条。', '全年公开信息170条。'],
    ['全年公开信息17', '0 条。', '全年公开信息170 条。'],
    ['收费12.', '5万元', '收费12.5万元'],
    ['共1,', '200件', '共1,200件'],
    ['通过 Web', '3个栏目', '通过 Web 3个栏目'],
    ['使用 IPv', 'Six', '使用 IPv Six'],
    ['主动公开', '政府信息', '主动公开政府信息'],
    ['0 0 5', '3 0 0', '0 0 5 3 0 0'],
  ])('%s␤%s', (before, after, joined) => {
    expect(joinProse([before, after])).toBe(joined);
  });
});

test('numbers on the lines of one cell stay two', () => {
  expect(joinLines(['5', '3'])).toBe('5 3');
});
