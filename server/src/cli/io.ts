import type { RunImport } from '../importers/run-import.ts';
import type { Threads } from '../node/shared-tasks.ts';
import type { Language } from '../text/language.ts';

/** What a command line has around it. Files are read and written through node:fs, relative to `cwd`. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All bytes of standard input. */
  readonly stdin: () => Promise<Uint8Array>;
  /** Standard input line by line, each when it is asked for. */
  readonly stdinLines?: () => AsyncIterable<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Asks the user and gives the answer, null where the input ends first; absent where nobody can be asked. */
  readonly ask?: (question: string) => Promise<string | null>;
  /** Where files are imported; in this thread where absent. */
  readonly runImport?: RunImport;
  /** The words that start this command line, all paths absolute; unknown where absent. */
  readonly program?: readonly string[];
  /** Threads that may be used for many files; none where absent. */
  readonly threads?: Threads;
  /** Ends a command that goes on until it is stopped; absent where a signal does. */
  readonly stopped?: AbortSignal;
  /** Starts the language server over standard input and output and gives the exit code when it ends. */
  readonly serve?: () => Promise<number>;
  /** Offers tools to an assistant over standard input and output and gives the exit code when it ends. */
  readonly serveMcp?: (language: Language) => Promise<number>;
}

export interface Output {
  /** Resolves when more may be written, so that memory stays flat however slow the reader is. Throws `OutputClosed`. */
  readonly write: (text: string) => void | Promise<void>;
  /** Why something of it could not be written, such as ENOSPC; what comes after that is left out. Null where all went well. */
  readonly failure?: string | null;
  readonly isTerminal: boolean;
  /** The width of the terminal, where there is one. */
  readonly columns: number | undefined;
}

/** Nobody reads the output any more, as with `| head`. */
export class OutputClosed extends Error {}

/** A command's surroundings: the machine's and the language that the user reads. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
}

/** `closed` is what a shell sees of a program that a closed pipe has ended. */
export const exitCodes = { clean: 0, findings: 1, failure: 2, closed: 141 } as const;
