/*
 * Edits texts and reports at random, against a fresh count of lines and an engine that sees only the last text, and imports
 * spoilt files. Exit code 1 where an answer is wrong, or an import fails, says nothing, takes more than ten seconds and is not given up, or 700 MB; the input is then in out/.
 *
 *   node scripts/fuzz.ts [MINUTES] [SEED] [texts|edits|imports]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FuzzTask, FuzzWord } from '../test/support/fuzz-worker.ts';

const [minutes = '1', seed = String(Date.now() % 1_000_000_000), only] = process.argv.slice(2);
/** Of which an import may take ten before it is given up. */
const MOST_SECONDS = 15;
const MOST_MEGABYTES = 700;
/** From here on the input of an import is kept, to be looked at before it fails. */
const MANY_MEGABYTES = 600;
/** What the thread that makes inputs may hold, in megabytes: for imports little, so that what is measured is theirs. */
const OWN_HEAP = {
  texts: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  edits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 16 },
  imports: { maxOldGenerationSizeMb: 112, maxYoungGenerationSizeMb: 8 },
};
const overMemory = `more than ${MOST_MEGABYTES} MB`;
const parts = (['imports', 'texts', 'edits'] as const).filter((part) => only === undefined || part === only);
const seconds = (Number(minutes) * 60) / parts.length;
const out = join(import.meta.dirname, '../out');

console.log(`seed ${seed}, ${minutes} min`);
for (const part of parts) {
  const until = Date.now() + seconds * 1000;
  let ended: Ended = 'anew';
  for (let round = 0; ended === 'anew'; round++)
    ended = await fuzz({ part, seconds: Math.max(1, (until - Date.now()) / 1000), seed: Number(seed) + round });
  if (ended === null) continue;
  console.log(`${part}: ${ended.trouble}`);
  process.exitCode = 1;
}

/** What was found, if anything; `anew` where what was made before takes so much memory that the rest is to begin anew. */
type Ended = { readonly trouble: string } | 'anew' | null;

/** Runs one part in a thread of its own, so that what hangs can be ended. */
function fuzz(task: FuzzTask): Promise<Ended> {
  const worker = new Worker(new URL('../test/support/fuzz-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: OWN_HEAP[task.part],
  });
  let [tried, answers, most, since] = [0, 0, 0, Date.now()];
  let hasEnded = false;
  let input: Extract<FuzzWord, { kind: 'tries' }> | null = null;
  return new Promise((resolve) => {
    const end = (trouble: string | null): void => {
      if (hasEnded) return;
      hasEnded = true;
      clearInterval(watch);
      void worker.terminate();
      console.log(`${task.part}: ${tried} tried, ${answers} answers judged, at most ${most} MB`);
      if (trouble === null) resolve(null);
      else if (trouble === overMemory && input && megabytesAlone(keep(input)) <= MOST_MEGABYTES) resolve('anew');
      else resolve({ trouble: input ? `${trouble}\n${keep(input)}` : trouble });
    };
    const watch = setInterval(() => {
      const used = process.memoryUsage.rss() >> 20;
      const isNews = used > Math.max(most, MANY_MEGABYTES);
      most = Math.max(most, used);
      if (isNews && input && task.part === 'imports') console.log(`${used} MB: ${keep(input)}`);
      if (used > MOST_MEGABYTES && input && task.part === 'imports') end(overMemory);
      else if (input && Date.now() - since > MOST_SECONDS * 1000) end(`longer than ${MOST_SECONDS} s`);
    }, 50);
    worker.on('message', (word: FuzzWord) => {
      since = Date.now();
      if (word.kind === 'tries') {
        input = word;
        tried += word.count;
        answers += word.answers;
      } else end(word.trouble);
    });
    worker.on('error', (error) => end(error.stack ?? String(error)));
  });
}

/** What an import takes at most in a process of its own. */
function megabytesAlone(file: string): number {
  const script = join(import.meta.dirname, '../test/support/import-alone.ts');
  const { stdout } = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return stdout.trim() === '' ? Number.POSITIVE_INFINITY : Number(stdout);
}

/** Puts the input where it can be looked at, and says where. */
function keep({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): string {
  const path = join(out, `fuzz-${seed}-${name}`);
  mkdirSync(out, { recursive: true });
  writeFileSync(path, bytes);
  return path;
}
