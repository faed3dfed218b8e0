import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../server/src/syntax/parse.ts';
import type { Line, Part, Tree } from '../../server/src/syntax/tree.ts';
import { numeralValue } from '../../server/src/text/chinese-numerals.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { Span } from '../../server/src/text/span.ts';

const report = `---
机关: 青禾镇人民政府
年度: 2024
// 说明
---
# 青禾镇2024年政府信息公开工作年度报告
根据条例要求，编制本报告。
一、总体情况
（一）主动公开。公开信息12条。
1．乡村振兴；
\\二、不是标题
二、主动公开政府信息情况
| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章\t0\t0\t0
// nianbao-ignore blank-cell，row-order：已核实
| 行政规范性文件 | 1 |  | 6 |||
`;

const breaks = fc.constantFrom('\n', '\r\n', '\r');
const shards = fc.constantFrom(
  ...[
    '|',
    '\t',
    ' ',
    '　',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\\',
    '/',
    '//',
    '#',
    '---',
    '一',
    '十二',
    '、',
    '（',
    '）',
    '(',
  ],
  ...[
    ')',
    '。',
    ':',
    '：',
    ',',
    '，',
    '1',
    '２',
    '.',
    '．',
    '// nianbao-ignore',
    'row-order',
    '规章',
    '\0',
    '\v',
    '\u2028',
  ],
  ...['\ud800', '\udc00', '𠮷', '\u0085', '\uffff', '- ', '机关'],
);
/** Texts of what means something to the grammar, and of anything. */
const texts = fc.oneof(
  fc
    .array(fc.oneof({ weight: 5, arbitrary: shards }, { weight: 1, arbitrary: breaks }), { maxLength: 60 })
    .map((all) => all.join('')),
  fc.array(fc.oneof(shards, breaks), { maxLength: 40 }).map((all) => `---\n${all.join('')}\n---\n甲`),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)),
);
const lines = fc.array(shards, { maxLength: 12 }).map((all) => all.join(''));

function partsOf(line: Line): readonly Part[] {
  switch (line.kind) {
    case 'blank':
    case 'rule':
    case 'conflict':
      return [];
    case 'suppression':
      return line.reason ? [...line.codes, line.reason] : line.codes;
    case 'row':
      return line.cells;
    case 'section':
    case 'item':
      return [line.mark, line.content];
    case 'subsection':
      return [line.mark, line.title, line.content];
    default:
      return [line.content];
  }
}

function allParts({ frontMatter, lines }: Tree): readonly { readonly within: Span; readonly part: Part }[] {
  const entries = frontMatter?.entries ?? [];
  return [
    ...lines.flatMap((line) => partsOf(line).map((part) => ({ within: line.span, part }))),
    ...entries.flatMap(({ span, key, value }) =>
      [key, ...(value ? [value] : [])].map((part) => ({ within: span, part })),
    ),
  ];
}

describe('any text', () => {
  test('is tiled by its front matter, its lines and their breaks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { frontMatter, lines } = parse(text);
        let at = text.startsWith('\ufeff') ? 1 : 0;
        for (const [i, { span }] of [...(frontMatter ? [frontMatter] : []), ...lines].entries()) {
          if (i > 0) at += /^(?:\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0].length ?? Number.NaN;
          expect(span.start).toBe(at);
          expect(span.end).toBeGreaterThanOrEqual(at);
          at = span.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('has its lines where the line index has them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = new LineIndex(text);
        const { frontMatter, lines } = parse(text);
        for (const line of lines) expect(line.number).toBe(index.lineAt(line.span.start));
        if (!frontMatter) expect(lines.length).toBe(index.lineCount);
      }),
    );
  });

  test('has every part where its span says, in its line, without white space around it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { within, part } of allParts(parse(text))) {
          expect(part.text).toBe(text.slice(part.span.start, part.span.end));
          expect(part.text).not.toMatch(/^[\s\u200b-\u200f\u2060]|[\s\u200b-\u200f\u2060]$/);
          expect(within.start).toBeLessThanOrEqual(part.span.start);
          expect(part.span.start).toBeLessThanOrEqual(part.span.end);
          expect(part.span.end).toBeLessThanOrEqual(within.end);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has the rooms of a row in order, each holding its cell, with one separator between two', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of parse(text).lines) {
          if (line.kind !== 'row') continue;
          let last: Span | null = null;
          for (const { room, span } of line.cells) {
            if (last) {
              expect(room.start).toBe(last.end + 1);
              expect(text.slice(last.end, room.start)).toMatch(/^[|\t｜]$/);
            }
            expect(line.span.start).toBeLessThanOrEqual(room.start);
            expect(room.end).toBeLessThanOrEqual(line.span.end);
            expect(room.start).toBeLessThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(room.end);
            if (span.start === span.end) expect(span.start).toBe(room.start);
            expect(text.slice(room.start, room.end)).not.toContain('|');
            last = room;
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps every visible character of a row in a cell', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const visible = (shown: string): string => shown.replace(/[|\s\u200b-\u200f\u2060]/g, '');
        for (const line of parse(text).lines) {
          if (line.kind !== 'row') continue;
          const cells = line.cells.map((cell) => cell.text).join('');
          expect(visible(cells)).toBe(visible(text.slice(line.span.start, line.span.end)));
        }
      }),
    );
  });

  test('counts its ordinals', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of parse(text).lines) {
          if (line.kind === 'item') expect(line.ordinal).toBeLessThan(100);
          if (line.kind !== 'section' && line.kind !== 'subsection') continue;
          expect(line.ordinal).toBe(numeralValue(line.mark.text.replace(/[（()）、\s\u200b-\u200f\u2060]/g, '')));
        }
      }),
    );
  });
});

describe('what a line is depends on the line alone', () => {
  const shape = (text: string): unknown[] =>
    parse(text).lines.map((line) => [line.kind, partsOf(line).map((part) => part.text)]);

  test('among any others', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1 }), breaks, (all, lineBreak) => {
        // A first line of its own keeps `---` and a byte order mark from the start of the file.
        const together = shape(['甲', ...all].join(lineBreak)).slice(1);
        expect(together).toEqual(all.flatMap((line) => shape(`甲\n${line}`).slice(1)));
      }),
      { numRuns: 500 },
    );
  });

  test('below front matter', () => {
    fc.assert(
      fc.property(lines, (line) => {
        expect(shape(`---\n年度: 2024\n---\n${line}`)).toEqual(shape(`甲\n${line}`).slice(1));
      }),
    );
  });
});

test('every prefix of a report has the lines of the report, but for its last', () => {
  const whole = parse(report);
  const below = whole.frontMatter?.span.end ?? 0;
  for (let length = 0; length <= report.length; length++) {
    const { lines } = parse(report.slice(0, length));
    if (length > below) expect(lines.slice(0, -1)).toEqual(whole.lines.slice(0, lines.length - 1));
  }
});

describe('large inputs', () => {
  const size = 200_000;
  test.each([
    ['a long line', '甲'.repeat(size), 1],
    ['bars', '|'.repeat(size), 1],
    ['TABs', `甲${'\t'.repeat(size)}`, 1],
    ['leading TABs', `${'\t'.repeat(size)}甲|乙`, 1],
    ['TABs beside bars', '甲\t|'.repeat(size / 4), 1],
    ['blank lines', '\n'.repeat(size), size + 1],
    ['white space', '　'.repeat(size), 1],
    ['an open bracket', `（${' '.repeat(size)}`, 1],
    ['codes', `// nianbao-ignore ${'a,'.repeat(size / 2)}`, 1],
    ['open front matter', `---\n${'---x\n'.repeat(size / 5)}`, size / 5 + 2],
  ])('%s', (_, text, count) => {
    expect(parse(text).lines.length).toBe(count);
  });

  test('bars make one cell between each two', () => {
    const [row] = parse('|'.repeat(size)).lines;
    expect(row?.kind === 'row' && row.cells.length).toBe(size - 1);
  });
});
