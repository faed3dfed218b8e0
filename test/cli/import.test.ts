import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeDocx, p, tbl, tc } from '../importers/make-docx.ts';
import { makePdf } from '../importers/make-pdf.ts';
import { inFolder, nianbao, sampleReport } from './support.ts';

const title = '青禾镇人民政府2023年政府信息公开工作年度报告';
const text = `${title}\n一、总体情况\n青禾镇认真做好公开工作。\n五、存在的主要问题及改进情况\n公开不够及时。\n`;
const html = `<html><body><script>alert(1)</script>${text
  .split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('')}</body></html>`;
const docx = makeDocx(
  `${p(title)}${p('二、主动公开政府信息情况')}${tbl([tc('第二十条第（一）项'), tc('本年制发件数'), tc('本年废止件数'), tc('现行有效件数')], [tc('规章'), tc('0'), tc('0'), tc('0')], [tc('行政规范性文件'), tc('6'), tc('1'), tc('21')])}`,
);
const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

describe('one file', () => {
  test('goes to standard output, what was done to standard error', () =>
    inFolder({ 'a.docx': docx }, async (cwd) => {
      const { code, out, err } = await nianbao(['import', 'a.docx'], { cwd });
      expect(code).toBe(0);
      expect(out).toMatch(/^# 青禾镇人民政府2023年政府信息公开工作年度报告\n/);
      expect(out).toMatch(/\| 行政规范性文件 +\| +6 \| +1 \| +21 \|/);
      expect(err).toMatch(/^a\.docx\n/);
      expect(err).toMatch(/^ {2}识别 /m);
      expect(err).toMatch(/^ {2}数字 +原文 6 个，全部写出。$/m);
    }));

  test.each([
    ['text', 'a.txt', text],
    ['HTML', 'a.htm', html],
    ['HTML under another name', 'a.txt', html],
    ['UTF-16', 'a.txt', new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))],
  ])('%s', (_, name, content) =>
    inFolder({ [name]: content }, async (cwd) => {
      const { code, out } = await nianbao(['import', name], { cwd });
      expect(code).toBe(0);
      expect(out).toContain('青禾镇认真做好公开工作。');
      expect(out).not.toContain('alert');
    }),
  );

  test('comes from standard input as well', async () => {
    const { code, out, err } = await nianbao(['import', '-'], { stdin: html });
    expect({ code, first: out.split('\n')[0] }).toEqual({ code: 0, first: `# ${title}` });
    expect(err).toMatch(/^标准输入\n/);
  });

  test('speaks English', async () => {
    const { err } = await nianbao(['import', '-', '--lang', 'en'], { stdin: text });
    expect(err).toMatch(/^standard input\n {2}recognised /);
    expect(err).toMatch(/^ {2}numbers +\d+ in the source, all of them written\.$/m);
  });

  test('--from overrules what the content looks like', async () => {
    const page = `<p>${text}`;
    expect((await nianbao(['import', '-'], { stdin: page })).out).not.toContain('<p>');
    expect((await nianbao(['import', '-', '--from', 'text'], { stdin: page })).out).toContain('<p>');
  });
});

describe('a file of several reports', () => {
  const both = `${text}\n${text.replaceAll('青禾镇', '云溪镇')}`;

  test('gives each a file of its own in a folder', () =>
    inFolder({ '汇编.txt': both }, async (cwd) => {
      const { code, err } = await nianbao(['import', '汇编.txt', '-o', 'out/'], { cwd });
      expect(code).toBe(0);
      expect(err).toMatch(/^汇编\.txt 里有 2 份报告，各写一个文件：\n/);
      for (const body of ['青禾镇', '云溪镇']) {
        const name = `汇编-${body}人民政府-2023.nianbao`;
        expect(err).toContain(`汇编.txt → out/${name}\n`);
        expect(readFileSync(join(cwd, 'out', name), 'utf8')).toMatch(new RegExp(`^# ${body}人民政府2023年`));
      }
    }));

  test.each([[[]], [['-o', 'b.nianbao']]])('says what to do where they go to one place: %s', (options) =>
    inFolder({ 'a.txt': both }, async (cwd) => {
      const { code, out, err } = await nianbao(['import', 'a.txt', ...options], { cwd });
      expect(code).toBe(0);
      expect(err).toMatch(/存疑 +文件里不止一份报告，共 2 份：.*nianbao import 文件 -o 文件夹\//);
      expect(out || readFileSync(join(cwd, 'b.nianbao'), 'utf8')).toMatch(/^# 青禾镇[\s\S]*\n# 云溪镇/);
    }),
  );
});

describe('-o', () => {
  test('writes a file, and says so', () =>
    inFolder({ 'a.txt': text }, async (cwd) => {
      const { code, out, err } = await nianbao(['import', 'a.txt', '-o', 'b.nianbao'], { cwd });
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toMatch(/^a\.txt → b\.nianbao\n/);
      expect(readFileSync(join(cwd, 'b.nianbao'), 'utf8')).toContain(title);
    }));

  test('leaves a file that exists alone, unless forced', () =>
    inFolder({ 'a.txt': text, 'b.nianbao': '甲' }, async (cwd) => {
      const refused = await nianbao(['import', 'a.txt', '-o', 'b.nianbao'], { cwd });
      expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/b\.nianbao 已经有了，没有覆盖.*--force/) });
      expect(readFileSync(join(cwd, 'b.nianbao'), 'utf8')).toBe('甲');
      expect((await nianbao(['import', 'a.txt', '-o', 'b.nianbao', '--force'], { cwd })).code).toBe(0);
      expect(readFileSync(join(cwd, 'b.nianbao'), 'utf8')).toContain(title);
    }));

  test('puts several into a folder under their own names; one that fails stops none', () =>
    inFolder({ 'a.txt': text, 'b.docx': docx, 'c.docx': picture, 'd/a.html': html }, async (cwd) => {
      const argv = ['import', 'a.txt', 'c.docx', 'b.docx', 'd/a.html', 'e.txt', 'd', '-o', 'new/out'];
      const { code, err } = await nianbao(argv, { cwd });
      expect(code).toBe(2);
      expect(existsSync(join(cwd, 'new/out/a.nianbao'))).toBe(true);
      expect(existsSync(join(cwd, 'new/out/b.nianbao'))).toBe(true);
      expect(existsSync(join(cwd, 'new/out/c.nianbao'))).toBe(false);
      expect(err.split('\n').filter((line) => line.startsWith('nianbao: '))).toEqual([
        expect.stringMatching(/c\.docx: 文件是图片，不是报告/),
        expect.stringMatching(/d\/a\.html: 另一个文件的结果也叫 new.out.a\.nianbao/),
        expect.stringMatching(/e\.txt: 找不到/),
        expect.stringMatching(/d.a\.html: 另一个文件的结果也叫 new.out.a\.nianbao/),
      ]);
    }));

  test('to a place that can not be written is exit code 2', () =>
    inFolder({ 'a.txt': text, b: '' }, async (cwd) => {
      expect(await nianbao(['import', 'a.txt', '-o', 'b/c.nianbao'], { cwd })).toMatchObject({ code: 2, out: '' });
    }));
});

describe('what is no report is exit code 2 with a message', () => {
  const ole = (stream: string): Uint8Array => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(Buffer.from(stream, 'utf16le'), 1024);
    return bytes;
  };
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['an empty file', 'a.txt', '', /文件是空的/],
    ['white space', 'a.txt', ' \n\n', /文件是空的/],
    ['another text', 'a.txt', '关于召开会议的通知\n请准时参加。', /没有认出年度报告/],
    ['a page with nothing in it', 'a.html', '<html><body><script>load()</script></body></html>', /网页里没有文字/],
    ['a picture', 'a.docx', picture, /文件是图片，不是报告/],
    ['an old Word file', 'a.doc', ole('WordDocument'), /旧版 Word 或 WPS 文件.*另存为 \.docx/],
    ['a Word file with a password', 'a.docx', ole('EncryptedPackage'), /加了密码/],
    ['an Excel file', 'a.xls', ole('Workbook'), /Excel 表格/],
    ['RTF', 'a.rtf', '{\\rtf1\\ansi}', /RTF 文件/],
    ['an archive', 'a.zip', makeDocx('', { 'word/document.xml': '' }).subarray(0, 300), /损坏/],
    ['any bytes', 'a.txt', new Uint8Array(300).map((_, i) => (i * 7) % 256), /认不出/],
    ['a scan', 'a.pdf', makePdf([[{ bar: [50, 50, 300, 300] }]]), /扫描件/],
    ['a bomb', 'a.docx', makeDocx('', { 'word/document.xml': ' '.repeat(40_000_000) }), /大得不正常/],
    ['text beyond all reports', 'a.txt', `一、总体情况\n${'字'.repeat(6_000_000)}`, /文字太多/],
  ])('%s', (_, name, content, message) =>
    inFolder({ [name]: content }, async (cwd) => {
      const { code, out, err } = await nianbao(['import', name], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(err.startsWith(`nianbao: ${name}: `)).toBe(true);
      expect((await nianbao(['import', name, '--lang', 'en'], { cwd })).err).not.toMatch(
        /[\u4e00-\u9fff]{3}.*[\u4e00-\u9fff]{12}/,
      );
    }),
  );

  test('a file beyond the limit is not even read', () =>
    inFolder({}, async (cwd) => {
      writeFileSync(join(cwd, 'a.txt'), Buffer.alloc(65 << 20));
      expect((await nianbao(['import', 'a.txt'], { cwd })).err).toMatch(/超过 64 MB/);
    }));
});

test('what is imported is a report that the checks know', () =>
  inFolder({ 'a.nianbao': sampleReport() }, async (cwd) => {
    const { out } = await nianbao(['import', 'a.nianbao'], { cwd });
    const { code } = await nianbao(['check', '-'], { cwd, stdin: out });
    expect(code).toBe(0);
  }));
