import type { ZipEntry } from '../zip.ts';

const DOCUMENT = /^word\/document\d*\.xml$/i;

/** Whether an archive holds the text of a Word file. */
export function isWordArchive(entries: readonly ZipEntry[]): boolean {
  return entries.some(holdsDocument);
}

/** Whether a file of an archive is, by its usual name, the text of a Word file. */
export function holdsDocument({ name }: ZipEntry): boolean {
  return DOCUMENT.test(plainName(name));
}

/** Some programs write the archive's paths with backslashes. */
export function plainName(name: string): string {
  return name.replaceAll('\\', '/');
}
