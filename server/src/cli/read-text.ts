import { isUtf8 } from 'node:buffer';
import { codeOf } from '../node/error-code.ts';
import { withBytesOf } from '../node/read-file.ts';
import { mostReportBytes } from '../node/report-files.ts';
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

/** The text of a report. Throws `Unreadable`. */
export function readText(path: string): string {
  return withReport(path, decode);
}

/**
 * What `use` makes of the bytes of a report, which are gone once it has returned; of one over the size limit as many as
 * show that it is. Throws `Unreadable`.
 */
export function withReport<Result>(path: string, use: (bytes: Uint8Array) => Result): Result {
  try {
    return withBytesOf(path, mostReportBytes, (bytes) => use(wholeCharacters(bytes)));
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reasonOf(error));
  }
}

/** Bytes without the first part of a character of which the rest was left off. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length < mostReportBytes) return bytes;
  let end = bytes.length - 1;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80 && end > bytes.length - 4) end--;
  return bytes.subarray(0, end);
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
  if (code === 'ENOTFILE') return messages.notAFile();
  if (code === 'EACCES' || code === 'EPERM') return messages.notPermitted();
  return messages.notReadable(code);
}
