import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** So many links one after the other are followed. */
const MOST_LINKS = 40;

/** Where a path leads through symbolic links, be there a file at their end or not. */
export function linkedPath(path: string): string {
  let reached = path;
  for (let i = 0; i < MOST_LINKS; i++) {
    const place = join(realPath(dirname(reached)), basename(reached));
    const next = linkOf(place);
    if (next === null) return place;
    reached = resolve(dirname(place), next);
  }
  return path;
}

/** Where the links of a path lead; the path itself where there is nothing. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function linkOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
