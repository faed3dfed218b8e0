// Who depends on whom: which reports have to be checked again when one changes.
import type { NamedReport } from '../analysis/named-reports.ts';
import { bodyKey, isSameKey, keyEnding } from '../forms/body-keys.ts';
import { type Glob, globIn, isGlob } from './glob.ts';
import { folderOf, keyOf, placeOf, sourceOf, within } from './places.ts';
import type { ReportHead } from './roster.ts';
import type { WantedReport } from './wanted-reports.ts';

export interface Dependents {
  /** Remembers what a report looks at: what its front matter names, present or not, and what was found of the bodies that it looks for. */
  readonly record: (source: string, looks: Looks) => void;
  /** The reports, by path or URI as recorded, whose findings may change with another that changes, appears or goes. */
  readonly of: (source: string) => readonly string[];
  /** Those that look for a report of this body and year. */
  readonly lookingFor: (head: Pick<ReportHead, 'body' | 'year'> | null) => readonly string[];
}

export interface Looks {
  readonly named: readonly NamedReport[];
  readonly wanted: readonly WantedReport[];
  /** The files that were found of those bodies. */
  readonly files: readonly string[];
}

interface Needs {
  readonly source: string;
  /** What tells one report's looks from another's. */
  readonly mark: string;
  readonly files: readonly string[];
  readonly globs: readonly Glob[];
  readonly wanted: readonly Wanted[];
}

interface Wanted {
  readonly key: string;
  readonly year: number;
}

/** Nobody depends on anybody until it is recorded. */
export function dependents(): Dependents {
  const needs = new Map<string, Needs>();
  const byFile = new Map<string, Set<Needs>>();
  const byWanted = new Map<string, Set<Needs>>();
  const withGlobs = new Set<Needs>();
  const drop = (key: string): void => {
    const old = needs.get(key);
    if (!old) return;
    needs.delete(key);
    withGlobs.delete(old);
    for (const file of old.files) byFile.get(file)?.delete(old);
    for (const each of old.wanted) byWanted.get(endingOf(each))?.delete(old);
  };
  return {
    record(source, { named, wanted, files }) {
      const isNone = named.length + wanted.length === 0;
      if (isNone && needs.size === 0) return;
      const key = keyOf(source);
      const texts = named.map(({ named: { text } }) => text);
      const mark = [...texts, '', ...wanted.map(({ body: { name }, year }) => `${name} ${year}`), '', ...files].join(
        '\n',
      );
      if (needs.get(key)?.mark === mark) return;
      drop(key);
      if (isNone) return;
      const byName = neededBy(source, texts);
      const own: Needs = {
        source,
        mark,
        globs: byName.globs,
        files: [...byName.files, ...files.map(keyOf)],
        wanted: wanted.map(({ body: { name }, year }) => ({ key: bodyKey(name), year })),
      };
      needs.set(key, own);
      if (own.globs.length > 0) withGlobs.add(own);
      for (const file of own.files) add(byFile, file, own);
      for (const each of own.wanted) add(byWanted, endingOf(each), own);
    },
    of(source) {
      if (needs.size === 0) return [];
      const key = keyOf(source);
      const place = placeOf(source);
      const byName = [...withGlobs].filter(({ globs }) => place && globs.some(({ holds }) => holds(place)));
      return [...new Set([...(byFile.get(key) ?? []), ...byName])]
        .map((each) => each.source)
        .filter((each) => keyOf(each) !== key);
    },
    lookingFor(head) {
      if (!head || head.body === null || head.year === null) return [];
      const [key, year] = [bodyKey(head.body), head.year];
      return [...(byWanted.get(endingOf({ key, year })) ?? [])]
        .filter(({ wanted }) => wanted.some((each) => each.year === year && isSameKey(each.key, key)))
        .map(({ source }) => source);
    },
  };
}

function add(sets: Map<string, Set<Needs>>, key: string, needs: Needs): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(needs));
}

function endingOf({ key, year }: Wanted): string {
  return `${year} ${keyEnding(key)}`;
}

function neededBy(source: string, texts: readonly string[]): Pick<Needs, 'files' | 'globs'> {
  const place = placeOf(source);
  if (!place) return { files: [], globs: [] };
  const folder = folderOf(place);
  return {
    files: texts.flatMap((text) => {
      const named = isGlob(text) ? null : within(folder, text);
      return named ? [keyOf(sourceOf(named))] : [];
    }),
    globs: texts.flatMap((text) => (isGlob(text) ? (globIn(folder, text) ?? []) : [])),
  };
}
