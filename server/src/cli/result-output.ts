import { closeSync, openSync, realpathSync, writeSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { isReportFile } from '../workspace/report-files.ts';
import { settingsFileName } from '../workspace/settings.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';
import { codeOf } from './read-text.ts';

const CHUNK = 1 << 16;

/** Where a command's result goes. */
interface Target {
  readonly open: () => void;
  readonly write: (text: string) => void | Promise<void>;
  readonly close: () => void;
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

  async end(): Promise<void> {
    await this.#flush();
    if (this.#opened) this.#target.close();
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    if (text !== '') await this.#target.write(text);
  }
}

/** Standard output, or the file that `-o` names. Throws `UsageError` as `resultPath` does. */
export function resultOutput(io: Io, file: string | undefined, inputs: readonly string[]): ResultOutput {
  if (file === undefined || file === '-') {
    return new ResultOutput({ open: () => {}, write: (text) => io.stdout.write(text), close: () => {} });
  }
  return new ResultOutput(fileTarget(resultPath(io, file, inputs), file));
}

/** The path of the file that `-o` names. Throws `UsageError` where that is, or links to, a report, its settings or one of `inputs`. */
export function resultPath(io: Io, file: string, inputs: readonly string[]): string {
  const path = resolve(io.cwd, file);
  const real = realPath(path);
  const isRead = [path, real].some((each) => isReportFile(each) || basename(each) === settingsFileName);
  if (isRead || inputs.some((input) => realPath(resolve(io.cwd, input)) === real)) {
    throw new UsageError(messages.wouldOverwriteReport());
  }
  return path;
}

/** Where the links of a path lead; the path itself where there is nothing yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function fileTarget(path: string, name: string): Target {
  let handle = -1;
  const attempt = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      throw new UsageError(messages.notWritable(name, codeOf(error)));
    }
  };
  return {
    open: () =>
      attempt(() => {
        handle = openSync(path, 'w');
      }),
    write: (text) => attempt(() => writeAll(handle, Buffer.from(text))),
    close: () => attempt(() => closeSync(handle)),
  };
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
}
