// How long an import may take, and how much memory, as options.
import { defaultLimits, type ImportLimits, limitsFrom } from '../importers/import-limits.ts';
import { readCount } from './arguments.ts';
import type { Arguments, Command } from './command.ts';

export const importLimitOptions: Command['options'] = [
  {
    name: 'timeout',
    value: 'SECONDS',
    description: {
      zh: `每个文件最多读多少秒，默认 ${defaultLimits.seconds}`,
      en: `give up a file after so many seconds, ${defaultLimits.seconds} by default`,
    },
  },
  {
    name: 'memory',
    value: 'MB',
    description: {
      zh: `读文件最多用多少 MB 内存，默认 ${defaultLimits.megabytes}`,
      en: `give up a file that takes more megabytes of memory, ${defaultLimits.megabytes} by default`,
    },
  },
];

/** The limits that are given, the default ones for others. Throws `UsageError`. */
export function importLimitsOf({ values }: Arguments): ImportLimits {
  const given = (name: string): number | undefined => {
    const text = values.get(name);
    return text === undefined ? undefined : readCount(`--${name}`, text);
  };
  return limitsFrom({ seconds: given('timeout'), megabytes: given('memory') });
}
