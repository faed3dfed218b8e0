// What a folder knows of its reports: read when first asked for, each file once until it changes.
import { type IndexEntry, indexed } from '../analysis/indexed-report.ts';
import type { Forms } from '../forms/form.ts';
import { standardForms } from '../forms/index.ts';
import { readReport } from '../report/bind.ts';
import { isTooLarge } from '../text/limits.ts';
import { type Pending, whenKnown } from './pending.ts';
import { keyOf, type Place, sourceOf } from './places.ts';
import type { Workspace } from './workspace.ts';

export interface ReportIndex {
  /** What is known of a report: null where there is none that can be read. At once where it is known already. */
  readonly entry: (source: string) => Pending<IndexEntry | null>;
  /** The reports below a folder, at most `depth` folders down. */
  readonly find: (folder: Place, depth: number) => Pending<readonly string[]>;
  /** Whether an open report now says other than was last told of it, or than its file says; true for one that isn’t open. */
  readonly isNews: (source: string) => boolean;
  /** Forgets a file that has changed, and what was found in folders; without a name, everything. */
  readonly forget: (source?: string) => void;
}

export interface IndexOptions {
  /** What an editor holds of a report, which counts more than its file; null where it isn't open. */
  readonly open?: (source: string) => Pending<IndexEntry | null>;
  /** The forms that a report is read with; the standard ones where nothing is said. */
  readonly formsFor?: (source: string) => Pending<Forms>;
  /** What a report's file is called where it is shown: its path or URI where nothing is said. */
  readonly nameOf?: (source: string) => string;
  /** How many reports are remembered; the one that was read first is forgotten first. */
  readonly most?: number;
}

/** An empty index over files; `open` counts more than they do. */
export function reportIndex(
  { read, find }: Pick<Workspace, 'read' | 'find'>,
  {
    open = () => null,
    formsFor = standardForms,
    nameOf = (source) => source,
    most = Number.POSITIVE_INFINITY,
  }: IndexOptions = {},
): ReportIndex {
  const entries = new Map<string, Pending<IndexEntry | null>>();
  const found = new Map<string, Pending<readonly string[]>>();
  const told = new Map<string, string>();
  const fromFile = async (source: string): Promise<IndexEntry | null> => {
    const [text, forms] = await Promise.all([read(source), formsFor(source)]);
    return entryOf(nameOf(source), text, forms);
  };
  return {
    entry: (source) =>
      whenKnown(open(source), (entry) => {
        if (!entry) return remembered(entries, keyOf(source), most, () => fromFile(source));
        told.set(keyOf(source), entry.mark);
        return entry;
      }),
    find(folder, depth) {
      const source = sourceOf(folder);
      return remembered(found, `${depth} ${keyOf(source)}`, most, () => find([source], depth));
    },
    isNews(source) {
      const now = open(source);
      if (!now || now instanceof Promise) return true;
      const ofFile = entries.get(keyOf(source));
      const last = told.get(keyOf(source)) ?? (ofFile instanceof Promise ? null : ofFile?.mark);
      return last !== now.mark;
    },
    forget(source) {
      found.clear();
      if (source === undefined) {
        entries.clear();
        told.clear();
      } else {
        entries.delete(keyOf(source));
        told.delete(keyOf(source));
      }
    },
  };
}

function entryOf(source: string, text: string | null, forms: Forms): IndexEntry | null {
  return text === null || isTooLarge(text) ? null : indexed(readReport(text, forms), source);
}

/** What is remembered under a key, or is made now and then remembered, unless it was forgotten meanwhile. */
function remembered<Value>(
  memory: Map<string, Pending<Value>>,
  key: string,
  most: number,
  make: () => Promise<Value>,
): Pending<Value> {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const pending = make().then((value) => {
    if (memory.get(key) === pending) memory.set(key, value);
    return value;
  });
  for (const oldest of memory.keys()) {
    if (memory.size < most) break;
    memory.delete(oldest);
  }
  memory.set(key, pending);
  return pending;
}
