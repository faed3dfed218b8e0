import fc from 'fast-check';

/** A change as a client sends it, of a text that the client has lost sight of. */
export interface HostileChange {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const BREAKS = /\r\n|\r|\n/g;

const far = fc.constantFrom(0, 1, 2, 3, 10, 1e3, 2 ** 31 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER);
const odd = fc.constantFrom(-1, -(2 ** 31), 0.5, 1e300);
const count = (most: number) =>
  fc.oneof({ weight: 12, arbitrary: fc.nat(most) }, { weight: 2, arbitrary: far }, { weight: 1, arbitrary: odd });
const piece = fc.constantFrom(
  '',
  '0',
  '１',
  ' ',
  '|',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\n\r',
  '\u2028',
  '\ud83d',
  '\ude00',
  '😀',
  '\0',
  '\ufeff',
  '行政复议',
  '| 行政复议 | 1 | 0 | 0 | 0 | 2 |',
  '一、总体情况',
  '四、政府信息公开行政复议、行政诉讼情况\r\n',
  '---\n年度: 2024\n---\n',
  '<<<<<<< a\n',
  '// nianbao-ignore',
);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));

/** Notifications of up to so many changes together, in about so many lines; now and then the whole text, with or without whatever line ends. */
export const hostileEdits = (
  whole: readonly string[],
  { lines = 90, most = 12, together = 3 } = {},
): fc.Arbitrary<readonly (readonly HostileChange[])[]> => {
  const place: fc.Arbitrary<Place> = fc.record({ line: count(lines), character: count(60) });
  const near = fc
    .tuple(place, fc.nat(1), fc.nat(12))
    .map(([start, down, right]) => ({ start, end: { line: start.line + down, character: start.character + right } }));
  const change: fc.Arbitrary<HostileChange> = fc.oneof(
    { weight: 10, arbitrary: fc.record({ range: fc.record({ start: place, end: place }), text }) },
    { weight: 30, arbitrary: fc.record({ range: near, text }) },
    { weight: 40, arbitrary: fc.tuple(place, text).map(([start, text]) => ({ range: { start, end: start }, text })) },
    { weight: 1, arbitrary: fc.constantFrom(...whole, '').map((text) => ({ text })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...whole), fc.constantFrom('\r', '\r\n', '\n\r'))
        .map(([text, ending]) => ({ text: text.replace(/\n/g, ending) })),
    },
  );
  return fc.array(fc.array(change, { minLength: 1, maxLength: together, size: 'max' }), {
    minLength: 1,
    maxLength: most,
    size: 'max',
  });
};

/** What a text is after a change, worked out by counting its line breaks from the start: slow, and hard to get wrong. */
export function changedText(before: string, { range, text }: HostileChange): string {
  if (!range) return text;
  const [start = 0, end = 0] = [offsetOf(before, range.start), offsetOf(before, range.end)].sort((a, b) => a - b);
  return before.slice(0, start) + text + before.slice(end);
}

function offsetOf(text: string, { line, character }: Place): number {
  const wanted = Math.trunc(line);
  if (wanted < 0) return 0;
  let start = 0;
  let passed = 0;
  for (const found of text.matchAll(BREAKS)) {
    if (passed === wanted) return Math.min(start + Math.max(0, Math.trunc(character)), found.index);
    start = found.index + found[0].length;
    passed++;
  }
  return passed === wanted ? Math.min(start + Math.max(0, Math.trunc(character)), text.length) : text.length;
}
