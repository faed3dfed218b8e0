// Imports in a thread of their own, whatever the platform calls it, so that others are answered meanwhile and a file that
// takes too long or too much is given up.
import { defaultLimits } from './import-limits.ts';
import { runFailures } from './run-failures.ts';
import type { FileOptions, RunImport } from './run-import.ts';
import type { Imported, ImportFailure } from './source.ts';

/** How a thread's work on one file ended: with a result, or for want of memory, or because the thread failed or could not be started. */
export type Outcome = Imported | ImportFailure | 'memory' | 'failed' | 'unavailable';

/** A thread that imports one file after the other. */
export interface ImportThread {
  /** Calls `done` once; never after `stop`. */
  readonly run: (bytes: Uint8Array, options: FileOptions, done: (outcome: Outcome) => void) => void;
  /** Whether it can take another file. */
  readonly isAlive: () => boolean;
  readonly stop: () => void;
}

/**
 * Imports in threads that `start` starts with so many megabytes each; of those that are done at most `mostResting` wait for
 * the next file. `here` imports where there are none.
 */
export function importsApart(
  start: (megabytes: number) => ImportThread,
  here: RunImport | null = null,
  mostResting = 1,
): RunImport {
  const resting: { readonly thread: ImportThread; readonly megabytes: number }[] = [];

  const taken = (megabytes: number): ImportThread => {
    for (let found = resting.pop(); found; found = resting.pop()) {
      if (found.megabytes === megabytes && found.thread.isAlive()) return found.thread;
      found.thread.stop();
    }
    return start(megabytes);
  };

  return async (bytes, { limits = defaultLimits, signal, ...options } = {}) => {
    if (signal?.aborted) return runFailures.cancelled();
    const { seconds, megabytes } = limits;
    const thread = taken(megabytes);
    const outcome = await ended(thread, bytes, options, seconds, signal);
    if (typeof outcome !== 'string') {
      if (resting.length < mostResting && thread.isAlive()) resting.push({ thread, megabytes });
      else thread.stop();
      return outcome;
    }
    thread.stop();
    switch (outcome) {
      case 'time':
        return runFailures.outOfTime(seconds);
      case 'memory':
        return runFailures.outOfMemory(megabytes);
      case 'cancelled':
        return runFailures.cancelled();
      case 'unavailable':
        return here ? here(bytes, options) : runFailures.failed();
      default:
        return runFailures.failed();
    }
  };
}

/** What comes first: the outcome, the end of the time, or that nobody wants it any more. */
function ended(
  thread: ImportThread,
  bytes: Uint8Array,
  options: FileOptions,
  seconds: number,
  signal: AbortSignal | undefined,
): Promise<Outcome | 'time' | 'cancelled'> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome | 'time' | 'cancelled'): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(outcome);
    };
    const abort = (): void => finish('cancelled');
    const timer = setTimeout(() => finish('time'), 1000 * seconds);
    signal?.addEventListener('abort', abort);
    thread.run(bytes, options, finish);
  });
}
