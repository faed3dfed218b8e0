// Numbered tasks that this thread and others take one after the other; their results come in the order of the tasks.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { type MessagePort, Worker } from 'node:worker_threads';

/** What the threads have in common. */
export interface SharedTasks {
  /** How many tasks there are. */
  readonly count: number;
  /** At `NEXT` the first task that nobody has taken, at `DONE` how many results are used. */
  readonly places: Int32Array<SharedArrayBuffer>;
}

/** What a thread finds as its `workerData`. */
export interface SharedWork<Data> {
  readonly data: Data;
  readonly tasks: SharedTasks;
}

export interface Threads {
  /** The script of the threads: it has to call `doShared`. */
  readonly script: URL;
  /** How many there are beside this one. */
  readonly count: number;
}

/** The results of tasks that follow one another, from `first` on. */
interface Batch<Result> {
  readonly first: number;
  readonly results: readonly Result[];
}

type Perform<Result> = (task: number) => Promise<Result>;

const NEXT = 0;
const DONE = 1;
const TAKEN_AT_ONCE = 4;
/** So far may those who work be ahead of who uses the results, so that memory stays flat. */
const MOST_AHEAD = 256;

/**
 * Performs tasks 0 to `count` - 1 here and in threads, which are given `data` as well. Gives the results
 * in order. What a thread that dies had taken is performed here.
 */
export async function* performShared<Result>(
  count: number,
  threads: Threads,
  data: unknown,
  perform: Perform<Result>,
): AsyncGenerator<Result> {
  const tasks: SharedTasks = { count, places: new Int32Array(new SharedArrayBuffer(8)) };
  const ready = new Map<number, Result>();
  const keep = ({ first, results }: Batch<Result>): void => {
    results.forEach((result, i) => void ready.set(first + i, result));
  };
  keepYoungGenerations();
  const crew = new Crew<Result>(threads, { data, tasks }, keep);
  try {
    for (let task = 0; task < count; task++) {
      while (!ready.has(task)) {
        const batch = isTooFarAhead(tasks) ? null : await takeBatch(tasks, perform);
        if (batch) keep(batch);
        if (batch) await setImmediate();
        else if (crew.isAtWork) await crew.news();
        else keep({ first: task, results: [await perform(task)] });
      }
      const result = ready.get(task) as Result;
      ready.delete(task);
      yield result;
      Atomics.store(tasks.places, DONE, task + 1);
      Atomics.notify(tasks.places, DONE);
    }
  } finally {
    crew.dismiss();
  }
}

/** In a thread: performs tasks until none is left, and posts their results. */
export async function doShared<Result>(port: MessagePort, tasks: SharedTasks, perform: Perform<Result>): Promise<void> {
  for (;;) {
    waitForRoom(tasks);
    const batch = await takeBatch(tasks, perform);
    if (!batch) return;
    port.postMessage(batch);
  }
}

/** The threads that work on the same tasks. */
class Crew<Result> {
  readonly #workers: readonly Worker[];
  #atWork: number;
  #wake: () => void = () => {};
  #hasNews = false;

  constructor({ script, count }: Threads, workerData: unknown, hear: (batch: Batch<Result>) => void) {
    const options = { workerData, execArgv: [] };
    this.#workers = Array.from({ length: count }, () => new Worker(script, options));
    this.#atWork = count;
    for (const worker of this.#workers) {
      worker.on('message', (batch: Batch<Result>) => {
        hear(batch);
        this.#tell();
      });
      // Who hears of no error has the whole process end with it.
      worker.on('error', () => {});
      worker.on('exit', () => {
        this.#atWork--;
        this.#tell();
      });
    }
  }

  get isAtWork(): boolean {
    return this.#atWork > 0;
  }

  /** Resolves when results have come, or a thread has ended, since it was last asked. */
  async news(): Promise<void> {
    if (!this.#hasNews) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#hasNews = false;
  }

  dismiss(): void {
    for (const worker of this.#workers) void worker.terminate();
  }

  #tell(): void {
    this.#hasNews = true;
    this.#wake();
  }
}

/**
 * Has what lives shortly collected when it fills what it fills by now, some 16 MB, in every thread of this process: left alone
 * it grows to 128 MB in each, which makes nothing faster.
 */
function keepYoungGenerations(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

async function takeBatch<Result>(
  { count, places }: SharedTasks,
  perform: Perform<Result>,
): Promise<Batch<Result> | null> {
  const first = Atomics.add(places, NEXT, TAKEN_AT_ONCE);
  if (first >= count) return null;
  const results: Result[] = [];
  for (let task = first; task < Math.min(count, first + TAKEN_AT_ONCE); task++) results.push(await perform(task));
  return { first, results };
}

function isTooFarAhead({ places }: SharedTasks): boolean {
  return Atomics.load(places, NEXT) - Atomics.load(places, DONE) > MOST_AHEAD;
}

function waitForRoom(tasks: SharedTasks): void {
  while (isTooFarAhead(tasks)) Atomics.wait(tasks.places, DONE, Atomics.load(tasks.places, DONE), 1000);
}
