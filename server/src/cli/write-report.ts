import { writeFile } from '../node/write-file.ts';
import type { Localized } from '../text/language.ts';
import { byteOrderMark } from './read-text.ts';
import { inPlace, writeTrouble } from './write-messages.ts';

/** A report as it was read. */
interface Target {
  readonly path: string;
  readonly text: string;
  readonly hasMark: boolean;
}

/** What came of writing a report: `trouble` where it wasn't, and what else its user should know. */
export interface ReportWritten {
  readonly trouble: Localized | null;
  readonly remark: Localized | null;
}

/** Writes a report's new text to its file, with the byte order mark that it had, unless the file has changed since it was read. */
export function writeReport({ path, text, hasMark }: Target, newText: string): ReportWritten {
  const bytesOf = (content: string): Uint8Array => Buffer.from((hasMark ? byteOrderMark : '') + content);
  try {
    const written = writeFile(path, bytesOf(newText), { held: bytesOf(text) });
    return { trouble: null, remark: written.inPlace ? inPlace : null };
  } catch (error) {
    return { trouble: writeTrouble(error, true), remark: null };
  }
}
