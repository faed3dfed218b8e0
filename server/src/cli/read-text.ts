import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import type { Localized } from '../text/language.ts';
import { messages } from './messages.ts';

export const byteOrderMark = '\ufeff';

/** A file can't be read as text; says why and what to do. */
export class Unreadable extends Error {
  readonly localized: Localized;

  constructor(localized: Localized) {
    super(localized.en);
    this.localized = localized;
  }
}

/** The text of a file. Throws `Unreadable`. */
export function readText(path: string): string {
  return decode(readBytes(path));
}

/** The bytes of a file. Throws `Unreadable`. */
export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Unreadable(reasonOf(error));
  }
}

/** Whether bytes begin with a byte order mark in UTF-8. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The text of UTF-8 bytes, without a byte order mark. Throws `Unreadable` where they are none. */
export function decode(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw new Unreadable(messages.notUtf8());
  const start = hasByteOrderMark(bytes) ? 3 : 0;
  try {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start).toString('utf8');
  } catch (error) {
    throw new Unreadable(reasonOf(error));
  }
}

/** Why the machine refuses a file, for its user. */
export function reasonOf(error: unknown): Localized {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return messages.notFound();
  if (code === 'EACCES' || code === 'EPERM') return messages.notPermitted();
  return messages.notReadable(code);
}

/** The machine's name for an error, such as EISDIR. */
export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.name : String(error);
}
