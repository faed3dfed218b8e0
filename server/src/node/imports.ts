// Where Node imports files: in a worker thread.
import { importsApart } from '../importers/imports-apart.ts';
import type { RunImport } from '../importers/run-import.ts';
import { importThreads } from './import-thread.ts';

/**
 * Imports with the worker's script in the folder of the program's own files, which is what `of`, one of them, is written in.
 * So many threads wait for the next file.
 */
export function nodeImports(of: string, mostResting = 1): RunImport {
  const ending = of.endsWith('.ts') ? 'ts' : 'js';
  return importsApart(importThreads(new URL(`import-worker.${ending}`, of)), null, mostResting);
}
