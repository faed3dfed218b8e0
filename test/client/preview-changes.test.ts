import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from '../../client/src/preview/changes.ts';
import type { Change } from '../../client/src/preview/messages.ts';
import type { Preview, PreviewBlock } from '../../server/src/lsp/protocol.ts';

const block = fc.record({
  html: fc.stringMatching(/^<p>[ab]{0,4}<\/p>$/),
  cells: fc.array(fc.nat(2), { maxLength: 2 }),
  span: fc.constant({ start: 0, end: 1 }),
});
const shown = fc.record({
  version: fc.nat(),
  title: fc.constant(''),
  blocks: fc.array(block, { maxLength: 6 }),
  findings: fc.constant([]),
  links: fc.constant([]),
});

/** What the page makes of a change. */
function applied(blocks: readonly PreviewBlock[], change: Change): readonly PreviewBlock[] {
  const end = change.fresh ? blocks.length : change.to;
  const next = change.blocks.map(({ head, tail, middle, cells }, i) => {
    const before = change.from + i < end ? (blocks[change.from + i]?.html ?? '') : '';
    return { html: before.slice(0, head) + middle + before.slice(before.length - tail), cells };
  });
  const all = [...blocks.slice(0, change.from), ...next, ...blocks.slice(end)];
  return all.map(({ html, cells }, i) => ({ html, cells, span: change.spans[i] ?? null }));
}

test('a change turns the page before into the page after', () => {
  fc.assert(
    fc.property(shown, shown, (before: Preview, after: Preview) => {
      const change = changeBetween(before, after);
      expect(change ? applied(before.blocks, change) : before.blocks).toEqual(after.blocks);
    }),
  );
});

test('a change of one cell is told in its few characters', () => {
  const page = (cell: string): Preview => ({
    version: Number(cell),
    title: '',
    blocks: [
      { html: '<h1>a</h1>', cells: [], span: null },
      { html: `<table><tr><td>1</td><td>${cell}</td></tr></table>`, cells: [0, 1, 2, 3], span: { start: 0, end: 9 } },
    ],
    findings: [],
    links: [],
  });
  expect(changeBetween(page('7'), page('8'))).toMatchObject({ from: 1, to: 2, blocks: [{ middle: '8' }] });
});

test('nothing is told of a text that is shown already', () => {
  const page: Preview = { version: 1, title: '', blocks: [], findings: [], links: [] };
  expect(changeBetween(page, { ...page })).toBeNull();
  expect(changeBetween(null, page)).toMatchObject({ fresh: true });
});
