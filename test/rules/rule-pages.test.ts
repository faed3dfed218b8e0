import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explanationText, rulePage, rulePageFile } from '../../server/src/rules/engine/rule-page.ts';
import { rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { unmark } from '../support/marks.ts';

const folder = join(import.meta.dirname, '../../docs/rules');
const expected = new Map(rules.map((rule) => [`${rule.code}.md`, rulePageFile(rule)]));

if (process.env.UPDATE) {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (file.endsWith('.md') && !expected.has(file)) rmSync(join(folder, file));
  for (const [file, page] of expected) writeFileSync(join(folder, file), page);
}

describe('docs/rules says what the rules say (UPDATE=1 writes it anew)', () => {
  test('one page for each rule', () => {
    expect(readdirSync(folder).filter((file) => file.endsWith('.md'))).toEqual([...expected.keys()].sort());
  });

  test.each([...expected])('%s', (file, page) => {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(page);
  });
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('the page of %s', (code, rule) => {
  test('has the title, the severity, the explanation and the example in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const page = rulePage(rule, language);
      expect(page).toContain(`# ${code} · ${rule.title[language]}`);
      expect(page).toContain(rule.explanation[language].trim());
      if (rule.group !== 'limits') expect(page).toContain(unmark(rule.example.wrong).text.trimEnd());
      expect(page).not.toMatch(/\{\{|\}\}(?!`)|undefined/);
    }
    expect(rulePage(rule, 'zh')).toMatch(/错误|警告|信息|提示/);
  });

  test.skipIf(rule.group === 'limits')('shows what is said of its example', () => {
    expect(rulePage(rule, 'zh')).toMatch(/^> 第 \d+ 行：./m);
    expect(rulePage(rule, 'en')).toMatch(/^> Line \d+: ./m);
  });
});

test('an explanation as plain text has no signs of Markdown', () => {
  for (const rule of rules) {
    const why = rule.noFix ? `\n\n没有快速修复：${rule.noFix.zh}` : '';
    expect(explanationText(rule, 'zh')).toBe(rule.explanation.zh.trim().replaceAll('`', '') + why);
  }
});
