import type { Preview } from '../../../server/src/lsp/protocol.ts';
import type { Change } from './messages.ts';

/** What turns a page that shows `before` into one that shows `after`; null where it looks the same and knows the same places. */
export function changeBetween(before: Preview | null, after: Preview): Change | null {
  const [old, next] = [before?.blocks ?? [], after.blocks];
  const same = (i: number, j: number): boolean => old[i] !== undefined && old[i].html === next[j]?.html;
  let from = 0;
  while (from < next.length && same(from, from)) from++;
  let tail = 0;
  const most = Math.min(old.length, next.length) - from;
  while (tail < most && same(old.length - 1 - tail, next.length - 1 - tail)) tail++;
  if (before && before.version === after.version && from === next.length && from === old.length) {
    if (JSON.stringify(before.findings) === JSON.stringify(after.findings)) return null;
  }
  return {
    fresh: before === null,
    from,
    to: old.length - tail,
    blocks: next.slice(from, next.length - tail).map(({ html }) => html),
    spans: next.map(({ span }) => span),
    findings: after.findings,
    version: after.version,
  };
}
