import type { FileProblem } from '../../workspace/file-problem.ts';
import type { ReadSettings } from '../../workspace/settings.ts';
import { ruleByCode } from '../index.ts';

/** All that can't be followed in a settings file or a pack, in the order of its text: what its reader found, and codes that no rule has. */
export function settingsProblems({
  codes,
  problems,
}: Pick<ReadSettings, 'codes' | 'problems'>): readonly FileProblem[] {
  const unknown = codes
    .filter(({ text }) => ruleByCode(text) === null)
    .map(({ text, span }) => ({
      span,
      message: { zh: `没有代码为「${text}」的规则`, en: `There is no rule “${text}”` },
    }));
  return [...problems, ...unknown].sort((a, b) => a.span.start - b.span.start);
}
