// Whose the reports of a folder are and of which year: read from the beginnings of their files, each once until it changes.

import type { Forms } from '../forms/form.ts';
import { readOpening } from '../report/bind.ts';
import { append } from '../text/lists.ts';
import { ownCopy } from '../text/own-copy.ts';
import { FolderHeads } from './folder-heads.ts';
import { allKnown, type Pending, whenKnown } from './pending.ts';
import { folderOf, keyOf, type Place, placeOf, rootKey, sourceOf } from './places.ts';
import type { ReportHead } from './roster.ts';
import type { Workspace } from './workspace.ts';

/** So many UTF-16 units of a report tell whose it is. */
const HEAD_SIZE = 4096;
/** So many files are read at once. */
const AT_ONCE = 64;

export interface ReportHeads {
  /** What the folder of reports in which one is looked for holds. At once where it is known. */
  readonly of: (scope: Scope) => Pending<FolderHeads>;
  /** The same where it is known already, be it a moment old; null where it was never asked for. */
  readonly known: (scope: Scope) => FolderHeads | null;
  /** A file has changed, appeared or gone: resolves with what is different, once all folders that were asked for know it. */
  readonly changed: (source: string) => Promise<HeadChange | null>;
  /** Forgets everything. */
  readonly forget: () => void;
}

/** A folder and how many folders down its reports are looked for. */
export interface Scope {
  readonly folder: Place;
  readonly depth: number;
}

/** A file's head before and after; null where there was or is none. */
export interface HeadChange {
  readonly before: ReportHead | null;
  readonly after: ReportHead | null;
  /** Whether a folder now names other bodies than before. */
  readonly bodies: boolean;
}

/** Where the other reports of a body are looked for: below the folder of the settings file that governs it, else beside it. */
export function scopeOf(source: string, governing: string | null): Scope | null {
  const place = placeOf(governing ?? source);
  if (!place) return null;
  return { folder: folderOf(place), depth: governing === null ? 1 : Number.POSITIVE_INFINITY };
}

/** Nothing is read before it is asked for. */
export function reportHeads(
  { read, readStart, find }: Pick<Workspace, 'read' | 'readStart' | 'find'>,
  formsFor: (source: string) => Pending<Forms>,
): ReportHeads {
  const heads = new Map<string, Pending<ReportHead | null>>();
  const folders = new Map<
    string,
    { readonly scope: Scope; now: FolderHeads | null; next: Promise<FolderHeads> | null }
  >();
  const beginning = (source: string): Pending<string | null> => (readStart ?? read)(source, 3 * HEAD_SIZE);
  const readHead = (source: string): Pending<ReportHead | null> =>
    whenKnown(beginning(source), (text) =>
      text === null ? null : whenKnown(formsFor(source), (forms) => headOf(source, text, forms)),
    );
  const head = (source: string): Pending<ReportHead | null> => {
    const key = keyOf(source);
    const known = heads.get(key);
    if (known !== undefined) return known;
    const pending = readHead(source);
    heads.set(key, pending);
    if (!(pending instanceof Promise)) return pending;
    return pending.then((value) => {
      if (heads.get(key) === pending) heads.set(key, value);
      return value;
    });
  };
  const build = async ({ folder, depth }: Scope): Promise<FolderHeads> => {
    const sources = await find([sourceOf(folder)], depth);
    const all: ReportHead[] = [];
    for (let at = 0; at < sources.length; at += AT_ONCE) {
      const some = await allKnown(sources.slice(at, at + AT_ONCE).map(head));
      append(
        all,
        some.filter((each) => each !== null),
      );
    }
    return new FolderHeads(all);
  };
  const start = (key: string, scope: Scope): Promise<FolderHeads> => {
    const folder = folders.get(key) ?? { scope, now: null, next: null };
    folders.set(key, folder);
    const next = build(scope).then((built) => {
      if (folder.next === next) [folder.now, folder.next] = [built, null];
      return built;
    });
    folder.next = next;
    return next;
  };
  const holding = (source: string): readonly string[] => {
    const place = placeOf(source);
    return place ? [...folders].flatMap(([key, { scope }]) => (holds(scope, place) ? [key] : [])) : [];
  };
  return {
    of(scope) {
      const key = keyOfScope(scope);
      const folder = folders.get(key);
      return folder?.next ?? folder?.now ?? start(key, scope);
    },
    known: (scope) => folders.get(keyOfScope(scope))?.now ?? null,
    async changed(source) {
      const inside = holding(source);
      if (inside.length === 0) {
        heads.delete(keyOf(source));
        return null;
      }
      const before = (await heads.get(keyOf(source))) ?? null;
      heads.delete(keyOf(source));
      const after = await head(source);
      if (isSameHead(before, after)) return null;
      const was = inside.map((key) => folders.get(key)?.now?.mark);
      const built = await Promise.all(
        inside.flatMap((key) => {
          const folder = folders.get(key);
          return folder ? [start(key, folder.scope)] : [];
        }),
      );
      return { before, after, bodies: built.some(({ mark }, i) => mark !== was[i]) };
    },
    forget() {
      heads.clear();
      folders.clear();
    },
  };
}

function keyOfScope({ folder, depth }: Scope): string {
  return `${depth} ${keyOf(sourceOf(folder))}`;
}

function holds({ folder, depth }: Scope, place: Place): boolean {
  const down = place.names.length - folder.names.length;
  return (
    rootKey(place) === rootKey(folder) &&
    down >= 1 &&
    down <= depth &&
    folder.names.every((name, i) => place.names[i] === name)
  );
}

function isSameHead(one: ReportHead | null, other: ReportHead | null): boolean {
  return one?.body === other?.body && one?.year === other?.year && (one === null) === (other === null);
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;

/** What the beginning of a text tells; its front matter alone where that tells both. */
function headOf(source: string, text: string, forms: Forms): ReportHead {
  const start = text.slice(0, HEAD_SIZE);
  const front = FRONT_MATTER.exec(start)?.[0];
  const told = front === undefined ? null : readOpening(front, forms);
  const { body, year } = told?.body && told.year ? told : readOpening(start.slice(0, lastBreak(start)), forms);
  return { source, body: body && ownCopy(body.text), year: year?.value ?? null };
}

function lastBreak(text: string): number {
  return text.length < HEAD_SIZE ? text.length : Math.max(text.lastIndexOf('\n'), 1);
}
