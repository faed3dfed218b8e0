import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFilesTelling } from '../../server/src/lsp/files-node.ts';
import { maxFileSize } from '../../server/src/text/limits.ts';

const nodeFiles = nodeFilesTelling(() => {});
let folder = '';
const uriOf = (...names: readonly string[]): string => pathToFileURL(join(folder, ...names)).href;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  for (const name of ['乡镇', 'node_modules', '.git']) mkdirSync(join(folder, name));
  for (const path of [
    'b.年报',
    'a.nianbao',
    'c.txt',
    '乡镇/青禾镇.nianbao',
    'node_modules/x.nianbao',
    '.git/y.nianbao',
  ]) {
    writeFileSync(join(folder, path), '\ufeff一、总体情况\n');
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the reports below a folder, in order', async () => {
  expect(await nodeFiles.find([uriOf()])).toEqual([
    uriOf('a.nianbao'),
    uriOf('b.年报'),
    uriOf('乡镇', '青禾镇.nianbao'),
  ]);
  expect(await nodeFiles.find([uriOf(), uriOf('乡镇')])).toHaveLength(3);
  expect(await nodeFiles.find([uriOf('nothing'), 'vscode-vfs://github/x', 'file://%zz'])).toEqual([]);
});

test('a text without its byte order mark', async () => {
  expect(await nodeFiles.read(uriOf('乡镇', '青禾镇.nianbao'))).toBe('一、总体情况\n');
});

test('null for what can’t be read', async () => {
  for (const uri of [uriOf('nothing'), uriOf('乡镇'), 'untitled:1', 'file://%zz'])
    expect(await nodeFiles.read(uri)).toBeNull();
});

test('the reports so many folders down', async () => {
  expect(await nodeFiles.find([uriOf()], 1)).toEqual([uriOf('a.nianbao'), uriOf('b.年报')]);
  expect(await nodeFiles.find([uriOf()], 2)).toHaveLength(3);
});

test.skipIf(process.platform === 'win32')('a pipe is no file, and nothing waits for it', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.nianbao')]);
  expect(await nodeFiles.read(uriOf('pipe.nianbao'))).toBeNull();
  expect(await nodeFiles.read('file:///dev/zero')).toBeNull();
  expect(await nodeFiles.find([uriOf()], 1)).toHaveLength(2);
  const told: string[] = [];
  const files = nodeFilesTelling((path) => told.push(path));
  for (const path of ['/dev/zero', '/dev/zero', '/nothing']) await files.read(`file://${path}`);
  expect(told).toEqual(['/dev/zero']);
});

test('of a file over the limit no more than shows that it is', async () => {
  writeFileSync(join(folder, 'large.txt'), Buffer.alloc(4 * maxFileSize, '年'));
  const text = await nodeFiles.read(uriOf('large.txt'));
  expect(text?.length).toBeGreaterThan(maxFileSize);
  expect(text?.length).toBeLessThan(2 * maxFileSize);
});
