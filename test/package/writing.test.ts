// Files are written whole or not at all: on the built command line, with real disks, kills, links and devices.
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleReport } from '../cli/support.ts';
import {
  canMount,
  type Ended,
  inFolder,
  inode,
  isPosix,
  namesIn,
  ofFirst,
  onSmallDisk,
  runs,
  starts,
  untidy,
} from './command-line.ts';

const KILLS = Number(process.env.KILLS ?? 12);
const REPORTS = 20;
const web = '<h1>青禾镇人民政府2023年政府信息公开工作年度报告</h1>';

/** Each command that writes, to a file that exists. */
const writers: readonly (readonly [words: readonly string[], file: string])[] = [
  [['format', 'a.nianbao'], 'a.nianbao'],
  [['check', '--fix', 'a.nianbao'], 'a.nianbao'],
  [['import', '--force', '-o', 'b.nianbao', 'a.txt'], 'b.nianbao'],
  [['export', '--to', 'html', '-o', 'c.html', 'a.nianbao'], 'c.html'],
  [['export', '--to', 'docx', '-o', 'c.docx', 'a.nianbao'], 'c.docx'],
  [['check', '--format', 'json', '-o', 'c.json', 'b.nianbao'], 'c.json'],
  [['new', '--force', '--body', '青禾镇人民政府', '--year', '2024', '-o', 'b.nianbao'], 'b.nianbao'],
];

const before = {
  'a.nianbao': untidy,
  'a.txt': untidy,
  'b.nianbao': '旧\n'.repeat(9),
  'c.html': '旧',
  'c.docx': '旧',
  'c.json': '旧',
};

function expectUntouched(folder: string, file: string, names: readonly string[], text: string): void {
  expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  expect(namesIn(folder)).toEqual(names);
}

describe.runIf(isPosix)('a disk that is full', () => {
  test.each(writers)('%j leaves the file as it was and says so, with a limit on files', (words, file) =>
    inFolder(before, (cwd) => {
      const { code, err } = runs(words, { cwd, limit: 'ulimit -f 0; ', to: `2>&1 | cat >&2; ${ofFirst}` });
      expect([code, err]).toEqual([2, expect.stringMatching(/磁盘满了，写不了（EFBIG），文件没有改动/)]);
      expectUntouched(cwd, file, Object.keys(before).sort(), Reflect.get(before, file));
    }),
  );

  test.runIf(canMount).each(writers)(
    '%j leaves the file as it was and says so, on a file system without room',
    (words, file) =>
      onSmallDisk(128, (cwd) => {
        for (const [name, text] of Object.entries(before)) writeFileSync(join(cwd, name), text);
        fillUp(join(cwd, 'z'));
        const { code, err } = runs(words, { cwd });
        expect([code, err]).toEqual([2, expect.stringMatching(/磁盘满了，写不了（ENOSPC），文件没有改动/)]);
        expectUntouched(cwd, file, [...Object.keys(before), 'z'].sort(), Reflect.get(before, file));
      }),
  );

  test.runIf(canMount)('in a folder of exports: what there is room for is there, whole', () =>
    onSmallDisk(1024, (cwd) => {
      for (let i = 0; i < REPORTS; i++) writeFileSync(join(cwd, `${i}.nianbao`), sampleReport());
      mkdirSync(join(cwd, 'out'));
      fillUp(join(cwd, 'z'), 40 << 10);
      const { code, err } = runs(['export', '--to', 'json', '-o', 'out', '.'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('ENOSPC');
      const written = namesIn(join(cwd, 'out'));
      expect([written.length > 0, written.length < REPORTS]).toEqual([true, true]);
      for (const name of written) JSON.parse(readFileSync(join(cwd, 'out', name), 'utf8'));
    }),
  );
});

/** Takes the room of a file system but for so many bytes. */
function fillUp(path: string, left = 0): void {
  const page = Buffer.alloc(4096);
  let size = 0;
  try {
    for (;;) {
      writeFileSync(path, page, { flag: 'a' });
      size += page.length;
    }
  } catch {
    writeFileSync(path, Buffer.alloc(Math.max(0, size - left)));
  }
}

describe.runIf(isPosix)('killed while it writes', () => {
  test.each(['format', 'check --fix'])('%s: the file is the old one or the new one, whole', async (command) => {
    const words = [...command.split(' '), 'a.nianbao'];
    const after = await inFolder({ 'a.nianbao': untidy }, async (cwd) => {
      await starts(words, cwd).ended;
      return readFileSync(join(cwd, 'a.nianbao'), 'utf8');
    });
    expect(after).not.toBe(untidy);
    const found: Record<'old' | 'new' | 'torn', number> = { old: 0, new: 0, torn: 0 };
    for (let i = 0; i < KILLS; i++) {
      await inFolder({ 'a.nianbao': untidy }, async (cwd) => {
        const { child, ended } = starts(words, cwd);
        const watcher = watch(cwd, () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 4));
        await ended;
        watcher.close();
        const text = readFileSync(join(cwd, 'a.nianbao'), 'utf8');
        found[text === untidy ? 'old' : text === after ? 'new' : 'torn']++;
      });
    }
    if (process.env.KILLS) console.log(command, found);
    expect(found.torn).toBe(0);
  });
});

describe.runIf(isPosix)('links', () => {
  test('a symbolic link that is named stays, and the file that it leads to is written', () =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      mkdirSync(join(cwd, 'links'));
      symlinkSync('../a.nianbao', join(cwd, 'links', 'b.nianbao'));
      expect(runs(['format', 'links/b.nianbao'], { cwd }).code).toBe(0);
      expect(lstatSync(join(cwd, 'links', 'b.nianbao')).isSymbolicLink()).toBe(true);
      expect(readFileSync(join(cwd, 'a.nianbao'), 'utf8')).not.toBe(untidy);
    }));

  test.each(['b.html', 'missing.html'])(
    'a link to %s that lies in an output folder is refused, the others are exported',
    (target) =>
      inFolder({ 'a.nianbao': untidy, 'c.nianbao': untidy, 'b.html': '别人的' }, (cwd) => {
        mkdirSync(join(cwd, 'out'));
        symlinkSync(`../${target}`, join(cwd, 'out', 'a.html'));
        const { code, err } = runs(['export', '--to', 'html', '-o', 'out', 'a.nianbao', 'c.nianbao'], { cwd });
        expect([code, err]).toEqual([2, expect.stringContaining('out/a.html 是链接或者设备')]);
        expect(readFileSync(join(cwd, 'b.html'), 'utf8')).toBe('别人的');
        expect(namesIn(cwd)).toEqual(['a.nianbao', 'b.html', 'c.nianbao', 'out']);
        expect(namesIn(join(cwd, 'out'))).toEqual(['a.html', 'c.html']);
      }),
  );

  test('a link in a folder of imports is refused with --force, too', () =>
    inFolder({ 'a.html': web, 'b.html': web, 'mine.nianbao': untidy }, (cwd) => {
      mkdirSync(join(cwd, 'out'));
      symlinkSync('../mine.nianbao', join(cwd, 'out', 'a.nianbao'));
      const { code, err } = runs(['import', '--force', '-o', 'out', 'a.html', 'b.html'], { cwd });
      expect([code, err]).toEqual([2, expect.stringContaining('是链接或者设备')]);
      expect(readFileSync(join(cwd, 'mine.nianbao'), 'utf8')).toBe(untidy);
      expect(namesIn(join(cwd, 'out'))).toEqual(['a.nianbao', 'b.nianbao']);
    }));

  test('a file with several names keeps them all, and that is said', () =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      linkSync(join(cwd, 'a.nianbao'), join(cwd, 'b.txt'));
      const { code, err } = runs(['format', 'a.nianbao'], { cwd });
      expect([code, err]).toEqual([0, expect.stringContaining('硬链接')]);
      expect(inode(join(cwd, 'a.nianbao'))).toBe(inode(join(cwd, 'b.txt')));
      expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).not.toBe(untidy);
      expect(namesIn(cwd)).toEqual(['a.nianbao', 'b.txt']);
    }));

  test.runIf(canMount)('a file with several names that there is no room for is as it was', () =>
    onSmallDisk(64, (cwd) => {
      writeFileSync(join(cwd, 'a.nianbao'), untidy);
      linkSync(join(cwd, 'a.nianbao'), join(cwd, 'b.txt'));
      fillUp(join(cwd, 'z'));
      expect(runs(['format', 'a.nianbao'], { cwd }).code).toBe(2);
      expect(readFileSync(join(cwd, 'b.txt'), 'utf8')).toBe(untidy);
    }),
  );

  test.each(['.', 'a.nianbao'])('-o with another name of a report below %s is refused', (operand) =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      linkSync(join(cwd, 'a.nianbao'), join(cwd, 'b.html'));
      expect(runs(['export', '--to', 'csv', '-o', 'b.html', operand], { cwd }).code).toBe(2);
      expect(runs(['check', '-o', 'b.html', operand], { cwd }).code).toBe(2);
      expectUntouched(cwd, 'a.nianbao', ['a.nianbao', 'b.html'], untidy);
    }),
  );

  test('another name of a report in a folder of exports is not written through', () =>
    inFolder({ 'a.nianbao': untidy, 'b.nianbao': untidy }, (cwd) => {
      mkdirSync(join(cwd, 'out'));
      linkSync(join(cwd, 'b.nianbao'), join(cwd, 'out', 'a.html'));
      runs(['export', '--to', 'html', '-o', 'out', 'a.nianbao'], { cwd });
      expect(readFileSync(join(cwd, 'b.nianbao'), 'utf8')).toBe(untidy);
    }));
});

describe.runIf(isPosix)('what may not be written', () => {
  test.each(writers)('%j in a folder that is read-only', (words, file) =>
    inFolder(before, (cwd) => {
      chmodSync(cwd, 0o555);
      const { code, err } = runs(words, { cwd, asNobody: true });
      chmodSync(cwd, 0o777);
      expect([code, err]).toEqual([2, expect.stringMatching(/写不了（EACCES），文件没有改动/)]);
      expectUntouched(cwd, file, Object.keys(before).sort(), Reflect.get(before, file));
    }),
  );

  test('a file that is read-only in a folder that is not', () =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      chmodSync(join(cwd, 'a.nianbao'), 0o444);
      const { code, err } = runs(['format', 'a.nianbao'], { cwd, asNobody: true });
      expect([code, err]).toEqual([2, expect.stringMatching(/写不了（EACCES），文件没有改动/)]);
      expectUntouched(cwd, 'a.nianbao', ['a.nianbao'], untidy);
    }));

  test('the mode and the owner stay', () =>
    inFolder({ 'a.nianbao': untidy }, (cwd) => {
      chmodSync(join(cwd, 'a.nianbao'), 0o640);
      const { uid, gid } = statSync(join(cwd, 'a.nianbao'));
      expect(runs(['format', 'a.nianbao'], { cwd }).code).toBe(0);
      expect(statSync(join(cwd, 'a.nianbao'))).toMatchObject({ uid, gid, mode: 0o100640 });
    }));
});

test('two processes on one file: nothing of either is lost unsaid', async () => {
  const [formatted, fixed] = [
    ['format', 'a.nianbao'],
    ['check', '--fix', '-q', 'a.nianbao'],
  ];
  const outcome = (order: readonly (readonly string[])[]) =>
    inFolder({ 'a.nianbao': untidy }, async (cwd) => {
      for (const words of order) await starts(words, cwd).ended;
      return readFileSync(join(cwd, 'a.nianbao'), 'utf8');
    });
  const alone = [await outcome([formatted]), await outcome([fixed])];
  const both = [await outcome([formatted, fixed]), await outcome([fixed, formatted])];
  for (let i = 0; i < 6; i++) {
    await inFolder({ 'a.nianbao': untidy }, async (cwd) => {
      const ended = await Promise.all([formatted, fixed].map((words) => starts(words, cwd).ended));
      const text = readFileSync(join(cwd, 'a.nianbao'), 'utf8');
      const losers = ended.filter(lost);
      expect(losers.length > 0 ? alone : both).toContain(text);
      expect(namesIn(cwd)).toEqual(['a.nianbao']);
    });
  }
});

function lost({ code, err }: Ended): boolean {
  return code === 2 && /被别的程序改过|another program has changed/.test(err);
}
