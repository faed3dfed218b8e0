// One process at a time looks whether a file is as it was read, and replaces it.
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './error-code.ts';
import { readBytesNow } from './read-file.ts';

/** In milliseconds. A lock is held for some of them; one that is older was left behind. */
const OLD = 10_000;
const PATIENCE = 3_000;
const PAUSE = 5;

/** Does `action` while no other process of this program does one for the same path; null where another holds on for seconds. Throws as `action` and the file system do. */
export function whileLocked<Value>(path: string, action: () => Value): Value | null {
  const name = createHash('sha256').update(basename(path)).digest('hex').slice(0, 12);
  const lock = join(dirname(path), `.nianbao-${name}.lock`);
  for (const end = Date.now() + PATIENCE; !taken(lock); pause()) {
    if (isLeft(lock)) takeAway(lock);
    else if (Date.now() > end) return null;
  }
  try {
    return action();
  } finally {
    unlinkSync(lock);
  }
}

function taken(lock: string): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx');
  } catch (error) {
    // Windows refuses a name that is being removed in its own way.
    if (codeOf(error) === 'EEXIST' || (process.platform === 'win32' && codeOf(error) === 'EPERM')) return false;
    throw error;
  }
  try {
    writeSync(handle, String(process.pid));
  } finally {
    closeSync(handle);
  }
  return true;
}

/** Whether the process that took a lock was killed before it gave it back. */
function isLeft(lock: string): boolean {
  try {
    const owner = Number(new TextDecoder().decode(readBytesNow(lock, 20)));
    return Date.now() - statSync(lock).mtimeMs > OLD || (owner > 0 && !isAlive(owner));
  } catch {
    return false;
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Of several that see it, one takes it away. */
function takeAway(lock: string): void {
  try {
    const aside = `${lock}-${randomBytes(4).toString('hex')}`;
    renameSync(lock, aside);
    unlinkSync(aside);
  } catch {
    return;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
