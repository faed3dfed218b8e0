// Words about the form that several features show.
import type { Citation, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';

/** Legal sources in one line, one work's articles together; empty for none. */
export function citations(legal: readonly Citation[]): string {
  const byWork = new Map<string, string[]>();
  for (const { work, article } of legal) byWork.set(work, [...(byWork.get(work) ?? []), article]);
  return [...byWork].map(([work, articles]) => `${work}${articles.join('、')}`).join('；');
}

/** The labels of the groups that a row or group stands under, the outermost first. */
export function groupsOf(table: FormTable, line: LineDefinition): readonly string[] {
  return table.groupsAbove(line.id).map(({ label }) => label);
}
