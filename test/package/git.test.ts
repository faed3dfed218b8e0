// Repositories in which git compares and merges reports with the built command line.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bin } from './command-line.ts';

const FILE = '青禾镇-2023.年报';
const start = readFileSync(join(import.meta.dirname, '../../examples/青禾镇-2023.nianbao'), 'utf8');
const received = (text: string, column: number, value: number) =>
  text.replace(/^\| 一、本年新收.*$/m, (line) =>
    line
      .split('|')
      .with(column + 1, ` ${value} `)
      .join('|'),
  );
const folders: string[] = [];
let repository = '';

const hasGit = spawnSync('git', ['--version']).status === 0;

function git(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('git', ['-c', 'core.quotePath=false', ...words], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', GIT_EDITOR: 'true', LC_ALL: 'C' },
      ...{
        GIT_AUTHOR_NAME: '甲',
        GIT_AUTHOR_EMAIL: 'a@localhost',
        GIT_COMMITTER_NAME: '甲',
        GIT_COMMITTER_EMAIL: 'a@localhost',
      },
    },
  });
  return { code: status, out: stdout, err: stderr };
}

const nianbao = (program: string, ...words: readonly string[]) =>
  execFileSync(process.execPath, [program, ...words], { cwd: repository, stdio: 'pipe' });
const report = () => readFileSync(join(repository, FILE), 'utf8');
const commit = (text: string, message: string) => {
  writeFileSync(join(repository, FILE), text);
  expect(git('commit', '-qam', message)).toMatchObject({ code: 0 });
};
/** Two branches from the start, each with its own text; the first is checked out. */
const branches = (ours: string, theirs: string) => {
  git('checkout', '-qb', 'theirs');
  commit(theirs, 'theirs');
  git('checkout', '-q', 'main');
  commit(ours, 'ours');
};

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'nianbao-git-'));
  folders.push(made);
  return made;
}

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

describe.skipIf(!hasGit)('a repository that is set up', () => {
  beforeEach(() => {
    repository = folder();
    git('init', '-q', '-b', 'main');
    nianbao(bin, 'git-setup');
    writeFileSync(join(repository, FILE), start);
    git('add', '-A');
    git('commit', '-qm', 'start');
  });

  test('merges changes of different cells of one row', () => {
    branches(received(start, 1, 15), received(start, 7, 28));
    expect(git('merge', 'theirs', '-m', 'merge')).toMatchObject({ code: 0 });
    expect(report()).toMatch(/^\| 一、本年新收 +\| +15 \| +1 \| .*\| +28 \|$/m);
    expect(git('status', '--porcelain').out).toBe('');
  });

  test('marks a cell that both have changed, and leaves the merge open', () => {
    branches(received(start, 1, 15), received(received(start, 1, 16), 3, 4));
    expect(git('merge', 'theirs')).toMatchObject({ code: 1 });
    expect(git('status', '--porcelain').out).toBe(`UU ${FILE}\n`);
    const marked = /<<<<<<< [^\n]+\n(.*)\n=======\n(.*)\n>>>>>>> [^\n]+\n/.exec(report());
    const cells = marked?.slice(1).map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(2, 5),
    );
    expect(cells).toEqual([
      ['15', '1', '4'],
      ['16', '1', '4'],
    ]);
  });

  test('rebases, with each commit merged by row and column', () => {
    branches(received(start, 1, 15), received(start, 7, 28));
    commit(received(report(), 2, 9), 'ours again');
    expect(git('rebase', 'theirs')).toMatchObject({ code: 0 });
    expect(report()).toMatch(/^\| 一、本年新收 +\| +15 \| +9 \| .*\| +28 \|$/m);
  });

  test('shows no difference where a report was only formatted, and one value where one was changed', () => {
    writeFileSync(join(repository, FILE), start.replaceAll(/ +\|/g, ' |'));
    expect(
      git('diff')
        .out.split('\n')
        .filter((line) => /^[+-][^+-]/.test(line)),
    ).toEqual([]);
    writeFileSync(join(repository, FILE), received(start.replaceAll(/ +\|/g, ' |'), 1, 15));
    const lines = git('diff').out.split('\n');
    expect(lines.filter((line) => /^[+-][^+-]/.test(line))).toEqual([
      '-一、本年新收：自然人 6  企业 1  科研 0  公益 0  法律服务 1  其他 0  总计 8',
      '+一、本年新收：自然人 15  企业 1  科研 0  公益 0  法律服务 1  其他 0  总计 8',
    ]);
    expect(git('difftool', '-y', '-t', 'nianbao-diff').out).toContain('一、本年新收  自然人  6 → 15  +9  +150%');
  });

  test('goes on as ever where the program is gone: nothing is lost without a mark', () => {
    const copy = folder();
    cpSync(dirname(bin), join(copy, 'dist'), { recursive: true });
    nianbao(join(copy, 'dist/nianbao.cjs'), 'git-setup');
    rmSync(join(copy, 'dist'), { recursive: true });
    branches(received(start, 1, 15), received(start, 7, 28));
    const { code, err } = git('merge', 'theirs');
    expect(code).toBe(1);
    expect(err).toContain('merged line by line');
    expect(report()).toMatch(
      /<<<<<<< ours\n\| 一、本年新收 .*\| 15 \|.*\n=======\n\| 一、本年新收 .*\| 28 \|\n>>>>>>> theirs\n/,
    );
    git('merge', '--abort');
    writeFileSync(join(repository, FILE), received(start, 1, 16));
    expect(git('diff')).toMatchObject({ code: 0, out: expect.stringContaining('+| 一、本年新收') });
  });

  test('shows people the names of columns, and VS Code what was committed', () => {
    const read = ['show', '--textconv', `HEAD:${FILE}`] as const;
    expect(git(...read).out).toContain('\n一、本年新收：');
    vi.stubEnv('VSCODE_GIT_COMMAND', 'show');
    expect(git(...read).out).toBe(start);
    vi.unstubAllEnvs();
  });

  test('is told whether it is, and is taken back whole', () => {
    writeFileSync(
      join(repository, '.gitattributes'),
      `*.docx binary\n${readFileSync(join(repository, '.gitattributes'), 'utf8')}`,
    );
    const check = () => spawnSync(process.execPath, [bin, 'git-setup', '--check'], { cwd: repository }).status;
    expect(check()).toBe(0);
    nianbao(bin, 'git-setup');
    expect(readFileSync(join(repository, '.gitattributes'), 'utf8').match(/merge=nianbao/g)).toHaveLength(2);
    nianbao(bin, 'git-setup', '--undo');
    expect(check()).toBe(1);
    expect(readFileSync(join(repository, '.gitattributes'), 'utf8')).toBe('*.docx binary\n');
    expect(git('config', '--local', '--list').out).not.toContain('nianbao');
  });
});
