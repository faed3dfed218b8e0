// The desk over a made-up county of 170 bodies and three years, from the markup and from Word files.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { docx } from '../../server/src/exporters/docx.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { madeUpCounty, wholeCounty } from '../../test/support/county/county.ts';
import { printTable, verdict } from './table.ts';

const cli = join(import.meta.dirname, '../../dist/nianbao.cjs');
const BUDGETS = { markup: 3, word: 60 } as const;

/** Seconds by the clock, in a process of its own. */
export async function desk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  try {
    const { files } = madeUpCounty(wholeCounty);
    for (const [name, text] of files) {
      put(join(folder, 'markup', name), text);
      const isReport = name.endsWith('.nianbao');
      const word = join(folder, 'word', name.replace(/\.nianbao$/, '.docx'));
      put(word, isReport ? await docx.write(readReport(text)) : text);
    }
    printTable(
      'Desk',
      ['reports', 'time', 'budget'],
      (['markup', 'word'] as const).map((kind) => {
        const seconds = timed(join(folder, kind));
        return [
          `${files.size - 1}, ${kind}`,
          `${seconds.toFixed(2)} s`,
          `≤ ${BUDGETS[kind]} s ${verdict(seconds, BUDGETS[kind])}`,
        ];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function timed(folder: string): number {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [cli, 'desk', folder], { encoding: 'utf8' });
  if (status !== 1) throw new Error(`desk ended in ${status}: ${stderr}`);
  return (performance.now() - begin) / 1000;
}
