import { describe, expect, test } from 'vitest';
import { staleCitations } from '../../server/src/forms/citations.ts';
import { editions } from '../support/forms.ts';

/** The stale citations of a report for `year`, as `id: words`. */
function stale(year: number, text: string): readonly string[] {
  return staleCitations
    .filter(({ years }) => year >= years.first && (years.last === null || year <= years.last))
    .flatMap(({ id, pattern }) => [...text.matchAll(pattern)].map(([words]) => `${id}: ${words}`));
}

/** The text with what is right in the place of everything stale. */
function mended(year: number, text: string): string {
  return staleCitations
    .filter(({ years }) => year >= years.first && (years.last === null || year <= years.last))
    .reduce((result, { pattern, right }) => (right === null ? result : result.replace(pattern, right)), text);
}

test.each([
  [2024, '按照国办公开办函〔2019〕60号要求', 'retired-notice-number: 国办公开办函〔2019〕60号'],
  [2021, '按照国办公开办函[2019]60号要求', 'retired-notice-number: 国办公开办函[2019]60号'],
  [
    2022,
    '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》',
    'retired-notice-title: 关于政府信息公开工作年度报告有关事项的通知',
  ],
  [2022, '《中华人民共和国政府信息公开工作年度报告格式（试行）》', 'trial-form: （试行）'],
  [2023, '《政府信息公开工作年度报告格式》的通知（国办发〔2021〕30号）', 'notice-issuer: 国办发〔2021〕30号'],
  [2023, '《年度报告格式》（国办公开办函[2021]30号）', 'notice-form: 国办公开办函[2021]30号'],
  [2023, '《年度报告格式》（国办公开办函（2021）30号）', 'notice-form: 国办公开办函（2021）30号'],
  [2023, '《年度报告格式》（国办公开办函2021年30号）', 'notice-form: 国办公开办函2021年30号'],
  [2023, '《年度报告格式》（国办公开办函（2021）第30号）', 'notice-form: 国办公开办函（2021）第30号'],
  [2023, '《年度报告格式》（国办公开办函〔2021〕第30号）', 'notice-form: 国办公开办函〔2021〕第30号'],
  [2020, '按照国办公开办函〔2019年〕60号要求', 'notice-form: 国办公开办函〔2019年〕60号'],
  [2023, '按照国办公开办函2019年第60号要求', 'retired-notice-number: 国办公开办函2019年第60号'],
  [2023, '《年度报告格式》的通知（国办发2021年30号）', 'notice-issuer: 国办发2021年30号'],
  [2020, '根据《条例》（国务院令第492号）', 'former-regulation: 国务院令第492号'],
  [2023, '根据《条例》第三十一条、第三十二条的规定，编制本年度报告', 'former-article: 第三十一条、第三十二条'],
  [
    2023,
    '根据《条例》第三十二条规定和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》要求',
    'former-article: 第三十二条',
  ],
  [2023, '根据《条例》第三十一、三十二条规定编制', 'former-article: 第三十一、三十二条'],
  [2025, '坚持以公开为原则、不公开为例外', 'former-principle: 以公开为原则、不公开为例外'],
] as const)('a report for %i that says %s', (year, text, found) => {
  expect(stale(year, text)).toContain(found);
  expect(stale(year, mended(year, text))).toEqual([]);
});

describe('citations that are right', () => {
  test.each([
    [2020, '按照国办公开办函〔2019〕60号要求，《政府信息公开工作年度报告格式（试行）》'],
    [2017, '根据《条例》（国务院令第492号）第三十一条、第三十二条的规定，编制本年度报告'],
    [2024, '《国务院办公厅关于进一步规范财务审计秩序的意见》（国办发〔2021〕30号）'],
    [2024, '落实国办公开办函〔2019〕61号'],
    [2024, '国办公开办函〔 2021 〕 30 号'],
    [2024, '国办公开办函发布后，2021年30号街道'],
    [2024, '《某某省人民政府办公厅关于政府信息公开工作年度报告有关事项的通知》'],
    [2024, '2007年4月5日国务院令第492号公布，2019年4月3日国务院令第711号修订'],
    [2024, '原国务院令第492号'],
    [2024, '依据《条例》第三十二条征求第三方意见'],
    [2024, '根据《条例》第五十条规定编制本年度报告'],
    [2024, '坚持以公开为常态、不公开为例外'],
  ] as const)('in a report for %i: %s', (year, text) => {
    expect(stale(year, text)).toEqual([]);
  });

  test('are those of every preface', () => {
    for (const { preface, years } of editions) expect(stale(years.first, preface)).toEqual([]);
  });
});

test('hostile text is survived', () => {
  const text =
    '年度报告条例'.repeat(20_000) +
    '《年度报告'.repeat(20_000) +
    '第三十一条'.repeat(20_000) +
    `国办公开办函2021${' '.repeat(100_000)}`;
  expect(stale(2024, text).every((found) => found.startsWith('former-article'))).toBe(true);
});
