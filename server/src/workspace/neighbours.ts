// The reports that a report's front matter names: last year's (上年) and those that it sums up (下级).
import type { IndexEntry, IndexedReport } from '../analysis/indexed-report.ts';
import { type NamedReport, namedReports } from '../analysis/named-reports.ts';
import type { Report } from '../report/report.ts';
import { hash } from '../text/hash.ts';
import type { Dependents } from './dependents.ts';
import { globIn, isGlob } from './glob.ts';
import { allKnown, type Pending, whenKnown } from './pending.ts';
import { folderOf, keyOf, type Place, placeOf, sourceOf, within } from './places.ts';
import { isReportFile } from './report-files.ts';
import type { ReportIndex } from './report-index.ts';

/** What is around a report, as far as its findings depend on it. */
export interface Neighbours {
  readonly previous: IndexedReport | null;
  readonly children: readonly IndexedReport[];
  readonly missing: readonly NamedReport[];
  /** Differs where anything differs that is known of them; empty for none. */
  readonly mark: string;
}

export const noNeighbours: Neighbours = { previous: null, children: [], missing: [], mark: '' };

/** So many reports are taken in below one entry, the first by name. */
const MOST_CHILDREN = 500;

export interface NeighbourSearch {
  /**
   * The neighbours of a report that lies at a path or URI; none for one that names none or lies in no folder. At once
   * where they are known; the same object as long as report and neighbours are the same.
   */
  readonly of: (report: Report, source: string) => Pending<Neighbours>;
}

/** `dependents`, where given, learns who depends on whom. */
export function neighbourSearch(index: ReportIndex, dependents?: Dependents): NeighbourSearch {
  const known = new WeakMap<Report, Found>();
  return {
    of(report, source) {
      const named = namedReports(report);
      dependents?.record(source, named);
      const place = named.length > 0 ? placeOf(source) : null;
      if (!place) return noNeighbours;
      const search = { index, folder: folderOf(place), self: keyOf(source) };
      const entries = allKnown(named.map(({ named: { text } }) => entriesOf(text, search)));
      return whenKnown(entries, (lists) => {
        const before = known.get(report);
        if (before && areSame(before.lists, lists)) return before.neighbours;
        const neighbours = neighboursOf(named, lists);
        known.set(report, { lists, neighbours });
        return neighbours;
      });
    },
  };
}

type Lists = readonly (readonly IndexEntry[])[];

interface Found {
  /** The reports of each entry of the front matter. */
  readonly lists: Lists;
  readonly neighbours: Neighbours;
}

interface Search {
  readonly index: ReportIndex;
  readonly folder: Place;
  readonly self: string;
}

/** The reports that a relative path or pattern names in a folder. */
function entriesOf(named: string, { index, folder, self }: Search): Pending<readonly IndexEntry[]> {
  const entries = whenKnown(filesOf(named, index, folder), (sources) =>
    allKnown(sources.filter((source) => keyOf(source) !== self).map((source) => index.entry(source))),
  );
  return whenKnown(entries, (all) => all.filter((entry) => entry !== null));
}

function filesOf(named: string, index: ReportIndex, folder: Place): Pending<readonly string[]> {
  if (!isGlob(named)) {
    const place = within(folder, named);
    return place && isReportFile(named) ? [sourceOf(place)] : [];
  }
  const glob = globIn(folder, named);
  if (!glob) return [];
  return whenKnown(index.find(glob.base, glob.depth), (sources) =>
    sources
      .filter((source) => {
        const place = placeOf(source);
        return place !== null && glob.holds(place);
      })
      .sort()
      .slice(0, MOST_CHILDREN),
  );
}

function areSame(some: Lists, others: Lists): boolean {
  return some.every((list, i) => {
    const other = others[i] ?? [];
    return list.length === other.length && list.every((entry, j) => entry === other[j]);
  });
}

function neighboursOf(named: readonly NamedReport[], lists: Lists): Neighbours {
  const reports = (key: NamedReport['key']): readonly IndexedReport[] => [
    ...new Set(lists.flatMap((list, i) => (named[i]?.key === key ? list.map(({ report }) => report) : []))),
  ];
  return {
    previous: reports('previous')[0] ?? null,
    children: reports('children'),
    missing: named.filter((_, i) => lists[i]?.length === 0),
    mark: hash(lists.map((list) => list.map(({ mark }) => mark).join()).join(';')),
  };
}
