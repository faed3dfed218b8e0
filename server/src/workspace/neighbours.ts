// The reports around one: those that its front matter names (上年, 下级), else those of the same body and of the roster's.
import type { FolderBodies } from '../analysis/folder-bodies.ts';
import type { IndexEntry, IndexedReport } from '../analysis/indexed-report.ts';
import { type NamedReport, namedReports } from '../analysis/named-reports.ts';
import type { PartCopies } from '../analysis/part-copies.ts';
import type { Report } from '../report/report.ts';
import { hash } from '../text/hash.ts';
import type { Dependents } from './dependents.ts';
import type { FolderHeads } from './folder-heads.ts';
import { globIn, isGlob } from './glob.ts';
import { allKnown, type Pending, whenKnown } from './pending.ts';
import { folderOf, keyOf, type Place, placeOf, sourceOf, within } from './places.ts';
import { isReportFile } from './report-files.ts';
import { type Scope, scopeOf } from './report-heads.ts';
import type { ReportIndex } from './report-index.ts';
import type { Governing } from './settings.ts';
import { reportsWanted, type WantedReport, wantedReports } from './wanted-reports.ts';

/** What is around a report, as far as its findings depend on it. */
export interface Neighbours {
  readonly previous: IndexedReport | null;
  readonly children: readonly IndexedReport[];
  readonly missing: readonly NamedReport[];
  /** The bodies of the folder; null where it isn't known. */
  readonly bodies: FolderBodies | null;
  /** The parts of its reports; null where nobody looks for copies. */
  readonly copies: PartCopies | null;
  /** Differs where anything differs that is known of them; empty for none. */
  readonly mark: string;
}

/** Of a report that names no other. */
export const noNeighbours: Neighbours = {
  previous: null,
  children: [],
  missing: [],
  bodies: null,
  copies: null,
  mark: '',
};

/** So many entries of the front matter are followed, and so many reports taken in by all of them. */
const MOST_ENTRIES = 100;
const MOST_REPORTS = 500;

export interface NeighbourSearch {
  /**
   * The neighbours of a report that lies at a path or URI; none for one that names none or lies in no folder. At once
   * where they are known; the same object as long as report and neighbours are the same. `governing` is the settings file in
   * force, which says below which folder others are looked for and which bodies there are; without any they are looked for
   * beside the report, and where nothing is given only what the front matter names.
   */
  readonly of: (
    report: Report,
    source: string,
    governing?: Governing | null,
    looksForCopies?: boolean,
  ) => Pending<Neighbours>;
}

export interface NeighbourOptions {
  /** Learns who depends on whom. */
  readonly dependents?: Dependents;
  /** The folder of a scope; null where it isn't known, which then counts as empty. Absent: nothing is looked for by bodies. */
  readonly folder?: (scope: Scope, source: string) => Pending<FolderHeads | null>;
  /** The parts of its reports; null where they aren't known. */
  readonly copies?: (heads: FolderHeads, source: string) => Pending<PartCopies | null>;
}

export function neighbourSearch(
  index: ReportIndex,
  { dependents, folder, copies: copiesIn }: NeighbourOptions = {},
): NeighbourSearch {
  const known = new WeakMap<Report, Found>();
  return {
    of(report, source, governing, looksForCopies = false) {
      const named = namedReports(report).slice(0, MOST_ENTRIES);
      const place = placeOf(source);
      const scope = folder && governing !== undefined ? scopeOf(source, governing?.path ?? null) : null;
      const wanted: readonly WantedReport[] = scope ? wantedReports(report, named, governing?.listed ?? null) : [];
      if (!place || (named.length === 0 && !scope)) {
        dependents?.record(source, { named, wanted: [], files: [] });
        return noNeighbours;
      }
      const [inFolder, self] = [folderOf(place), keyOf(source)];
      return whenKnown(folder && scope ? folder(scope, source) : null, (heads) => {
        const byBody = heads ? wanted.map((each) => reportsWanted(each, heads, governing?.listed ?? null, self)) : [];
        dependents?.record(source, { named, wanted, files: byBody.flatMap(({ files }) => files) });
        const copies = heads && looksForCopies && copiesIn ? copiesIn(heads, source) : null;
        const files = allKnown(named.map(({ named: { text } }) => filesOf(text, index, inFolder)));
        return whenKnown(both(files, copies), ([all, parts]) => {
          const lists = [
            ...all.map((list) => list.filter((file) => keyOf(file) !== self)),
            ...byBody.map((each) => each.files),
          ];
          const kept = firstOf(lists);
          const entries = allKnown(kept.map((list) => allKnown(list.map((file) => index.entry(file)))));
          return whenKnown(entries, (found) => {
            const bodies = heads?.bodies(governing?.listed ?? null) ?? null;
            const before = known.get(report);
            const isKnown = before?.neighbours.bodies === bodies && before.neighbours.copies === parts;
            if (before && isKnown && areSame(before.lists, found)) return before.neighbours;
            const asked = [...named, ...byBody.map(({ asked: each }) => each)].slice(0, found.length);
            const neighbours = neighboursOf(asked, found, { bodies, copies: parts, mark: heads?.mark ?? '' });
            known.set(report, { lists: found, neighbours });
            return neighbours;
          });
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

/** Two values together, at once where both are there. */
function both<One, Other>(one: Pending<One>, other: Pending<Other>): Pending<readonly [One, Other]> {
  return whenKnown(one, (first) => whenKnown(other, (second): readonly [One, Other] => [first, second]));
}

function areSame(some: Lists, others: Lists): boolean {
  return (
    some.length === others.length &&
    some.every((list, i) => {
      const other = others[i] ?? [];
      return list.length === other.length && list.every((entry, j) => entry === other[j]);
    })
  );
}

function neighboursOf(
  asked: readonly NamedReport[],
  lists: Lists,
  { bodies, copies, mark }: Pick<Neighbours, 'bodies' | 'copies' | 'mark'>,
): Neighbours {
  const found = lists.map((list) => list.filter((entry) => entry !== null));
  const reports = (key: NamedReport['key']): readonly IndexedReport[] => [
    ...new Set(found.flatMap((list, i) => (asked[i]?.key === key ? list.map(({ report }) => report) : []))),
  ];
  const marks = found.map((list) => list.map((entry) => entry.mark).join()).join(';');
  const missing = asked.filter((each, i) => found[i]?.length === 0 && isTold(each));
  const said = missing.map(({ reports: count, named }) => (count === undefined ? '' : `${named.text} ${count}`)).join();
  return {
    previous: reports('previous')[0] ?? null,
    children: reports('children'),
    missing,
    bodies,
    copies,
    mark: hash([marks, said, mark, copies?.mark ?? ''].join('|')),
  };
}

/** That last year's report was not found, or several were, is nothing to tell where none was named. */
function isTold({ key, reports }: NamedReport): boolean {
  return reports === undefined || key === 'children';
}
