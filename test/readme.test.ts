import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportFormats } from '../server/src/exporters/index.ts';
import type { RunnableRule } from '../server/src/rules/engine/rule.ts';
import { severityNames } from '../server/src/rules/engine/rule-page.ts';
import { rules } from '../server/src/rules/index.ts';
import type { Language } from '../server/src/text/language.ts';

const root = join(import.meta.dirname, '..');
const readmes: Readonly<Record<Language, string>> = { zh: 'README.zh-CN.md', en: 'README.md' };
const heads: Readonly<Record<Language, string>> = { zh: '| 代码 | 级别 | 规则 |', en: '| code | severity | rule |' };

function row({ code, severity, title }: RunnableRule, language: Language): string {
  return `| [\`${code}\`](docs/rules/${code}.md) | ${severityNames[severity][language]} | ${title[language]} |`;
}

function table(language: Language): string {
  return [heads[language], '|---|---|---|', ...rules.map((rule) => row(rule, language))].join('\n');
}

const formats = exportFormats.map(({ id }) => id).join('|');

test('what pipelines are told to take is the version that this is', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const page = readFileSync(join(root, 'docs/git.md'), 'utf8');
  const named = [...page.matchAll(/(?:nianbao@|rev: )v([\d.]+)/g)].map((match) => match[1]);
  expect(named).toEqual([version, version]);
});

describe.each(Object.entries(readmes) as [Language, string][])('README in %s', (language, file) => {
  const path = join(root, file);
  test('lists every rule', () => {
    const text = readFileSync(path, 'utf8');
    const expected = text.replace(/(<!-- rules -->\n)[\s\S]*(<!-- \/rules -->)/, `$1${table(language)}\n$2`);
    if (process.env.UPDATE) writeFileSync(path, expected);
    else expect(text).toBe(expected);
  });

  test('lists every format of export', () => {
    const text = readFileSync(path, 'utf8');
    const expected = text.replace(/(?<=nianbao export … --to )[\w|-]+/, formats);
    expect(text).toContain('nianbao export … --to ');
    if (process.env.UPDATE) writeFileSync(path, expected);
    else expect(text).toBe(expected);
  });

  test('names only scripts that there are, and links only to files that there are', () => {
    const text = readFileSync(path, 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
