// Files on disk by their URIs, for servers that run on Node.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesOnDiskTelling } from '../node/report-files.ts';
import type { Files } from './files.ts';

/** By `file:` URIs; others can't be read. `refused` hears of each path that is a pipe or a device, once. */
export function nodeFilesTelling(refused: (path: string) => void): Files {
  const told = new Set<string>();
  const disk = filesOnDiskTelling((path) => {
    if (!told.has(path)) refused(path);
    told.add(path);
  });
  return {
    async read(uri) {
      const path = pathOf(uri);
      return path === null ? null : disk.read(path);
    },
    readStart(uri, bytes) {
      const path = pathOf(uri);
      return path === null ? null : (disk.readStart?.(path, bytes) ?? null);
    },
    async find(folders, depth) {
      const paths = folders.flatMap((folder) => pathOf(folder) ?? []);
      return (await disk.find(paths, depth)).map((path) => pathToFileURL(path).href);
    },
  };
}

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
