import type { ImportNote } from '../source.ts';
import { docxNotes } from './notes.ts';

/** What of a Word file isn't read into the report, in the order in which that is said. */
const ORDER = [
  'deleted',
  'hidden',
  'struck',
  'noteMark',
  'reference',
  'picture',
  'sign',
  'field',
  'ruby',
  'embedded',
] as const;
export type Omission = (typeof ORDER)[number];

const MAX_SAMPLES = 3;
const LONGEST_SAMPLE = 40;

interface Left {
  count: number;
  readonly samples: string[];
}

/** Counts what is left out, with the first words of it. */
export class Omissions {
  readonly #left = new Map<Omission, Left>();
  /** What was left out just before, with nothing read since; a second part of it counts no second time. */
  #open: Omission | null = null;

  /** `text` is what stood there, as far as it is known. */
  add(what: Omission, text = ''): void {
    const left = this.#left.get(what) ?? { count: 0, samples: [] };
    this.#left.set(what, left);
    const goesOn = this.#open === what && text !== '';
    if (!goesOn) left.count++;
    if (text !== '') sample(left, text, goesOn);
    this.#open = text === '' ? null : what;
  }

  /** Something was read: what is left out next is another place. */
  close(): void {
    this.#open = null;
  }

  notes(): readonly ImportNote[] {
    return ORDER.flatMap((what) => {
      const { count, samples } = this.#left.get(what) ?? { count: 0, samples: [] };
      return count > 0 ? [docxNotes[what](count, samples)] : [];
    });
  }
}

function sample({ samples, count }: Left, text: string, goesOn: boolean): void {
  const last = samples.length - 1;
  if (goesOn && last >= 0 && samples.length === count) {
    if ((samples[last] ?? '').length <= LONGEST_SAMPLE) samples[last] += text;
  } else if (!goesOn && samples.length < MAX_SAMPLES) samples.push(text);
}
