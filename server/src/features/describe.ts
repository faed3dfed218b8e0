// Words about the form that several features show.
import type { Citation, LineDefinition, TableDefinition } from '../forms/edition.ts';

/** Legal sources in one line, one work's articles together; empty for none. */
export function citations(legal: readonly Citation[]): string {
  const byWork = new Map<string, string[]>();
  for (const { work, article } of legal) byWork.set(work, [...(byWork.get(work) ?? []), article]);
  return [...byWork].map(([work, articles]) => `${work}${articles.join('、')}`).join('；');
}

/** The labels of the groups that a row or group stands under, the outermost first. */
export function groupsOf(table: TableDefinition, line: LineDefinition): readonly string[] {
  const lines = table.blocks.flatMap((block) => block.lines);
  const groups: string[] = [];
  for (let parent = line.parent; parent !== null; ) {
    const group = lines.find((each) => each.id === parent);
    if (!group || groups.length > lines.length) break;
    groups.unshift(group.label);
    parent = group.parent;
  }
  return groups;
}
