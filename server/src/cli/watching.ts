// `check --watch`: the reports checked again and again, as they and what they hang on change.
import { type FSWatcher, statSync, watch } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hash } from '../text/hash.ts';
import { isReportFile } from '../workspace/report-files.ts';
import { settingsFileName, settingsPlaces } from '../workspace/settings.ts';
import { type CheckOptions, FileCheck, type Outcome } from './check-file.ts';
import { findReports } from './find-reports.ts';
import type { Io } from './io.ts';
import { readReport } from './read-reports.ts';

/** An editor writes a file in several steps: so long they are one change. */
const SETTLE_MILLISECONDS = 100;

/** The outcomes of one round, in the order of the operands. */
export type Round = AsyncIterable<Outcome>;

export interface WatchOptions {
  readonly options: CheckOptions;
  readonly io: Io;
  /** Whether a round has all reports; else only those that have changed, and those of which now something else is found. */
  readonly whole: boolean;
}

/** A round at once and one after each change, until `io.stopped`; each has to be read through before the next is asked for. */
export async function* rounds(
  operands: readonly string[],
  { options, io, whole }: WatchOptions,
): AsyncGenerator<Round> {
  const known = new Map<string, string>();
  let check = new FileCheck(options);
  const isSettings = (path: string): boolean =>
    basename(path) === settingsFileName || path === options.settings.file || check.isPack(path);
  const named = new Set(operands.map((operand) => resolve(io.cwd, operand)));
  const changes = new Changes((path) => isReportFile(path) || named.has(path) || isSettings(path));
  for (const path of named) changes.watch(path);
  if (options.settings.file !== null) changes.watch(options.settings.file);
  let changed: ReadonlySet<string> = new Set();
  async function* round(): Round {
    const there = new Set<string>();
    for (const found of findReports(operands, io.cwd)) {
      const path = found.kind === 'file' ? found.path : null;
      const outcome = await check.outcome(await readReport(found, io));
      const said = hash(JSON.stringify(outcome));
      if (whole || path === null || changed.has(path) || known.get(path) !== said) yield outcome;
      if (path === null) continue;
      there.add(path);
      known.set(path, said);
    }
    for (const path of known.keys()) if (!there.has(path)) known.delete(path);
  }
  try {
    yield round();
    for (let paths = await changes.next(io.stopped); paths; paths = await changes.next(io.stopped)) {
      // What is found of one may hang on any other of its folder: nothing is kept.
      check = new FileCheck(options);
      changed = new Set(paths);
      yield round();
    }
  } finally {
    changes.close();
  }
}

/** What changes of the files that are wanted. */
class Changes {
  readonly #watchers: FSWatcher[] = [];
  readonly #changed = new Set<string>();
  readonly #isWanted: (path: string) => boolean;
  #wake: () => void = () => {};

  constructor(isWanted: (path: string) => boolean) {
    this.#isWanted = isWanted;
  }

  /** A folder with all below it, or a file with what lies beside it; of the folders above the settings alone. */
  watch(path: string): void {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    this.#watch(isFolder ? path : dirname(path), isFolder, this.#isWanted);
    for (const place of settingsPlaces(path).slice(isFolder ? 0 : 1)) {
      this.#watch(dirname(place), false, (each) => each === place);
    }
  }

  /** The paths that have changed since, when they have settled; null when `stopped`. */
  async next(stopped: AbortSignal | undefined): Promise<readonly string[] | null> {
    while (!stopped?.aborted) {
      if (this.#changed.size > 0) {
        const before = this.#changed.size;
        await this.#sleep(SETTLE_MILLISECONDS, stopped);
        if (this.#changed.size > before) continue;
        const paths = [...this.#changed];
        this.#changed.clear();
        return paths;
      }
      await this.#sleep(null, stopped);
    }
    return null;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
  }

  #watch(folder: string, recursive: boolean, isWanted: (path: string) => boolean): void {
    try {
      const watcher = watch(folder, { recursive }, (_, name) => {
        const path = name === null ? folder : join(folder, name);
        if (!isWanted(path)) return;
        this.#changed.add(path);
        this.#wake();
      });
      watcher.on('error', () => watcher.close());
      this.#watchers.push(watcher);
    } catch {
      // A folder that can't be watched has no changes to tell; that it can't be read is told when its reports are.
    }
  }

  #sleep(milliseconds: number | null, stopped: AbortSignal | undefined): Promise<void> {
    const { promise, resolve: wake } = Promise.withResolvers<void>();
    const timer = milliseconds === null ? null : setTimeout(wake, milliseconds);
    if (milliseconds === null) this.#wake = wake;
    stopped?.addEventListener('abort', () => wake(), { once: true });
    return promise.finally(() => timer && clearTimeout(timer));
  }
}
