// The engine is compiled by use: a report like the first one is read and checked some times while the client asks for nothing.
import { subjectOf } from '../analysis/subject.ts';
import { bind } from '../report/bind.ts';
import { check } from '../rules/engine/check.ts';
import { parse } from '../syntax/parse.ts';

export interface WarmUp {
  /** A document was opened: of the first one, if it isn't long, the text serves as the sample. */
  readonly begin: (text: string) => void;
  /** The client wants something: nothing is done until it has been quiet for a while. */
  readonly wait: () => void;
}

const ROUNDS = 20;
/** Long texts take too long at once. UTF-16 units. */
const LONGEST = 20_000;
/** In milliseconds. A step takes one or two of them, the first some ten. */
const QUIET = 200;
const BETWEEN_STEPS = 10;

export const noWarmUp: WarmUp = { begin: () => {}, wait: () => {} };

/** A warm-up of this process. Its steps are short, so that what comes meanwhile waits for one at most. */
export function warmUp(): WarmUp {
  let steps: Iterator<void> | null = null;
  let begun = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const step = (): void => {
    try {
      if (steps?.next().done !== false) steps = null;
    } catch {
      // What fails here will fail, and be told, where somebody asks for it.
      steps = null;
    }
    if (steps) timer = setTimeout(step, BETWEEN_STEPS);
  };
  const wait = (): void => {
    if (!steps) return;
    clearTimeout(timer);
    timer = setTimeout(step, QUIET);
  };
  return {
    begin(text) {
      if (begun || text.length > LONGEST) return;
      begun = true;
      steps = practice(text);
      wait();
    },
    wait,
  };
}

/** Reads and checks texts like this one, with other numbers, so that what is remembered by text spares no work. */
function* practice(text: string): Generator<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    const tree = parse(text.replace(/(?<!\d)\d{1,2}(?!\d)/g, (digits) => String((Number(digits) + round) % 100)));
    yield;
    const report = bind(tree);
    yield;
    check(subjectOf(report));
    yield;
  }
}
