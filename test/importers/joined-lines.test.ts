import { describe, expect, test } from 'vitest';
import { holdsStraySpaces, joinLines, joinProse, withoutStraySpaces } from '../../server/src/importers/joined-lines.ts';

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

describe('spaces that a wrap or a PDF file left in a sentence', () => {
  test.each([
    ['全年公开信息 1 70 条，增长 3 .6 %。', '全年公开信息170条，增长3.6%。'],
    ['按照青政办发〔 2021 〕1 4 号文件，清理文 件 3 件。', '按照青政办发〔2021〕14号文件，清理文件3件。'],
    ['关注“青禾发布” 微信 WeChat 号，电话：0571 8888 1234。', '关注“青禾发布”微信 WeChat 号，电话：0571 8888 1234。'],
    ['青禾镇人民政府 2023年1月12日', '青禾镇人民政府 2023年1月12日'],
  ])('%s', (text, expected) => {
    expect(withoutStraySpaces(text)).toBe(expected);
  });

  test.each([
    ['公开 1 70 条', true],
    ['〔 2021〕', true],
    ['公开 170 条', false],
    ['规章 0 0 0', false],
  ])('are known where no author puts any: %s', (text, expected) => {
    expect(holdsStraySpaces(text)).toBe(expected);
  });
});
