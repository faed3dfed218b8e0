// The pages of the packed extension and of the packed npm package: every link and every picture in them is there, without a network.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { laidOutPackage, packedExtension } from './pack.ts';

const LINK = /(!?)\[[^\]]*\]\(([^)\s]+)\)/g;

/** The packed files by their paths. */
type Files = ReadonlyMap<string, () => string>;

let extension: Files = new Map();
let library: Files = new Map();

beforeAll(() => {
  const entries = Object.entries(unzipSync(readFileSync(packedExtension))).filter(([path]) =>
    path.startsWith('extension/'),
  );
  extension = new Map(
    entries.map(([path, bytes]) => [path.slice('extension/'.length), () => new TextDecoder().decode(bytes)]),
  );
  library = new Map(
    readdirSync(laidOutPackage, { recursive: true, encoding: 'utf8' }).map((path) => [
      path.replaceAll('\\', '/'),
      () => readFileSync(join(laidOutPackage, path), 'utf8'),
    ]),
  );
});

/** What pages link to that isn't packed, or lies on a network; each as `page: link`. */
function dead(files: Files, pages: RegExp): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    if (!pages.test(path)) return [];
    return [...text().matchAll(LINK)].flatMap(([, isPicture, link = '']) => {
      const [target = ''] = link.split('#');
      if (target === '') return [];
      const isRemote = /^[a-z][a-z+.-]*:/i.test(target);
      if (isRemote ? isPicture === '' : files.has(join(dirname(path), target).replaceAll('\\', '/'))) return [];
      return [`${path}: ${link}`];
    });
  });
}

describe('the packed extension', () => {
  test('has no dead link and no dead picture in its pages', () => {
    expect(extension.size).toBeGreaterThan(100);
    expect([...extension.keys()].filter((path) => /^docs\/manual\.(?:zh|en)\.md$/.test(path))).toHaveLength(2);
    // VS Code shows pictures of the network alone in the page of an extension.
    expect(extension.get('readme.md')?.()).toMatch(/^# 年报(?![\s\S]*!\[)/);
    expect(dead(extension, /^(?:readme|docs\/[\w./-]+)\.md$/)).toEqual([]);
  });

  test('stays below four megabytes', () => {
    expect(readFileSync(packedExtension).length).toBeLessThan(4_000_000);
  });
});

describe('the packed npm package', () => {
  test('has no dead link and no dead picture in its pages', () => {
    expect(dead(library, /\.md$/)).toEqual([]);
  });
});

test('a page with a dead link is told', () => {
  const files: Files = new Map([
    ['docs/a.md', () => '[b](b.md) ![c](c.webp) ![d](https://example.org/d.webp) [e](https://example.org)'],
  ]);
  expect(dead(files, /\.md$/)).toEqual([
    'docs/a.md: b.md',
    'docs/a.md: c.webp',
    'docs/a.md: https://example.org/d.webp',
  ]);
});
