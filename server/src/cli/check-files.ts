// The outcomes of many reports in order.
import { resolve } from 'node:path';
import type { CheckOptions, FileCheck, Outcome } from './check-file.ts';
import { type Found, findReports } from './find-reports.ts';
import type { Io } from './io.ts';
import { type Listed, listedFiles } from './listed-files.ts';
import { overFiles } from './over-files.ts';
import { type ReadReport, readContent, readFile, readReport } from './read-reports.ts';

const FEWEST_FOR_THREADS = 50;

/** The outcome of each report that the operands mean, in their order. Files are read when their turn comes. */
export function outcomes(
  operands: readonly string[],
  options: CheckOptions,
  check: FileCheck,
  { io, alone, inputName }: { readonly io: Io; readonly alone: boolean; readonly inputName?: string | undefined },
): AsyncGenerator<Outcome> {
  const perform = async (one: Found): Promise<Outcome> => check.outcome(await readReport(named(one, inputName), io));
  const work = { command: 'check', options, fewest: FEWEST_FOR_THREADS, perform } as const;
  return overFiles(findReports(operands, io.cwd), work, alone ? null : (io.threads ?? null));
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
