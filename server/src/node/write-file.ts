// The one way a file is written: whole or not at all, whatever the disk, another process or a kill does meanwhile.

import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './error-code.ts';
import { whileLocked } from './file-lock.ts';
import { linkedPath } from './linked-path.ts';
import { readBytesNow } from './read-file.ts';

/**
 * `changed`: the file isn't what it was when it was read. `exists`: it was to be new. `planted`: a link or device stands
 * where a file was to go. `torn`: the file is damaged, `copy` holds what was to be written. `system`: the machine refuses.
 */
export type WriteReason = 'changed' | 'exists' | 'planted' | 'torn' | 'system';

/** A file isn't written; but for `torn`, what was there is there still, and there is no rest of what was tried. */
export class WriteFailure extends Error {
  readonly reason: WriteReason;
  /** The machine's name for it, such as ENOSPC; '' where it isn't the machine's. */
  readonly code: string;
  /** Whether there was a file before. */
  readonly existed: boolean;
  readonly copy: string | null;

  constructor(reason: WriteReason, { code = '', existed = true, copy = null }: Partial<WriteFailure> = {}) {
    super(`${reason} ${code}`.trim());
    this.reason = reason;
    this.code = code;
    this.existed = existed;
    this.copy = copy;
  }
}

export interface WriteOptions {
  /** What the file was read as: where it holds anything else by now, it is left alone. */
  readonly held?: Uint8Array;
  /** There must be no such file yet. */
  readonly isNew?: boolean;
  /** The user named the folder only: a link or a device of this name in it is refused, not followed. */
  readonly isFound?: boolean;
}

export interface Written {
  /** The file has several names (hard links), so that its bytes were replaced and not the file. */
  readonly inPlace: boolean;
}

/** Writes a file. Throws `WriteFailure`. */
export function writeFile(path: string, content: string | Uint8Array, options: WriteOptions = {}): Written {
  const writing = new FileWriting(path, options);
  writing.add(content);
  return writing.finish();
}

/** A file on its way, in a temporary one beside it; every method throws `WriteFailure`, and has then cleaned up. */
export class FileWriting {
  readonly #options: WriteOptions;
  readonly #path: string;
  readonly #before: Stats | null;
  /** Null where a device or a pipe was named, which is written to directly. */
  readonly #temporary: string | null;
  #handle = -1;

  constructor(path: string, options: WriteOptions = {}) {
    this.#options = options;
    const followed = options.isFound ? null : statOf(path, statSync);
    const isThrough = followed !== null && !followed.isFile();
    this.#path = options.isFound || isThrough ? path : linkedPath(path);
    this.#before = isThrough ? followed : statOf(this.#path, lstatSync);
    this.#temporary = isThrough ? null : join(dirname(this.#path), `.nianbao-${randomBytes(6).toString('hex')}.tmp`);
    this.#attempt(() => {
      this.#refuse();
      this.#handle =
        this.#temporary === null
          ? openSync(this.#path, constants.O_WRONLY)
          : openSync(this.#temporary, 'wx', this.#before ? 0o600 : 0o666);
    });
  }

  add(content: string | Uint8Array): void {
    this.#attempt(() => writeAll(this.#handle, bytesOf(content)));
  }

  /** Puts what was added in the file's place. */
  finish(): Written {
    return this.#attempt(() => {
      const temporary = this.#temporary;
      if (temporary !== null) this.#settle();
      closeSync(this.#handle);
      this.#handle = -1;
      if (temporary === null) return { inPlace: false };
      const written = this.#replace(temporary);
      syncFolder(dirname(this.#path));
      return written;
    });
  }

  /** Leaves everything as it was. */
  abandon(): void {
    const [handle, temporary] = [this.#handle, this.#temporary];
    this.#handle = -1;
    if (handle >= 0) quietly(() => closeSync(handle));
    if (temporary !== null) quietly(() => unlinkSync(temporary));
  }

  /** Throws where there is something that must not be written over. */
  #refuse(): void {
    const before = this.#before;
    if (!before) return;
    if (this.#options.isNew) throw new WriteFailure('exists');
    if (this.#options.isFound && before.isDirectory()) throw new WriteFailure('system', { code: 'EISDIR' });
    if (this.#options.isFound && !before.isFile()) throw new WriteFailure('planted');
    // A read-only file in a folder that may be written to would be replaced all the same.
    if (this.#temporary !== null) accessSync(this.#path, constants.W_OK);
  }

  /** Gives the temporary file the owner and the mode that the file had, as far as that is permitted, and has it on the disk. */
  #settle(): void {
    const before = this.#before;
    if (before) {
      if (before.uid !== process.getuid?.() || before.gid !== process.getgid?.())
        quietly(() => fchownSync(this.#handle, before.uid, before.gid));
      quietly(() => fchmodSync(this.#handle, before.mode & 0o777));
    }
    fsyncSync(this.#handle);
  }

  #replace(temporary: string): Written {
    if (!this.#options.held) return this.#put(temporary);
    const written = whileLocked(this.#path, () => this.#put(temporary));
    if (!written) throw new WriteFailure('changed');
    return written;
  }

  #put(temporary: string): Written {
    const { isNew, isFound } = this.#options;
    const now = statOf(this.#path, lstatSync);
    if (now && !now.isFile()) throw new WriteFailure(isNew ? 'exists' : 'planted');
    this.#checkHeld(now);
    if (now && now.nlink > 1 && !isNew && !isFound) {
      this.#overwrite(temporary);
      unlinkSync(temporary);
      return { inPlace: true };
    }
    if (isNew) putNew(temporary, this.#path);
    else renameSync(temporary, this.#path);
    return { inPlace: false };
  }

  #checkHeld(now: Stats | null): void {
    const { held } = this.#options;
    if (!held) return;
    const isSame = now?.size === held.length && Buffer.from(held).equals(readBytesNow(this.#path, held.length + 1));
    if (!isSame) throw new WriteFailure('changed', { existed: now !== null });
  }

  /** Writes over the file's bytes while the whole new text lies flushed beside it; puts the old ones back where that fails. */
  #overwrite(temporary: string): void {
    const [old, content] = [allOf(this.#path), allOf(temporary)];
    const handle = openSync(this.#path, 'r+');
    try {
      fill(handle, content);
    } catch (error) {
      try {
        fill(handle, old);
      } catch {
        throw new WriteFailure('torn', { code: codeOf(error), copy: temporary });
      }
      throw error;
    } finally {
      closeSync(handle);
    }
  }

  #attempt<Value>(action: () => Value): Value {
    try {
      return action();
    } catch (error) {
      const failure = error instanceof WriteFailure ? error : this.#systemFailure(error);
      if (failure.reason !== 'torn') this.abandon();
      throw failure;
    }
  }

  #systemFailure(error: unknown): WriteFailure {
    return new WriteFailure('system', { code: codeOf(error), existed: this.#before !== null });
  }
}

/** Gives the temporary file its name, unless there is such a file by now. */
function putNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new WriteFailure('exists');
    // A file system without hard links: the name is taken first, then filled.
    closeSync(openSync(path, 'wx'));
    renameSync(temporary, path);
    return;
  }
  quietly(() => unlinkSync(temporary));
}

function allOf(path: string): Uint8Array {
  return readBytesNow(path, statSync(path).size);
}

function fill(handle: number, bytes: Uint8Array): void {
  writeAll(handle, bytes, 0);
  ftruncateSync(handle, bytes.length);
  fsyncSync(handle);
}

/** Writes all of it, which the system may do in parts: from `position` on, else where the file stands. */
export function writeAll(handle: number, bytes: Uint8Array, position: number | null = null): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(handle, bytes, done, bytes.length - done, position === null ? null : position + done);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** Has the file's new name on the disk, where the system lets folders be flushed. */
function syncFolder(folder: string): void {
  quietly(() => {
    const handle = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** What is known of a path; null where there is nothing. */
function statOf(path: string, stat: (path: string) => Stats): Stats | null {
  try {
    return stat(path);
  } catch {
    return null;
  }
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    return;
  }
}
