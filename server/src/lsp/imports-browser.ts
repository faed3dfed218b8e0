// Where a browser imports files: in a worker beside the server's, or in the server's own where it can't start another.
import { importsApart } from '../importers/imports-apart.ts';
import { noResources } from '../importers/resources.ts';
import { importsHere, type RunImport } from '../importers/run-import.ts';
import { webImportThreads } from './import-thread-browser.ts';

/** Imports with the script that lies in `nianbaoHome`. */
export function browserImports(): RunImport {
  const { nianbaoHome = '' } = globalThis as { readonly nianbaoHome?: string };
  return importsApart(webImportThreads(nianbaoHome), importsHere(noResources));
}
