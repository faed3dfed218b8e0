// Which files no search of a folder gives: by `.gitignore` files, and by `ignore` in the settings file in force.
import { type IgnorePattern, ignorePatterns, ignores } from './ignore-patterns.ts';
import { keyOf, type Place, placeOf, sourceOf, within } from './places.ts';
import { readSettings } from './read-settings.ts';
import { settingsFileName } from './settings.ts';

/** Reads a small text file at once; null where there is none. */
export type ReadNow = (source: string) => string | null;

export interface IgnoredFiles {
  /** Whether a folder's search leaves out a file or a folder in it. */
  readonly has: (source: string, isFolder: boolean) => boolean;
}

export const gitIgnoreFileName = '.gitignore';
/** So many settings files are followed from one, and so many folders up. */
const MOST_BASES = 20;
const MOST_FOLDERS = 40;

/** What a folder says of the files in and below it. */
interface FolderRules {
  readonly folder: Place;
  readonly patterns: readonly IgnorePattern[];
}

interface OfFolder {
  /** The `.gitignore` files that hold here, outermost first. */
  readonly git: readonly FolderRules[];
  /** `ignore` of the settings file in force and of those that it extends, the weakest first. */
  readonly settings: readonly FolderRules[];
  readonly isIgnored: boolean;
}

const nothing: OfFolder = { git: [], settings: [], isIgnored: false };

/**
 * For one search below `root`, of which every folder is looked at once. A `.gitignore` above the root holds as far up as
 * the repository goes that the root lies in.
 */
export function ignoredFiles(root: string, read: ReadNow): IgnoredFiles {
  const known = new Map<string, OfFolder>();
  const top = placeOf(root);
  const ofRoot = top ? rootRules(top, read) : nothing;
  if (top) known.set(keyOf(root), ofRoot);
  const of = (folder: Place): OfFolder => {
    const key = keyOf(sourceOf(folder));
    const before = known.get(key);
    if (before) return before;
    if (!top || folder.names.length <= top.names.length) return ofRoot;
    const above = of({ ...folder, names: folder.names.slice(0, -1) });
    const isIgnored = above.isIgnored || isOut(above, folder, true);
    const rules = isIgnored ? { ...above, isIgnored } : below(above, folder, read);
    known.set(key, rules);
    return rules;
  };
  return {
    has(source, isFolder) {
      const place = placeOf(source);
      if (!place) return false;
      const folder = of({ ...place, names: place.names.slice(0, -1) });
      return folder.isIgnored || isOut(folder, place, isFolder);
    },
  };
}

/** The nearest file that says something of a path holds, of `.gitignore` and of settings each for themselves. */
function isOut({ git, settings }: OfFolder, place: Place, isFolder: boolean): boolean {
  const said = (all: readonly FolderRules[]): boolean => {
    for (const { folder, patterns } of all.toReversed()) {
      const isBelow = folder.names.every((name, i) => place.names[i] === name);
      // What an extended file elsewhere says of a name alone holds here too.
      const here = isBelow ? patterns : patterns.filter(({ anyDepth }) => anyDepth);
      const found = ignores(here, place.names.slice(isBelow ? folder.names.length : 0), isFolder);
      if (found !== null) return found;
    }
    return false;
  };
  return said(git) || said(settings);
}

function below(above: OfFolder, folder: Place, read: ReadNow): OfFolder {
  const git = gitRules(folder, read);
  const settings = settingsRules(folder, read, new Set());
  return { git: git ? [...above.git, git] : above.git, settings: settings ?? above.settings, isIgnored: false };
}

function rootRules(root: Place, read: ReadNow): OfFolder {
  const folders: Place[] = [];
  for (let { names } = root; folders.length < MOST_FOLDERS; names = names.slice(0, -1)) {
    folders.push({ ...root, names });
    if (names.length === 0) break;
  }
  const repository = folders.findIndex((folder) => isRepository(folder, read));
  const git = folders.slice(0, Math.max(repository, 0) + 1).flatMap((folder) => gitRules(folder, read) ?? []);
  let settings: readonly FolderRules[] | null = null;
  for (const folder of folders) settings ??= settingsRules(folder, read, new Set());
  return { git: git.toReversed(), settings: settings ?? [], isIgnored: false };
}

function isRepository(folder: Place, read: ReadNow): boolean {
  return readIn(folder, '.git/HEAD', read) !== null || readIn(folder, '.git', read) !== null;
}

function gitRules(folder: Place, read: ReadNow): FolderRules | null {
  const text = readIn(folder, gitIgnoreFileName, read);
  return text === null ? null : { folder, patterns: ignorePatterns(text.split('\n')) };
}

/** Of the settings file in a folder; null where there is none. */
function settingsRules(
  folder: Place,
  read: ReadNow,
  seen: Set<string>,
  name = settingsFileName,
): readonly FolderRules[] | null {
  const place = within(folder, name);
  const source = place && sourceOf(place);
  if (!place || source === null || seen.has(keyOf(source)) || seen.size > MOST_BASES) return null;
  seen.add(keyOf(source));
  const text = read(source);
  if (text === null) return null;
  const { ignore, bases } = readSettings(text);
  const own: FolderRules = { folder: { ...place, names: place.names.slice(0, -1) }, patterns: ignorePatterns(ignore) };
  return [...bases.flatMap((base) => settingsRules(own.folder, read, seen, base.text) ?? []), own];
}

function readIn(folder: Place, name: string, read: ReadNow): string | null {
  const place = within(folder, name);
  return place && read(sourceOf(place));
}
