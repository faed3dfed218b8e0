// What importers need beside their code, from the folder of the program's own files.
import { fileURLToPath } from 'node:url';
import type { Resources } from '../importers/resources.ts';
import { readBytesOf } from './read-file.ts';

const CHARACTER_MAP = /^[\w-]+\.bcmap$/;
const MOST_MAP_BYTES = 1 << 24;

/** Resources in the folder of the server's own files; null for what isn't there. */
export function nodeResources(home: URL): Resources {
  return {
    async characterMap(name) {
      if (!CHARACTER_MAP.test(name)) return null;
      return readBytesOf(fileURLToPath(new URL(`cmaps/${name}`, home)), MOST_MAP_BYTES).catch(() => null);
    },
  };
}
