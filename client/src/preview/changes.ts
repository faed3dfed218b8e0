import type { Preview, PreviewBlock } from '../../../server/src/lsp/protocol.ts';
import type { BlockChange, Change } from './messages.ts';

/** What turns a page that shows `before` into one that shows `after`; null where it looks the same and knows the same places. */
export function changeBetween(before: Preview | null, after: Preview): Change | null {
  const [old, next] = [before?.blocks ?? [], after.blocks];
  const same = (i: number, j: number): boolean =>
    old[i] !== undefined && old[i].html === next[j]?.html && sameNumbers(old[i].cells, next[j].cells);
  let from = 0;
  while (from < next.length && same(from, from)) from++;
  let tail = 0;
  const most = Math.min(old.length, next.length) - from;
  while (tail < most && same(old.length - 1 - tail, next.length - 1 - tail)) tail++;
  if (before && before.version === after.version && from === next.length && from === old.length) {
    const marked = ({ findings, links }: Preview) => JSON.stringify([findings, links]);
    if (marked(before) === marked(after)) return null;
  }
  return {
    fresh: before === null,
    from,
    to: old.length - tail,
    blocks: next
      .slice(from, next.length - tail)
      .map((block, i) => blockChange(from + i < old.length - tail ? old[from + i] : undefined, block)),
    spans: next.map(({ span }) => span),
    findings: after.findings,
    links: after.links,
    version: after.version,
  };
}

function blockChange(before: PreviewBlock | undefined, { html: after, cells }: PreviewBlock): BlockChange {
  const html = before?.html ?? '';
  const most = Math.min(html.length, after.length);
  let head = 0;
  while (head < most && html[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && html.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { head, tail, middle: after.slice(head, after.length - tail), cells };
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((number, i) => number === b[i]);
}
