import { existsSync } from 'node:fs';
import { readBytesNow } from '../node/read-file.ts';
import { writeFile } from '../node/write-file.ts';
import type { Localized } from '../text/language.ts';
import { writeTrouble } from './write-messages.ts';

const MOST = 1 << 24;

/** Adds a text to the end of a file, which is made where it is missing; gives why not where that fails. */
export function appendTo(path: string, text: string): Localized | null {
  try {
    const before = existsSync(path) ? readBytesNow(path, MOST) : new Uint8Array();
    writeFile(path, Buffer.concat([before, Buffer.from(text)]));
    return null;
  } catch (error) {
    return writeTrouble(error);
  }
}
