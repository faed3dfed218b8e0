// What the task shows in VS Code: the lines of `nianbao check --format gcc`, read by the extension's problem matcher.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, nianbao, sampleReport } from '../cli/support.ts';

interface Matcher {
  readonly name: string;
  readonly pattern: Readonly<Record<'file' | 'line' | 'column' | 'severity' | 'message' | 'code', number>> & {
    readonly regexp: string;
  };
}

const manifest = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
const [matcher] = (JSON.parse(manifest) as { contributes: { problemMatchers: readonly [Matcher] } }).contributes
  .problemMatchers;
const { regexp, ...groups } = matcher.pattern;

/** The lines that the matcher reads, each by the names of its groups. */
function problems(output: string) {
  return output.split('\n').flatMap((line) => {
    const found = new RegExp(regexp).exec(line);
    return found ? [Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found[group]]))] : [];
  });
}

interface Finding {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

const words: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', information: 'info' };
const files = {
  '青禾镇: 有误.nianbao': sampleReport()
    .replaceAll(/\| +0 \| +0 \| +0 \|/g, '|   | y | 0 |')
    .replace('二、主动公开政府信息情况', '二、主动公开信息情况')
    .replace(/^# .*\n/m, ''),
  'nianbao.json': '{ "rules": { "blank-cell": "information" } }',
};

describe.each(['zh', 'en'])('the lines of a check in %s', (language) => {
  const check = (format: string) =>
    inFolder(files, (cwd) => nianbao(['check', '--format', format, '--lang', language, '.'], { cwd }));

  test('give the matcher what JSON tells, all but hints, which VS Code lists nowhere', async () => {
    const findings = JSON.parse((await check('json')).out) as readonly Finding[];
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(
      new Set(['error', 'warning', 'information', 'hint']),
    );
    const { code, out } = await check('gcc');
    expect(code).toBe(1);
    expect(problems(out)).toEqual(
      findings
        .filter(({ severity }) => severity !== 'hint')
        .map(({ file, code, severity, message, range: { start } }) => ({
          file,
          line: String(start.line + 1),
          column: String(start.character + 1),
          severity: words[severity],
          message,
          code,
        })),
    );
    expect(out.match(/ note: /g)).toHaveLength(findings.filter(({ severity }) => severity === 'hint').length);
  });

  test('end in what the check came to', async () => {
    const lines = (await check('gcc')).out.trimEnd().split('\n');
    expect(lines.at(-1)).toMatch(/^(?:检查了 1 份报告：错误 \d+|1 report checked: error \d+)/);
  });
});
