import { resolve } from 'node:path';
import type { Localized } from '../text/language.ts';
import type { Found } from './find-reports.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';
import { decode, readText, reasonOf, Unreadable } from './read-text.ts';

/** A report's text, or why there is none. `path` is where its settings are looked for. */
export type ReadReport =
  | { readonly kind: 'text'; readonly name: string; readonly path: string; readonly text: string }
  | { readonly kind: 'failure'; readonly name: string; readonly message: Localized };

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
      return { kind: 'text', name: found.name, path: found.path, text: readText(found.path) };
    case 'standard-input':
      return { kind: 'text', name: '-', path: resolve(io.cwd, '-'), text: decode(await io.stdin()) };
    case 'empty-folder':
      return { kind: 'failure', name: found.name, message: messages.noReports() };
    case 'failure':
      return { kind: 'failure', name: found.name, message: reasonOf(found.error) };
  }
}

function nameOf(found: Found): string {
  return found.kind === 'standard-input' ? '-' : found.name;
}
