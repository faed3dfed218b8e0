import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Attachment, attachments } from '../../client/src/table/deficits.ts';
import { widthParts } from '../../server/src/text/display-width.ts';
import { cellsOf, disputes } from './table-support.ts';

interface Font {
  /** Pixels of an ASCII and of a full-width character, and between two characters. */
  readonly ch: number;
  readonly em: number;
  readonly spacing?: number;
}

const fonts: readonly Font[] = [
  { ch: 8.43, em: 14 },
  { ch: 7, em: 14 },
  { ch: 6.6, em: 14, spacing: 0.5 },
  { ch: 10, em: 12 },
];

/** A CSS width in pixels. */
function pixels(width: string, { ch, em }: Font): number {
  const value = (text: string): string =>
    text
      .replace(/(-?[\d.]+)(ch|em|px)/g, (_, number: string, unit: string) =>
        String(Number(number) * (unit === 'ch' ? ch : unit === 'em' ? em : 1)),
      )
      .replaceAll('max(', 'Math.max(')
      .replace(/([+-]) -/g, '$1 0 -');
  return Function(`return ${value(width)}`)() as number;
}

/** Where the bars of a line stand in a font. */
function barsOf(text: string, start: number, end: number, added: readonly Attachment[], font: Font): readonly number[] {
  const bars: number[] = [];
  let x = 0;
  for (let at = start; at < end; at++) {
    for (const { offset, width } of added) if (offset === at) x += pixels(width, font);
    if (text[at] === '|') bars.push(x);
    const { narrow, wide } = widthParts(text[at] ?? '');
    x += narrow * font.ch + wide * font.em + (narrow + wide) * (font.spacing ?? 0);
  }
  return bars.map((each) => Math.round(each * 1000) / 1000);
}

/** The bars from the end of the labels on, of all rows of a block. */
function columnsOf(text: string, font: Font): readonly (readonly (readonly number[])[])[] {
  return cellsOf(text).tables.flatMap((table) => {
    const added = attachments(text, table, table.rows, font.spacing);
    const rows = table.rows.map(({ span, block, columns }) => ({
      key: `${block} ${columns?.count} ${columns?.from}`,
      bars: barsOf(text, span.start, span.end, added, font).slice(columns?.from ?? 0),
    }));
    return [...Map.groupBy(rows, ({ key }) => key).values()].map((group) => group.map(({ bars }) => bars));
  });
}

function expectStraight(text: string): void {
  for (const font of fonts) {
    for (const rows of columnsOf(text, font)) {
      for (const bars of rows) expect(bars).toEqual(rows[0]);
    }
  }
}

describe('columns are straight in any font', () => {
  test('of a small table', () => expectStraight(disputes));

  test('of both sides of an unsettled merge', () => {
    const [ours = ''] = /^\| 复议后起诉.*\n/m.exec(disputes) ?? [];
    const text = disputes.replace(ours, `<<<<<<< a\n${ours}=======\n|复议后起诉| 12|3 |0|0|15|\n>>>>>>> b\n`);
    const [table] = cellsOf(text).tables;
    const theirs = table?.rows.find(({ span }) => text.slice(span.start, span.end).includes('12'));
    expect(theirs?.cells.map(({ kind, editable }) => [kind, editable])).toEqual([
      ['label', false],
      ...Array<unknown>(5).fill(['value', false]),
    ]);
    expectStraight(text);
  });

  const folder = join(import.meta.dirname, '../../examples');
  test.each(readdirSync(folder).filter((name) => name.endsWith('.nianbao')))('of %s', (name) => {
    expectStraight(readFileSync(join(folder, name), 'utf8').replaceAll(/[“”]/g, '"'));
  });

  test('while a value is typed that is wider than its column', () => {
    expectStraight(disputes.replace('        2 |', '   1234567890 |'));
    expectStraight(disputes.replace('        2 |', '2|'));
  });

  test('with outer labels and cells that are merged with the label', () => {
    expectStraight(`四、政府信息公开行政复议、行政诉讼情况

| 类别 |      | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 ||        1 |        2 |        3 |        4 |   10 |
| 行政诉讼 | 未经复议直接起诉 |        5 |          |        0 |          |      |
| 行政诉讼 | 复议后起诉       |          |          |          |          |      |
`);
  });
});

test('a row with TABs is left as it is, and nothing is put where nothing can lack', () => {
  const text = disputes.replace('| 行政复议  ', '| 行政复议\t');
  const [table] = cellsOf(text).tables;
  const row = table?.rows.find(({ span }) => text.slice(span.start, span.end).includes('\t'));
  expect(table && row && attachments(text, table, [row])).toEqual([]);
  const same = disputes.replace(/\n\| {2}.*/, '').replace(/\n\| (?:行|复).*/g, '');
  const [alone] = cellsOf(same).tables;
  expect(alone && attachments(same, alone, alone.rows)).toEqual([]);
});

test('only the rows that are asked for get attachments', () => {
  const [table] = cellsOf(disputes).tables;
  const row = table?.rows[2];
  const added = (table && row && attachments(disputes, table, [row])) ?? [];
  expect(added.length).toBeGreaterThan(0);
  expect(added.every(({ offset }) => row && row.span.start <= offset && offset <= row.span.end)).toBe(true);
});
