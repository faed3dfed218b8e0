import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, nianbao, sampleReport } from './support.ts';

const clean = sampleReport();

describe('export', () => {
  test('one file to JSON is one object', () =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      const { code, out, err } = await nianbao(['export', 'a.nianbao', '--to', 'json'], { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(JSON.parse(out)).toMatchObject({ body: '青禾镇人民政府', year: 2023, edition: '2021' });
    }));

  test('standard input is one file', async () => {
    const { out } = await nianbao(['export', '--to=json', '-'], { stdin: clean });
    expect(JSON.parse(out).year).toBe(2023);
  });

  test('several files or a folder to JSON are an array', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': clean, 'c/d.txt': clean }, async (cwd) => {
      for (const operands of [['.'], ['a.nianbao', 'c/d.txt']]) {
        const { out } = await nianbao(['export', '--to', 'json', ...operands], { cwd });
        expect(JSON.parse(out)).toHaveLength(2);
      }
    }));

  test('several files to CSV have one header', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': clean }, async (cwd) => {
      const single = await nianbao(['export', '--to', 'csv', 'a.nianbao'], { cwd });
      const both = await nianbao(['export', '--to', 'csv', '.'], { cwd });
      const records = single.out.slice(single.out.indexOf('\n') + 1);
      expect(both.out).toBe(single.out + records);
      expect(single.out.charCodeAt(0)).not.toBe(0xfeff);
    }));

  test('--bom and -o', () =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      const { code, out } = await nianbao(['export', '--to', 'csv', '--bom', '-o', 'a.csv', 'a.nianbao'], { cwd });
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect([...readFileSync(join(cwd, 'a.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }));

  test('a file that can not be read is said, the others are exported, exit code 2', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': Uint8Array.of(0xff, 0xfe, 0x00) }, async (cwd) => {
      const { code, out, err } = await nianbao(['export', '--to', 'json', '.', 'c.nianbao'], { cwd });
      expect(code).toBe(2);
      expect(err).toMatch(/b\.nianbao.*UTF-8.*\n.*c\.nianbao/);
      expect(JSON.parse(out)).toHaveLength(1);
    }));

  test('a failure leaves the file of -o alone', () =>
    inFolder({ 'a.json': 'before' }, async (cwd) => {
      expect((await nianbao(['export', '--to', 'json', '-o', 'a.json', 'none.nianbao'], { cwd })).code).toBe(2);
      expect(readFileSync(join(cwd, 'a.json'), 'utf8')).toBe('before');
      expect((await nianbao(['export', '--to', 'csv', '-o', 'b.csv', 'none.nianbao'], { cwd })).code).toBe(2);
      expect(existsSync(join(cwd, 'b.csv'))).toBe(false);
    }));
});
