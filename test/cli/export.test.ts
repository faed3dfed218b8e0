import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, nianbao, sampleReport, wrongReport } from './support.ts';

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

  test('a report with an unsettled merge conflict is refused, the others are exported, exit code 1', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': `${clean}\n<<<<<<< HEAD\n=======\n>>>>>>> main\n` }, async (cwd) => {
      const { code, out, err } = await nianbao(['export', '--to', 'json', '.'], { cwd });
      expect(code).toBe(1);
      expect(JSON.parse(out)).toHaveLength(1);
      expect(err).toContain('b.nianbao');
      expect(err).toContain('合并冲突');
      expect((await nianbao(['export', '--to', 'html', 'b.nianbao', '-o', 'b.html'], { cwd })).code).toBe(1);
      expect(existsSync(join(cwd, 'b.html'))).toBe(false);
    }));

  test('--require-clean: a report with errors is not written, exit code 1', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': wrongReport }, async (cwd) => {
      for (const to of ['html', 'docx', 'json', 'csv']) {
        const target = join(cwd, `b.${to}`);
        const { code, err } = await nianbao(['export', '--require-clean', '--to', to, '-o', target, 'b.nianbao'], {
          cwd,
        });
        expect({ code, exists: existsSync(target) }).toEqual({ code: 1, exists: false });
        expect(err).toMatch(/b\.nianbao.*处错误，没有导出/);
      }
      const folder = await nianbao(['export', '--require-clean', '--to', 'html', '-o', 'out/', '.'], { cwd });
      expect({ code: folder.code, files: readdirSync(join(cwd, 'out')) }).toEqual({ code: 1, files: ['a.html'] });
      const whole = await nianbao(['export', '--require-clean', '--to', 'csv', 'a.nianbao', 'b.nianbao'], { cwd });
      expect({ code: whole.code, out: whole.out }).toEqual({ code: 1, out: '' });
      const right = await nianbao(['export', '--require-clean', '--to', 'csv', 'a.nianbao'], { cwd });
      expect(right.code).toBe(0);
      expect(right.out).toBe((await nianbao(['export', '--to', 'csv', 'a.nianbao'], { cwd })).out);
    }));

  test('--mark-draft: a report with errors says so, one without does not', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': wrongReport }, async (cwd) => {
      const { code, err } = await nianbao(['export', '--mark-draft', '--to', 'html', '-o', 'out/', '.'], { cwd });
      expect(code).toBe(0);
      expect(err).toContain('已标明「草稿」导出');
      expect(readFileSync(join(cwd, 'out/a.html'), 'utf8')).not.toContain('草稿');
      expect(readFileSync(join(cwd, 'out/b.html'), 'utf8')).toMatch(/草稿（尚有 \d+ 处错误未改正）/);
      const both = await nianbao(['export', '--mark-draft', '--require-clean', '--to', 'csv', '.'], { cwd });
      expect(both.code).toBe(2);
    }));

  test('fonts and page numbers are those of the nianbao.json above; what is none is said', () =>
    inFolder(
      {
        'a/b.nianbao': clean,
        'a/nianbao.json': '{"page": {"fonts": "founder", "pageNumbers": "center"}}',
        'c/d.nianbao': clean,
        'c/nianbao.json': '{"page": {"fonts": "宋体", "size": 1}}',
      },
      async (cwd) => {
        const page = await nianbao(['export', '--to', 'html', 'a/b.nianbao'], { cwd });
        expect(page.out).toContain('"方正仿宋_GBK"');
        expect(page.out).toContain('@page :left { @bottom-center { content: "— " counter(page) " —"');
        const wrong = await nianbao(['export', '--to', 'html', 'c/d.nianbao'], { cwd });
        expect(wrong.out).toContain('"仿宋"');
        expect(wrong.err).toContain('「fonts」只能是 system、gb2312、founder 之一');
        expect(wrong.err).toContain('「page」应为一个对象，只有 fonts、pageNumbers 两项');
      },
    ));

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

describe('export to files of their own', () => {
  const files = { 'in/a.nianbao': clean, 'in/sub/b.年报': clean, 'in/sub/a.nianbao': clean };

  test('a page goes to standard output or to -o', () =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      const { code, out, err } = await nianbao(['export', '--to', 'html', 'a.nianbao'], { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^<!DOCTYPE html>/);
      await nianbao(['export', '--to', 'html', 'a.nianbao', '-o', 'a.html'], { cwd });
      expect(readFileSync(join(cwd, 'a.html'), 'utf8')).toBe(out);
    }));

  test.each(['html', 'xlsx'])('%s of a folder goes to a folder, every report under a name of its own', (format) =>
    inFolder(files, async (cwd) => {
      const { code, err } = await nianbao(['export', '--to', format, 'in', '-o', 'new/out'], { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(readdirSync(join(cwd, 'new/out')).sort()).toEqual([`a-2.${format}`, `a.${format}`, `b.${format}`]);
    }),
  );

  test('so does JSON where -o is a folder that exists or ends with a slash', () =>
    inFolder({ ...files, 'here/x.txt': '' }, async (cwd) => {
      for (const folder of ['here', 'there/']) {
        await nianbao(['export', '--to', 'json', 'in/a.nianbao', '-o', folder], { cwd });
        expect(JSON.parse(readFileSync(join(cwd, folder, 'a.json'), 'utf8')).year).toBe(2023);
      }
    }));

  test('a workbook is one whatever holds it', () =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      expect((await nianbao(['export', '--to', 'xlsx', 'a.nianbao', '-o', 'a.xlsx'], { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, 'a.xlsx')).subarray(0, 2).toString()).toBe('PK');
    }));

  test('names follow a pattern, the source where something is missing, and never leave the folder', () =>
    inFolder(
      {
        'a.nianbao': clean,
        'b.nianbao': '一、总体情况\n无。\n',
        'c.nianbao': '---\n机关: ../../x:y\n年度: 2023\n---\n一、总体情况\n无。\n',
      },
      async (cwd) => {
        const words = ['export', '--to', 'html', '.', '-o', 'out', '--name', '{year}/{body}'];
        expect((await nianbao(words, { cwd })).code).toBe(0);
        expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
          '2023-..-..-x-y.html',
          '2023-青禾镇人民政府.html',
          'b.html',
        ]);
      },
    ));

  test.each([
    [['--to', 'html', '.'], /请用 -o 写明放结果的文件夹/],
    [['--to', 'xlsx', 'a.nianbao'], /xlsx 不是文本/],
    [['--to', 'xlsx', 'a.nianbao', '-o', '-'], /xlsx 不是文本/],
    [['--to', 'csv', 'a.nianbao', '--name', '{body}'], /--name 要和 -o 文件夹一起用/],
    [['--to', 'csv', 'a.nianbao', '-o', 'x', '--name', '{code}'], /没有 \{code\}。可以用：\{body\}/],
    [['--to', 'xlsx', 'a.nianbao', '-o', 'a.nianbao'], /结果会把它覆盖掉/],
    [['--to', 'html', '.', '-o', 'a.nianbao'], /写不了/],
  ])('%j is wrong usage and leaves the report alone', (words, message) =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      const { code, out, err } = await nianbao(['export', ...words], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).toBe(clean);
    }),
  );

  test('a file that is there as a folder is said, the others are written, exit code 2', () =>
    inFolder({ ...files, 'out/a.html/x': '' }, async (cwd) => {
      const { code, err } = await nianbao(['export', '--to', 'html', 'in', '-o', 'out'], { cwd });
      expect(code).toBe(2);
      expect(err).toMatch(/in[\\/]a\.nianbao: .*a\.html：写不了（EISDIR）/);
      expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a-2.html', 'a.html', 'b.html']);
    }));
});

describe('export says on standard error', () => {
  test('how many errors a report has, and exports it', () =>
    inFolder({ 'a.nianbao': wrongReport, 'b.nianbao': clean }, async (cwd) => {
      const page = await nianbao(['export', '--to', 'html', '.', '-o', 'out'], { cwd });
      expect(page).toMatchObject({
        code: 0,
        err: expect.stringMatching(/^nianbao: a\.nianbao: 报告里有 \d 处错误.*\n$/),
      });
      expect(readdirSync(join(cwd, 'out'))).toHaveLength(2);
      const data = await nianbao(['export', '--to', 'csv', '.', '--lang', 'en'], { cwd });
      expect(data).toMatchObject({
        code: 0,
        err: expect.stringMatching(/^nianbao: 1 report has \d errors? in all;.*\n$/),
      });
    }));

  test('nothing of errors that the settings turn off', () =>
    inFolder(
      {
        'a.nianbao': wrongReport,
        'nianbao.json': '{"rules": {"outcome-total": "off", "request-balance": "off", "applicant-total": "off"}}',
      },
      async (cwd) => {
        expect((await nianbao(['export', '--to', 'html', 'a.nianbao'], { cwd })).err).toBe('');
      },
    ));

  test('which lines of the web page are left out', async () => {
    const stdin = `浏览次数：30\n索引号：12\n${clean.replace(/^---[\s\S]*?---\n/, '')}`;
    const { err } = await nianbao(['export', '--to', 'html', '-'], { stdin });
    expect(err).toContain('网页上的 2 行信息（「浏览次数：30」等）不是报告的内容，没有导出。');
  });

  test('how far it is, in a terminal, and wipes it out', () =>
    inFolder({ 'a.nianbao': clean, 'b.nianbao': clean }, async (cwd) => {
      const { err } = await nianbao(['export', '--to', 'html', '.', '-o', 'out'], { cwd, terminal: true });
      expect(err).toBe('\r正在导出 1/2\r正在导出 2/2\r\u001b[K');
    }));
});
