import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { inFolder, nianbao, sampleReport } from './support.ts';

const body = '青禾镇人民政府';
const previous = sampleReport({ 'requests.carried-forward.person': '2', 'requests.carried-forward.total': '2' });
const thisYear = new Date().getFullYear();

describe('new', () => {
  test('writes the skeleton to a file named after body and year, and says so', () =>
    inFolder({}, async (cwd) => {
      const { code, out, err } = await nianbao(['new', '--body', body, '--year', '2024'], { cwd });
      expect({ code, out, err }).toEqual({ code: 0, out: '', err: `nianbao: 已写入 ${body}-2024.nianbao\n` });
      expect(readFileSync(join(cwd, `${body}-2024.nianbao`), 'utf8')).toBe(newReport({ body, year: 2024 }));
    }));

  test('-o - writes to standard output, and nothing else does', () =>
    inFolder({}, async (cwd) => {
      const ran = await nianbao(['new', '--body', body, '--year', '2020', '-o', '-'], { cwd });
      expect(ran).toEqual({ code: 0, out: newReport({ body, year: 2020 }), err: '' });
    }));

  test('check finds what is to be written, and few other things', () =>
    inFolder({}, async (cwd) => {
      await nianbao(['new', '--body', body, '--year', '2024', '-o', 'a.nianbao'], { cwd });
      const { code, out } = await nianbao(['check', '--format', 'json', 'a.nianbao'], { cwd });
      const codes = (JSON.parse(out) as { code: string }[]).map((found) => found.code);
      expect(code).toBe(1);
      expect(new Set(codes)).toEqual(new Set(['unfilled-placeholder', 'blank-cell']));
      expect(codes.length).toBeLessThan(15);
    }));

  test('-o names a folder or a file; the way to last year’s file is told from there', () =>
    inFolder({ '2023/a.nianbao': previous }, async (cwd) => {
      mkdirSync(join(cwd, '2024'));
      const words = ['new', '--from', '2023/a.nianbao'];
      expect((await nianbao([...words, '-o', '2024'], { cwd })).code).toBe(0);
      expect((await nianbao([...words, '-o', 'b.年报'], { cwd })).code).toBe(0);
      const inNew = readFileSync(join(cwd, '2024', `${body}-2024.nianbao`), 'utf8');
      expect(inNew).toContain('\n上年: ../2023/a.nianbao\n');
      expect(readFileSync(join(cwd, 'b.年报'), 'utf8')).toContain('\n上年: 2023/a.nianbao\n');
    }));

  test('from last year’s report: body, the next year, 结转', () =>
    inFolder({ 'a.nianbao': previous }, async (cwd) => {
      const { code, out } = await nianbao(['new', '--from', 'a.nianbao', '-o', '-'], { cwd });
      const report = readReport(out);
      expect([code, report.body?.text, report.year?.value]).toEqual([0, body, 2024]);
      const row = report.tables.find(({ definition }) => definition.id === 'requests')?.rows.get('carried-over');
      expect(row?.cells.map(({ value }) => value)).toEqual([2, 0, 0, 0, 0, 0, 2]);
      expect(out).toMatch(/^\/\/ 上年：公开的内容还不够细，下一年逐项改进。$/m);
    }));

  test('from a file that is no markup yet: it is imported, and not named as last year’s file', () =>
    inFolder({ 'a.txt': previous.replace(/^---[\s\S]*?---\n/, '').replaceAll('|', '\t') }, async (cwd) => {
      const { code, out, err } = await nianbao(['new', '--from', 'a.txt', '-o', '-'], { cwd });
      expect(code).toBe(0);
      expect(err).toMatch(/^a\.txt\n/);
      const report = readReport(out);
      expect([report.body?.text, report.year?.value]).toEqual([body, 2024]);
      const row = report.tables.find(({ definition }) => definition.id === 'requests')?.rows.get('carried-over');
      expect(row?.cells.map(({ value }) => value)).toEqual([2, 0, 0, 0, 0, 0, 2]);
      expect(out).not.toMatch(/^上年:/m);
    }));

  test('body and year given count before those of last year’s report', () =>
    inFolder({ 'a.nianbao': previous }, async (cwd) => {
      const words = ['new', '--from', 'a.nianbao', '--body', '石桥乡', '--year', '2021', '-o', '-'];
      const report = readReport((await nianbao(words, { cwd })).out);
      expect([report.body?.text, report.year?.value]).toEqual(['石桥乡', 2021]);
    }));

  test('a file that exists is left alone, unless --force says otherwise', () =>
    inFolder({ 'a.nianbao': 'before', 'old.nianbao': previous }, async (cwd) => {
      const words = ['new', '--body', body, '--year', '2024', '-o', 'a.nianbao'];
      const { code, err } = await nianbao(words, { cwd });
      expect(code).toBe(2);
      expect(err).toMatch(/a\.nianbao 已经有了.*--force/);
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).toBe('before');
      expect((await nianbao([...words, '--force'], { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).toContain('一、总体情况');
      expect((await nianbao(['new', '--from', 'old.nianbao', '-o', 'old.nianbao', '--force'], { cwd })).code).toBe(2);
      expect(readFileSync(join(cwd, 'old.nianbao'), 'utf8')).toBe(previous);
    }));

  test('a name that no file may have is made one', () =>
    inFolder({}, async (cwd) => {
      await nianbao(['new', '--body', '../甲/乙:局', '--year', '2024'], { cwd });
      expect(existsSync(join(cwd, '甲-乙-局-2024.nianbao'))).toBe(true);
    }));
});

describe('what is missing', () => {
  test.each([
    ['the body', ['--year', '2024'], /没有写机关/],
    ['the year', ['--body', body], /没有写年度/],
    ['a year that is none', ['--body', body, '--year', '24'], /年度要写2008到\d{4}之间的四位数字，不能是「24」/],
    ['a year before all forms', ['--body', body, '--year', '2007'], /2008/],
    ['a year to come', ['--body', body, '--year', String(thisYear + 1)], /2008/],
    ['an operand', ['x', '--body', body, '--year', '2024'], /多出了「x」/],
  ])('%s is a usage error where nobody can be asked', async (_, words, message) => {
    const { code, out, err } = await nianbao(['new', ...words, '-o', '-']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toContain('nianbao new --help');
  });

  test('is asked for in a terminal; the year is last year’s unless another is typed', async () => {
    const usual = await nianbao(['new', '-o', '-'], { answers: [' 青禾镇 ', ''] });
    expect(usual.err).toBe(`机关全称：报告的年度（直接回车为 ${thisYear - 1}）：`);
    expect(usual.out).toBe(newReport({ body: '青禾镇', year: thisYear - 1 }));
    const typed = await nianbao(['new', '-o', '-', '--body', body], { answers: ['2022'] });
    expect(typed.out).toBe(newReport({ body, year: 2022 }));
  });

  test('is not made up where the answer is none', async () => {
    expect((await nianbao(['new', '-o', '-'], { answers: [''] })).code).toBe(2);
    expect((await nianbao(['new', '-o', '-'], { answers: ['青禾镇'] })).code).toBe(2);
    expect((await nianbao(['new', '-o', '-'], { answers: ['青禾镇', '两千'] })).code).toBe(2);
  });
});

describe('files', () => {
  test('that can’t be read or written are said', () =>
    inFolder({ 'a.docx': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2) }, async (cwd) => {
      const read = await nianbao(['new', '--from', 'none.nianbao'], { cwd });
      expect([read.code, read.err]).toEqual([2, expect.stringMatching(/none\.nianbao: 找不到/)]);
      const picture = await nianbao(['new', '--from', 'a.docx'], { cwd });
      expect([picture.code, picture.err]).toEqual([2, expect.stringMatching(/a\.docx: .*图片/)]);
      const write = await nianbao(['new', '--body', body, '--year', '2024', '-o', 'no/such/a.nianbao'], { cwd });
      expect([write.code, write.err]).toEqual([2, expect.stringMatching(/写不了（ENOENT）/)]);
    }));
});
