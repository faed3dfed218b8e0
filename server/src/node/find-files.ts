import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);
/** So many folders are looked into in one search, those nearest first. */
const MOST_FOLDERS = 20_000;

/**
 * The files below a folder whose names are wanted, at most `depth` folders down, links to folders not followed. Folders
 * that can't be read hold nothing, and what is ignored isn't found.
 */
export async function filesBelow(
  folder: string,
  depth: number,
  isWanted: (name: string) => boolean,
  isIgnored: (path: string, isFolder: boolean) => boolean = () => false,
): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [{ path: folder, below: 1 }];
  for (const { path, below } of folders) {
    for (const entry of await entriesOf(path)) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) {
        if (below < depth && folders.length < MOST_FOLDERS && !isIgnored(inside, true))
          folders.push({ path: inside, below: below + 1 });
      } else if (isWanted(entry.name) && (entry.isFile() || entry.isSymbolicLink()) && !isIgnored(inside, false))
        found.push(inside);
    }
  }
  return found.sort();
}

/** Whether no search looks into a folder of this name, or takes such a file. */
export function isPassedOver(name: string): boolean {
  return skipped.has(name);
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !isPassedOver(name));
  } catch {
    return [];
  }
}
