import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { editionById, newestEdition } from '../support/forms.ts';

const holding = (keywords: readonly (readonly string[])[], heading: string): boolean =>
  keywords.some((words) => words.every((word) => heading.includes(word)));

/** The sections whose key words a heading holds. */
function sectionsOf(heading: string): readonly string[] {
  return newestEdition.sections.filter(({ keywords }) => holding(keywords, heading)).map(({ id }) => id);
}

/** The statutory contents of 2008 that no heading holds. */
function missingContents(headings: readonly string[]): readonly string[] {
  const contents = editionById('2008')?.contents ?? [];
  return contents.filter(({ keywords }) => !headings.some((heading) => holding(keywords, heading))).map(({ id }) => id);
}

test('the key words of a section are in its own title and in no other', () => {
  for (const { id, title } of newestEdition.sections) expect(sectionsOf(title)).toEqual([id]);
});

test('no variant of a section is the title or a variant of another', () => {
  const all = newestEdition.sections.flatMap(({ title, variants }) => [title, ...variants]);
  expect(all.filter((text, i) => all.indexOf(text) !== i)).toEqual([]);
});

test.each([
  ['2023年政务公开总体情况', ['overview']],
  ['因政府信息公开申请提起行政复议、行政诉讼的情况', ['disputes']],
  ['收到及处理公众申请情况', ['requests']],
  ['工作中存在的问题和下一步打算', ['problems']],
  ['其他需要说明的事项', ['other']],
  ['主动公开工作情况', []],
  ['依申请公开工作情况', []],
  ['依申请公开政府信息办理情况', []],
  ['政府信息管理情况', []],
  ['平台建设情况', []],
  ['监督保障情况', []],
  ['工作机制保障', []],
  ['2022年工作思路', []],
  ['重点领域信息公开情况', []],
] as const)('%s is recognised as %j', (heading, ids) => {
  expect(sectionsOf(heading)).toEqual(ids);
});

describe('the contents of 2008', () => {
  test('are found in the headings that such reports have', () => {
    const headings = [
      '概述',
      '主动公开政府信息情况',
      '政府信息公开申请的办理情况',
      '政府信息公开的收费及减免情况',
      '因政府信息公开申请提起行政复议、行政诉讼的情况',
      '存在的主要问题及改进措施',
      '需要说明的事项与附表',
    ];
    expect(missingContents(headings)).toEqual([]);
    for (const { id } of editionById('2008')?.contents ?? []) {
      const others = headings.filter((heading) => missingContents([heading]).includes(id));
      expect(missingContents(others), id).toEqual([id]);
    }
  });
});

const seeds = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));

test.runIf(existsSync(seeds))('a published report for 2017 misses none of the contents of 2008', () => {
  const [name = ''] = readdirSync(seeds).filter((file) => file.startsWith('002'));
  const headings = readFileSync(seeds + name, 'utf8').match(/^[一二三四五六七八九十]+、.*$/gm) ?? [];
  expect(headings.length).toBe(12);
  expect(missingContents(headings)).toEqual([]);
});
