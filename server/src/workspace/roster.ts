// The bodies that have to report, as `nianbao.json` lists them under `roster`.
import type { BodyKind } from '../forms/bodies.ts';
import { bodyKey, isSameKey, keyEnding } from '../forms/body-keys.ts';
import type { MonthDay } from '../forms/edition.ts';
import type { Part } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { globIn, isGlob } from './glob.ts';
import { folderOf, keyOf, type Place, placeOf, sourceOf, within } from './places.ts';

/** A body that has to report. */
export interface RosterBody {
  readonly name: string;
  /** Where the name stands in the settings file, quotation marks included. */
  readonly span: Span;
  /** As it is given, else as the name shows it; null where neither tells. */
  readonly level: BodyKind | null;
  /** The path or pattern of its reports, relative to the settings file; null where they are known by the body that they name. */
  readonly file: string | null;
  /** Names, or patterns of names with `*`, of the bodies whose figures it sums up, with their places. */
  readonly children: readonly Part[];
  /** The day of the year after the report's; null where nothing is said. */
  readonly deadline: MonthDay | null;
}

/** The bodies in the order of the file. */
export interface Roster {
  /** The path or URI of the settings file that lists them. */
  readonly source: string;
  readonly bodies: readonly RosterBody[];
}

export interface ListedBy<Item> {
  /** Those that a name means: the same spelling, else those that differ by the places above alone. */
  readonly of: (name: string) => readonly Item[];
}

type Listed = ListedBy<RosterBody>;

/** Bodies, or what has one, to be found by names. */
export function listedByName<Item>(items: readonly Item[], nameOf: (item: Item) => string | null): ListedBy<Item> {
  const byEnding = new Map<string, { readonly key: string; readonly item: Item }[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name === null) continue;
    const key = bodyKey(name);
    const group = byEnding.get(keyEnding(key)) ?? [];
    byEnding.set(keyEnding(key), group);
    group.push({ key, item });
  }
  return {
    of(name) {
      const key = bodyKey(name);
      const group = byEnding.get(keyEnding(key)) ?? [];
      const same = group.filter((each) => each.key === key);
      return (same.length > 0 ? same : group.filter((each) => isSameKey(each.key, key))).map(({ item }) => item);
    },
  };
}

/** The body of a roster that a name means; null where none or more than one does. */
export function rosterBody(roster: Roster, name: string): RosterBody | null {
  const found = listedIn(roster).of(name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The bodies whose figures one sums up, in the order of the roster; itself never. */
export function rosterChildren(roster: Roster, body: RosterBody): readonly RosterBody[] {
  if (body.children.length === 0) return [];
  const { bodies } = roster;
  const listed = listedIn(roster);
  const named = new Set(body.children.flatMap(({ text }) => (isGlob(text) ? [] : listed.of(text))));
  const globs = body.children.flatMap(({ text }) => (isGlob(text) ? (globIn(NAMES, text) ?? []) : []));
  return bodies.filter(
    (each) => each !== body && (named.has(each) || globs.some(({ holds }) => holds({ ...NAMES, names: [each.name] }))),
  );
}

const byRoster = new WeakMap<Roster, Listed>();

function listedIn(roster: Roster): Listed {
  const listed = byRoster.get(roster) ?? listedByName(roster.bodies, ({ name }) => name);
  byRoster.set(roster, listed);
  return listed;
}

const NAMES: Place = { kind: 'posix', root: '', names: [] };

/** What of a folder's report tells whose it is. */
export interface ReportHead {
  /** The path or URI of its file. */
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
}

/** The reports of a body among those of a folder: by their files where the roster says which, else by the body that they name. */
export function reportsOf(
  { source }: Pick<Roster, 'source'>,
  { name, file }: Pick<RosterBody, 'name' | 'file'>,
  heads: { readonly all: readonly ReportHead[]; readonly byName: ListedBy<ReportHead> },
): readonly ReportHead[] {
  if (file === null) return heads.byName.of(name);
  const own = placeOf(source);
  const folder = own && folderOf(own);
  if (!folder) return [];
  const glob = isGlob(file) ? globIn(folder, file) : null;
  const named = glob ? null : within(folder, file);
  const key = named && keyOf(sourceOf(named));
  return heads.all.filter((head) => {
    const place = glob && placeOf(head.source);
    return place ? glob.holds(place) : keyOf(head.source) === key;
  });
}

/** A body of the roster and its reports of one year: none where it hasn't submitted, several where that is doubtful. */
export interface Submission {
  readonly body: RosterBody;
  readonly reports: readonly ReportHead[];
}

/** Who has submitted for a year, in the order of the roster. */
export function submissions(roster: Roster, heads: readonly ReportHead[], year: number): readonly Submission[] {
  const all = heads.filter((head) => head.year === year);
  const ofYear = { all, byName: listedByName(all, ({ body }) => body) };
  return roster.bodies.map((body) => ({ body, reports: reportsOf(roster, body, ofYear) }));
}
