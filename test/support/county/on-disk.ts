import type { County } from './county.ts';

/** The county's files as a folder of a test takes them. */
export function filesOf({ files }: County): Readonly<Record<string, string>> {
  return Object.fromEntries(files);
}

/** Counts of `body code`, to compare what was found with what was planted. */
export function counted(
  all: readonly { readonly body: string; readonly code: string }[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { body, code } of all) counts[`${body} ${code}`] = (counts[`${body} ${code}`] ?? 0) + 1;
  return counts;
}
