// Files on disk by their URIs, for servers that run on Node.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesOnDisk } from '../node/report-files.ts';
import type { Files } from './files.ts';

/** By `file:` URIs; others can't be read. */
export const nodeFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    return path === null ? null : filesOnDisk.read(path);
  },
  async find(folders, depth) {
    const paths = folders.flatMap((folder) => pathOf(folder) ?? []);
    return (await filesOnDisk.find(paths, depth)).map((path) => pathToFileURL(path).href);
  },
};

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
