import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, nianbao, sampleReport, wrongReport } from './support.ts';

const clean = sampleReport();
const warned = sampleReport({ 'disputes.reconsideration.upheld': '' });
const gb18030 = Uint8Array.from([0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5]);

/** The file and code of each finding. */
async function found(argv: readonly string[], cwd: string, stdin = '') {
  const { out } = await nianbao(['check', '--format', 'json', ...argv], { cwd, stdin });
  const findings: { file: string; code: string; severity: string }[] = JSON.parse(out);
  return findings.map(({ file, code, severity }) => `${file} ${severity} ${code}`);
}

describe('exit codes', () => {
  const codeOf = (files: Record<string, string | Uint8Array>, argv: readonly string[]) =>
    inFolder(files, async (cwd) => (await nianbao(['check', ...argv], { cwd })).code);

  test.each<[string, Record<string, string | Uint8Array>, string[], number]>([
    ['nothing found', { 'a.nianbao': clean }, ['a.nianbao'], 0],
    ['warnings only', { 'a.nianbao': warned }, ['a.nianbao'], 0],
    ['an error', { 'a.nianbao': wrongReport }, ['a.nianbao'], 1],
    ['as many warnings as allowed', { 'a.nianbao': warned }, ['--max-warnings', '1', 'a.nianbao'], 0],
    ['more warnings than allowed', { 'a.nianbao': warned }, ['--max-warnings', '0', 'a.nianbao'], 1],
    ['more warnings than allowed, not shown', { 'a.nianbao': warned }, ['--max-warnings=0', '-q', 'a.nianbao'], 1],
    ['a file that is not there', { 'a.nianbao': wrongReport }, ['a.nianbao', 'b.nianbao'], 2],
    ['a folder without reports', { 'a.txt': clean }, ['.'], 2],
    ['not UTF-8', { 'a.nianbao': gb18030 }, ['a.nianbao'], 2],
  ])('%s', async (_what, files, argv, code) => {
    expect(await codeOf(files, argv)).toBe(code);
  });
});

describe('what is checked', () => {
  test('folders with what lies below them, in order, without node_modules and .git; each file once', () =>
    inFolder(
      {
        'b.nianbao': wrongReport,
        '甲/c.年报': wrongReport,
        'a/d.nianbao': wrongReport,
        'notes.txt': wrongReport,
        'node_modules/e.nianbao': wrongReport,
        '.git/f.nianbao': wrongReport,
      },
      async (cwd) => {
        const all = ['a/d.nianbao', 'b.nianbao', '甲/c.年报'].map((file) => `${file} error applicant-total`);
        expect(await found(['.', 'b.nianbao'], cwd)).toEqual(all);
        expect(await found([], cwd)).toEqual(all);
        expect(await found(['notes.txt'], cwd)).toEqual(['notes.txt error applicant-total']);
      },
    ));

  test('standard input', async () => {
    expect(await found(['-'], '.', wrongReport)).toEqual(['- error applicant-total']);
  });

  test('a byte order mark is no part of the text', () =>
    inFolder({ 'a.nianbao': `\ufeff${clean}` }, async (cwd) => {
      expect(await found(['a.nianbao'], cwd)).toEqual([]);
    }));

  test('only errors with --quiet', () =>
    inFolder({ 'a.nianbao': warned, 'b.nianbao': wrongReport }, async (cwd) => {
      expect(await found(['.'], cwd)).toEqual(['a.nianbao warning blank-cell', 'b.nianbao error applicant-total']);
      expect(await found(['--quiet', '.'], cwd)).toEqual(['b.nianbao error applicant-total']);
    }));
});

describe('files that can not be read', () => {
  test('are named with what to do, the others are reported, the output stays well-formed', () =>
    inFolder({ 'a.nianbao': gb18030, 'b.nianbao': wrongReport }, async (cwd) => {
      const ran = await nianbao(['check', '--format', 'json', 'missing.nianbao', '.'], { cwd });
      expect(ran.code).toBe(2);
      expect(ran.err).toMatch(/^nianbao: missing\.nianbao: 找不到.*检查路径/m);
      expect(ran.err).toMatch(/^nianbao: a\.nianbao: 文件不是 UTF-8 编码.*nianbao import/m);
      expect(JSON.parse(ran.out)).toHaveLength(1);
      const english = await nianbao(['check', '--lang', 'en', 'missing.nianbao', '.'], { cwd });
      expect(english.err).toBe(
        'nianbao: missing.nianbao: no such file or folder. Check the path and the name.\n' +
          'nianbao: a.nianbao: the file is not UTF-8 text. Read it with nianbao import, which knows GBK and UTF-16, or save it in UTF-8 with an editor.\n',
      );
    }));

  test('a folder without reports says what it looked for', () =>
    inFolder({ 'a.txt': clean }, async (cwd) => {
      const { out, err } = await nianbao(['check', '--format', 'json'], { cwd });
      expect(JSON.parse(out)).toEqual([]);
      expect(err).toContain('*.nianbao');
    }));

  test('a file over the size limit is a finding, not a failure', () =>
    inFolder({ 'a.nianbao': '一'.repeat(4_000_001) }, async (cwd) => {
      expect(await found(['a.nianbao'], cwd)).toEqual([expect.stringMatching(/^a\.nianbao \w+ file-too-large$/)]);
      const exported = await nianbao(['export', '--to', 'json', 'a.nianbao'], { cwd });
      expect(exported).toMatchObject({ code: 2, out: '' });
      expect(exported.err).toContain('400 万字');
    }));
});

describe('nianbao.json', () => {
  test('the nearest one beside or above the report holds', () =>
    inFolder(
      {
        'nianbao.json': '{"rules": {"applicant-total": "warning"}}',
        'a.nianbao': wrongReport,
        'b/c/d.nianbao': wrongReport,
        'e/nianbao.json': '{"rules": {"applicant-total": "off"}}',
        'e/f.nianbao': wrongReport,
      },
      async (cwd) => {
        expect(await found(['.'], cwd)).toEqual([
          'a.nianbao warning applicant-total',
          'b/c/d.nianbao warning applicant-total',
        ]);
        expect(await found(['-'], cwd, wrongReport)).toEqual(['- warning applicant-total']);
      },
    ));

  test.each([
    ['no JSON', '{"rules": ', 'nianbao.json:1:'],
    ['an unknown rule', '{"rules": {"no-such-rule": "off"}}', 'no-such-rule'],
    ['not UTF-8', gb18030, 'UTF-8'],
  ])('broken (%s) it is told once, with exit code 2, and the reports are checked', (_what, content, message) =>
    inFolder({ 'nianbao.json': content, 'a.nianbao': wrongReport, 'b.nianbao': clean }, async (cwd) => {
      const { code, out, err } = await nianbao(['check', '--format', 'json', '.'], { cwd });
      expect(code).toBe(2);
      const said = err.split('\n').filter((line) => line.startsWith('nianbao: nianbao.json'));
      expect(said.length).toBeGreaterThan(0);
      expect(new Set(said).size).toBe(said.length);
      expect(err).toContain(message);
      expect(JSON.parse(out)).toHaveLength(1);
    }),
  );
});

describe('-o', () => {
  test('writes the result to a file', () =>
    inFolder({ 'a.nianbao': wrongReport }, async (cwd) => {
      const { code, out } = await nianbao(['check', '--format=json', '-o', 'r.json', 'a.nianbao'], { cwd });
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toHaveLength(1);
    }));

  test.each([['a.nianbao'], ['new.年报'], ['notes.txt'], ['nianbao.json']])('never overwrites a report: %s', (file) =>
    inFolder({ 'a.nianbao': wrongReport, 'notes.txt': wrongReport }, async (cwd) => {
      const { code, err } = await nianbao(['check', '-o', file, 'a.nianbao', 'notes.txt'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('覆盖');
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).toBe(wrongReport);
      expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe(wrongReport);
    }),
  );

  test('says where it can not write', () =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      const { code, err } = await nianbao(['check', '-o', 'none/r.txt', 'a.nianbao'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('none/r.txt');
    }));
});

test('--max-warnings says what was too much', () =>
  inFolder({ 'a.nianbao': warned }, async (cwd) => {
    expect((await nianbao(['check', '--max-warnings', '0', 'a.nianbao'], { cwd })).err).toBe(
      'nianbao: 警告 1 处，超过 --max-warnings 允许的 0 处。\n',
    );
  }));

describe.skipIf(process.platform === 'win32')('what is no file of its own', () => {
  test('a link to a report is not overwritten', () =>
    inFolder({ 'a.nianbao': clean }, async (cwd) => {
      symlinkSync('a.nianbao', join(cwd, 'out.json'));
      expect((await nianbao(['check', '.', '-o', 'out.json'], { cwd })).code).toBe(2);
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).toBe(clean);
    }));

  test('in a folder, links to folders and pipes are no reports, links to files are', () =>
    inFolder({ 'a/a.nianbao': wrongReport }, async (cwd) => {
      mkdirSync(join(cwd, 'b'));
      symlinkSync('../a', join(cwd, 'b', 'folder.nianbao'));
      symlinkSync('../a/a.nianbao', join(cwd, 'b', 'link.nianbao'));
      execFileSync('mkfifo', [join(cwd, 'b', 'pipe.nianbao')]);
      const { code, err } = await nianbao(['check', 'b'], { cwd });
      expect({ code, err }).toEqual({ code: 1, err: '' });
    }));
});

describe('reports that others name', () => {
  const lastYear = sampleReport({ 'requests.carried-forward.person': '2', 'requests.carried-forward.total': '2' });
  const thisYear = sampleReport().replace('---\n', '---\n上年: ../2022/青禾镇.nianbao\n');
  const files = { '2022/青禾镇.nianbao': lastYear.replaceAll('2023', '2022'), '2023/青禾镇.nianbao': thisYear };

  test('last year’s is read where one file is checked, and named as a user would', () =>
    inFolder(files, async (cwd) => {
      const { out } = await nianbao(['check', '2023/青禾镇.nianbao'], { cwd });
      expect(out).toContain('上年报告的「四、结转下年度继续办理」有自然人 2、总计 2，没有抄过来  carry-over');
      expect(out).toMatch(/^ +2022.青禾镇\.nianbao:\d+:\d+ *上年报告：四、结转下年度继续办理 · 自然人 2$/m);
    }));

  test('one that is not there is said, and that is no error', () =>
    inFolder({ '2023/青禾镇.nianbao': thisYear }, async (cwd) => {
      const { code, out } = await nianbao(['check', '--format', 'json', '.'], { cwd });
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject([{ code: 'missing-file', severity: 'information' }]);
    }));
});

test.skipIf(process.platform === 'win32')('settings are read from files of a bounded size alone', () =>
  inFolder({ 'a/x.nianbao': sampleReport(), 'a/nianbao.json': ' '.repeat(1_000_001) }, async (cwd) => {
    const large = await nianbao(['check', '--lang', 'en', 'a'], { cwd });
    expect(large.err).toContain('nianbao.json has more than 1000000 characters and is not read');
    execFileSync('mkfifo', [join(cwd, 'nianbao.json')]);
    rmSync(join(cwd, 'a/nianbao.json'));
    const pipe = await nianbao(['check', '--lang', 'en', 'a'], { cwd });
    expect(pipe.err).toContain('nianbao.json: ');
    expect([large.code, pipe.code]).toEqual([2, 2]);
  }),
);
