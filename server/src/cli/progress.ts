import type { Localized } from '../text/language.ts';
import type { Context } from './io.ts';

/** How often a terminal's line is written anew, and a log gets another one, in milliseconds. */
const TERMINAL_PAUSE = 100;
const LOG_PAUSE = 10_000;

/** Says on standard error how far long work has come: in a terminal on one line that goes again, else a line now and then. */
export class Progress {
  readonly #context: Context;
  readonly #doing: Localized;
  readonly #count: number;
  #done = 0;
  #told: number;
  #isShown = false;

  /** `doing` is what is done to each of `count` things. */
  constructor(context: Context, doing: Localized, count: number) {
    this.#context = context;
    this.#doing = doing;
    this.#count = count;
    this.#told = Date.now();
  }

  /** One more is done. */
  async step(): Promise<void> {
    this.#done++;
    const { stderr } = this.#context.io;
    const now = Date.now();
    if (now - this.#told < (stderr.isTerminal ? TERMINAL_PAUSE : LOG_PAUSE)) return;
    this.#told = now;
    const text = `${this.#doing[this.#context.language]} ${this.#done}/${this.#count}`;
    await stderr.write(stderr.isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.#isShown = stderr.isTerminal;
  }

  /** Takes the line away. */
  async end(): Promise<void> {
    if (this.#isShown) await this.#context.io.stderr.write('\r\u001b[K');
    this.#isShown = false;
  }
}
