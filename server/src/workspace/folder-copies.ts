// The parts of a folder's reports, read where copies are looked for, each report once until it changes.

import { PartCopies, type SketchedReport } from '../analysis/part-copies.ts';
import { partSketches } from '../analysis/sketch-parts.ts';
import type { Forms } from '../forms/form.ts';
import { readReport } from '../report/bind.ts';
import { isTooLarge } from '../text/limits.ts';
import { append } from '../text/lists.ts';
import { ownCopy } from '../text/own-copy.ts';
import type { FolderHeads } from './folder-heads.ts';
import type { Pending } from './pending.ts';
import { keyOf } from './places.ts';
import type { Workspace } from './workspace.ts';

export interface FolderCopies {
  /** Of the reports of a folder. At once where they are known. */
  readonly of: (heads: FolderHeads) => Pending<PartCopies>;
  /** Forgets a file that has changed; without a name, everything. */
  readonly forget: (source?: string) => void;
}

/** So many reports are read at once. */
const AT_ONCE = 32;
/** Up to so many reports that have changed, the others are kept as they were put together. */
const MOST_CHANGED = 200;

/** What was put together of a folder, and which change was the last when that began. */
interface Whole {
  readonly heads: FolderHeads;
  readonly copies: PartCopies;
  /** The sources of its reports by their keys. */
  readonly sources: ReadonlyMap<string, string>;
  readonly since: number;
}

export function folderCopies(
  { read }: Pick<Workspace, 'read'>,
  formsFor: (source: string) => Pending<Forms>,
  nameOf: (source: string) => string = (source) => source,
): FolderCopies {
  const sketched = new Map<string, SketchedReport | null>();
  /** What has changed, by key, and when. */
  const changes = new Map<string, number>();
  let changed = 0;
  let known = new WeakMap<FolderHeads, Pending<PartCopies>>();
  let whole: Whole | null = null;
  const sketch = async (source: string, key = keyOf(source)): Promise<SketchedReport | null> => {
    const before = sketched.get(key);
    if (before !== undefined) return before;
    const [text, forms] = await Promise.all([read(source), formsFor(source)]);
    const report = text === null || isTooLarge(text) ? null : readReport(text, forms);
    const now = report && {
      source: nameOf(source),
      body: report.body && ownCopy(report.body.text),
      year: report.year?.value ?? null,
      parts: partSketches(report),
    };
    sketched.set(key, now);
    return now;
  };
  const sketchAll = async (sources: ReadonlyMap<string, string>): Promise<readonly SketchedReport[]> => {
    const [all, reports] = [[...sources], [] as SketchedReport[]];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const some = await Promise.all(all.slice(at, at + AT_ONCE).map(([key, source]) => sketch(source, key)));
      append(
        reports,
        some.filter((each) => each !== null),
      );
    }
    return reports;
  };
  const buildWhole = async (heads: FolderHeads): Promise<PartCopies> => {
    const since = changed;
    const sources = new Map(heads.all.map(({ source }) => [keyOf(source), source]));
    const copies = new PartCopies(await sketchAll(sources));
    whole = { heads, copies, sources, since };
    return copies;
  };
  const build = async (heads: FolderHeads): Promise<PartCopies> => {
    if (whole?.heads !== heads) return buildWhole(heads);
    const { copies, sources, since } = whole;
    const others = new Map([...changes].flatMap(([key, when]) => (when > since ? pairOf(sources, key) : [])));
    if (others.size === 0) return copies;
    if (others.size > MOST_CHANGED) return buildWhole(heads);
    return new PartCopies(await sketchAll(others), copies, new Set([...others.values()].map(nameOf)));
  };
  return {
    of(heads) {
      const before = known.get(heads);
      if (before) return before;
      const memory = known;
      const next = build(heads).then((copies) => {
        memory.set(heads, copies);
        return copies;
      });
      memory.set(heads, next);
      return next;
    },
    forget(source) {
      known = new WeakMap();
      if (source === undefined) {
        sketched.clear();
        whole = null;
      } else {
        sketched.delete(keyOf(source));
        changes.set(keyOf(source), ++changed);
      }
    },
  };
}

function pairOf(sources: ReadonlyMap<string, string>, key: string): readonly (readonly [string, string])[] {
  const source = sources.get(key);
  return source === undefined ? [] : [[key, source]];
}
