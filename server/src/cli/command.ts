import type { Localized } from '../text/language.ts';
import type { Context } from './io.ts';

/** One command: one file in `commands/` and a line in `commands.ts`. */
export interface Command {
  readonly name: string;
  /** What follows the name, such as `<FILE…>`. */
  readonly operands: Localized;
  /** What the operands may be, where they aren't files. */
  readonly operandChoices?: readonly string[];
  readonly options: readonly Option[];
  /** Paragraphs that follow the options in the help. */
  readonly notes: Localized;
  readonly run: (context: Context, given: Arguments) => Promise<number>;
}

export interface CommandEntry {
  readonly name: string;
  /** One line in the list of commands, and the first of the command's own help. */
  readonly summary: Localized;
  /** Loads the command's file, and with it all that the command needs. */
  readonly load: () => Promise<Command>;
}

/** A command with all that its file holds. */
export interface LoadedCommand extends Command {
  readonly summary: Localized;
}

export interface Option {
  /** Without its dashes. */
  readonly name: string;
  readonly short?: string;
  /** The name of its value; absent where it takes none. */
  readonly value?: string;
  /** The values allowed, where they are few. */
  readonly choices?: readonly string[];
  /** Whether it may be given several times, each of which counts. */
  readonly repeatable?: true;
  readonly description: Localized;
}

export interface Arguments {
  readonly operands: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** The last value given for each option. */
  readonly values: ReadonlyMap<string, string>;
  /** All values of each option that may be given several times, in order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

/** The command line can't be understood: said on standard error, with how to go on. */
export class UsageError extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}
