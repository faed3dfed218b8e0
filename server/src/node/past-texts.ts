// What the reports of a folder were at a commit.
import { join } from 'node:path';
import { isReportFile } from '../workspace/report-files.ts';
import { git } from './git.ts';

export interface PastTexts {
  /** The reports that there were, as paths. */
  readonly sources: readonly string[];
  /** Texts that were others, by path; null for a report that wasn't there. What isn't named is as it is now. */
  readonly texts: ReadonlyMap<string, string | null>;
}

/** The reports in the markup below a folder at a commit; `now` are those that there are. What git says instead where it can't tell. */
export function textsAt(
  commit: string,
  folder: string,
  now: readonly string[],
): PastTexts | { readonly failure: string } {
  const found = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`], folder);
  const id = found.out.trim();
  if (found.code !== 0 || !/^[0-9a-f]{40,64}$/.test(id)) return { failure: found.err.trim() || commit };
  const listed = git(['ls-tree', '-r', '-z', '--name-only', id, '--', '.'], folder);
  const changed = git(['diff', '--name-only', '-z', '--no-renames', '--relative', id, '--', '.'], folder);
  if (listed.code !== 0 || changed.code !== 0) return { failure: (listed.err || changed.err).trim() };
  const then = listed.out.split('\0').filter(isReportFile);
  const known = new Set(then.map((name) => join(folder, name)));
  const texts = new Map<string, string | null>();
  for (const path of now) if (!known.has(path)) texts.set(path, null);
  const others = new Set(changed.out.split('\0'));
  for (const name of then.filter((each) => others.has(each))) {
    const shown = git(['show', `${id}:./${name}`], folder);
    texts.set(join(folder, name), shown.code === 0 ? shown.out : null);
  }
  return { sources: [...known].sort(), texts };
}
