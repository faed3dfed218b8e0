// Patterns of paths: `*` stands for any run of characters in a name, `**` for any run of folders.
import { type Place, rootKey, within } from './places.ts';

export interface Glob {
  /** The innermost folder that everything lies in that the pattern can mean. */
  readonly base: Place;
  /** How many folders down it reaches from there. */
  readonly depth: number;
  /** Whether a place is one that the pattern means. */
  readonly holds: (place: Place) => boolean;
}

/** Whether a name or path is a pattern. */
export function isGlob(pattern: string): boolean {
  return pattern.includes('*');
}

/** A relative pattern, with either separator, as it is meant in a folder; null for an absolute one. */
export function globIn(folder: Place, pattern: string): Glob | null {
  const names = pattern.split(/[\\/]/);
  const first = names.findIndex(isGlob);
  const base = within(folder, pattern) && within(folder, names.slice(0, first).join('/'));
  const parts = names.slice(first).filter((name) => name !== '' && name !== '.');
  if (!base || parts.includes('..')) return null;
  const wanted = [...base.names, ...parts].map((name) => name.normalize('NFC'));
  return {
    base,
    depth: parts.includes('**') ? Number.POSITIVE_INFINITY : parts.length,
    holds: (place) => rootKey(place) === rootKey(base) && fits(place.names, wanted, isAnyFolders, isNameLike),
  };
}

function isAnyFolders(part: string): boolean {
  return part === '**';
}

function isNameLike(name: string, pattern: string): boolean {
  if (!isGlob(pattern)) return name.normalize('NFC') === pattern;
  return fits([...name.normalize('NFC')], [...pattern], isGlob, (character, wanted) => character === wanted);
}

/** Whether items are as the parts say, of which some (`isAny`) stand for any run of items. Takes items × parts steps at most. */
export function fits(
  items: readonly string[],
  parts: readonly string[],
  isAny: (part: string) => boolean,
  isLike: (item: string, part: string) => boolean,
): boolean {
  let [item, part] = [0, 0];
  let run: { from: number; readonly part: number } | null = null;
  while (item < items.length) {
    const [found = '', wanted] = [items[item], parts[part]];
    if (wanted !== undefined && isAny(wanted)) {
      part++;
      run = { from: item, part };
    } else if (wanted !== undefined && isLike(found, wanted)) {
      item++;
      part++;
    } else if (run) {
      run.from++;
      item = run.from;
      part = run.part;
    } else return false;
  }
  return parts.slice(part).every(isAny);
}
