import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { initials } from '../../server/src/features/pinyin.ts';
import { initialsOf } from '../../server/src/features/pinyin-initials.ts';
import { frontMatterKeys } from '../../server/src/forms/front-matter.ts';
import { cornerIn, labelIn, labelStyles } from '../../server/src/forms/labels.ts';
import { editions } from '../support/forms.ts';

const LETTERS = 'abcdefghjklmnopqrstwxyz';
/** The first characters of each letter in the order of pinyin. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃麻拏噢妑七呥仨他穵夕丫帀';
/** Characters that have another initial in the form's words than the one they are sorted under. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  行: 'x',
  重: 'c',
  数: 's',
  会: 'h',
  提: 't',
  调: 'd',
  系: 'x',
};

function initialOf(character: string): string {
  const known = READ_OTHERWISE[character];
  if (known) return known;
  const order = new Intl.Collator('zh-u-co-pinyin');
  const at = [...FIRSTS].findLastIndex((first) => order.compare(character, first) >= 0);
  return LETTERS[at] ?? '';
}

function wordsOfTheForm(): string {
  const words = editions.flatMap((edition) => [
    ...edition.sections.map(({ title }) => title),
    ...edition.areas.map(({ title }) => title),
    ...edition.contents.map(({ title }) => title),
    ...edition.tables.flatMap((table) => [
      table.name.zh,
      ...labelStyles.flatMap((style) => [
        ...table.columns.map((column) => labelIn(style, column)),
        ...table.blocks.flatMap((block) => [
          cornerIn(style, block),
          ...block.lines.map((line) => labelIn(style, line)),
        ]),
      ]),
    ]),
  ]);
  return [
    ...words,
    ...frontMatterKeys.map(({ spellings }) => spellings[0]),
    '年政府信息公开工作年度报告整张表标题前言',
  ].join('');
}

test('the initials of every character in the form’s words', () => {
  const characters = [...new Set(wordsOfTheForm())].filter((each) => /\p{Script=Han}/u.test(each) && each !== '〇');
  const expected: Record<string, string> = {};
  for (const letter of LETTERS) {
    const own = characters.filter((each) => initialOf(each) === letter).sort();
    if (own.length > 0) expected[letter] = own.join('');
  }
  if (process.env.UPDATE) {
    const lines = Object.entries(expected).map(([letter, own]) => `  ${letter}: '${own}',`);
    const head =
      '/** Pinyin initial → the characters of the form’s words that have it. Written by `UPDATE=1 vitest run test/features/pinyin.test.ts`. */';
    const text = `${head}\nexport const initialsOf: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`;
    writeFileSync(join(import.meta.dirname, '../../server/src/features/pinyin-initials.ts'), text);
  } else {
    expect(initialsOf).toEqual(expected);
  }
});

test.each([
  ['一、本年新收政府信息公开申请数量', 'ybnxszfxxgksqsl'],
  ['5.属于三类内部事务信息', '5syslnbswxx'],
  ['行政复议', 'xzfy'],
  ['重复申请', 'cfsq'],
  ['（七）总计', 'qzj'],
  ['四、结转下年度继续办理', 'sjzxndjxbl'],
  ['无正当理由大量反复申请', 'wzdlydlffsq'],
  ['现行有效件数', 'xxyxjs'],
  ['社会公益组织', 'shgyzz'],
  ['3.其他', '3qt'],
  ['（六）其他处理', 'lqtcl'],
  ['3.补正后仍不明确', '3bzhrbmq'],
  ['3.补正后申请内容仍不明确', '3bzhsqnrrbmq'],
  ['2.没有现成信息需要另行制作', '2myxcxxxylxzz'],
  ['二、上年结转', 'esnjz'],
])('%s', (label, expected) => {
  expect(initials(label)).toBe(expected);
});
