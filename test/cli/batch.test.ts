import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { nianbao, sampleReport } from './support.ts';

const made: string[] = [];
let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'nianbao-batch-'));
  made.push(cwd);
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, text: string) => {
  mkdirSync(join(cwd, name, '..'), { recursive: true });
  writeFileSync(join(cwd, name), text);
};
const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const page = `<html><body>${sampleReport()
  .replace(/---[\s\S]*?---\n/, '')
  .split('\n')
  .map((line) => `<p>${line.replaceAll('|', '')}</p>`)
  .join('')}</body></html>`;
const broken = sampleReport().replace(/(行政许可 *\| *)\d+/, '$1x');

describe('check --files-from', () => {
  test('checks the files that a list names, a JSON object a line for each', async () => {
    put('a.nianbao', sampleReport());
    put('甲/b.nianbao', broken);
    const { code, out, err } = await nianbao(['check', '--format', 'jsonl', '--files-from', '-'], {
      cwd,
      stdin: 'a.nianbao\r\n\n甲/b.nianbao\nnone.nianbao\n',
    });
    expect(code).toBe(2);
    expect(
      lines(out).map(({ file, findings, error }) => [
        file,
        findings?.some(({ severity }: { severity: string }) => severity === 'error') ?? error,
      ]),
    ).toEqual([
      ['a.nianbao', false],
      ['甲/b.nianbao', true],
      ['none.nianbao', expect.stringContaining('找不到')],
    ]);
    expect(err).toContain('none.nianbao');
  });

  test('takes what the list holds itself, with the settings of where it would lie', async () => {
    put('甲/nianbao.json', '{"rules": {"not-a-number": "off", "thin-section": "off"}}');
    const { out } = await nianbao(
      ['check', '--format', 'jsonl', '--files-from', 'list'].map((word) => (word === 'list' ? '-' : word)),
      {
        cwd,
        stdin: [
          JSON.stringify({ file: '甲/b.nianbao', text: broken }),
          JSON.stringify({ file: 'b.nianbao', base64: Buffer.from(broken).toString('base64') }),
          '{"text": 1}',
        ].join('\n'),
      },
    );
    const [inFolder, outside, fault] = lines(out);
    const codes = ({ findings }: { findings: readonly { code: string }[] }) => findings.map(({ code }) => code);
    expect(codes(outside).filter((code) => !codes(inFolder).includes(code))).toContain('not-a-number');
    expect(fault).toMatchObject({ file: '3', error: expect.stringContaining('file') });
  });

  test('is alone, and its list has to be there', async () => {
    expect(await nianbao(['check', '--files-from', '-', 'a.nianbao'], { cwd })).toMatchObject({ code: 2 });
    expect(await nianbao(['check', '--files-from', 'none'], { cwd })).toMatchObject({ code: 2 });
  });
});

test('check --stdin-filename names standard input, and finds its settings', async () => {
  put('甲/nianbao.json', '{"rules": {"not-a-number": "off"}}');
  const { out } = await nianbao(['check', '--format', 'json', '-', '--stdin-filename', '甲/b.nianbao'], {
    cwd,
    stdin: broken,
  });
  const found: readonly { file: string; code: string }[] = JSON.parse(out);
  expect(found.every(({ file }) => file === '甲/b.nianbao')).toBe(true);
  expect(found.some(({ code }) => code === 'not-a-number')).toBe(false);
});

describe('import of many', () => {
  test('imports a folder into another, each file where it lay', async () => {
    put('来/a.html', page);
    put('来/镇/b.htm', page);
    put('来/镇/~$b.docx', '');
    put('来/readme.txt', 'x');
    const { code } = await nianbao(['import', '来', '-o', '去'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, '去/a.nianbao'), 'utf8')).toContain('一、本年新收');
    expect(existsSync(join(cwd, '去/镇/b.nianbao'))).toBe(true);
    expect(existsSync(join(cwd, '去/readme.nianbao'))).toBe(false);
    expect(await nianbao(['import', '来'], { cwd })).toMatchObject({ code: 2 });
  });

  test('gives a JSON object a line, for files and for what a list holds', async () => {
    put('来/a.html', page);
    const stdin = `${JSON.stringify({ file: 'c.html', base64: Buffer.from(page).toString('base64') })}\n来/a.html\nnone.docx\n`;
    const { code, out } = await nianbao(['import', '--jsonl', '--files-from', '-'], { cwd, stdin });
    expect(code).toBe(2);
    const [first, second, third] = lines(out);
    expect(first).toMatchObject({ file: 'c.html', markup: second.markup, notes: expect.any(Array) });
    expect(first.numbers.found).toBeGreaterThan(0);
    expect(third).toEqual({ file: 'none.docx', error: expect.any(String) });
  });

  test('writes the files of a list below the folder, whatever the list says', async () => {
    put('来/a.html', page);
    const stdin = `${JSON.stringify({ file: '../../镇/c.html', text: page })}\n来/a.html\n`;
    expect(await nianbao(['import', '-o', '去', '--files-from', '-'], { cwd, stdin })).toMatchObject({ code: 0 });
    expect(['去/c.nianbao', '去/来/a.nianbao'].map((file) => existsSync(join(cwd, file)))).toEqual([true, true]);
  });
});
