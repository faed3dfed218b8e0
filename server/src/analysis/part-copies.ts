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
}

/** The parts of many reports; nothing in it changes. */
export class PartCopies {
  /** Differs from that of every other. */
  readonly mark = String(++made);
  readonly #byKey = new Map<string, Entry[]>();
  /** Other parts that count, but for those of reports that have changed since. */
  readonly #base: PartCopies | null;
  readonly #gone: ReadonlySet<string>;

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
        for (const key of keysOf(part)) {
          const entries = this.#byKey.get(key) ?? [];
          this.#byKey.set(key, entries);
          entries.push({ report, part });
        }
      }
    }
  }

  /** Parts that say what one says: of the same body's earlier reports, then of other bodies' of its year or before, the most similar first. */
  of(part: PartSketch, own: Omit<SketchedReport, 'parts'>): readonly SimilarPart[] {
    const seen = new Set<PartSketch>();
    const found: SimilarPart[] = [];
    const ownKey = own.body === null ? null : bodyKey(own.body);
    for (const key of keysOf(part)) {
      for (const { report, part: other } of this.#entries(key)) {
        if (seen.has(other) || report.source === own.source || isLater(report.year, own.year)) continue;
        seen.add(other);
        const same = similarity(part, other, LEAST);
        if (same < LEAST) continue;
        const isOwn = ownKey !== null && report.body !== null && isSameKey(bodyKey(report.body), ownKey);
        if (!isOwn || isEarlier(report.year, own.year))
          found.push({ ...report, place: other.place, similarity: same, isOwn });
      }
    }
    return found.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.similarity - a.similarity);
  }

  *#entries(key: string): Iterable<Entry> {
    yield* this.#byKey.get(key) ?? [];
    if (this.#base) for (const entry of this.#base.#entries(key)) if (!this.#gone.has(entry.report.source)) yield entry;
  }
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
