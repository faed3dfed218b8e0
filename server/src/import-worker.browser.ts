// The composition root of the worker in which a browser imports files; see lsp/import-thread-browser.ts.
import { importReport } from './importers/index.ts';
import type { ImportMessage } from './lsp/import-thread-browser.ts';

interface OwnThread {
  onmessage: ((event: { readonly data: ImportMessage }) => void) | null;
  readonly postMessage: (message: unknown) => void;
}

const own = globalThis as unknown as OwnThread;

own.onmessage = async ({ data: { bytes, options } }) => own.postMessage(await importReport(bytes, options));
own.postMessage('ready');
