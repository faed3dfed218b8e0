import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { maxImportSize } from '../importers/index.ts';
import { failures } from '../importers/notes.ts';
import { noResources } from '../importers/resources.ts';
import { importsHere, type RunOptions } from '../importers/run-import.ts';
import type { Imported, ImportFailure } from '../importers/source.ts';
import { readBytesNow } from '../node/read-file.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';
import { reasonOf, Unreadable } from './read-text.ts';

/** Imports a file, or standard input for `-`; `content` where that is at hand. */
export async function importFile(
  name: string,
  io: Io,
  options: Pick<RunOptions, 'from' | 'labels' | 'limits' | 'signal'> = {},
  content: Uint8Array | null = null,
): Promise<Imported | ImportFailure> {
  try {
    const bytes = content ?? (name === '-' ? await io.stdin() : readBytes(resolve(io.cwd, name)));
    return await (io.runImport ?? importsHere(noResources))(bytes, { ...options, name });
  } catch (error) {
    if (error instanceof Unreadable) return { failure: error.localized };
    throw error;
  }
}

/** Throws `Unreadable`. A file that is too large isn't read. */
function readBytes(path: string): Uint8Array {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw new Unreadable(messages.isFolder());
    if (stats.size > maxImportSize) throw new Unreadable(failures.tooLarge(maxImportSize >> 20).failure);
    return readBytesNow(path, maxImportSize + 1);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reasonOf(error));
  }
}
