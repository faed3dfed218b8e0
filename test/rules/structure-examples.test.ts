import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { Rule } from '../../server/src/rules/engine/rule.ts';
import { rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { remark, unmark } from '../support/marks.ts';

/** The text with a mark around what this one rule finds. */
function marked(rule: Rule, text: string): string {
  return remark(text, [...(rule.check?.(subjectOf(readReport(text))) ?? [])]);
}

const structure = rules.filter((rule) => rule.group === 'structure');

describe.each(structure.map((rule): [string, Rule] => [rule.code, rule]))('%s', (_code, rule) => {
  test('finds what is marked in its wrong example', () => {
    const { text, expected } = unmark(rule.example.wrong);
    expect(expected.length).toBeGreaterThan(0);
    expect(marked(rule, text)).toBe(rule.example.wrong);
  });

  test('finds nothing in its right example', () => {
    expect(marked(rule, rule.example.right)).toBe(rule.example.right);
  });

  test('is explained in both languages: when it fires, why, what to do', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(rule.title[language]).not.toBe('');
      expect(rule.explanation[language].split('\n\n')).toHaveLength(3);
    }
  });
});
