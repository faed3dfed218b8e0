// The parts of a folder's reports, read where copies are looked for, each report once until it changes.
import { PartCopies, type SketchedReport } from '../analysis/part-copies.ts';
import { partSketches } from '../analysis/sketch-parts.ts';
import type { Forms } from '../forms/form.ts';
import { readReport } from '../report/bind.ts';
import { maxFileSize } from '../text/limits.ts';
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

/** Sketches that were put together, of the reports by their sources. */
interface Whole {
  readonly copies: PartCopies;
  readonly reports: ReadonlyMap<string, SketchedReport | null>;
}

export function folderCopies(
  { read }: Pick<Workspace, 'read'>,
  formsFor: (source: string) => Pending<Forms>,
  nameOf: (source: string) => string = (source) => source,
): FolderCopies {
  const sketched = new Map<string, SketchedReport | null>();
  let known = new WeakMap<FolderHeads, Pending<PartCopies>>();
  let whole: Whole | null = null;
  const sketch = async (source: string): Promise<SketchedReport | null> => {
    const [text, forms] = await Promise.all([read(source), formsFor(source)]);
    const report = text === null || text.length > maxFileSize ? null : readReport(text, forms);
    const now = report && {
      source: nameOf(source),
      body: report.body && ownCopy(report.body.text),
      year: report.year?.value ?? null,
      parts: partSketches(report),
    };
    sketched.set(keyOf(source), now);
    return now;
  };
  const sketchAll = async ({ all }: FolderHeads): Promise<Whole['reports']> => {
    const left = all.filter(({ source }) => !sketched.has(keyOf(source)));
    for (let at = 0; at < left.length; at += AT_ONCE) {
      await Promise.all(left.slice(at, at + AT_ONCE).map(({ source }) => sketch(source)));
    }
    return new Map(all.map(({ source }) => [nameOf(source), sketched.get(keyOf(source)) ?? null]));
  };
  const build = async (heads: FolderHeads): Promise<PartCopies> => {
    const reports = await sketchAll(heads);
    const changes = whole && changesOf(whole.reports, reports);
    if (whole && changes && changes.gone.size + changes.come.length <= MOST_CHANGED)
      return new PartCopies(changes.come, whole.copies, changes.gone);
    whole = { reports, copies: new PartCopies([...reports.values()].filter((each) => each !== null)) };
    return whole.copies;
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
      if (source === undefined) sketched.clear();
      else sketched.delete(keyOf(source));
    },
  };
}

/** What is to be left out of some reports, and put to them, to have others. */
function changesOf(
  before: Whole['reports'],
  after: Whole['reports'],
): { readonly gone: ReadonlySet<string>; readonly come: readonly SketchedReport[] } {
  const gone = new Set([...before].flatMap(([name, report]) => (after.get(name) === report ? [] : [name])));
  const come = [...after].flatMap(([name, report]) => (report && before.get(name) !== report ? [report] : []));
  return { gone, come };
}
