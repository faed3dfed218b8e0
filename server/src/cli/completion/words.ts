// What a command line may hold, as the scripts of all shells ask for it: from the commands and their options.
import type { Language } from '../../text/language.ts';
import type { LoadedCommand, Option } from '../command.ts';
import { general } from '../help.ts';

export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionWords[];
  /** What its operands may be; null for files, empty for none. */
  readonly operands: readonly string[] | null;
}

export interface OptionWords {
  /** `--name`, and `-n` where it has a short form. */
  readonly flags: readonly string[];
  readonly description: string;
  readonly repeatable: boolean;
  /** Null where it takes no value. */
  readonly value: ValueWords | null;
}

export interface ValueWords {
  readonly placeholder: string;
  /** The values allowed; null where they are not few. */
  readonly choices: readonly string[] | null;
  /** Whether it is a file or a folder. */
  readonly isPath: boolean;
}

const PATHS = /^(?:FILE|FOLDER|PATH)(?:\||$)/;

/** The words of each command, the options of every command among them. */
export function commandWords(commands: readonly LoadedCommand[], language: Language): readonly CommandWords[] {
  return commands.map(({ name, summary, options, operands, operandChoices }) => ({
    name,
    summary: summary[language],
    options: [...options, ...general.slice(0, 2)].map((option) => optionWords(option, language)),
    operands: operandChoices ?? (operands[language] === '' ? [] : null),
  }));
}

/** The options that may stand before a command. */
export function generalWords(language: Language): readonly OptionWords[] {
  return general.map((option) => optionWords(option, language));
}

function optionWords(
  { name, short, value, choices, repeatable, description }: Option,
  language: Language,
): OptionWords {
  return {
    flags: [`--${name}`, ...(short ? [`-${short}`] : [])],
    description: description[language],
    repeatable: repeatable === true,
    value: value === undefined ? null : { placeholder: value, choices: choices ?? null, isPath: PATHS.test(value) },
  };
}
