import { parentPort, workerData } from 'node:worker_threads';
import { doShared, type SharedWork } from '../../server/src/node/shared-tasks.ts';

interface Data {
  readonly diesAt: number | null;
  /** Counts the tasks begun in threads. */
  readonly begun: Int32Array;
}

const { tasks, data } = workerData as SharedWork<Data>;

if (parentPort) {
  await doShared(parentPort, tasks, async (task) => {
    Atomics.add(data.begun, 0, 1);
    if (data.diesAt !== null && task >= data.diesAt) throw new Error('dead');
    return task * task;
  });
}
