import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPassedOver } from '../node/find-files.ts';
import { ignoredOnDisk } from '../node/report-files.ts';
import type { IgnoredFiles } from '../workspace/ignored-files.ts';
import { isReportFile } from '../workspace/report-files.ts';

/** A file to read, or a path that gives none and why. */
export type Found =
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  /** `as` is what it is called, which says where it would lie. */
  | { readonly kind: 'standard-input'; readonly as?: string }
  | { readonly kind: 'empty-folder'; readonly name: string }
  | { readonly kind: 'failure'; readonly name: string; readonly error: unknown };

/**
 * The files that the operands mean, each once and in order: files as they are, folders searched for reports, `-` for
 * standard input. Names are as a user would write them from `cwd`; nothing is read before it is asked for.
 */
export function* findReports(operands: readonly string[], cwd: string): Generator<Found> {
  const seen = new Set<string>();
  for (const operand of operands) {
    if (operand === '-') {
      if (!seen.has(operand)) yield { kind: 'standard-input' };
      seen.add(operand);
      continue;
    }
    for (const found of findIn(operand, cwd)) {
      if (found.kind === 'file') {
        if (seen.has(found.path)) continue;
        seen.add(found.path);
      }
      yield found;
    }
  }
}

function* findIn(name: string, cwd: string): Generator<Found> {
  const path = resolve(cwd, name);
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    yield { kind: 'failure', name, error };
    return;
  }
  if (!isFolder) {
    yield { kind: 'file', name, path };
    return;
  }
  let found = false;
  for (const one of searchFolder(name, path, ignoredOnDisk(path))) {
    found = true;
    yield one;
  }
  if (!found) yield { kind: 'empty-folder', name };
}

function* searchFolder(name: string, path: string, ignored: IgnoredFiles): Generator<Found> {
  let entries: ReturnType<typeof readEntries>;
  try {
    entries = readEntries(path);
  } catch (error) {
    yield { kind: 'failure', name, error };
    return;
  }
  for (const entry of entries) {
    const [entryName, entryPath] = [join(name, entry.name), join(path, entry.name)];
    if (entry.isDirectory()) {
      if (!ignored.has(entryPath, true)) yield* searchFolder(entryName, entryPath, ignored);
    } else if (isReportFile(entry.name) && mayBeRead(entry, entryPath) && !ignored.has(entryPath, false))
      yield { kind: 'file', name: entryName, path: entryPath };
  }
}

/** A file, or a link that leads to one or to nothing, which is then said; not a folder's link, a pipe or a device. */
function mayBeRead(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}

function readEntries(path: string) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !isPassedOver(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a path is a folder; false where nothing can be said of it. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
