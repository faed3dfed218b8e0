import { isAbsolute, relative } from 'node:path';
import { filesOnDisk } from '../node/report-files.ts';
import { type NeighbourSearch, neighbourSearch } from '../workspace/neighbours.ts';
import { reportIndex } from '../workspace/report-index.ts';

/** So many reports are remembered, so that memory stays flat however many are checked. */
const MOST_REMEMBERED = 1_000;

/** The reports that others name, each read once in a run; those below `cwd` are called as a user would write them there. */
export function neighboursOnDisk(cwd: string): NeighbourSearch {
  const nameOf = (path: string): string => {
    const name = relative(cwd, path);
    return name.startsWith('..') || isAbsolute(name) ? path : name;
  };
  return neighbourSearch(reportIndex(filesOnDisk, { nameOf, most: MOST_REMEMBERED }));
}
