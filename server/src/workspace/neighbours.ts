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

/** Of a report that names no other. */
export const noNeighbours: Neighbours = { previous: null, children: [], missing: [], mark: '' };

/** So many entries of the front matter are followed, and so many reports taken in by all of them. */
const MOST_ENTRIES = 100;
const MOST_REPORTS = 500;

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
      const named = namedReports(report).slice(0, MOST_ENTRIES);
      dependents?.record(source, named);
      const place = named.length > 0 ? placeOf(source) : null;
      if (!place) return noNeighbours;
      const [folder, self] = [folderOf(place), keyOf(source)];
      const files = allKnown(named.map(({ named: { text } }) => filesOf(text, index, folder)));
      return whenKnown(files, (all) => {
        const kept = firstOf(all.map((list) => list.filter((file) => keyOf(file) !== self)));
        const entries = allKnown(kept.map((list) => allKnown(list.map((file) => index.entry(file)))));
        return whenKnown(entries, (lists) => {
          const before = known.get(report);
          if (before && areSame(before.lists, lists)) return before.neighbours;
          const neighbours = neighboursOf(named.slice(0, lists.length), lists);
          known.set(report, { lists, neighbours });
          return neighbours;
        });
      });
    },
  };
}

/** Of each entry of the front matter what was found: null for a file that isn't there or can't be read. */
type Lists = readonly (readonly (IndexEntry | null)[])[];

interface Found {
  readonly lists: Lists;
  readonly neighbours: Neighbours;
}

/** The lists up to so many reports in all; what comes after the list that is cut is left out. */
function firstOf(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let room = MOST_REPORTS;
  return lists.flatMap((list) => {
    const kept = list.slice(0, room);
    room -= kept.length;
    return kept.length === 0 && list.length > 0 ? [] : [kept];
  });
}

/** The files that a relative path or pattern may mean in a folder, in order. */
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
      .sort(),
  );
}

function areSame(some: Lists, others: Lists): boolean {
  return some.every((list, i) => {
    const other = others[i] ?? [];
    return list.length === other.length && list.every((entry, j) => entry === other[j]);
  });
}

function neighboursOf(named: readonly NamedReport[], lists: Lists): Neighbours {
  const found = lists.map((list) => list.filter((entry) => entry !== null));
  const reports = (key: NamedReport['key']): readonly IndexedReport[] => [
    ...new Set(found.flatMap((list, i) => (named[i]?.key === key ? list.map(({ report }) => report) : []))),
  ];
  return {
    previous: reports('previous')[0] ?? null,
    children: reports('children'),
    missing: named.filter((_, i) => found[i]?.length === 0),
    mark: hash(found.map((list) => list.map(({ mark }) => mark).join()).join(';')),
  };
}
