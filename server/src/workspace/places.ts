// Where files lie: paths with either separator and URIs, cut into names. What lies in no folder (`untitled:`) has no place.

export interface Place {
  /** What the names hang on: `` of `/a/b`, `C:`, `file://host`, `file:///c%3A`. */
  readonly root: string;
  readonly names: readonly string[];
  readonly kind: 'uri' | 'posix' | 'windows';
}

const URI = /^([a-z][a-z0-9+.-]+:\/\/[^/]*(?:\/[A-Za-z](?::|%3A)(?=\/))?)\/(.*)$/is;
const WINDOWS = /^([A-Za-z]:|\\\\[^\\/]+)[\\/](.*)$/s;
const ABSOLUTE = /^(?:[\\/]|[A-Za-z]:|[a-z][a-z0-9+.-]+:\/\/)/i;
const SEPARATOR = /[\\/]/;

/** The place of a path or URI; null where it lies in no folder. */
export function placeOf(source: string): Place | null {
  const [, uriRoot, uriPath = ''] = URI.exec(source) ?? [];
  if (uriRoot !== undefined) return { kind: 'uri', root: uriRoot, names: namesIn(uriPath.split('/').map(decoded)) };
  const [, drive, path = ''] = WINDOWS.exec(source) ?? [];
  if (drive !== undefined) return { kind: 'windows', root: drive, names: namesIn(path.split(SEPARATOR)) };
  return source.startsWith('/') ? { kind: 'posix', root: '', names: namesIn(source.split('/')) } : null;
}

/** The path or URI of a place; names in a URI are escaped as editors do. */
export function sourceOf({ kind, root, names }: Place): string {
  if (kind === 'uri') return [root, ...names.map(escaped)].join('/');
  return [root, ...names].join(kind === 'windows' ? '\\' : '/');
}

/** The name of a file by its path or URI; the whole of it where it lies in no folder. */
export function nameOf(source: string): string {
  return placeOf(source)?.names.at(-1) ?? source;
}

/** The folder that a place lies in. */
export function folderOf(place: Place): Place {
  return { ...place, names: place.names.slice(0, -1) };
}

/**
 * What a relative path, with either separator, means in a folder; null for an absolute one, and where it leads out of
 * the root.
 */
export function within(folder: Place, path: string): Place | null {
  if (ABSOLUTE.test(path)) return null;
  const names = [...folder.names];
  for (const name of path.split(SEPARATOR)) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return null;
  }
  return { ...folder, names };
}

/** The same for every spelling of one file's path or URI. */
export function keyOf(source: string): string {
  const place = placeOf(source);
  if (!place) return source;
  return [rootKey(place), ...place.names].join('/').normalize('NFC');
}

/** The same for every spelling of one root. */
export function rootKey({ root }: Place): string {
  return decoded(root).toLowerCase();
}

function namesIn(parts: readonly string[]): readonly string[] {
  return parts.filter((name) => name !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escaped(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
