import { basename, isAbsolute, join, normalize, relative, resolve } from 'node:path';
import { filesBelow } from '../node/find-files.ts';
import type { Localized } from '../text/language.ts';
import type { Arguments } from './command.ts';
import { isFolder } from './find-reports.ts';
import type { Io } from './io.ts';
import { filesFromOption, listedFiles } from './listed-files.ts';
import { messages } from './messages.ts';

/** Files of a folder that are imported with it; others are named for themselves. */
const IMPORTED = /\.(?:docx|pdf|html?)$/i;
const DEPTH = 64;

/** A file to import, or why there is none. */
export interface ImportSource {
  readonly name: string;
  /** Its content, where that is at hand. */
  readonly bytes: Uint8Array | null;
  /** Its name below the folder that was named, or where a list of files begins; else its last name. */
  readonly below: string;
  readonly trouble: Localized | null;
}

/** What is to be imported: the files that are named, those below the folders that are named, those of a list. */
export async function* importSources({ operands, values }: Arguments, io: Io): AsyncGenerator<ImportSource> {
  const list = values.get(filesFromOption.name);
  for (const operand of operands) {
    const path = resolve(io.cwd, operand);
    if (operand === '-' || !isFolder(path)) {
      yield { name: operand, bytes: null, below: basename(operand), trouble: null };
      continue;
    }
    const files = await filesBelow(path, DEPTH, (name) => IMPORTED.test(name) && !name.startsWith('~$'));
    for (const file of files) {
      const below = relative(path, file);
      yield { name: join(operand, below), bytes: null, below, trouble: null };
    }
    if (files.length === 0)
      yield { name: operand, bytes: null, below: basename(operand), trouble: messages.nothingToImport() };
  }
  if (list === undefined) return;
  for await (const listed of listedFiles(list, io)) {
    const { name } = listed;
    const below = isAbsolute(name) || normalize(name).startsWith('..') ? basename(name) : normalize(name);
    yield listed.kind === 'file'
      ? { name, bytes: listed.bytes, below, trouble: null }
      : { name, bytes: null, below, trouble: listed.message };
  }
}
