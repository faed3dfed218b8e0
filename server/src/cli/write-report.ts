import { writeFileSync } from 'node:fs';
import type { Localized } from '../text/language.ts';
import { formatMessages } from './format-messages.ts';
import { byteOrderMark, codeOf } from './read-text.ts';

interface Target {
  readonly path: string;
  readonly hasMark: boolean;
}

/** Writes a report's new text to its file, with the byte order mark that it had. Gives what went wrong, or null. */
export function writeReport({ path, hasMark }: Target, text: string): Localized | null {
  try {
    writeFileSync(path, (hasMark ? byteOrderMark : '') + text);
    return null;
  } catch (error) {
    return formatMessages.notWritten(codeOf(error));
  }
}
