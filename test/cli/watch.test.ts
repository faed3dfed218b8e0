import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { run } from '../../server/src/cli/main.ts';
import { inFolder, sampleReport, wrongReport } from './support.ts';

/** `check --watch` over a folder: what it has written since the last look, and how it ends. */
function watching(cwd: string, options: readonly string[], terminal = false) {
  const stop = new AbortController();
  let [out, rounds] = ['', 0];
  const output = (write: (text: string) => void) => ({ write, isTerminal: terminal, columns: 80 });
  const ended = run(['check', '--watch', '--format', 'json', '--lang', 'en', ...options], {
    cwd,
    env: { NO_COLOR: '1' },
    stdin: async () => new Uint8Array(),
    stdout: output((text) => {
      out += text;
    }),
    stderr: output((text) => {
      if (text.includes('waiting for changes')) rounds++;
    }),
    stopped: stop.signal,
  });
  return {
    async round(number: number) {
      await vi.waitFor(() => expect(rounds).toBe(number), { timeout: 20_000 });
      const text = out;
      out = '';
      return text;
    },
    async end() {
      stop.abort();
      return ended;
    },
  };
}

function filesIn(json: string): readonly string[] {
  return [...new Set((JSON.parse(json) as { file: string }[]).map(({ file }) => file))];
}

const last = wrongReport.replaceAll('2023', '2022');
const files = { 'a.nianbao': wrongReport, 'b.nianbao': wrongReport, 'last.nianbao': last };

describe('check --watch', () => {
  test('lists what has changed and what of others is found otherwise now, after settings too; a pipe is not cleared', async () => {
    const referring = sampleReport().replace('年度: 2023', '年度: 2023\n上年: last.nianbao');
    await inFolder({ ...files, 'c.nianbao': referring }, async (cwd) => {
      const watch = watching(cwd, ['.']);
      expect(filesIn(await watch.round(1))).toEqual(['a.nianbao', 'b.nianbao', 'last.nianbao']);
      writeFileSync(join(cwd, 'b.nianbao'), `${wrongReport}\n`);
      expect(filesIn(await watch.round(2))).toEqual(['b.nianbao']);
      rmSync(join(cwd, 'last.nianbao'));
      expect(filesIn(await watch.round(3))).toEqual(['c.nianbao']);
      writeFileSync(join(cwd, 'nianbao.json'), '{"rules": {"outcome-total": "warning", "applicant-total": "warning"}}');
      expect(filesIn(await watch.round(4))).toEqual(['a.nianbao', 'b.nianbao']);
      expect(await watch.end()).toBe(0);
    });
  }, 60_000);

  test('clears a terminal and shows all reports', async () => {
    await inFolder(files, async (cwd) => {
      const watch = watching(cwd, ['a.nianbao', 'b.nianbao'], true);
      const clear = '\u001b[2J\u001b[3J\u001b[H';
      const all = (text: string) => [text.startsWith(clear), filesIn(text.slice(clear.length))];
      expect(all(await watch.round(1))).toEqual([true, ['a.nianbao', 'b.nianbao']]);
      writeFileSync(join(cwd, 'b.nianbao'), `${wrongReport}\n`);
      expect(all(await watch.round(2))).toEqual([true, ['a.nianbao', 'b.nianbao']]);
      expect(await watch.end()).toBe(1);
    });
  }, 60_000);
});
