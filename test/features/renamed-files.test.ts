import { describe, expect, test } from 'vitest';
import { followRenames } from '../../server/src/features/renamed-files.ts';
import { readReport } from '../../server/src/report/bind.ts';

/** The path that front matter has after renames, `null` where it is left as it is. */
function follows(path: string, source: string, ...renames: readonly (readonly [string, string])[]): string | null {
  const report = readReport(`---\n上年: ${path}\n---\n# 甲\n`);
  const edits = followRenames(
    report,
    `file:///r/${source}`,
    renames.map(([from, to]) => ({ oldUri: `file:///r/${from}`, newUri: `file:///r/${to}` })),
  );
  expect(edits.length).toBeLessThanOrEqual(1);
  return edits[0]?.text ?? null;
}

describe('a path follows', () => {
  test.each([
    [
      'a file that gets another name',
      '2022/a.nianbao',
      'b.nianbao',
      [['2022/a.nianbao', '2022/c.nianbao']],
      '2022/c.nianbao',
    ],
    ['a name that a URI escapes', 'a.nianbao', 'b.nianbao', [['a.nianbao', '%E7%94%B2.nianbao']], '甲.nianbao'],
    ['a folder', '2022/a.nianbao', 'b.nianbao', [['2022', 'old']], 'old/a.nianbao'],
    ['out of the folder', 'a.nianbao', 'x/b.nianbao', [['x/a.nianbao', 'y/a.nianbao']], '../y/a.nianbao'],
    ['the report itself, moved down', 'a.nianbao', 'b.nianbao', [['b.nianbao', 'x/b.nianbao']], '../a.nianbao'],
    ['the report itself, moved up', '../a.nianbao', 'x/b.nianbao', [['x/b.nianbao', 'b.nianbao']], 'a.nianbao'],
    ['with its separators', 'x\\a.nianbao', 'b.nianbao', [['x/a.nianbao', 'x/c.nianbao']], 'x\\c.nianbao'],
    ['with its dot', './a.nianbao', 'b.nianbao', [['a.nianbao', 'c.nianbao']], './c.nianbao'],
  ] as const)('%s', (_, path, source, renames, expected) => {
    expect(follows(path, source, ...renames)).toBe(expected);
  });
});

describe('a path stays', () => {
  test.each([
    ['nothing it means is renamed', 'a.nianbao', 'b.nianbao', [['c.nianbao', 'd.nianbao']]],
    ['both go with their folder', 'a.nianbao', 'x/b.nianbao', [['x', 'y']]],
    ['a name that begins alike', 'ab.nianbao', 'b.nianbao', [['a', 'c']]],
    ['a pattern', '2022/*.nianbao', 'b.nianbao', [['2022', 'old']]],
    ['an absolute path', '/r/a.nianbao', 'b.nianbao', [['a.nianbao', 'c.nianbao']]],
  ] as const)('%s', (_, path, source, renames) => {
    expect(follows(path, source, ...renames)).toBeNull();
  });
});
