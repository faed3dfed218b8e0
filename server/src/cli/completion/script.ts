import type { CommandWords, OptionWords } from './words.ts';

/** A shell's script that completes command lines: one file and a line in `index.ts`. */
export interface CompletionScript {
  readonly shell: string;
  readonly write: (commands: readonly CommandWords[], general: readonly OptionWords[]) => string;
}
