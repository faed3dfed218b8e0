import type { RunImport, RunOptions } from '../importers/run-import.ts';
import type { ImportFailure, ImportResult } from './library.ts';

/** How the library imports: bytes, or a text, with all that a platform's imports can be told. Never rejects. */
export type ImportReport = (bytes: Uint8Array | string, options?: RunOptions) => Promise<ImportResult | ImportFailure>;

/** The imports of a platform as the library gives them. */
export function importsBy(run: RunImport): ImportReport {
  return async (bytes, options) => {
    const imported = await run(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, options);
    return 'failure' in imported ? imported : { markup: imported.markup, notes: imported.notes };
  };
}
