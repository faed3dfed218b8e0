import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, read } from '../../server/src/tasks/library.ts';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { corpus } from '../support/corpus.ts';
import { inFolder, nianbao } from './support.ts';

const folder = join(import.meta.dirname, '../fixtures/reports-of-0.1');
const written = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
);
/** Beside what 0.1 wrote, what it kept of pasted reports: the cells of the official layout. */
const files: Readonly<Record<string, string>> = {
  ...written,
  ...Object.fromEntries(
    corpus.flatMap(({ name, text }) =>
      /tab-rows|bar-rows/.test(name) ? [[`${name.replace('/', '-')}.nianbao`, text] as const] : [],
    ),
  ),
};

const codes = (text: string): readonly string[] =>
  check(text)
    .map(({ code }) => code)
    .sort();

describe('a report of version 0.1', () => {
  test('is read as it is, with official labels', () => {
    for (const text of Object.values(written)) {
      expect(codes(text).filter((code) => /label|unknown-row|missing-row/.test(code))).toEqual([]);
    }
  });

  test('moves on by format --canonical --labels short, with all values, texts and findings', async () => {
    await inFolder(files, async (cwd) => {
      const command = ['format', '--canonical', '--labels', 'short', '.'];
      const { code, out } = await nianbao(command, { cwd });
      expect(code).toBe(0);
      expect(out.trim().split('\n')).toHaveLength(Object.keys(files).length);
      for (const [name, before] of Object.entries(files)) {
        const after = readFileSync(join(cwd, name), 'utf8');
        expect(read(after).values).toEqual(read(before).values);
        expect(read(after).sections).toEqual(read(before).sections);
        expect(codes(after)).toEqual(codes(before));
        const rows = after.split(/\r?\n/).filter((line) => line.startsWith('|'));
        expect(rows.filter((row) => displayWidth(row) > 80)).toEqual([]);
      }
      expect(await nianbao([...command.slice(0, -1), '--check', '.'], { cwd })).toMatchObject({ code: 0, out: '' });
    });
  });
});
