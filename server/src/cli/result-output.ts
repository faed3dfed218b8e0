import { resolve } from 'node:path';
import { cleanUpAtEnd } from '../node/clean-up.ts';
import { linkedPath } from '../node/linked-path.ts';
import { FileWriting } from '../node/write-file.ts';
import type { Localized } from '../text/language.ts';
import { UsageError } from './command.ts';
import { complain } from './complain.ts';
import { FileNames, isRead } from './file-names.ts';
import type { Context, Io } from './io.ts';
import { messages } from './messages.ts';
import { inPlace, namedTrouble } from './write-messages.ts';

const CHUNK = 1 << 16;

/** Where a command's result goes. */
interface Target {
  readonly open: () => void;
  readonly write: (text: string) => void | Promise<void>;
  readonly close: () => void | Promise<void>;
  /** Hears of each file that goes into the result. */
  readonly reads?: (path: string) => void;
}

/** A command's result on its way out, in chunks so that memory stays flat. */
export class ResultOutput {
  readonly #target: Target;
  #opened = false;
  #pending: string[] = [];
  #length = 0;

  constructor(target: Target) {
    this.#target = target;
  }

  /** Throws `UsageError` where the target can't be written. It is opened with the first text, so that a failure before leaves it alone. */
  async add(text: string): Promise<void> {
    if (text === '') return;
    if (!this.#opened) this.#target.open();
    this.#opened = true;
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= CHUNK) await this.#flush();
  }

  /** Has to be told of each file that goes into the result: the result takes the place of none of them. */
  reads(path: string): void {
    this.#target.reads?.(path);
  }

  async end(): Promise<void> {
    await this.#flush();
    if (this.#opened) await this.#target.close();
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    if (text !== '') await this.#target.write(text);
  }
}

/** Standard output, or the file that `-o` names. Throws `UsageError` as `resultPath` does. */
export function resultOutput(
  { io, language }: Context,
  file: string | undefined,
  inputs: readonly string[],
): ResultOutput {
  if (file === undefined || file === '-') {
    return new ResultOutput({ open: () => {}, write: (text) => io.stdout.write(text), close: () => {} });
  }
  const say = (remark: Localized) => complain(io, remark[language], file);
  return new ResultOutput(fileTarget(resultPath(io, file, inputs), file, say));
}

/** The path of the file that `-o` names. Throws `UsageError` where that is, or links to, a report, its settings or one of `inputs`. */
export function resultPath(io: Io, file: string, inputs: readonly string[]): string {
  const path = resolve(io.cwd, file);
  const sources = new FileNames();
  for (const input of inputs) sources.add(resolve(io.cwd, input));
  if (isRead(path, sources, linkedPath(path))) throw new UsageError(messages.wouldOverwriteReport());
  return path;
}

/** A file that gets its name when all of the result is in it. */
function fileTarget(path: string, name: string, say: (remark: Localized) => Promise<void>): Target {
  const sources = new FileNames();
  let writing: FileWriting | null = null;
  let done = (): void => {};
  const attempt = <Value>(action: () => Value): Value => {
    try {
      return action();
    } catch (error) {
      done();
      throw new UsageError(namedTrouble(name, error));
    }
  };
  return {
    reads: (path) => sources.add(path),
    open: () => {
      // Before there is anything to clean up: a signal may come right after.
      done = cleanUpAtEnd(() => writing?.abandon());
      writing = attempt(() => new FileWriting(path));
    },
    write: (text) => attempt(() => writing?.add(text)),
    close: async () => {
      if (sources.has(path)) {
        writing?.abandon();
        done();
        throw new UsageError(messages.wouldOverwriteReport());
      }
      const written = attempt(() => writing?.finish());
      done();
      if (written?.inPlace) await say(inPlace);
    },
  };
}
