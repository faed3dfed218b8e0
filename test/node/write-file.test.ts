import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileWriting, WriteFailure, type WriteOptions, writeFile } from '../../server/src/node/write-file.ts';

const room = pathToFileURL(join(import.meta.dirname, '../../server/src/node/write-file.ts'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-write-'));
  file = join(folder, 'a.nianbao');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Why nothing is written. */
function reason(options: WriteOptions): string {
  try {
    writeFile(file, '新', options);
    return 'written';
  } catch (error) {
    return error instanceof WriteFailure ? error.reason : String(error);
  }
}

test('a file that is other than it was read is left alone', () => {
  for (const text of ['读', '读过', '別']) {
    writeFileSync(file, text);
    expect(reason({ held: bytes('读') })).toBe(text === '读' ? 'written' : 'changed');
    expect(readFileSync(file, 'utf8')).toBe(text === '读' ? '新' : text);
  }
  rmSync(file);
  expect(reason({ held: bytes('读') })).toBe('changed');
  expect(readdirSync(folder)).toEqual([]);
});

test('what has to be new is', () => {
  expect(reason({ isNew: true })).toBe('written');
  expect(reason({ isNew: true })).toBe('exists');
  expect(readdirSync(folder)).toEqual(['a.nianbao']);
});

test('what came while it was written is not replaced where the file has to be new', () => {
  const writing = new FileWriting(file, { isNew: true });
  writing.add('新');
  writeFileSync(file, '别人的');
  expect(() => writing.finish()).toThrow('exists');
  expect(readFileSync(file, 'utf8')).toBe('别人的');
  expect(readdirSync(folder)).toEqual(['a.nianbao']);
});

test.skipIf(process.platform === 'win32')('a link that came while it was written is not followed', () => {
  const writing = new FileWriting(file);
  writing.add('新');
  symlinkSync('b.nianbao', file);
  expect(() => writing.finish()).toThrow('planted');
  expect(readdirSync(folder)).toEqual(['a.nianbao']);
});

test('what is abandoned leaves nothing', () => {
  const writing = new FileWriting(file);
  writing.add('新');
  writing.abandon();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that a killed process has left behind holds nobody up', () => {
  writeFileSync(file, '读');
  const script = `import { writeFile } from '${room}';
    const held = new TextEncoder().encode('读');
    Buffer.prototype.equals = () => process.kill(process.pid, 'SIGKILL');
    writeFile(${JSON.stringify(file)}, '新', { held });`;
  spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toHaveLength(1);
  expect(reason({ held: bytes('读') })).toBe('written');
  expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

test('of several processes that change one file, none loses what another has written', async () => {
  writeFileSync(file, '');
  const [marks, times] = ['abc', 20];
  const script = `import { writeFile } from '${room}';
    import { readFileSync } from 'node:fs';
    for (let done = 0; done < ${times}; ) {
      const held = readFileSync(process.argv[1]);
      try {
        writeFile(process.argv[1], Buffer.concat([held, Buffer.from(process.argv[2])]), { held });
        done++;
      } catch (error) {
        if (error.reason !== 'changed') throw error;
      }
    }`;
  const ended = [...marks].map((mark) =>
    once(spawn(process.execPath, ['--input-type=module', '--eval', script, file, mark]), 'close'),
  );
  expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0, 0]);
  const text = readFileSync(file, 'utf8');
  expect([...marks].map((mark) => text.split(mark).length - 1)).toEqual([times, times, times]);
  expect(readdirSync(folder)).toEqual(['a.nianbao']);
});
