import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { nianbao, sampleReport } from './support.ts';

const cwd = mkdtempSync(join(tmpdir(), 'nianbao-diff-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const before = sampleReport();
const after = before
  .replace(/(行政许可 *\| *)\d+/, '$1316')
  .replace(/(一、本年新收[^|]*\|(?: *\d+ *\|){6} *)\d+/, '$14');
writeFileSync(join(cwd, 'a.nianbao'), before);
writeFileSync(join(cwd, 'b.nianbao'), after);
writeFileSync(join(cwd, 'formatted.nianbao'), before.replaceAll(/ +\|/g, ' |'));

describe('diff', () => {
  test('lists values in columns that stand straight, without colours where nobody looks', async () => {
    const { code, out, err } = await nianbao(['diff', 'a.nianbao', 'b.nianbao'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('--- a.nianbao\n+++ b.nianbao\n\n表二\n');
    const arrows = out
      .split('\n')
      .flatMap((line) => (line.includes('→') ? [displayWidth(line.slice(0, line.indexOf('→')))] : []));
    expect(arrows).toHaveLength(2);
    expect(new Set(arrows).size).toBe(1);
    expect(out).not.toContain('\u001b');
  });

  test('colours for a terminal', async () => {
    const { out } = await nianbao(['diff', 'a.nianbao', 'b.nianbao'], { cwd, terminal: true });
    expect(out).toContain('\u001b[32m316\u001b[0m');
  });

  test('exits with 1 only where it is asked to and they differ', async () => {
    expect(await nianbao(['diff', '--exit-code', 'a.nianbao', 'b.nianbao'], { cwd })).toMatchObject({ code: 1 });
    const formatted = await nianbao(['diff', '--exit-code', 'a.nianbao', 'formatted.nianbao'], { cwd });
    expect(formatted).toMatchObject({ code: 0, out: '没有变化。\n' });
    expect(await nianbao(['diff', 'a.nianbao', 'none.nianbao'], { cwd })).toMatchObject({ code: 2, out: '' });
    expect(await nianbao(['diff', 'a.nianbao'], { cwd })).toMatchObject({ code: 2 });
  });

  test('gives JSON and a page; a file that isn’t there in one version is an empty report', async () => {
    const { out } = await nianbao(['diff', '--json', 'a.nianbao', '-'], { cwd, stdin: after });
    expect(JSON.parse(out)).toMatchObject({
      before: { file: 'a.nianbao' },
      after: { file: '-' },
      values: [{ row: 'licensing' }, { row: 'received' }],
    });
    const page = await nianbao(['diff', '--html', 'a.nianbao', 'b.nianbao', '--lang', 'en'], { cwd });
    expect(page.out).toContain('<td class="value changed"');
    const added = await nianbao(['diff', '--json', '/dev/null', 'a.nianbao'], { cwd });
    expect(JSON.parse(added.out).values.length).toBeGreaterThan(150);
  });

  test('compares year on year where the years differ', async () => {
    const { out } = await nianbao(['diff', '--json', 'a.nianbao', '-'], {
      cwd,
      stdin: after.replaceAll('2023', '2024'),
    });
    expect(JSON.parse(out)).toMatchObject({ betweenYears: true });
  });
});

describe('textconv', () => {
  test('has as many lines as the report, each row with the names of its columns, and nothing of the layout', async () => {
    const { out } = await nianbao(['textconv', 'a.nianbao'], { cwd });
    expect(out.split('\n')).toHaveLength(before.split('\n').length);
    expect(out).toContain('\n行政许可：本年处理决定 0\n');
    expect((await nianbao(['textconv', 'formatted.nianbao'], { cwd })).out).toBe(out);
  });
});
