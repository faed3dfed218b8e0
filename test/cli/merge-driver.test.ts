import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nianbao, sampleReport } from './support.ts';

const cwd = mkdtempSync(join(tmpdir(), 'nianbao-merge-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const base = sampleReport();
const permits = (value: string) => base.replace(/(行政许可 *\| *)\d+/, `$1${value}`);

async function merged(ours: string, theirs: string, ...more: readonly string[]) {
  for (const [name, text] of Object.entries({ base, ours, theirs })) writeFileSync(join(cwd, name), text);
  const ran = await nianbao(['merge-driver', 'base', 'ours', 'theirs', ...more, '--lang', 'en'], { cwd });
  return { ...ran, text: readFileSync(join(cwd, 'ours'), 'utf8') };
}

describe('merge-driver', () => {
  test('writes the merged report to our file and exits with 0', async () => {
    const { code, text, out, err } = await merged(permits('5'), base.replace('行政处罚', '行政处罚'));
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    expect(text).toBe(permits('5'));
  });

  test('keeps the byte order mark, and exits with 1 where it has set marks, with the names and the size that git gives', async () => {
    const { code, text, err } = await merged(
      `\ufeff${permits('5')}`,
      permits('6'),
      '9',
      '报告.nianbao',
      '%S',
      'HEAD',
      '%Y',
    );
    expect(code).toBe(1);
    expect(text.startsWith('\ufeff---')).toBe(true);
    expect(text).toMatch(
      /\n<<<<<<<<< HEAD\n\| 行政许可 +\| +5 \|\n=========\n\| 行政许可 +\| +6 \|\n>>>>>>>>> theirs\n/,
    );
    expect(err).toBe('nianbao: 报告.nianbao: 1 place was changed on both sides and is marked.\n');
  });

  test('lets git merge line by line what it can’t', async () => {
    const { code, text, err } = await merged(`<<<<<<< a\n=======\n>>>>>>> b\n${base}`, permits('6'));
    expect(code).toBe(0);
    expect(text).toBe(`<<<<<<< a\n=======\n>>>>>>> b\n${permits('6')}`);
    expect(err).toContain('merged line by line');
  });

  test('exits with 2 and writes nothing where nothing can be merged', async () => {
    expect(await nianbao(['merge-driver', 'none', 'ours', 'theirs'], { cwd })).toMatchObject({ code: 2 });
    expect(await nianbao(['merge-driver', 'base'], { cwd })).toMatchObject({ code: 2 });
  });
});
