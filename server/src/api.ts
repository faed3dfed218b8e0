// The library under Node: files are imported in a worker thread, with limits on time and memory.

import { nodeImports } from './node/imports.ts';
import { type ImportReport, importsBy } from './tasks/library-import.ts';

export * from './tasks/library.ts';

/** A foreign report as markup: Word, PDF, web page or text. Never rejects, whatever the bytes; `limits` are named where they end it. */
export const importReport: ImportReport = importsBy(nodeImports(import.meta.url));
