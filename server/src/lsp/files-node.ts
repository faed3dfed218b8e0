// Files on disk, for servers that run on Node.
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { maxFileSize } from '../text/limits.ts';
import { isReportFile } from '../workspace/report-files.ts';
import type { Files } from './files.ts';

/** No text within the size limit takes more bytes; of a larger file so much is read as shows that it is over it. */
const MOST_BYTES = 3 * maxFileSize + 4;
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

export const nodeFiles: Files = {
  async read(uri) {
    const path = pathOf(uri);
    return path === null ? null : readText(path);
  },
  async findReports(folders) {
    const found = await Promise.all(folders.map((folder) => reportsBelow(pathOf(folder))));
    return [...new Set(found.flat())];
  },
};

function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      return new TextDecoder().decode(await readBytes(file, Math.min(size, MOST_BYTES)));
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

async function readBytes(file: FileHandle, most: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await file.read(bytes, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

async function reportsBelow(folder: string | null): Promise<readonly string[]> {
  if (folder === null) return [];
  try {
    const entries = (await readdir(folder, { withFileTypes: true }))
      .filter(({ name }) => !skipped.has(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const found: string[] = [];
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) found.push(...(await reportsBelow(path)));
      else if (isReportFile(entry.name) && (entry.isFile() || entry.isSymbolicLink()))
        found.push(pathToFileURL(path).href);
    }
    return found;
  } catch {
    return [];
  }
}
