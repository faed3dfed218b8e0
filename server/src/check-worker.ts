// The composition root of a thread that checks reports together with the thread that started it.
import { parentPort, workerData } from 'node:worker_threads';
import { checkInThread, type ThreadData } from './cli/check-files.ts';
import type { SharedWork } from './node/shared-tasks.ts';

if (parentPort) await checkInThread(parentPort, workerData as SharedWork<ThreadData>);
