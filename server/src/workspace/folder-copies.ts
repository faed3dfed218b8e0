// The parts of a folder's reports, read where copies are looked for, each report once until it changes.
import { PartCopies, type SketchedReport } from '../analysis/part-copies.ts';
import { partSketches } from '../analysis/sketch-parts.ts';
import type { Forms } from '../forms/form.ts';
import { readReport } from '../report/bind.ts';
import { isTooLarge } from '../text/limits.ts';
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

export function folderCopies(
  { read }: Pick<Workspace, 'read'>,
  formsFor: (source: string) => Pending<Forms>,
  nameOf: (source: string) => string = (source) => source,
): FolderCopies {
  const sketched = new Map<string, SketchedReport | null>();
  let known = new WeakMap<FolderHeads, Pending<PartCopies>>();
  const sketch = async (source: string): Promise<SketchedReport | null> => {
    const key = keyOf(source);
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
  const build = async ({ all }: FolderHeads): Promise<PartCopies> => {
    const reports: SketchedReport[] = [];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const some = await Promise.all(all.slice(at, at + AT_ONCE).map(({ source }) => sketch(source)));
      reports.push(...some.filter((each) => each !== null));
    }
    return new PartCopies(reports);
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
