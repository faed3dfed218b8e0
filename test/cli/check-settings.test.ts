import { describe, expect, test } from 'vitest';
import { inFolder, nianbao, wrongReport } from './support.ts';

const files = {
  'a.nianbao': wrongReport,
  'nianbao.json': '{"rules": {"applicant-total": "warning"}}',
  'elsewhere/ours.json': '{"rules": {"applicant-total": "hint"}}',
};

/** The severities of the one finding, by the options. */
async function severity(...options: readonly string[]) {
  return inFolder(files, async (cwd) => {
    const { out } = await nianbao(['check', '--format', 'json', ...options, 'a.nianbao'], { cwd });
    return (JSON.parse(out) as { code: string; severity: string }[]).find(({ code }) => code === 'applicant-total')
      ?.severity;
  });
}

describe('check takes settings from its command line', () => {
  test('--config names the file for all reports, and --rule holds before any file', async () => {
    expect(await severity()).toBe('warning');
    expect(await severity('--config', 'elsewhere/ours.json')).toBe('hint');
    expect(await severity('--rule', 'applicant-total=error')).toBe('error');
    expect(await severity('--config', 'elsewhere/ours.json', '--rule', 'applicant-total=information')).toBe(
      'information',
    );
    expect(await severity('--rule', 'blank-cell=off', '--rule', 'applicant-total=off')).toBeUndefined();
    expect(await severity('--rule', 'applicant-total=off', '--rule', 'applicant-total=hint')).toBe('hint');
  });

  test.each([
    [['--rule', 'outcome-totl=off'], 'there is no rule "outcome-totl". Did you mean outcome-total?'],
    [['--rule', 'applicant-total=of'], '--rule applicant-total can\'t be "of"'],
    [['--rule', 'applicant-total'], '--rule applicant-total can\'t be ""'],
    [['--config', 'none.json'], 'there is no settings file "none.json"'],
    [['--config', 'elsewhere'], 'there is no settings file "elsewhere"'],
    [['--watch', '--fix'], "--watch can't be used together with --fix"],
    [['--watch', '-'], "--watch can't be used together with -"],
  ])('%j is refused', async (options, message) => {
    await inFolder(files, async (cwd) => {
      const { code, out, err } = await nianbao(['check', ...options, 'a.nianbao', '--lang', 'en'], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(message);
    });
  });

  test('a broken file that --config names is told with its place', async () => {
    await inFolder({ ...files, 'b.json': '{"rules": {"no-such": "off"}}' }, async (cwd) => {
      const { code, err } = await nianbao(['check', '--config', 'b.json', 'a.nianbao'], { cwd });
      expect(code).toBe(2);
      expect(err).toContain('b.json:1:12');
    });
  });
});
