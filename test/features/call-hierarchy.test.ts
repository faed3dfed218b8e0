import { expect, test } from 'vitest';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/src/features/call-hierarchy.ts';
import { inCell, shown } from './linked.ts';
import { at, cleanReport, outcomes, withLine } from './support.ts';

interface Item {
  readonly name: string;
  readonly detail?: string;
}

const named = ({ name, detail }: Item) => `${name}: ${detail}`;

function hierarchy(marked: string) {
  const { snapshot, offset } = at(marked);
  const place = { offset, settings: { rules: {} } };
  const incoming = incomingCalls(snapshot, place);
  const outgoing = outgoingCalls(snapshot, place);
  const ranges = (calls: readonly { readonly fromRanges: readonly Range[] }[] | null) =>
    shown(
      calls?.flatMap(({ fromRanges }) => fromRanges.map((range) => ({ uri: snapshot.uri, range }))) ?? null,
      snapshot.text,
    );
  return {
    item: prepareCallHierarchy(snapshot, { offset })?.map(named) ?? null,
    incoming: incoming?.map(({ from }) => named(from)) ?? null,
    incomingRanges: ranges(incoming),
    outgoing: outgoing?.map(({ to }) => named(to)) ?? null,
    outgoingRanges: ranges(outgoing),
  };
}

type Range = NonNullable<ReturnType<typeof prepareCallHierarchy>>[number]['range'];

test('a value: called by the totals that it goes into', () => {
  expect(hierarchy(inCell('| （一）予以公开', 1))).toEqual({
    item: ['（一）予以公开 · 自然人: 3'],
    incoming: ['（七）总计 · 自然人: 6', '（一）予以公开 · 总计: 4'],
    incomingRanges: ['（七）总计 6', '（一）予以 4'],
    outgoing: [],
    outgoingRanges: [],
  });
});

test('a total: calls what it sums up, each time from its own place', () => {
  const { item, incoming, outgoing, outgoingRanges } = hierarchy(inCell('| 行政复议 ', 5));
  expect(item).toEqual(['行政复议 · 总计: 1']);
  expect(incoming).toEqual([]);
  expect(outgoing).toEqual([
    '行政复议 · 结果维持: 1',
    '行政复议 · 结果纠正: 0',
    '行政复议 · 其他结果: 0',
    '行政复议 · 尚未审结: 0',
  ]);
  expect(outgoingRanges).toEqual(Array(4).fill('行政复议 1'));
});

test('a total of totals calls both ways of summing it up', () => {
  const { outgoing } = hierarchy(inCell('| （七）总计', 7));
  expect(outgoing).toHaveLength(outcomes.length + 6);
});

test('a blank has its place, a row that stands twice no calls', () => {
  expect(hierarchy(withLine('| 行政复议 ', '| 行政复议 | 1 |$0  | 0 | 0 | 1 |')).item).toEqual([
    '行政复议 · 结果纠正: ',
  ]);
  const twice = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n| 行政复议 | 1 | 0 | 0 | 0 | $01 |');
  expect(hierarchy(twice)).toMatchObject({ incoming: [], outgoing: [] });
});

test('prose and labels have none', () => {
  const none = { item: null, incoming: null, incomingRanges: null, outgoing: null, outgoingRanges: null };
  expect(hierarchy(inCell('| 行政复议 ', 0))).toEqual(none);
  expect(hierarchy(cleanReport.replace('一年来', '一$0年来'))).toEqual(none);
});
