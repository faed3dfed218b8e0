import type { TermPlace } from './occurrences.ts';
import type { Run } from './runs.ts';
import type { TitlePlace } from './title-places.ts';

/** One step of a reading: what a stretch is taken for. */
export type Step =
  | { readonly kind: 'prose' | 'junk' | 'note' | 'page-mark' | 'leave' }
  | { readonly kind: 'heading'; readonly place: TitlePlace }
  | TermStep
  | RunStep;

export interface TermStep {
  readonly kind: 'line' | 'head';
  readonly table: number;
  readonly place: TermPlace;
  /** Whether the table begins with it. */
  readonly enters: boolean;
}

export interface RunStep {
  readonly kind: 'values' | 'wide' | 'astray';
  readonly table: number;
  readonly run: Run;
}

export interface SearchStep {
  readonly from: number;
  readonly to: number;
  readonly step: Step;
}

/** What a reading has come to: in prose, or below a line of a table. */
export interface State {
  /** The index of the table; -1 in prose. */
  readonly table: number;
  /** The index of the last line; -1 before the first. */
  readonly line: number;
  /** Whether the line has its values; in prose, whether the part has had a table. */
  readonly filled: boolean;
  /** The number of the last heading; 0 before the first. */
  readonly heading: number;
}
