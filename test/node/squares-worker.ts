import { parentPort, workerData } from 'node:worker_threads';
import { doShared, type SharedWork } from '../../server/src/node/shared-tasks.ts';

const { tasks, data } = workerData as SharedWork<{ readonly diesAt: number | null }>;

if (parentPort) {
  await doShared(parentPort, tasks, async (task) => {
    if (data.diesAt !== null && task >= data.diesAt) throw new Error('dead');
    return task * task;
  });
}
