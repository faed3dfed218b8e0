import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant, or null where none is near: at most a third of it may differ, but two characters always. */
export function nearestName(written: string, names: readonly string[]): string | null {
  if (written.length < 2 || written.length > 60 || names.length === 0) return null;
  const near = closest(written.toLowerCase(), names);
  return distance(written.toLowerCase(), near) <= Math.max(2, Math.floor(near.length / 3)) ? near : null;
}
