import type { Pending } from './pending.ts';

/**
 * The files around a report, wherever they lie: on disk, behind a client, in memory. Paths or URIs go in and out; what
 * can't be read is null, what can't be searched is empty. Nothing throws.
 */
export interface Workspace {
  readonly read: ReadText;
  /** The beginning of a file, as many bytes as are asked for; where it can't be read alone, `read` gives all of it. */
  readonly readStart?: (source: string, bytes: number) => Pending<string | null>;
  /** The reports below folders; with `depth`, at most so many folders down (1: in the folders themselves). */
  readonly find: (folders: readonly string[], depth?: number) => Promise<readonly string[]>;
  /** Tells `hear` of every report that appears, changes or goes, as the files are now; null where it may be any. */
  readonly changed: (hear: (source: string | null) => void) => void;
}

/** Reads a text file by its path or URI; null where there is none or it can't be read. */
export type ReadText = (source: string) => Promise<string | null>;
