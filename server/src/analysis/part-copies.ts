// Parts of the reports of a folder, to be found by what they say.
import { bodyKey, isSameKey } from '../forms/body-keys.ts';
import type { LinePlace } from './indexed-report.ts';
import { type PartSketch, similarity } from './part-sketch.ts';

/** The parts of one report. */
export interface SketchedReport {
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly parts: readonly PartSketch[];
}

/** A part of another report that says nearly the same. */
export interface SimilarPart {
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly place: LinePlace;
  /** From 0 to 1. */
  readonly similarity: number;
  /** Whether it is an earlier report of the same body. */
  readonly isOwn: boolean;
}

/** So much has to be the same. */
const LEAST = 0.9;
/** Two parts that are so much the same have one of so many least hashes in common, but for one pair in millions. */
const KEYS = 8;

let made = 0;

interface Entry {
  readonly report: SketchedReport;
  readonly part: PartSketch;
  /** The last search that came upon it. */
  met: number;
}

interface Answer {
  readonly part: PartSketch;
  readonly own: Omit<SketchedReport, 'parts'>;
  readonly found: readonly SimilarPart[];
}

/** So many answers are kept: a report that is edited asks for the same again, as long as the part is the same. */
const MOST_ANSWERS = 2000;

/** The parts of many reports; nothing that is found in it changes. */
export class PartCopies {
  /** Differs from that of every other. */
  readonly mark = String(++made);
  readonly #byKey = new Map<string, Entry[]>();
  /** Other parts that count, but for those of reports that have changed since. */
  readonly #base: PartCopies | null;
  readonly #gone: ReadonlySet<string>;
  readonly #answers = new Map<string, Answer>();

  /** The parts of reports; with them those of `base`, but for those of the sources that are `gone`. */
  constructor(
    reports: readonly SketchedReport[],
    base: PartCopies | null = null,
    gone: ReadonlySet<string> = new Set(),
  ) {
    this.#base = base;
    this.#gone = gone;
    for (const report of reports) {
      for (const part of report.parts) {
        const entry: Entry = { report, part, met: 0 };
        for (const key of keysOf(part)) {
          const entries = this.#byKey.get(key) ?? [];
          this.#byKey.set(key, entries);
          entries.push(entry);
        }
      }
    }
  }

  /** Parts that say what one says: of the same body's earlier reports, then of other bodies' of its year or before, the most similar first. */
  of(part: PartSketch, own: Omit<SketchedReport, 'parts'>): readonly SimilarPart[] {
    const asked = `${part.section} ${own.source}`;
    const before = this.#answers.get(asked);
    if (before && isSame(before.own, own) && isSamePart(before.part, part)) return before.found;
    const found = this.#search(part, own);
    if (this.#answers.size === MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(asked, { part, own, found });
    return found;
  }

  #search(part: PartSketch, own: Omit<SketchedReport, 'parts'>): readonly SimilarPart[] {
    const search = ++searches;
    const ownKey = own.body === null ? null : bodyKey(own.body);
    const found: SimilarPart[] = [];
    for (const key of keysOf(part)) {
      for (const entry of this.#entries(key)) {
        if (entry.met === search) continue;
        entry.met = search;
        const { report, part: other } = entry;
        if (report.source === own.source || isLater(report.year, own.year)) continue;
        const same = similarity(part, other, LEAST);
        if (same < LEAST) continue;
        const isOwn = ownKey !== null && report.body !== null && isSameKey(bodyKey(report.body), ownKey);
        if (!isOwn || isEarlier(report.year, own.year))
          found.push({ ...report, place: other.place, similarity: same, isOwn });
      }
    }
    return found.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.similarity - a.similarity);
  }

  #entries(key: string): readonly Entry[] {
    const own = this.#byKey.get(key) ?? [];
    if (!this.#base) return own;
    const others = this.#base.#entries(key);
    const left = this.#gone.size === 0 ? others : others.filter(({ report }) => !this.#gone.has(report.source));
    return own.length === 0 ? left : [...own, ...left];
  }
}

/** Of all searches so far. */
let searches = 0;

function isSame(one: Answer['own'], other: Answer['own']): boolean {
  return one.body === other.body && one.year === other.year;
}

function isSamePart({ hashes: one }: PartSketch, { hashes: other }: PartSketch): boolean {
  return one.length === other.length && one.every((hash, i) => hash === other[i]);
}

function keysOf({ section, hashes }: PartSketch): readonly string[] {
  return [...hashes.subarray(0, KEYS)].map((hash) => `${section} ${hash}`);
}

function isLater(year: number | null, own: number | null): boolean {
  return year !== null && own !== null && year > own;
}

function isEarlier(year: number | null, own: number | null): boolean {
  return year !== null && own !== null && year < own;
}
