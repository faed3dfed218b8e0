// The options that say what is in force beside the settings files that are found.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RuleSettings } from '../analysis/settings.ts';
import { ruleByCode, rules } from '../rules/index.ts';
import { levels, settingsFileName } from '../workspace/settings.ts';
import { type Arguments, type Option, UsageError } from './command.ts';
import { messages } from './messages.ts';
import { nearestName } from './nearest-name.ts';
import type { GivenSettings } from './settings-files.ts';

export const settingsOptions: readonly Option[] = [
  {
    name: 'config',
    value: 'FILE',
    description: {
      zh: `各份报告都按这个设置文件，不再找 ${settingsFileName}`,
      en: `settings for every report; no ${settingsFileName} is looked for`,
    },
  },
  {
    name: 'rule',
    value: 'CODE=SEVERITY',
    repeatable: true,
    description: {
      zh: `这一条规则的级别：${levels.join('、')}；可以写多次`,
      en: `the severity of a rule: ${levels.join(', ')}; may be given several times`,
    },
  },
];

/** What the options say. Throws `UsageError` for a file that isn't there, an unknown rule and an unknown severity. */
export function givenSettings({ values, lists }: Arguments, cwd: string): GivenSettings {
  const config = values.get('config');
  return {
    file: config === undefined ? null : existing(config, cwd),
    rules: Object.fromEntries((lists.get('rule') ?? []).map(severityOf)) as RuleSettings['rules'],
  };
}

function existing(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  throw new UsageError(messages.noSettings(name));
}

function severityOf(given: string): readonly [string, string] {
  const [code = '', level = ''] = given.split(/=(.*)/s);
  if (!ruleByCode(code)) {
    const near = nearestName(
      code,
      rules.map((rule) => rule.code),
    );
    throw new UsageError(messages.unknownCode(code, near));
  }
  if (!levels.some((known) => known === level))
    throw new UsageError(messages.unknownValue(`--rule ${code}`, level, levels));
  return [code, level];
}
