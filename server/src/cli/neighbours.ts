import { isAbsolute, relative } from 'node:path';
import type { Forms } from '../forms/form.ts';
import { filesOnDisk } from '../node/report-files.ts';
import type { Dependents } from '../workspace/dependents.ts';
import { type NeighbourSearch, neighbourSearch } from '../workspace/neighbours.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import { type ReportIndex, reportIndex } from '../workspace/report-index.ts';
import type { SettingsFiles } from './settings-files.ts';

/** So many reports are remembered, so that memory stays flat however many are checked. */
const MOST_REMEMBERED = 1_000;

/** The reports that others name, each read once in a run; those below `cwd` are called as a user would write them there. */
export function neighboursOnDisk(cwd: string, settings: SettingsFiles): NeighbourSearch {
  return neighbourSearch(indexOnDisk(cwd, settings));
}

/** The same, with what has to be told of changes and who depends on whom. */
export function watchedNeighbours(
  cwd: string,
  settings: SettingsFiles,
  dependents: Dependents,
): { readonly search: NeighbourSearch; readonly index: ReportIndex } {
  const index = indexOnDisk(cwd, settings);
  return { search: neighbourSearch(index, dependents), index };
}

function indexOnDisk(cwd: string, settings: SettingsFiles): ReportIndex {
  const nameOf = (path: string): string => {
    const name = relative(cwd, path);
    return name.startsWith('..') || isAbsolute(name) ? path : name;
  };
  const formsFor = (path: string): Pending<Forms> => whenKnown(settings.of(path), ({ forms }) => forms);
  return reportIndex(filesOnDisk, { nameOf, formsFor, most: MOST_REMEMBERED });
}
