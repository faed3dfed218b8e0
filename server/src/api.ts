// The library under Node: files are imported in a worker thread, with limits on time and memory.
import { type ImportReport, importsBy } from './library-import.ts';
import { nodeImports } from './node/imports.ts';

export * from './library.ts';

/** A foreign report as markup: Word, PDF, web page or text. Never rejects, whatever the bytes; `limits` are named where they end it. */
export const importReport: ImportReport = importsBy(nodeImports(import.meta.url));
