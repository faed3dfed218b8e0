import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ImportOptions, importReport, maxImportSize } from '../importers/index.ts';
import { failures } from '../importers/notes.ts';
import type { Resources } from '../importers/resources.ts';
import type { Imported, ImportFailure } from '../importers/source.ts';
import { readBytesNow } from '../node/read-file.ts';
import type { Io } from './io.ts';
import { messages } from './messages.ts';
import { reasonOf, Unreadable } from './read-text.ts';

const CHARACTER_MAP = /^[\w-]+\.bcmap$/;
const MOST_MAP_BYTES = 1 << 24;

/** Imports a file, or standard input for `-`. */
export async function importFile(
  name: string,
  io: Io,
  options: Pick<ImportOptions, 'from' | 'labels'> = {},
): Promise<Imported | ImportFailure> {
  try {
    const bytes = name === '-' ? await io.stdin() : readBytes(resolve(io.cwd, name));
    return await importReport(bytes, { ...options, name, resources: resourcesOf(io) });
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

/** The character maps of Chinese fonts lie beside the program. */
function resourcesOf({ home }: Io): Resources {
  return {
    characterMap: async (name) => {
      if (!home || !CHARACTER_MAP.test(name)) return null;
      try {
        return readBytesNow(fileURLToPath(new URL(`cmaps/${name}`, home)), MOST_MAP_BYTES);
      } catch {
        return null;
      }
    },
  };
}
