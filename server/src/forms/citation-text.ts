import type { Citation } from './edition.ts';

/** Legal sources in one line, one work's articles together; empty for none. */
export function citations(legal: readonly Citation[]): string {
  const byWork = new Map<string, string[]>();
  for (const { work, article } of legal) byWork.set(work, [...(byWork.get(work) ?? []), article]);
  return [...byWork].map(([work, articles]) => `${work}${articles.join('、')}`).join('；');
}
