import type { RuleSettings, Severity } from '../analysis/settings.ts';
import { ruleByCode } from '../rules/index.ts';

/** Rules that are off by default and that the desk turns on, with their severities. */
const turnedOn: Readonly<Record<string, Severity>> = { 'copied-text': 'warning' };

/** The codes of the rules that the desk turns on. */
export const deskRules: readonly string[] = Object.keys(turnedOn).filter((code) => ruleByCode(code) !== null);

/** Settings for the desk: what is set holds, and what isn't set of its rules is on. */
export function withDeskRules(settings: RuleSettings): RuleSettings {
  const added = Object.entries(turnedOn).filter(([code]) => deskRules.includes(code));
  return { ...settings, rules: { ...Object.fromEntries(added), ...settings.rules } };
}
