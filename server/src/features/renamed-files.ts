// Renamed files: the paths of front matters that follow them.
import { namedReports } from '../analysis/named-reports.ts';
import type { Report } from '../report/report.ts';
import type { Edit } from '../text/edit.ts';
import { isGlob } from '../workspace/glob.ts';
import { folderOf, type Place, placeOf, rootKey, within } from '../workspace/places.ts';

/** A file or a folder with all that is in it, by its old and its new URI. */
export interface RenamedFile {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits of a report at a path or URI after which its paths of single files lead to where they led before. Patterns stay: what
 * they take in is their author's to say.
 */
export function followRenames(report: Report, source: string, renames: readonly RenamedFile[]): readonly Edit[] {
  const place = placeOf(source);
  if (!place) return [];
  const folder = folderOf(place);
  const newFolder = folderOf(moved(place, renames));
  return namedReports(report).flatMap(({ named: { text, span } }): Edit[] => {
    const target = isGlob(text) ? null : within(folder, text);
    if (!target) return [];
    const now = moved(target, renames);
    const stays = within(newFolder, text);
    if (rootKey(now) !== rootKey(newFolder) || (stays && isSame(stays, now))) return [];
    return [{ span, text: relative(newFolder, now, text) }];
  });
}

/** Where a file lies after the renames. */
function moved(place: Place, renames: readonly RenamedFile[]): Place {
  for (const { oldUri, newUri } of renames) {
    const [from, to] = [placeOf(oldUri), placeOf(newUri)];
    if (!from || !to || rootKey(from) !== rootKey(place)) continue;
    if (from.names.every((name, i) => place.names[i]?.normalize('NFC') === name.normalize('NFC')))
      return { ...to, names: [...to.names, ...place.names.slice(from.names.length)] };
  }
  return place;
}

function isSame(one: Place, other: Place): boolean {
  return rootKey(one) === rootKey(other) && one.names.join('/') === other.names.join('/');
}

/** The path from a folder to a place, with the separators of the path before, and its `./`. */
function relative(folder: Place, place: Place, before: string): string {
  let shared = 0;
  while (shared < place.names.length - 1 && folder.names[shared] === place.names[shared]) shared++;
  const up = folder.names.slice(shared).map(() => '..');
  const start = up.length === 0 && /^\.[\\/]/.test(before) ? ['.'] : [];
  const separator = before.includes('\\') && !before.includes('/') ? '\\' : '/';
  return [...start, ...up, ...place.names.slice(shared)].join(separator);
}
