// The man page: what `--help` says of every command, from the same data.
import { version } from '../package.json';
import type { LoadedCommand, Option } from '../server/src/cli/command.ts';
import { loadedCommands } from '../server/src/cli/commands.ts';
import { general, words } from '../server/src/cli/help.ts';
import type { Language, Localized } from '../server/src/text/language.ts';

const heads = {
  name: { zh: '名称', en: 'NAME' },
  synopsis: { zh: '用法', en: 'SYNOPSIS' },
  options: { zh: '各命令通用的选项', en: 'OPTIONS' },
  commands: { zh: '命令', en: 'COMMANDS' },
} satisfies Record<string, Localized>;

/** The page in roff, for section 1. */
export async function manPage(language: Language): Promise<string> {
  const commands = await loadedCommands();
  return [
    `.TH NIANBAO 1 "" "nianbao ${version}" ""`,
    // Chinese has no spaces to widen or to break at, of which troff complains.
    '.ad l',
    '.warn 0',
    `.SH ${heads.name[language]}`,
    `nianbao \\- ${text(words.about[language])}`,
    `.SH ${heads.synopsis[language]}`,
    text(words.call[language]),
    `.SH ${heads.options[language]}`,
    ...general.flatMap((option) => described(option, language)),
    `.SH ${heads.commands[language]}`,
    ...commands.flatMap((command) => section(command, language)),
    '',
  ].join('\n');
}

function section({ name, summary, operands, options, notes }: LoadedCommand, language: Language): readonly string[] {
  return [
    `.SS ${text(`nianbao ${name} ${operands[language]}`.trim())}`,
    text(summary[language]),
    ...options.flatMap((option) => described(option, language)),
    ...(notes[language] ? ['.PP', '.nf', text(notes[language]), '.fi'] : []),
  ];
}

function described({ name, short, value, description }: Option, language: Language): readonly string[] {
  const written = `${short ? `\\fB${text(`-${short}`)}\\fR, ` : ''}\\fB${text(`--${name}`)}\\fR`;
  return ['.TP', `${written}${value ? ` \\fI${text(value)}\\fR` : ''}`, text(description[language])];
}

/** Text as roff: no line of it is a request, a hyphen is what is typed. */
function text(plain: string): string {
  return plain.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^[.']/gm, '\\&$&');
}
