import { isAbsolute, relative } from 'node:path';
import type { Forms } from '../forms/form.ts';
import { filesOnDisk } from '../node/report-files.ts';
import { type NeighbourSearch, neighbourSearch } from '../workspace/neighbours.ts';
import { type Pending, whenKnown } from '../workspace/pending.ts';
import { reportIndex } from '../workspace/report-index.ts';
import type { SettingsFiles } from './settings-files.ts';

/** So many reports are remembered, so that memory stays flat however many are checked. */
const MOST_REMEMBERED = 1_000;

/** The reports that others name, each read once in a run; those below `cwd` are called as a user would write them there. */
export function neighboursOnDisk(cwd: string, settings: SettingsFiles): NeighbourSearch {
  const formsFor = (path: string): Pending<Forms> => whenKnown(settings.of(path), ({ forms }) => forms);
  return neighbourSearch(reportIndex(filesOnDisk, { nameOf: nameIn(cwd), formsFor, most: MOST_REMEMBERED }));
}

/** What a user in `cwd` calls a file by its path. */
export function nameIn(cwd: string): (path: string) => string {
  return (path) => {
    const name = relative(cwd, path);
    return name.startsWith('..') || isAbsolute(name) ? path : name;
  };
}
