// What a command makes of many files, in order: in this thread alone, or in several where there are many.
import type { MessagePort } from 'node:worker_threads';
import { doShared, performShared, type SharedWork, type Threads } from '../node/shared-tasks.ts';
import type { Found } from './find-reports.ts';

export type FoundFile = Extract<Found, { kind: 'file' }>;

/** The commands whose work threads share. */
export type SharedCommand = 'check' | 'export' | 'format';

/** What a thread has to know. What isn't a file is left to who started it: only there is a standard input. */
export interface ThreadData<Options> {
  readonly command: SharedCommand;
  readonly options: Options;
  readonly files: readonly (FoundFile | null)[];
}

export interface FileWork<Options, Result> {
  readonly command: SharedCommand;
  readonly options: Options;
  /** Below so many files a thread costs more than it saves. */
  readonly fewest: number;
  /** What is done to each in this thread. What it gives is plain data. */
  readonly perform: (found: Found) => Promise<Result>;
}

/** What becomes of each that was found, in order. Files are read when their turn comes; without threads all in this one. */
export async function* overFiles<Options, Result>(
  found: Iterable<Found>,
  { command, options, fewest, perform }: FileWork<Options, Result>,
  threads: Threads | null,
): AsyncGenerator<Result> {
  const left = found[Symbol.iterator]();
  const first = threads?.count ? firstOf(left, fewest) : [];
  if (!threads || first.length < fewest) {
    for (const one of first) yield await perform(one);
    for (let next = left.next(); !next.done; next = left.next()) yield await perform(next.value);
    return;
  }
  const all = [...first, ...firstOf(left, Number.POSITIVE_INFINITY)];
  const files = all.map((one) => (one.kind === 'file' ? one : null));
  const data: ThreadData<Options> = { command, options, files };
  const ofFile = async (task: number): Promise<Result | null> => {
    const file = files[task];
    return file ? perform(file) : null;
  };
  let task = 0;
  for await (const result of performShared(all.length, threads, data, ofFile)) {
    const one = all[task++];
    if (result !== null) yield result;
    else if (one) yield await perform(one);
  }
}

/** In a thread of such a run: does the work on files until none is left. */
export function overFilesInThread<Options, Result>(
  port: MessagePort,
  { data, tasks }: SharedWork<ThreadData<Options>>,
  perform: (file: FoundFile) => Promise<Result>,
): Promise<void> {
  return doShared(port, tasks, async (task) => {
    const file = data.files[task];
    return file ? perform(file) : null;
  });
}

/** Takes so many from what may be gone on with. */
function firstOf<Value>(values: Iterator<Value>, most: number): readonly Value[] {
  const taken: Value[] = [];
  while (taken.length < most) {
    const { done, value } = values.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
