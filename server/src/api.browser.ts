// The library in a browser. Imports run in the caller's own thread and have no limits but those on bytes: call it in a worker.

import { noResources } from './importers/resources.ts';
import { importsHere } from './importers/run-import.ts';
import { type ImportReport, importsBy } from './tasks/library-import.ts';

export * from './tasks/library.ts';

/** A foreign report as markup: Word, PDF, web page or text. Never rejects, whatever the bytes. */
export const importReport: ImportReport = importsBy(importsHere(noResources));
