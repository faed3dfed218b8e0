// Checks the reports of a folder in a pool of worker threads and prints, for each, how many errors it has.
//   node check-many.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { check } from 'nianbao';

if (isMainThread) await checkFolder(process.argv[2] ?? '.');
else parentPort.on('message', (file) => parentPort.postMessage({ file, errors: errorsIn(file) }));

function errorsIn(file) {
  const findings = check(readFileSync(file, 'utf8'), { name: file });
  return findings.filter(({ severity }) => severity === 'error').length;
}

async function checkFolder(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.nianbao'))
    .map((name) => join(folder, name));
  const waiting = files.values();
  const pool = Array.from({ length: Math.min(availableParallelism(), files.length) }, () => work(waiting));
  await Promise.all(pool);
}

/** Gives a worker one file after the other, and ends it when none is left. */
function work(files) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url));
    const next = () => {
      const { value, done } = files.next();
      if (done) worker.terminate().then(resolve);
      else worker.postMessage(value);
    };
    worker.on('message', ({ file, errors }) => {
      console.log(`${errors}\t${file}`);
      next();
    });
    worker.on('error', reject);
    next();
  });
}
