import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { inFolder, nianbao, sampleReport, wrongReport } from './support.ts';

const clean = sampleReport();
const line = clean.split('\n').find((each) => each.startsWith('| 行政强制')) ?? '';
const untidy = clean.replace(line, '|行政强制\t0');
const misspelt = clean.replace('行政强制 ', '行政强置 ');

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('format', () => {
  test('rewrites what is untidy and lists it', async () => {
    await inFolder({ 'a.nianbao': untidy, 'b/c.年报': clean, 'd.txt': untidy }, async (cwd) => {
      const before = statSync(join(cwd, 'b/c.年报')).mtimeMs;
      expect(await nianbao(['format', '.'], { cwd })).toEqual({
        code: 0,
        out: 'a.nianbao\n',
        err: '1 份已排版，1 份不用改。\n',
      });
      expect(read(cwd, 'a.nianbao')).toBe(clean);
      expect(read(cwd, 'd.txt')).toBe(untidy);
      expect(statSync(join(cwd, 'b/c.年报')).mtimeMs).toBe(before);
      expect(await nianbao(['format', '.', '--lang', 'en'], { cwd })).toEqual({
        code: 0,
        out: '',
        err: '0 reports formatted, 2 left as they are.\n',
      });
    });
  });

  test('--check changes nothing and fails where something would change', async () => {
    await inFolder({ 'a.nianbao': untidy, 'b.nianbao': clean }, async (cwd) => {
      expect(await nianbao(['format', '--check', '.'], { cwd })).toEqual({
        code: 1,
        out: 'a.nianbao\n',
        err: '1 份需要排版，1 份不用。\n',
      });
      expect(read(cwd, 'a.nianbao')).toBe(untidy);
      expect((await nianbao(['format', '--check', 'b.nianbao'], { cwd })).code).toBe(0);
    });
  });

  test('standard input to standard output', async () => {
    expect(await nianbao(['format', '-'], { stdin: untidy })).toEqual({ code: 0, out: clean, err: '' });
    expect(await nianbao(['format', '-'], { stdin: `\ufeff${clean}` })).toEqual({
      code: 0,
      out: `\ufeff${clean}`,
      err: '',
    });
    expect(await nianbao(['format', '--check', '-'], { stdin: untidy })).toMatchObject({ code: 1, out: '-\n' });
    expect((await nianbao(['format', '-', 'a.nianbao'], { stdin: untidy })).code).toBe(2);
  });

  test('byte order mark, line breaks and the end of the file stay', async () => {
    const windows = `\ufeff${untidy.trimEnd().replaceAll('\n', '\r\n')}`;
    await inFolder({ 'a.nianbao': windows }, async (cwd) => {
      await nianbao(['format', '.'], { cwd });
      expect(read(cwd, 'a.nianbao')).toBe(`\ufeff${clean.trimEnd().replaceAll('\n', '\r\n')}`);
    });
  });

  test('a file that can’t be read doesn’t keep the others', async () => {
    await inFolder({ 'a.nianbao': new Uint8Array([0xff, 0xfe, 0x00]), 'b.nianbao': untidy }, async (cwd) => {
      const { code, out, err } = await nianbao(['format', 'a.nianbao', 'none.nianbao', 'b.nianbao'], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: 'b.nianbao\n' });
      expect(err).toMatch(/a\.nianbao: .*UTF-8[\s\S]*none\.nianbao: /);
      expect(read(cwd, 'b.nianbao')).toBe(clean);
    });
  });

  test.skipIf(process.getuid?.() === 0)('a file that can’t be written', async () => {
    await inFolder({ 'a.nianbao': untidy }, async (cwd) => {
      chmodSync(join(cwd, 'a.nianbao'), 0o444);
      const { code, out, err } = await nianbao(['format', '.'], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('写不了');
    });
  });

  test('a file over the limit', async () => {
    await inFolder({ 'a.nianbao': 'a'.repeat(4_000_001) }, async (cwd) => {
      expect(await nianbao(['format', '.'], { cwd })).toMatchObject({ code: 2, out: '' });
    });
  });

  test('--canonical, and what it leaves alone', async () => {
    const merged =
      '二、主动公开政府信息情况\n第二十条第（六）项 | |\n信息内容 | 本年处理决定数量 |\n行政处罚 | 1 |\n行政强制 | 2 |\n';
    const misfit = merged.replace('| 1 |', '| 1 | 2 | 3 | 4 |');
    await inFolder({ 'a.nianbao': merged, 'b.nianbao': misfit }, async (cwd) => {
      const { code, err } = await nianbao(['format', '--canonical', '.'], { cwd });
      expect(code).toBe(0);
      expect(err).toContain('b.nianbao: 表二没有改为标准写法：第4行的格数与表样不一致。');
      expect(read(cwd, 'a.nianbao')).toBe(
        '二、主动公开政府信息情况\n| 第二十条第（六）项 | 本年处理决定 |\n| 行政处罚           |            1 |\n| 行政强制           |            2 |\n',
      );
      expect(read(cwd, 'b.nianbao')).toContain('| 信息内容           |');
    });
  });

  test('--labels, one for the other; with --canonical those of the new form', async () => {
    const short =
      '二、主动公开政府信息情况\n| 第二十条第（六）项 | 本年处理决定 |\n| 行政处罚           |            1 |\n';
    const official =
      '二、主动公开政府信息情况\n| 第二十条第（六）项 | 本年处理决定数量 |\n| 行政处罚           |                1 |\n';
    const merged = '二、主动公开政府信息情况\n第二十条第（六）项 | |\n信息内容 | 本年处理决定数量 |\n行政处罚 | 1 |\n';
    await inFolder({ 'a.nianbao': short, 'b.nianbao': official, 'c.nianbao': merged }, async (cwd) => {
      expect((await nianbao(['format', '--labels', 'official', 'a.nianbao', 'b.nianbao'], { cwd })).code).toBe(0);
      expect([read(cwd, 'a.nianbao'), read(cwd, 'b.nianbao')]).toEqual([official, official]);
      await nianbao(['format', '--labels', 'short', 'b.nianbao'], { cwd });
      expect(read(cwd, 'b.nianbao')).toBe(short);
      await nianbao(['format', '--canonical', '--labels', 'official', 'c.nianbao'], { cwd });
      expect(read(cwd, 'c.nianbao')).toBe(official);
      expect((await nianbao(['format', '--labels', 'long', '.'], { cwd })).code).toBe(2);
    });
  });

  test('is in the help, in both languages', async () => {
    expect((await nianbao(['--help'])).out).toMatch(/\n {2}format +排版/);
    for (const language of ['zh', 'en']) {
      const { out, code } = await nianbao(['format', '--help', '--lang', language]);
      expect(code).toBe(0);
      expect(out).toContain('--check');
      expect(out).toContain('--canonical');
    }
  });
});

describe('check --fix', () => {
  test('mends what is certain, keeps the table aligned, and reports what is left', async () => {
    const text = wrongReport.replace('行政强制 ', '行政强置 ');
    await inFolder({ 'a.nianbao': `\ufeff${text}`, 'b.nianbao': clean }, async (cwd) => {
      const { code, out, err } = await nianbao(['check', '.', '--fix', '--format', 'json'], { cwd });
      expect(code).toBe(1);
      expect(JSON.parse(out).map((finding: { code: string }) => finding.code)).toEqual(['applicant-total']);
      expect(err).toBe('已改正 1 处，改了 1 份报告。\n');
      expect(read(cwd, 'a.nianbao')).toBe(`\ufeff${wrongReport}`);
      expect(read(cwd, 'b.nianbao')).toBe(clean);
      expect((await nianbao(['check', '.', '--fix', '--lang', 'en'], { cwd })).err).toBe(
        'nothing that can be fixed without asking.\n',
      );
    });
  });

  test('without it nothing is written', async () => {
    await inFolder({ 'a.nianbao': misspelt }, async (cwd) => {
      await nianbao(['check'], { cwd });
      expect(read(cwd, 'a.nianbao')).toBe(misspelt);
    });
  });

  test('settings hold: a rule that is off is not fixed', async () => {
    await inFolder({ 'a.nianbao': misspelt, 'nianbao.json': '{"rules": {"row-label": "off"}}' }, async (cwd) => {
      await nianbao(['check', '.', '--fix'], { cwd });
      expect(read(cwd, 'a.nianbao')).toBe(misspelt);
    });
  });

  test('blanks only where asked for', async () => {
    const blank = sampleReport({ 'disclosure.licensing.decisions': '' });
    await inFolder({ 'a.nianbao': blank }, async (cwd) => {
      await nianbao(['check', '.', '--fix'], { cwd });
      expect(read(cwd, 'a.nianbao')).toBe(blank);
      const { code } = await nianbao(['check', '.', '--fix', '--fill-blanks'], { cwd });
      expect(code).toBe(0);
      expect(read(cwd, 'a.nianbao')).toBe(clean);
    });
  });

  test('tables of another edition only where asked for; what they lack stays blank', async () => {
    const table =
      '二、主动公开政府信息情况\n\n| 第二十条第（六）项 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n| 行政处罚 | 3 | 1 | 25 |\n';
    const text = `---\n年度: 2023\n---\n${table}`;
    await inFolder({ 'a.nianbao': text }, async (cwd) => {
      await nianbao(['check', '.', '--fix'], { cwd });
      expect(read(cwd, 'a.nianbao')).toBe(text);
      await nianbao(['check', '.', '--fix', '--convert-tables', '--fill-blanks'], { cwd });
      const result = read(cwd, 'a.nianbao');
      expect(result).toContain('\n| 行政处罚           |           25 |\n');
      expect(result).toContain('\n// 原行政处罚：上一年项目数量 3，本年增/减 1\n');
      expect(readReport(result).tables[0]?.rows.get('fees')?.cells[0]?.text).toBe('');
    });
  });

  test('usage', async () => {
    expect((await nianbao(['check', '--fix', '-'], { stdin: clean })).code).toBe(2);
    const { code, err } = await nianbao(['check', '--fill-blanks'], { stdin: clean });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'nianbao: --fill-blanks 要和 --fix 一起用。\n用法见 nianbao check --help。\n',
    });
  });

  test.skipIf(process.getuid?.() === 0)('a file that can’t be written is said, and 2 wins', async () => {
    await inFolder({ 'a.nianbao': misspelt, 'b.nianbao': misspelt }, async (cwd) => {
      chmodSync(join(cwd, 'a.nianbao'), 0o444);
      const { code, err } = await nianbao(['check', '.', '--fix'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('a.nianbao: 写不了');
      expect(read(cwd, 'b.nianbao')).toBe(clean);
    });
  });
});
