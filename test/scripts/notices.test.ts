import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundledFiles, bundledPackages, noticesText } from '../../scripts/notices.ts';

const root = mkdtempSync(join(tmpdir(), 'nianbao-notices-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const MIT = 'Copyright (c) 2020 Someone\n\nPermission is hereby granted';

/** Writes a package below `node_modules` and gives what the build says of it. */
function bundled(name: string, manifest: object, files: Readonly<Record<string, string>>) {
  const folder = `node_modules/${name}`;
  const all = { 'package.json': JSON.stringify({ name, version: '1.0.0', ...manifest }), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), text);
  }
  return { [folder]: Object.keys(files).flatMap((path) => (path.endsWith('.js') ? [`${folder}/${path}`] : [])) };
}

describe('the packages of a bundle', () => {
  test('are those of which code is in what is shipped', () => {
    const output = (...inputs: string[]) => ({
      bytes: 1,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(inputs.map((path) => [path, { bytesInOutput: 1 }])),
    });
    const outputs = {
      'dist/a.js': output('server/src/a.ts', 'node_modules/@b/c/lib/d.js', 'node_modules/e/node_modules/f/g.js'),
      'out/suite.cjs': output('node_modules/h/i.js'),
    };
    expect(bundledFiles([{ inputs: {}, outputs }])).toEqual({
      'node_modules/@b/c': ['node_modules/@b/c/lib/d.js'],
      'node_modules/e/node_modules/f': ['node_modules/e/node_modules/f/g.js'],
    });
  });
});

describe('the notices', () => {
  test('hold the licence files, those of folders of data, and the legal comments of the code', () => {
    const [found] = bundledPackages(
      root,
      bundled(
        'a',
        { license: 'MIT' },
        {
          'license.md': `${MIT} a\r\n`,
          'maps/LICENSE': 'of maps',
          'licenses.js': '/* no licence */ /*! taken from b, (c) B */',
        },
      ),
    );
    expect(found?.text).toBe(`${MIT} a\n\nof maps\n\n/*! taken from b, (c) B */`);
  });

  test('make the licence of a package that brings none from another of the same kind', () => {
    const other = bundled('b', { license: 'MIT' }, { LICENSE: `Copyright 2019 Another\n${MIT}` });
    const bare = bundled('c', { license: 'MIT', author: { name: 'C. Writer' } }, {});
    expect(bundledPackages(root, { ...bare, ...other })[0]?.text).toBe(
      'Copyright (c) C. Writer\n\nPermission is hereby granted',
    );
  });

  test('are refused where a package has no licence that is known', () => {
    const other = bundled('d', { license: 'MIT' }, { LICENSE: MIT });
    expect(() => bundledPackages(root, { ...other, ...bundled('e', { license: 'ISC' }, {}) })).toThrow(
      'e 1.0.0 (ISC) has no licence text',
    );
    expect(() => bundledPackages(root, bundled('f', {}, {}))).toThrow('f 1.0.0 (no licence) has no licence text');
  });

  test('list the packages, then tell of each', () => {
    const text = noticesText(
      bundledPackages(
        root,
        bundled('g', { license: 'MIT', repository: 'git+https://example.org/g.git' }, { LICENSE: MIT }),
      ),
    );
    expect(text).toContain('- g 1.0.0 (MIT)\n');
    expect(text).toMatch(/={80}\ng 1\.0\.0 \(MIT\)\nhttps:\/\/example\.org\/g\n-{80}\n\nCopyright/);
  });
});
