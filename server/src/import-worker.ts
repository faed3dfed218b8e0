// The composition root of the thread in which Node imports files; see node/import-thread.ts.
import { parentPort } from 'node:worker_threads';
import { importReport } from './importers/index.ts';
import { nodeResources } from './node/import-resources.ts';
import type { ImportMessage } from './node/import-thread.ts';

const resources = nodeResources(new URL('.', import.meta.url));

parentPort?.on('message', async ({ bytes, options }: ImportMessage) => {
  parentPort?.postMessage(await importReport(bytes, { ...options, resources }));
});
