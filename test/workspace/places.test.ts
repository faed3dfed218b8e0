import { expect, test } from 'vitest';
import { globIn } from '../../server/src/workspace/glob.ts';
import { folderOf, keyOf, placeOf, sourceOf, within } from '../../server/src/workspace/places.ts';

/** What a path means in the front matter of a report; null where it means nothing. */
function named(path: string, source: string): string | null {
  const place = placeOf(source);
  const found = place && within(folderOf(place), path);
  return found && sourceOf(found);
}

test.each([
  ['a.nianbao', '/r/2023/b.nianbao', '/r/2023/a.nianbao'],
  ['./各村//a.nianbao', '/r/b.nianbao', '/r/各村/a.nianbao'],
  ['..\\2022\\a.nianbao', '/r/2023/b.nianbao', '/r/2022/a.nianbao'],
  ['../2022/a.nianbao', 'C:\\r\\2023\\b.nianbao', 'C:\\r\\2022\\a.nianbao'],
  ['../a.nianbao', '\\\\server\\share\\b.nianbao', '\\\\server\\a.nianbao'],
  ['../2022/青禾镇.nianbao', 'file:///r/2023/b.nianbao', 'file:///r/2022/%E9%9D%92%E7%A6%BE%E9%95%87.nianbao'],
  ['a (1).nianbao', 'file:///c%3A/r/b.nianbao', 'file:///c%3A/r/a%20%281%29.nianbao'],
  ['100%.nianbao', 'vscode-vfs://github/o/r/b.nianbao', 'vscode-vfs://github/o/r/100%25.nianbao'],
  ['../../a.nianbao', '/r/b.nianbao', null],
  ['../../a.nianbao', 'file:///c%3A/r/b.nianbao', null],
  ['/a.nianbao', '/r/b.nianbao', null],
  ['C:\\a.nianbao', 'C:\\r\\b.nianbao', null],
  ['file:///a.nianbao', 'file:///r/b.nianbao', null],
  ['a.nianbao', 'untitled:Untitled-1', null],
])('%s in %s', (path, source, expected) => {
  expect(named(path, source)).toBe(expected);
});

test('one file has one key, however its URI is spelt', () => {
  const spellings = [
    'file:///c%3A/r/%E9%9D%92%281%29.nianbao',
    'file:///C:/r/青(1).nianbao',
    'file:///c:/r/青%281).nianbao',
  ];
  expect(new Set(spellings.map(keyOf)).size).toBe(1);
  expect(keyOf('file:///r/%zz.nianbao')).not.toBe(keyOf('file:///r/%yy.nianbao'));
});

test.each([
  [
    '各村/*.nianbao',
    ['各村/a.nianbao', '各村/.nianbao'],
    ['各村/b/a.nianbao', 'a.nianbao', '各村/a.年报', 'x/各村/a.nianbao'],
  ],
  ['*镇*-2023.nianbao', ['青禾镇-2023.nianbao', '镇a-2023.nianbao'], ['青禾-2023.nianbao', '青禾镇-2022.nianbao']],
  ['**/a.nianbao', ['a.nianbao', 'x/y/a.nianbao'], ['b.nianbao', 'x/ba.nianbao']],
  ['x/**/y/*', ['x/y/a.nianbao', 'x/1/2/y/a.nianbao'], ['x/a.nianbao', 'x/y/1/a.nianbao']],
  ['..\\other\\*.nianbao', ['../other/a.nianbao'], ['a.nianbao', 'other/a.nianbao']],
  ['[a]?.*', ['[a]?.nianbao'], ['ab.nianbao']],
])('the pattern %s', (pattern, inside, outside) => {
  const folder = placeOf('/r/2023');
  const glob = folder && globIn(folder, pattern);
  const holds = (path: string): boolean | null => {
    const place = folder && within(folder, path);
    return place && (glob?.holds(place) ?? null);
  };
  expect(inside.map(holds)).toEqual(inside.map(() => true));
  expect(outside.map(holds)).toEqual(outside.map(() => false));
});

test('a pattern tells where to search, and how deep', () => {
  const folder = placeOf('/r/2023');
  const told = (pattern: string) => {
    const glob = folder && globIn(folder, pattern);
    return glob && [sourceOf(glob.base), glob.depth];
  };
  expect(told('各村/*.nianbao')).toEqual(['/r/2023/各村', 1]);
  expect(told('../*/各村/*.nianbao')).toEqual(['/r', 3]);
  expect(told('**/*.nianbao')).toEqual(['/r/2023', Number.POSITIVE_INFINITY]);
  expect(['/x/*', 'C:\\*', '../../../*', 'a*/../b'].map(told)).toEqual([null, null, null, null]);
});

test('a pattern of many stars takes no time', () => {
  const folder = placeOf('/r');
  const glob = folder && globIn(folder, `${'*a'.repeat(60)}.nianbao`);
  const long = placeOf(`/r/${'a'.repeat(250)}b.nianbao`);
  expect(long && glob?.holds(long)).toBe(false);
});
