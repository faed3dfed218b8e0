import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sampleReport } from '../cli/support.ts';
import { isPosix } from './command-line.ts';

const root = join(import.meta.dirname, '../..');
const cwd = mkdtempSync(join(tmpdir(), 'nianbao-action-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** The script of the action's one step. */
const script = (/ {6}run: \|\n([\s\S]*)$/.exec(readFileSync(join(root, 'action.yml'), 'utf8'))?.[1] ?? '').replaceAll(
  /^ {8}/gm,
  '',
);

function runs(paths: string) {
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      GITHUB_ACTION_PATH: root,
      GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
      NIANBAO_PATHS: paths,
      NIANBAO_LANG: 'zh',
      NIANBAO_MAX_WARNINGS: '',
      NIANBAO_VERSION: 'latest',
    },
  });
  return { code: status, out: stdout };
}

describe.skipIf(!isPosix)('the action', () => {
  test('checks the paths, one a line, and puts what GitHub doesn’t show into the summary', () => {
    writeFileSync(join(cwd, '好 的.nianbao'), sampleReport());
    expect(runs('好 的.nianbao\n')).toEqual({ code: 0, out: expect.not.stringContaining('::error') });
    const broken = sampleReport().replaceAll(/\| +0 \| +0 \| +0 \|/g, '| x | y | 0 |');
    writeFileSync(join(cwd, '有误.nianbao'), broken);
    writeFileSync(join(cwd, 'summary.md'), 'before\n');
    const { code, out } = runs('好 的.nianbao\n有误.nianbao\n');
    expect(code).toBe(1);
    expect(out.match(/^::error file=有误\.nianbao/gm)?.length).toBeGreaterThan(10);
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toMatch(/^before\n### 另有 \d+ 处问题\n/);
  });
});
