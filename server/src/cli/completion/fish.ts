import type { CompletionScript } from './script.ts';
import type { CommandWords, OptionWords } from './words.ts';

export const fish: CompletionScript = {
  shell: 'fish',
  write: (commands, general) =>
    [
      'complete -c nianbao -f',
      ...general.map((option) => optionLine('__fish_use_subcommand', option)),
      ...commands.map(
        ({ name, summary }) => `complete -c nianbao -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
      ),
      ...commands.flatMap(commandLines),
      '',
    ].join('\n'),
};

function commandLines({ name, options, operands }: CommandWords): readonly string[] {
  const condition = quoted(`__fish_seen_subcommand_from ${name}`);
  const values =
    operands === null
      ? [`complete -c nianbao -n ${condition} -F`]
      : operands.length > 0
        ? [`complete -c nianbao -n ${condition} -a ${quoted(operands.join(' '))}`]
        : [];
  return [...values, ...options.map((option) => optionLine(condition, option))];
}

function optionLine(condition: string, { flags, description, value }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
  const takes = !value
    ? ''
    : value.choices
      ? ` -x -a ${quoted(value.choices.join(' '))}`
      : value.isPath
        ? ' -r -F'
        : ' -x';
  return `complete -c nianbao -n ${condition} ${names}${takes} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
