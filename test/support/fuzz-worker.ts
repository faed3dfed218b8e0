// One part of scripts/fuzz.ts, in a thread of its own: tells what it tries before it does.
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { runFailures } from '../../server/src/importers/run-failures.ts';
import { importsHere } from '../../server/src/importers/run-import.ts';
import { nodeResources } from '../../server/src/node/import-resources.ts';
import { nodeImports } from '../../server/src/node/imports.ts';
import { EditTrials, wrongText } from './edit-trial.ts';
import { freshEngine } from './fresh-engine.ts';
import { hostileFiles, soundFiles } from './hostile-bytes.ts';
import { type HostileChange, hostileEdits } from './hostile-edits.ts';
import { partsToSpoil, reportsToSpoil } from './reports-to-spoil.ts';

export interface FuzzTask {
  readonly part: 'texts' | 'edits' | 'imports';
  readonly seconds: number;
  readonly seed: number;
}

export type FuzzWord =
  | {
      readonly kind: 'tries';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly count: number;
      /** So many answers are judged. */
      readonly answers: number;
    }
  | { readonly kind: 'ends'; readonly trouble: string | null };

const MOST_SECONDS = 10;
/** A copy of the engine remembers what it has seen as well: after so many answers another takes its place. */
const ANSWERS_OF_A_COPY = 20_000;
/** A larger input is imported in a thread with limits, as all are outside of here; of smaller ones one in so many, as handing over takes its time. */
const MOST_BYTES_HERE = 1 << 17;
const ONE_APART_IN = 20;
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

function tries(name: string, bytes: Uint8Array, count = 1, answers = count): void {
  say({ kind: 'tries', name, bytes, count, answers });
}

type Edits = readonly (readonly HostileChange[])[];

function triesEdits(first: string, edits: Edits): void {
  tries('edits.json', new TextEncoder().encode(JSON.stringify({ first, edits })), edits.flat().length, edits.length);
}

function texts(): Promise<string | null> {
  const property = fc.asyncProperty(fc.array(hostileEdits(['a\r\nb\rc\n\rd', '']), { minLength: 50 }), async (all) => {
    triesEdits('', all.flat());
    const wrong = wrongText('', all.flat());
    if (wrong !== null) throw new Error(`another text or other lines than ${JSON.stringify(wrong)}`);
  });
  return troubleWith(property);
}

/** Each answer, to a notification of one edit or a few, is held against a copy of the engine. */
async function edits(): Promise<string | null> {
  let trials = await EditTrials.start(await freshEngine());
  const editsOf = (texts: readonly string[], lines: number, together: number) =>
    fc.tuple(fc.constantFrom(...texts), hostileEdits(texts, { lines, together, most: 40 }));
  const inputs = fc.oneof(
    { weight: 10, arbitrary: editsOf(partsToSpoil, 24, 10) },
    { weight: 9, arbitrary: editsOf(partsToSpoil, 24, 3) },
    { weight: 1, arbitrary: editsOf(reportsToSpoil, 90, 3) },
  );
  const property = fc.asyncProperty(inputs, async ([text, changes]) => {
    triesEdits(text, changes);
    if (trials.answers > ANSWERS_OF_A_COPY) {
      trials.end();
      trials = await EditTrials.start(await freshEngine());
    }
    const wrong = await trials.wrongText(text, changes);
    if (wrong !== null) throw new Error(`other findings than a fresh engine's in ${JSON.stringify(wrong)}`);
  });
  return troubleWith(property);
}

async function imports(): Promise<string | null> {
  const program = new URL('../../server/src/nianbao.ts', import.meta.url);
  const apart = nodeImports(program.href);
  const here = importsHere(nodeResources(new URL('.', program)));
  const limits = { seconds: MOST_SECONDS, megabytes: 400 };
  const inputs = fc.tuple(hostileFiles(await soundFiles()), fc.nat(ONE_APART_IN - 1));
  const property = fc.asyncProperty(inputs, async ([{ name, bytes }, lot]) => {
    tries(name, bytes);
    const run = bytes.length > MOST_BYTES_HERE || lot === 0 ? apart : here;
    const began = performance.now();
    const result = await run(bytes, { name, limits });
    const took = (performance.now() - began) / 1000;
    if (run === here && took > MOST_SECONDS) throw new Error(`${took.toFixed(1)} s`);
    if ('failure' in result && result.failure.zh === broken) throw new Error('the thread has failed');
    const said = 'failure' in result ? result.failure.zh : result.markup;
    if (said.trim() === '') throw new Error('neither a report nor a reason');
  });
  return troubleWith(property);
}
