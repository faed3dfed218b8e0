// Imports in a worker thread of Node, with a limit on its memory.
import { Worker } from 'node:worker_threads';
import type { ImportThread, Outcome } from '../importers/imports-apart.ts';
import type { FileOptions } from '../importers/run-import.ts';

/** What the worker is sent; it answers with the result alone. */
export interface ImportMessage {
  readonly bytes: Uint8Array;
  readonly options: FileOptions;
}

/** Starts threads that run the script of the import worker. While one has nothing to do it doesn't keep the process from ending. */
export function importThreads(script: URL): (megabytes: number) => ImportThread {
  return (megabytes) => {
    let done: ((outcome: Outcome) => void) | null = null;
    let isAlive = true;
    const worker = new Worker(script, {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What a library prints must not come between the messages of a server on standard output. Nobody reads it: a stream
      // that is read keeps the process from ending.
      stdout: true,
      stderr: true,
      execArgv: [],
    });
    worker.unref();
    const end = (outcome: Outcome): void => {
      worker.unref();
      const tell = done;
      done = null;
      tell?.(outcome);
    };
    worker.on('message', end);
    worker.on('error', (error: NodeJS.ErrnoException) => {
      isAlive = false;
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'failed');
    });
    worker.on('exit', () => {
      isAlive = false;
      end('failed');
    });
    return {
      run(bytes, options, tell) {
        done = tell;
        worker.ref();
        worker.postMessage({ bytes, options } satisfies ImportMessage);
      },
      isAlive: () => isAlive,
      stop() {
        done = null;
        isAlive = false;
        void worker.terminate();
      },
    };
  };
}
