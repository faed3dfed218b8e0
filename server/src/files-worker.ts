// The composition root of a thread that works on files together with the thread that started it.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { CheckOptions } from './cli/check-file.ts';
import type { ExportOptions } from './cli/export-file.ts';
import type { FormatOptions } from './cli/format-file.ts';
import { overFilesInThread, type SharedCommand, type ThreadData } from './cli/over-files.ts';
import { readFile } from './cli/read-reports.ts';
import type { SharedWork } from './node/shared-tasks.ts';

type Work = SharedWork<ThreadData<unknown>>;

/** Each loads what it needs alone. */
const commands: Readonly<Record<SharedCommand, (port: MessagePort, work: Work) => Promise<void>>> = {
  async check(port, work) {
    const { FileCheck } = await import('./cli/check-file.ts');
    const check = new FileCheck(work.data.options as CheckOptions);
    await overFilesInThread(port, work, (file) => check.outcome(readFile(file)));
  },
  async export(port, work) {
    const { FileExport, exporterOf } = await import('./cli/export-file.ts');
    const options = work.data.options as ExportOptions;
    const exporter = exporterOf(options);
    if (!exporter) return;
    const fileExport = new FileExport(options, exporter);
    await overFilesInThread(port, work, (file) => fileExport.outcome(readFile(file)));
  },
  async format(port, work) {
    const { FileFormat } = await import('./cli/format-file.ts');
    const format = new FileFormat(work.data.options as FormatOptions);
    await overFilesInThread(port, work, (file) => format.outcome(readFile(file)));
  },
};

const work = workerData as Work;
if (parentPort) await commands[work.data.command](parentPort, work);
