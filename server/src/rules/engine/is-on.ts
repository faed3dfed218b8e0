import type { RuleSettings } from '../../analysis/settings.ts';
import type { RunnableRule } from './rule.ts';

/** Whether a rule is run under settings: one that is optional only where they name it. */
export function isOn({ code, isOptional }: Pick<RunnableRule, 'code' | 'isOptional'>, settings: RuleSettings): boolean {
  const level = settings.rules[code];
  return level === undefined ? !isOptional : level !== 'off';
}
