import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanShortReport, withLine } from '../features/support.ts';

const root = join(import.meta.dirname, '../..');
const nvim = process.env.NVIM ?? 'nvim';
const isThere = spawnSync(nvim, ['--version']).status === 0;
// A run that has to have it fails instead.
const isSkipped = !isThere && !process.env.CI;
if (isSkipped) console.warn('Neovim is not installed: its client is not tested (apt-get install neovim).');

interface Seen {
  readonly error?: string;
  readonly version: string;
  readonly filetype: string;
  readonly diagnostics: readonly { readonly line: number; readonly code: string; readonly message: string }[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly fixed: string;
  readonly completion: readonly string[];
  readonly completed: string;
  readonly token?: { readonly type: string; readonly modifiers: readonly string[] };
}

describe.skipIf(isSkipped)('Neovim, with the configuration of its page', () => {
  let folder = '';
  let seen: Seen;
  const lines = withLine(
    '| 复议后起诉 ',
    '| 复议后起诉       |        1 |        0 |        0 |        0 |    2 |',
    cleanShortReport,
  );

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-neovim-'));
    const config = join(folder, 'init.lua');
    const page = readFileSync(join(root, 'docs/editors/neovim.md'), 'utf8');
    writeFileSync(config, /```lua\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
    const report = join(folder, 'report.nianbao');
    writeFileSync(report, lines);
    const room = pathToFileURL(join(root, 'server/src/lsp/main-node.ts'));
    const program = `import { serveStdio } from '${room}'; serveStdio(new URL('file:///'));`;
    const started = `#!/bin/sh\nexec '${process.execPath}' --input-type=module --eval "${program}" -- "$@"\n`;
    writeFileSync(join(folder, 'nianbao'), started, { mode: 0o755 });
    const { stdout, stderr } = spawnSync(
      nvim,
      ['--headless', '-u', config, '-i', 'NONE', '-n', '-c', `luafile ${join(import.meta.dirname, 'neovim.lua')}`],
      {
        env: {
          ...process.env,
          PATH: `${folder}${delimiter}${process.env.PATH}`,
          REPORT: report,
          XDG_STATE_HOME: folder,
        },
        encoding: 'utf8',
        timeout: 60_000,
      },
    );
    const answer = stdout.split('\n').find((line) => line.startsWith('{'));
    if (!answer) throw new Error(`Neovim said nothing: ${stderr}`);
    seen = JSON.parse(answer) as Seen;
  }, 90_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('knows the file and gets through', () => {
    expect([seen.error, seen.filetype]).toEqual([undefined, 'nianbao']);
  });

  test('shows what is found, with the rule’s page in the hover', () => {
    const line = lines.split('\n').findIndex((each) => each.startsWith('| 复议后起诉'));
    expect(seen.diagnostics.map(({ line: at, code }) => [at, code])).toEqual([[line, 'dispute-total']]);
    expect(seen.hover).toContain('dispute-total · 表四总计与各项结果之和不符');
    expect(seen.hover).toContain('依据：年度报告格式表四');
  });

  test('applies a fix', () => {
    expect(seen.actions[0]).toBe('改为 1；改后勾稽关系全部相符');
    expect(seen.fixed).toBe('| 复议后起诉       |        1 |        0 |        0 |        0 |    1 |');
  });

  test('completes a label', () => {
    expect(seen.completion[0]).toBe('复议后起诉');
    expect(seen.completed).toMatch(/^\| 复议后起诉 +\|( +\|){5}$/);
  });

  test('has colours from 0.9 on', () => {
    const [major = 0, minor = 0] = (seen.version ?? '').split('.').map(Number);
    const token = major > 0 || minor >= 9 ? { type: 'property', modifiers: ['label'] } : undefined;
    expect(seen.token).toEqual(token);
  });
});
