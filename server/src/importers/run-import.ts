// Imports, wherever they run.
import type { ImportLimits } from './import-limits.ts';
import type { ImportOptions } from './index.ts';
import type { Resources } from './resources.ts';
import type { Imported, ImportFailure } from './source.ts';

/** What is said of a file to whoever reads it elsewhere; plain data. */
export type FileOptions = Omit<ImportOptions, 'resources'>;

export interface RunOptions extends FileOptions {
  readonly limits?: ImportLimits;
  /** Ends the import when it is aborted. */
  readonly signal?: AbortSignal;
}

/** Imports a file, somewhere. Never throws, whatever the bytes. */
export type RunImport = (bytes: Uint8Array, options?: RunOptions) => Promise<Imported | ImportFailure>;

/** Imports in the caller's own thread, where no other can be had: without limits of time and memory. */
export function importsHere(resources: Resources): RunImport {
  return async (bytes, { limits: _limits, signal: _signal, ...options } = {}) =>
    (await import('./index.ts')).importReport(bytes, { ...options, resources });
}
