import { expect, test, vi } from 'vitest';
import { inFolder, nianbao, wrongReport } from './support.ts';

vi.mock(import('../../server/src/cli/check-text.ts'), async (original) => {
  const { reportOf, checkReport } = await original();
  return {
    reportOf,
    checkReport: (report, around) => {
      const { text } = report.tree;
      if (text.startsWith('throws')) throw new Error('as it should');
      if (text.startsWith('fails')) {
        return { findings: [], suppressed: [], failures: [{ code: 'cell-count', error: new Error('as it should') }] };
      }
      return checkReport(report, around);
    },
  };
});

test('a report that can not be checked is said, and the others are checked', () =>
  inFolder({ 'a.nianbao': 'throws', 'b.nianbao': wrongReport }, async (cwd) => {
    const { code, out, err } = await nianbao(['check', '--format', 'json', '--lang', 'en', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^nianbao: a\.nianbao: internal error: Error: as it should/);
    expect(JSON.parse(out)).toHaveLength(1);
  }));

test('a rule that fails is said, and the report counts as checked', () =>
  inFolder({ 'a.nianbao': 'fails' }, async (cwd) => {
    const { code, out, err } = await nianbao(['check', '.'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: '检查了 1 份报告：没有发现问题。\n' });
    expect(err).toMatch(/^nianbao: a\.nianbao: 规则 cell-count 自身出错/);
  }));

test.skipIf(process.platform === 'win32')('a name of a file neither begins a line nor steers a terminal', () =>
  inFolder({ 'a\n::error::b\u001b[2J.nianbao': new Uint8Array([0xff]) }, async (cwd) => {
    const { code, err } = await nianbao(['check', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^nianbao: a␊::error::b␛\[2J\.nianbao: .*\n$/);
  }),
);
