// The outcomes of many reports in order: in this thread alone, or in several where there are many files.
import { resolve } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { doShared, performShared, type SharedWork } from '../node/shared-tasks.ts';
import { type CheckOptions, FileCheck, type Outcome } from './check-file.ts';
import { type Found, findReports } from './find-reports.ts';
import type { Io } from './io.ts';
import { type Listed, listedFiles } from './listed-files.ts';
import { type ReadReport, readContent, readFile, readReport } from './read-reports.ts';

/** Below so many files a thread costs more than it saves. */
const FEWEST_FOR_THREADS = 50;

/** What a thread has to know. What isn't a file is left to who started it: only there is a standard input. */
export interface ThreadData {
  readonly options: CheckOptions;
  readonly files: readonly (Extract<Found, { kind: 'file' }> | null)[];
}

/** The outcome of each report that the operands mean, in their order. Files are read when their turn comes. */
export async function* outcomes(
  operands: readonly string[],
  options: CheckOptions,
  check: FileCheck,
  { io, alone, inputName }: { readonly io: Io; readonly alone: boolean; readonly inputName?: string | undefined },
): AsyncGenerator<Outcome> {
  const perform = async (one: Found): Promise<Outcome> => check.outcome(await readReport(named(one, inputName), io));
  const threads = alone || !io.checkThreads?.count ? null : io.checkThreads;
  const found = findReports(operands, io.cwd);
  const first = threads ? firstOf(found, FEWEST_FOR_THREADS) : [];
  if (!threads || first.length < FEWEST_FOR_THREADS) {
    for (const one of first) yield await perform(one);
    for (const one of found) yield await perform(one);
    return;
  }
  const all = [...first, ...found];
  const data: ThreadData = { options, files: all.map((one) => (one.kind === 'file' ? one : null)) };
  const ofFile = (task: number): Promise<Outcome | null> => outcomeOf(data, check, task);
  let task = 0;
  for await (const outcome of performShared(all.length, threads, data, ofFile)) {
    const one = all[task++];
    if (outcome) yield outcome;
    else if (one) yield await perform(one);
  }
}

/** The outcome of each report that a list names, one after the other, however long the list is. */
export async function* outcomesOfList(list: string, check: FileCheck, io: Io): AsyncGenerator<Outcome> {
  for await (const listed of listedFiles(list, io)) yield await check.outcome(readListed(listed, io));
}

function readListed(listed: Listed, io: Io): ReadReport {
  if (listed.kind === 'fault') return { kind: 'failure', name: listed.name, message: listed.message };
  const { name, bytes } = listed;
  return bytes ? readContent(name, bytes, io) : readFile({ name, path: resolve(io.cwd, name) });
}

/** Standard input under the name that it is given. */
function named(found: Found, inputName: string | undefined): Found {
  return found.kind === 'standard-input' && inputName !== undefined ? { ...found, as: inputName } : found;
}

/** In a thread of such a run: checks files until none is left. */
export async function checkInThread(port: MessagePort, { data, tasks }: SharedWork<ThreadData>): Promise<void> {
  const check = new FileCheck(data.options);
  await doShared(port, tasks, (task) => outcomeOf(data, check, task));
}

async function outcomeOf({ files }: ThreadData, check: FileCheck, task: number): Promise<Outcome | null> {
  const file = files[task];
  return file ? check.outcome(readFile(file)) : null;
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
