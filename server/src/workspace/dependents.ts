// Who depends on whom: which reports have to be checked again when one changes.
import type { NamedReport } from '../analysis/named-reports.ts';
import { type Glob, globIn, isGlob } from './glob.ts';
import { folderOf, keyOf, placeOf, sourceOf, within } from './places.ts';

export interface Dependents {
  /** Remembers what a report's front matter names, present or not. */
  readonly record: (source: string, named: readonly NamedReport[]) => void;
  /** The reports, by path or URI as recorded, whose findings may change with another that changes, appears or goes. */
  readonly of: (source: string) => readonly string[];
}

interface Needs {
  readonly source: string;
  /** What tells one front matter's names from another's. */
  readonly named: string;
  readonly files: readonly string[];
  readonly globs: readonly Glob[];
}

/** Nobody depends on anybody until it is recorded. */
export function dependents(): Dependents {
  const needs = new Map<string, Needs>();
  const byFile = new Map<string, Set<Needs>>();
  const withGlobs = new Set<Needs>();
  const drop = (key: string): void => {
    const old = needs.get(key);
    if (!old) return;
    needs.delete(key);
    withGlobs.delete(old);
    for (const file of old.files) byFile.get(file)?.delete(old);
  };
  return {
    record(source, named) {
      if (named.length === 0 && needs.size === 0) return;
      const key = keyOf(source);
      const texts = named.map(({ named: { text } }) => text);
      const joined = texts.join('\n');
      if (needs.get(key)?.named === joined) return;
      drop(key);
      if (texts.length === 0) return;
      const own: Needs = { source, named: joined, ...neededBy(source, texts) };
      needs.set(key, own);
      if (own.globs.length > 0) withGlobs.add(own);
      for (const file of own.files) byFile.set(file, (byFile.get(file) ?? new Set()).add(own));
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
  };
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
