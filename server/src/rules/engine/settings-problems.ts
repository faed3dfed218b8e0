import type { ReadSettings, SettingsProblem } from '../../workspace/settings.ts';
import { ruleByCode } from '../index.ts';

/** All that can't be followed in a settings file, in the order of its text: what its reader found, and codes that no rule has. */
export function settingsProblems({ codes, problems }: ReadSettings): readonly SettingsProblem[] {
  const unknown = codes
    .filter(({ text }) => ruleByCode(text) === null)
    .map(({ text, span }) => ({
      span,
      message: { zh: `没有代码为「${text}」的规则`, en: `There is no rule “${text}”` },
    }));
  return [...problems, ...unknown].sort((a, b) => a.span.start - b.span.start);
}
