import { version } from '../../../package.json';
import type { Language, Localized } from '../text/language.ts';
import { padEnd } from './columns.ts';
import type { Command, CommandEntry, Option } from './command.ts';

/** What the help says beside the commands' own words. */
export const words = {
  about: {
    zh: '检查政府信息公开工作年度报告，导出其中的数据',
    en: 'checks annual reports on government information disclosure and exports their figures',
  },
  usage: { zh: '用法', en: 'Usage' },
  call: { zh: 'nianbao <命令> [选项] [文件或文件夹…]', en: 'nianbao <command> [options] [file or folder…]' },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  everywhere: { zh: '各命令通用', en: 'For every command' },
  more: {
    zh: '每个命令的用法：nianbao <命令> --help',
    en: 'More about a command: nianbao <command> --help',
  },
} satisfies Record<string, Localized>;

/** The options of every command, `--version` last, which takes none. */
export const general: readonly Option[] = [
  {
    name: 'lang',
    value: 'zh|en',
    choices: ['zh', 'en'],
    description: { zh: '用中文或英文显示；不写时按系统语言', en: 'show Chinese or English; else as the locale says' },
  },
  { name: 'help', short: 'h', description: { zh: '显示用法', en: 'show the help' } },
  { name: 'version', short: 'v', description: { zh: '显示版本', en: 'show the version' } },
];

export function generalHelp(commands: readonly CommandEntry[], language: Language): string {
  return [
    `nianbao ${version} · ${words.about[language]}`,
    '',
    `${words.usage[language]}  ${words.call[language]}`,
    '',
    words.commands[language],
    ...aligned(commands.map((command) => [command.name, command.summary[language]])),
    '',
    words.options[language],
    ...aligned(general.map((option) => described(option, language))),
    '',
    words.more[language],
    '',
  ].join('\n');
}

export function commandHelp(command: Command, summary: Localized, language: Language): string {
  const options = command.options.map((option) => described(option, language));
  const shared = general.slice(0, 2).map((option) => described(option, language));
  const operands = command.operands[language];
  return [
    `nianbao ${command.name} · ${summary[language]}`,
    '',
    `${words.usage[language]}  nianbao ${command.name}${operands ? ` ${operands}` : ''}`,
    '',
    ...(options.length > 0 ? [words.options[language], ...aligned(options), ''] : []),
    words.everywhere[language],
    ...aligned(shared),
    ...(command.notes[language] ? ['', command.notes[language]] : []),
    '',
  ].join('\n');
}

function described({ name, short, value, description }: Option, language: Language): readonly [string, string] {
  return [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, description[language]];
}

function aligned(lines: readonly (readonly [string, string])[]): readonly string[] {
  return lines.map(([left, right]) => `  ${padEnd(left, 28)}${right}`);
}
