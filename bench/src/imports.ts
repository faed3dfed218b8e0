// Word files imported one after the other, in a process that has just started.
import { docx } from '../../server/src/exporters/docx.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { samples } from './data.ts';
import { printTable, verdict } from './table.ts';

const FILES = 100;

/** 100 different Word files of one report's length, by the clock and by processor time. */
export async function imports(): Promise<void> {
  const text = samples()[0]?.markup ?? '';
  const files: Uint8Array[] = [];
  for (let i = 0; i < FILES; i++) {
    const written = await docx.write(readReport(text.replaceAll('青禾镇', `青禾${i}镇`)));
    files.push(typeof written === 'string' ? new TextEncoder().encode(written) : written);
  }
  const begin = performance.now();
  const processor = process.cpuUsage();
  for (const bytes of files) await importReport(bytes, { name: 'report.docx' });
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const used = (user + system) / 1e6;
  const size = files.reduce((sum, { length }) => sum + length, 0) / FILES / 1024;
  printTable(
    'Import',
    ['files', 'time', 'processor', 'budget'],
    [
      [
        `${FILES} Word files of ${size.toFixed(0)} KB`,
        `${seconds.toFixed(2)} s`,
        `${used.toFixed(2)} s`,
        `≤ 4 s of the processor ${verdict(used, 4)}`,
      ],
    ],
  );
}
