import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../server/src/cli/formats/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-many-'));
const results = mkdtempSync(join(tmpdir(), 'nianbao-many-results-'));
const COPIES = 30;

/** Reports of several years of several places that name one another, settings with a fault, a file that can't be read. */
beforeAll(() => {
  for (let i = 0; i < COPIES; i++) {
    const part = join(folder, String(100 + i));
    cpSync(join(root, 'examples'), part, { recursive: true });
    writeFileSync(join(part, '坏.nianbao'), new Uint8Array([0xff, 0xfe, 0x80]));
    if (i % 3 === 0) writeFileSync(join(part, 'nianbao.json'), '{ "rules": { "no-such-rule": "off" } }');
  }
  mkdirSync(join(folder, '999'));
});

afterAll(() => {
  for (const each of [folder, results]) rmSync(each, { recursive: true, force: true });
});

function nianbao(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/nianbao.cjs'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

function checked(...words: readonly string[]) {
  return nianbao('check', ...words);
}

function contentsOf(part: string): ReadonlyMap<string, string> {
  const files = readdirSync(part, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [relative(part, path), readFileSync(path, 'latin1')]),
  );
}

describe(`many files in ${availableParallelism()} threads`, () => {
  const parts = () => readdirSync(folder).sort();

  test('give the findings, complaints and code that they give folder by folder', () => {
    const alone = parts().map((part) => checked('--format', 'json', part));
    expect(alone.length).toBeGreaterThan(COPIES);
    const together = checked('--format', 'json', ...parts());
    expect(JSON.parse(together.stdout)).toEqual(alone.flatMap(({ stdout }) => JSON.parse(stdout)));
    expect(together.stderr).toBe(alone.map(({ stderr }) => stderr).join(''));
    expect(together.status).toBe(2);
  });

  test.each(formats.map(({ id }) => id))('are written twice the same as %s', (format) => {
    expect(checked('--format', format, ...parts())).toEqual(checked('--format', format, ...parts()));
  });

  /** Some of the parts; by themselves they are few files. */
  const few = ['100', '101', '102'];

  test('are exported as a few of them are', () => {
    const [alone, together] = ['alone', 'together'].map((name) => join(results, name));
    const said = few.map((part) => nianbao('export', '--to', 'json', '-o', join(alone ?? '', part, '/'), part).stderr);
    const all = nianbao('export', '--to', 'json', '-o', join(together ?? '', '/'), ...parts());
    const texts = [...contentsOf(together ?? '').values()];
    expect(texts).toHaveLength(COPIES * 4);
    expect(texts).toEqual(expect.arrayContaining([...contentsOf(alone ?? '').values()]));
    expect(all.stderr.startsWith(said.join('').replace(/nianbao: 有.*\n/g, ''))).toBe(true);
    expect(all.status).toBe(2);
  });

  test('are formatted as a few of them are', () => {
    const [alone, together] = ['a', 'b'].map((name) => join(results, name));
    for (const copy of [alone, together]) cpSync(folder, copy ?? '', { recursive: true });
    const said = few.map((part) => nianbao('format', '--canonical', join(alone ?? '', part)).stdout);
    const all = nianbao('format', '--canonical', together ?? '');
    for (const part of few) expect(contentsOf(join(together ?? '', part))).toEqual(contentsOf(join(alone ?? '', part)));
    expect(contentsOf(join(together ?? '', '100'))).not.toEqual(contentsOf(join(folder, '100')));
    expect(all.stdout.replaceAll(together ?? '', alone ?? '').startsWith(said.join(''))).toBe(true);
  });

  test('are imported as they are one by one', () => {
    const sources = join(results, 'sources');
    nianbao('export', '--to', 'docx', '-o', sources, ...few);
    writeFileSync(join(sources, '坏.docx'), 'no Word file');
    const files = readdirSync(sources).sort();
    const all = nianbao('import', '-o', join(results, 'imported'), sources);
    expect(readdirSync(join(results, 'imported'))).toHaveLength(files.length - 1);
    for (const name of [files[0] ?? '', files.at(-2) ?? '']) {
      const { stdout } = nianbao('import', join(sources, name));
      expect(readFileSync(join(results, 'imported', name.replace('.docx', '.nianbao')), 'utf8')).toBe(stdout);
    }
    expect(all.stderr.match(/坏\.docx/g)).toHaveLength(1);
    expect(all.status).toBe(2);
  });
});
