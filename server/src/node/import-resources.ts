// What importers need beside their code, from the folder of the program's own files.
import { readFile } from 'node:fs/promises';
import type { Resources } from '../importers/resources.ts';

const CHARACTER_MAP = /^[\w-]+\.bcmap$/;

/** Resources in the folder of the server's own files; null for what isn't there. */
export function nodeResources(home: URL): Resources {
  return {
    async characterMap(name) {
      if (!CHARACTER_MAP.test(name)) return null;
      return readFile(new URL(`cmaps/${name}`, home)).catch(() => null);
    },
  };
}
