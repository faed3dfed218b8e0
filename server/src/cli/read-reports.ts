import { resolve } from 'node:path';
import type { Localized } from '../text/language.ts';
import type { Found } from './find-reports.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';
import { decode, hasByteOrderMark, reasonOf, Unreadable, withReport } from './read-text.ts';

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
  for (const one of found) yield await readReport(one, io);
}

/** Reads what was found. */
export async function readReport(found: Found, io: Io): Promise<ReadReport> {
  switch (found.kind) {
    case 'file':
      return readFile(found);
    case 'standard-input':
      return readContent(found.as ?? '-', await io.stdin(), io);
    case 'empty-folder':
      return { kind: 'failure', name: found.name, message: messages.noReports() };
    case 'failure':
      return { kind: 'failure', name: found.name, message: reasonOf(found.error) };
  }
}

/** Reads a file. */
export function readFile({ name, path }: { readonly name: string; readonly path: string }): ReadReport {
  try {
    return withReport(path, (bytes) => textOf(name, path, bytes));
  } catch (error) {
    return failureOf(name, error);
  }
}

/** A report of which the content is at hand; `name` says where it would lie. */
export function readContent(name: string, bytes: Uint8Array, { cwd }: Io): ReadReport {
  try {
    return textOf(name, resolve(cwd, name), bytes);
  } catch (error) {
    return failureOf(name, error);
  }
}

/** What can't be read, and why; throws again what is no such failure. */
function failureOf(name: string, error: unknown): ReadReport {
  if (!(error instanceof Unreadable)) throw error;
  return { kind: 'failure', name, message: error.localized };
}

function textOf(name: string, path: string, bytes: Uint8Array): ReadText {
  return { kind: 'text', name, path, text: decode(bytes), hasMark: hasByteOrderMark(bytes) };
}
