import { resolve } from 'node:path';
import type { Localized } from '../text/language.ts';
import type { Found } from './find-reports.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';
import { decode, hasByteOrderMark, readBytes, reasonOf, Unreadable } from './read-text.ts';

/** The text of a report, without the byte order mark that it may begin with. */
export interface ReadText {
  readonly kind: 'text';
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly hasMark: boolean;
}

/** A report's text, or why there is none. `path` is where its settings are looked for. */
export type ReadReport = ReadText | { readonly kind: 'failure'; readonly name: string; readonly message: Localized };

/** Reads the files one after the other, each when it is asked for. */
export async function* readReports(found: Iterable<Found>, io: Io): AsyncGenerator<ReadReport> {
  for (const one of found) {
    try {
      yield await readOne(one, io);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      yield { kind: 'failure', name: nameOf(one), message: error.localized };
    }
  }
}

async function readOne(found: Found, io: Io): Promise<ReadReport> {
  switch (found.kind) {
    case 'file':
      return textOf(found.name, found.path, readBytes(found.path));
    case 'standard-input':
      return textOf('-', resolve(io.cwd, '-'), await io.stdin());
    case 'empty-folder':
      return { kind: 'failure', name: found.name, message: messages.noReports() };
    case 'failure':
      return { kind: 'failure', name: found.name, message: reasonOf(found.error) };
  }
}

function textOf(name: string, path: string, bytes: Uint8Array): ReadText {
  return { kind: 'text', name, path, text: decode(bytes), hasMark: hasByteOrderMark(bytes) };
}

function nameOf(found: Found): string {
  return found.kind === 'standard-input' ? '-' : found.name;
}
