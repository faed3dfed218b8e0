import { expect, test } from 'vitest';
import { ignorePatterns, ignores } from '../../server/src/workspace/ignore-patterns.ts';
import { ignoredFiles } from '../../server/src/workspace/ignored-files.ts';

test.each([
  ['草稿', '草稿', true],
  ['草稿', 'a/草稿', true],
  ['/草稿', 'a/草稿', null],
  ['草稿/', '草稿', null],
  ['草稿/', '草稿/', true],
  ['*-旧.nianbao', 'a/青禾镇-旧.nianbao', true],
  ['a/*.nianbao', 'a/x.nianbao', true],
  ['a/*.nianbao', 'b/a/x.nianbao', null],
  ['**/旧/*.nianbao', 'b/旧/x.nianbao', true],
  ['旧/**', '旧', null],
  ['旧/**', '旧/a/x.nianbao', true],
  ['202[0-3].nianbao', '2022.nianbao', true],
  ['202[!0-3].nianbao', '2022.nianbao', null],
  ['202?.nianbao', '2024.nianbao', true],
  ['\\#1.nianbao', '#1.nianbao', true],
  ['# 说明', '# 说明', null],
  ['*.nianbao\n!要.nianbao', '要.nianbao', false],
  ['*.nianbao\r\n', 'x.nianbao', true],
  ['', 'x', null],
  ['[', '[', true],
])('%j says of %s: %s', (patterns, path, expected) => {
  const names = path.split('/').filter((name) => name !== '');
  expect(ignores(ignorePatterns(patterns.split('\n')), names, path.endsWith('/'))).toBe(expected);
});

test('a hostile pattern takes no longer than its length times the path’s', () => {
  const [pattern] = [ignorePatterns([`${'*a'.repeat(5_000)}b`])];
  expect(ignores(pattern, ['a'.repeat(2_000)], false)).toBeNull();
});

function left(files: Readonly<Record<string, string>>, root = '/r'): readonly string[] {
  const ignored = ignoredFiles(root, (source) => files[source] ?? null);
  return Object.keys(files).filter((source) => source.endsWith('.nianbao') && !ignored.has(source, false));
}

test('a .gitignore holds for its folder and those below, a nearer one more, and what lies in an ignored folder stays out', () => {
  expect(
    left({
      '/r/.gitignore': 'build/\n*-旧.nianbao',
      '/r/a/.gitignore': '!要-旧.nianbao',
      '/r/a/要-旧.nianbao': '',
      '/r/b/要-旧.nianbao': '',
      '/r/build/x.nianbao': '',
      '/r/build/.gitignore': '!x.nianbao',
      '/r/x.nianbao': '',
    }),
  ).toEqual(['/r/a/要-旧.nianbao', '/r/x.nianbao']);
});

test('a .gitignore above counts within the repository alone', () => {
  const files = { '/p/.gitignore': '*.nianbao', '/p/r/x.nianbao': '' };
  expect(left(files, '/p/r')).toEqual(['/p/r/x.nianbao']);
  expect(left({ ...files, '/p/.git/HEAD': 'ref' }, '/p/r')).toEqual([]);
  expect(left({ ...files, '/p/r/.git/HEAD': 'ref' }, '/p/r')).toEqual(['/p/r/x.nianbao']);
});

test('ignore in the nearest nianbao.json, with those that it extends, relative to the file that says so', () => {
  const files = {
    '/nianbao.json': '{"ignore": ["*.nianbao"]}',
    '/r/nianbao.json': '{"extends": "../common/base.json", "ignore": ["草稿/", "!要.nianbao"]}',
    '/common/base.json': '{"extends": "../r/nianbao.json", "ignore": ["/../no", "/旧.nianbao"]}',
    '/r/草稿/x.nianbao': '',
    '/r/旧.nianbao': '',
    '/r/x.nianbao': '',
    '/r/镇/nianbao.json': '{}',
    '/r/镇/草稿/x.nianbao': '',
  };
  expect(left(files)).toEqual(['/r/旧.nianbao', '/r/x.nianbao', '/r/镇/草稿/x.nianbao']);
  expect(left(files, '/r/镇')).toHaveLength(4);
});
