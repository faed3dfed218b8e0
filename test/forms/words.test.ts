import { expect, test } from 'vitest';
import { frontMatterKeys } from '../../server/src/forms/front-matter.ts';
import { bodyLabels, chromeLabels } from '../../server/src/forms/page-chrome.ts';
import { areaPrompts, sectionPrompts } from '../../server/src/forms/template.ts';
import { canonical } from '../../server/src/text/canonical.ts';
import { newestEdition } from '../support/forms.ts';

test('a key of the front matter is spelt in Chinese first, and each spelling means one key', () => {
  expect(frontMatterKeys.map(({ key, spellings }) => `${key} ${spellings[0]}`)).toEqual([
    'body 机关',
    'year 年度',
    'edition 格式',
    'previous 上年',
    'children 下级',
    'extra-row 附加行',
    'ignore 忽略',
  ]);
  const spellings = frontMatterKeys.flatMap((definition) => definition.spellings);
  expect(new Set(spellings).size).toBe(spellings.length);
  expect(frontMatterKeys.filter(({ key, spellings }) => !spellings.includes(key))).toEqual([]);
});

test('portal labels are written canonically, each once, and no section or row goes by one', () => {
  expect(chromeLabels.filter((label) => canonical(label) !== label)).toEqual([]);
  expect(new Set(chromeLabels).size).toBe(chromeLabels.length);
  expect(bodyLabels.filter((label) => !chromeLabels.includes(label))).toEqual([]);
  const titles = newestEdition.sections.flatMap(({ title, variants }) => [title, ...variants]);
  expect(chromeLabels.filter((label) => titles.includes(label))).toEqual([]);
});

test('a skeleton has something to ask for in every area and prose part', () => {
  expect(Object.keys(areaPrompts)).toEqual(newestEdition.areas.map(({ id }) => id));
  const prose = newestEdition.sections.filter(({ id, table }) => table === null && id !== 'overview');
  expect(Object.keys(sectionPrompts)).toEqual(prose.map(({ id }) => id));
});
