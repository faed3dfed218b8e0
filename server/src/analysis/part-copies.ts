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

  constructor(reports: readonly SketchedReport[]) {
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
    const entries = new Set<Entry['part']>();
    const found: SimilarPart[] = [];
    for (const key of keysOf(part)) {
      for (const { report, part: other } of this.#byKey.get(key) ?? []) {
        if (entries.has(other) || report.source === own.source) continue;
        entries.add(other);
        const isOwn = isSameBody(report.body, own.body);
        if (!isBefore(report.year, own.year, isOwn)) continue;
        const same = similarity(part, other);
        if (same >= LEAST) found.push({ ...report, place: other.place, similarity: same, isOwn });
      }
    }
    return found.sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || b.similarity - a.similarity);
  }
}

function keysOf({ section, hashes }: PartSketch): readonly string[] {
  return [...hashes.subarray(0, KEYS)].map((hash) => `${section} ${hash}`);
}

function isSameBody(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && isSameKey(bodyKey(one), bodyKey(other));
}

function isBefore(year: number | null, own: number | null, isOwn: boolean): boolean {
  if (year === null || own === null) return !isOwn;
  return isOwn ? year < own : year <= own;
}
