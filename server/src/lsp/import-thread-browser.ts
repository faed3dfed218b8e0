// Imports in a web worker beside the server's own. Browsers bound the memory of a page as a whole, not that of a worker.
import type { ImportThread, Outcome } from '../importers/imports-apart.ts';
import type { FileOptions } from '../importers/run-import.ts';

/** What the worker is sent; it says `ready` once, then answers with results alone. */
export interface ImportMessage {
  readonly bytes: Uint8Array;
  readonly options: FileOptions;
}

interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly preventDefault: () => void }) => void) | null;
  readonly postMessage: (message: unknown) => void;
  readonly terminate: () => void;
}

declare const Worker: new (url: string) => WebWorker;

/** Starts workers from the script that lies in `home`, the folder of the program's own files as a URL that ends in a slash. */
export function webImportThreads(home: string): () => ImportThread {
  return () => {
    let done: ((outcome: Outcome) => void) | null = null;
    let isReady = false;
    let isAlive = true;
    const end = (outcome: Outcome): void => {
      const tell = done;
      done = null;
      tell?.(outcome);
    };
    const worker = startWorker(home);
    if (worker) {
      worker.onmessage = ({ data }) => {
        if (data === 'ready') isReady = true;
        else end(data as Outcome);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        isAlive = false;
        end(isReady ? 'failed' : 'unavailable');
      };
    }
    return {
      run(bytes, options, tell) {
        done = tell;
        if (worker && isAlive) worker.postMessage({ bytes, options } satisfies ImportMessage);
        else end('unavailable');
      },
      isAlive: () => isAlive,
      stop() {
        done = null;
        isAlive = false;
        worker?.terminate();
      },
    };
  };
}

/** The script may lie at another origin than the page, from which a worker can't start but may load; null where no worker can. */
function startWorker(home: string): WebWorker | null {
  try {
    const lines = [
      `globalThis.nianbaoHome = ${JSON.stringify(home)};`,
      `importScripts(${JSON.stringify(`${home}import-worker.browser.js`)});`,
    ];
    const url = URL.createObjectURL(new Blob(lines, { type: 'text/javascript' }));
    return new Worker(url);
  } catch {
    return null;
  }
}
