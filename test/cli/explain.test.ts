import { describe, expect, test } from 'vitest';
import { rulePage } from '../../server/src/rules/engine/rule-page.ts';
import { rules } from '../../server/src/rules/index.ts';
import { nianbao } from './support.ts';

describe('explain', () => {
  test('prints the page of a rule in the language asked for', async () => {
    const rule = rules.find(({ code }) => code === 'outcome-total');
    expect(rule).toBeDefined();
    if (!rule) return;
    expect(await nianbao(['explain', 'outcome-total'])).toEqual({ code: 0, out: rulePage(rule, 'zh'), err: '' });
    expect((await nianbao(['explain', 'outcome-total', '--lang', 'en'])).out).toBe(rulePage(rule, 'en'));
  });

  test('prints several pages one after the other', async () => {
    const { out } = await nianbao(['explain', 'blank-cell', 'cell-count']);
    expect(out.match(/^# .*/gm)?.map((line) => line.split(' ')[1])).toEqual(['blank-cell', 'cell-count']);
  });

  test('without a code lists every rule with severity and title', async () => {
    const { code, out } = await nianbao(['explain', '--lang', 'en']);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual(rules.map((rule) => [rule.code, rule.severity, rule.title.en]));
  });

  test('an unknown code is said with the nearest, the others are printed, exit code 2', async () => {
    const { code, out, err } = await nianbao(['explain', 'outcom-totl', 'cell-count']);
    expect(code).toBe(2);
    expect(err).toBe('nianbao: 没有「outcom-totl」这条规则。是不是要看 outcome-total？所有规则见 nianbao explain。\n');
    expect(out).toMatch(/^# cell-count/);
    expect((await nianbao(['explain', 'xyzzyxyzzy', '--lang=en'])).err).not.toContain('Did you mean');
  });
});
