import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { browserNamed, findBrowser, type Machine } from '../../server/src/cli/pdf-browser.ts';
import { PrintFailure, printPage } from '../../server/src/cli/pdf-print.ts';
import { withPageText } from '../../server/src/cli/pdf-text.ts';
import { json } from '../../server/src/exporters/json.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { inFolder, nianbao, sampleReport } from './support.ts';

const browser =
  process.env.CHROMIUM ??
  findBrowser({ platform: process.platform, env: process.env, has: (path) => existsSync(path) });
if (browser === null)
  console.warn('No Chrome, Edge or Chromium on this machine: PDF is NOT tested. CHROMIUM may name one.');

const report = sampleReport({ 'requests.received.person': '8', 'disclosure.licensing.decisions': '1234567' });

describe.skipIf(browser === null)('PDF by the browser of this machine', { timeout: 60_000 }, () => {
  test('is paper with the text of the report, which comes back by import', () =>
    inFolder({ 'a.nianbao': report }, async (cwd) => {
      const env = { CHROME_PATH: browser ?? '' };
      const ran = await nianbao(['export', '--to', 'pdf', '-o', 'a.pdf', 'a.nianbao'], { cwd, env });
      expect(ran).toMatchObject({ code: 0, out: '' });
      const pdf = readFileSync(join(cwd, 'a.pdf'));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59\d(?:\.\d+)? 84\d/);
      expect(pdf.toString('latin1')).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
      const imported = await importReport(pdf);
      const markup = 'markup' in imported ? imported.markup : '';
      const [before, after] = [JSON.parse(json.write(readReport(report))), JSON.parse(json.write(readReport(markup)))];
      expect(after.values).toEqual(before.values);
      expect(after.title).toBe(before.title);
      // The numbers of its pages are no numbers of its tables, and no text.
      expect('markup' in imported && imported.notes.map(({ kind }) => kind)).not.toContain('doubtful');
      expect(markup).not.toMatch(/—\s*\d+\s*—/);
      expect(markup).not.toMatch(/[\u2e80-\u2fdf]/);
    }));

  test('a browser that takes too long is ended', async () => {
    await expect(printPage(browser ?? '', '<p>text</p>', 1)).rejects.toMatchObject({ reason: 'time' });
  });
});

describe('without a browser that prints', () => {
  const attempt = (options: readonly string[], env: Record<string, string>, lang = 'zh') =>
    inFolder({ 'a.nianbao': report }, async (cwd) => ({
      ...(await nianbao(['export', '--lang', lang, '--to', 'pdf', '-o', 'a.pdf', ...options, 'a.nianbao'], {
        cwd,
        env,
      })),
      exists: existsSync(join(cwd, 'a.pdf')),
    }));

  test('a path that leads nowhere is said, in both languages', async () => {
    const zh = await attempt(['--browser', '/nowhere/chrome'], {});
    expect(zh).toMatchObject({ code: 2, out: '', exists: false });
    expect(zh.err).toContain('找不到浏览器程序「/nowhere/chrome」');
    const en = await attempt([], { NIANBAO_BROWSER: '/nowhere/chrome' }, 'en');
    expect(en).toMatchObject({ code: 2, out: '', exists: false });
    expect(en.err).toContain('there is no browser "/nowhere/chrome"');
  });

  test('a program that is no browser is said', async () => {
    const { code, err, exists } = await attempt(['--browser', process.execPath], {});
    expect({ code, exists }).toEqual({ code: 2, exists: false });
    expect(err).toMatch(/a\.nianbao.*浏览器没有打印出 PDF/);
  });

  test('a program that can not be started', async () => {
    await expect(printPage('/nowhere/chrome', '<p>text</p>')).rejects.toEqual(new PrintFailure('start', 'ENOENT'));
  });

  test('the screen takes no PDF', () =>
    inFolder({ 'a.nianbao': report }, async (cwd) => {
      const { code, err } = await nianbao(['export', '--to', 'pdf', 'a.nianbao', '--browser', process.execPath], {
        cwd,
      });
      expect(code).toBe(2);
      expect(err).toContain('-o');
    }));
});

describe('the browser', () => {
  const machine = (platform: string, env: Machine['env'], ...programs: string[]): Machine => ({
    platform,
    env,
    has: (path) => programs.includes(path),
  });

  test.each([
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'],
    ['linux', {}, '/opt/google/chrome/chrome'],
    ['darwin', {}, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', { ProgramFiles: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', { 'ProgramFiles(x86)': 'C:\\P' }, 'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Google\\Chrome\\Application\\chrome.exe'],
  ])('is found on %s with %j', (platform, env, path) => {
    expect(findBrowser(machine(platform, env, path))).toBe(path);
  });

  test('is none where there is none', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin' }))).toBeNull();
    expect(findBrowser(machine('win32', {}))).toBeNull();
  });

  test('is Chrome before Edge', () => {
    expect(findBrowser(machine('linux', { PATH: '/b' }, '/b/microsoft-edge', '/b/google-chrome'))).toBe(
      '/b/google-chrome',
    );
  });

  test('may be named by its path or by the name of its command', () => {
    const linux = machine('linux', { PATH: '/a:/b' }, '/b/brave', '/opt/x/chrome');
    expect(browserNamed('brave', linux)).toBe('/b/brave');
    expect(browserNamed('/opt/x/chrome', linux)).toBe('/opt/x/chrome');
    expect(browserNamed('other', linux)).toBeNull();
    expect(browserNamed('msedge', machine('win32', { Path: 'C:\\b' }, 'C:\\b\\msedge.exe'))).toBe('C:\\b\\msedge.exe');
  });
});

describe('the text of a PDF', () => {
  const map =
    'begincmap\n2 beginbfchar\n<01> <2F08>\n<02> <2EA0>\nendbfchar\n1 beginbfrange\n<0A> <0B> <2329>\nendbfrange\nendcmap\n';
  const file = (content: Buffer, filter: string): Buffer =>
    Buffer.concat([
      Buffer.from(
        `%PDF-1.4\n1 0 obj\n<</ToUnicode 7 0 R>>\nendobj\n7 0 obj\n<<${filter}/Length ${content.length}>> stream\n`,
      ),
      content,
      Buffer.from(
        '\nendstream\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 8\n/Root 1 0 R>>\nstartxref\n99\n%%EOF\n',
      ),
    ]);
  const plain = file(Buffer.from(map), '');

  test('names the characters that the page has, in a supplement that the file leads to', () => {
    const mended = Buffer.from(withPageText(plain, '人民\u3008\u3009'));
    expect(mended.subarray(0, plain.length).equals(plain)).toBe(true);
    const text = mended.toString('latin1');
    const place = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(place)).toMatch(/^xref\n7 1\n\d{10} 00000 n \ntrailer\n<<\/Size 8\n\/Root 1 0 R\n\/Prev 99>>/);
    const object = Number(/^xref\n7 1\n(\d{10})/.exec(text.slice(place))?.[1]);
    expect(text.slice(object)).toMatch(/^7 0 obj\n<</);
    const expected = map
      .replace('2F08', '4EBA')
      .replace('2EA0', '6C11')
      .replace(/1 beginbfrange[\s\S]*endbfrange/, '2 beginbfchar\n<0A> <3008>\n<0B> <3009>\nendbfchar');
    expect(mended.includes(deflateSync(Buffer.from(expected)))).toBe(true);
  });

  test('is the same for a packed map', () => {
    const packed = file(deflateSync(Buffer.from(map)), '/Filter /FlateDecode\n');
    expect(withPageText(packed, '人').length).toBeGreaterThan(packed.length);
  });

  test('stays as it is where the page has the radical itself, or the file is written otherwise', () => {
    expect(withPageText(plain, '\u2f08\u2ea0\u2329\u232a')).toBe(plain);
    expect(withPageText(plain, 'no ideograph')).toBe(plain);
    const odd = Buffer.from('%PDF-1.5 /ToUnicode 7 0 R\n7 0 obj\n<</Length 3 0 R>> stream\n');
    expect(withPageText(odd, '人')).toBe(odd);
    const damaged = file(Buffer.from('no zip'), '/Filter /FlateDecode\n');
    expect(withPageText(damaged, '人')).toBe(damaged);
  });
});
