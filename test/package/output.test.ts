// What can't be written or read is said, and signals are answered as a shell expects: on the built command line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { bin, inFolder, isPosix, namesIn, ofFirst, runs, starts, untidy } from './command-line.ts';

describe.runIf(isPosix)('standard output that takes nothing', () => {
  test.each([
    [['check', 'a.nianbao']],
    [['check', '--format', 'json', '.']],
    [['export', '--to', 'csv', 'a.nianbao']],
    [['import', 'a.txt']],
    [['new', '--body', '青禾镇人民政府', '--year', '2024', '-o', '-']],
    [['explain']],
    [['explain', 'outcome-total']],
    [['--help']],
    [['check', '--help']],
    [['--version']],
  ])('%j: exit code 2, and a message', (words) =>
    inFolder({ 'a.nianbao': untidy, 'a.txt': untidy }, (cwd) => {
      const { code, err } = runs(words, { cwd, to: '> /dev/full' });
      expect([code, err]).toEqual([2, expect.stringContaining('ENOSPC')]);
    }),
  );

  test('what does not go there is done all the same', () =>
    inFolder({ 'a.nianbao': untidy, 'b.nianbao': untidy }, (cwd) => {
      expect(runs(['format', '.'], { cwd, to: '> /dev/full' }).code).toBe(2);
      for (const name of ['a.nianbao', 'b.nianbao']) expect(readFileSync(join(cwd, name), 'utf8')).not.toBe(untidy);
    }));

  test('a file system with room for a part of it', () =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      const limit = 'ulimit -f 1; ';
      const { code, err } = runs(['export', '--to', 'html', 'a.nianbao'], {
        cwd,
        limit,
        to: `2>&1 > out.html | cat >&2; ${ofFirst}`,
      });
      expect([code, err]).toEqual([2, expect.stringContaining('EFBIG')]);
    }));

  test('nobody reads on: 141, without a message', () =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      const { code, err } = runs(['export', '--to', 'html', 'a.nianbao'], { cwd, to: `| true; ${ofFirst}` });
      expect([code, err]).toEqual([141, '']);
    }));

  test('a shell sees 130 and 143', () =>
    inFolder({}, (cwd) => {
      for (const [signal, code] of [
        ['INT', 130],
        ['TERM', 143],
      ] as const) {
        const program = `'${process.execPath}' '${bin}' check -o out.json --format json - < <(sleep 5) & sleep 1; kill -${signal} $!; wait $!; echo $?`;
        const said = execFileSync('bash', ['-mc', program], { cwd, encoding: 'utf8' });
        expect(said.trim()).toBe(String(code));
        expect(namesIn(cwd)).toEqual([]);
      }
    }));

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s while a result is on its way leaves nothing behind',
    (signal) =>
      inFolder({}, async (cwd) => {
        const { child, ended } = starts(['check', '--format', 'json', '-o', 'out.json', '-'], cwd);
        while (namesIn(cwd).length === 0) await delay(20);
        child.kill(signal);
        expect(await ended).toMatchObject({ code: null, signal });
        expect(namesIn(cwd)).toEqual([]);
      }),
  );
});

describe.runIf(isPosix)('what is no file is not read', () => {
  const readers = [
    ['check'],
    ['format'],
    ['export', '--to', 'csv'],
    ['import'],
    ['new', '--year', '2024', '-o', '-', '--from'],
  ];

  test.each(readers)('%s: an endless device, a pipe that nobody writes to', (...words) =>
    inFolder({}, (cwd) => {
      execFileSync('mkfifo', [join(cwd, 'pipe.nianbao')]);
      symlinkSync('/dev/zero', join(cwd, 'zero.nianbao'));
      for (const name of ['pipe.nianbao', 'zero.nianbao']) {
        const { code, err } = runs([...words, name], { cwd });
        expect([code, err]).toEqual([2, expect.stringContaining('不是普通文件')]);
      }
    }),
  );

  test('settings and packs', () =>
    inFolder({}, (cwd) => {
      mkdirSync(join(cwd, 'a'));
      symlinkSync('/dev/zero', join(cwd, 'a', 'nianbao.json'));
      writeFileSync(join(cwd, 'a', 'a.nianbao'), untidy);
      const { code, err } = runs(['check', 'a'], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining('nianbao.json: 不是普通文件')]);
    }));

  test('standard input is read to a limit', () =>
    inFolder({}, (cwd) => {
      const { code } = runs(['import', '-'], { cwd, to: '< /dev/zero' });
      expect(code).toBe(2);
    }));
});
