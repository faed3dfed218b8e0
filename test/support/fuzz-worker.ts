// One part of scripts/fuzz.ts, in a thread of its own: tells what it tries before it does.
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { runFailures } from '../../server/src/importers/run-failures.ts';
import { nodeImports } from '../../server/src/node/imports.ts';
import { EditTrials, wrongText } from './edit-trial.ts';
import { hostileFiles, soundFiles } from './hostile-bytes.ts';
import { type HostileChange, hostileEdits } from './hostile-edits.ts';
import { reportsToSpoil } from './reports-to-spoil.ts';

export interface FuzzTask {
  readonly part: 'texts' | 'edits' | 'imports';
  readonly seconds: number;
  readonly seed: number;
}

export type FuzzWord =
  | { readonly kind: 'tries'; readonly name: string; readonly bytes: Uint8Array; readonly count: number }
  | { readonly kind: 'ends'; readonly trouble: string | null };

const MOST_SECONDS = 10;
const broken = runFailures.failed().failure.zh;
const { part, seconds, seed } = workerData as FuzzTask;
const manner = {
  seed,
  numRuns: Number.MAX_SAFE_INTEGER,
  interruptAfterTimeLimit: seconds * 1000,
  // The last that was tried is then the one that failed.
  endOnFailure: true,
};
say({ kind: 'ends', trouble: await { texts, edits, imports }[part]() });

/** Tries a property until the time is over; gives what is wrong, or null. */
async function troubleWith<Input>(property: fc.IAsyncProperty<Input>): Promise<string | null> {
  const { errorInstance } = await fc.check(property, manner);
  // Where the time is over before the first try, the check counts as failed, without an error.
  return errorInstance === null ? null : String(errorInstance).slice(0, 2000);
}

function say(word: FuzzWord): void {
  parentPort?.postMessage(word);
}

function tries(name: string, bytes: Uint8Array, count = 1): void {
  say({ kind: 'tries', name, bytes, count });
}

type Edits = readonly (readonly HostileChange[])[];

function triesEdits(first: string, edits: Edits): void {
  tries('edits.json', new TextEncoder().encode(JSON.stringify({ first, edits })), edits.flat().length);
}

function texts(): Promise<string | null> {
  const property = fc.asyncProperty(fc.array(hostileEdits(['a\r\nb\rc\n\rd', '']), { minLength: 50 }), async (all) => {
    triesEdits('', all.flat());
    const wrong = wrongText('', all.flat());
    if (wrong !== null) throw new Error(`another text or other lines than ${JSON.stringify(wrong)}`);
  });
  return troubleWith(property);
}

async function edits(): Promise<string | null> {
  let trials = await EditTrials.start();
  const first = fc.constantFrom(...reportsToSpoil);
  const property = fc.asyncProperty(first, hostileEdits(reportsToSpoil), async (text, changes) => {
    triesEdits(text, changes);
    if (trials.edits > 2_000) {
      trials.end();
      trials = await EditTrials.start();
    }
    const wrong = await trials.wrongText(text, changes);
    if (wrong !== null) throw new Error(`other findings than a fresh engine's in ${JSON.stringify(wrong)}`);
  });
  return troubleWith(property);
}

async function imports(): Promise<string | null> {
  const run = nodeImports(new URL('../../server/src/nianbao.ts', import.meta.url).href);
  const limits = { seconds: MOST_SECONDS, megabytes: 512 };
  const property = fc.asyncProperty(hostileFiles(await soundFiles()), async ({ name, bytes }) => {
    tries(name, bytes);
    const result = await run(bytes, { name, limits });
    if ('failure' in result && result.failure.zh === broken) throw new Error('the thread has failed');
    const said = 'failure' in result ? result.failure.zh : result.markup;
    if (said.trim() === '') throw new Error('neither a report nor a reason');
  });
  return troubleWith(property);
}
