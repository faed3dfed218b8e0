import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formats } from '../../server/src/cli/formats/index.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'nianbao-many-'));
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

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function checked(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/nianbao.cjs'), 'check', ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
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
});
