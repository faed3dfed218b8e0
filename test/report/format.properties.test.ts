import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { formatTable, formatting } from '../../server/src/report/format.ts';
import type { Report } from '../../server/src/report/report.ts';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { editions } from '../support/forms.ts';

const tables = editions.flatMap((edition) => edition.tables);
const labels = tables.flatMap(({ blocks, columns }) => [
  ...blocks.flatMap(({ corner, lines }) => [corner, ...lines.map(({ label }) => label)]),
  ...columns.map(({ label }) => label),
]);

/** Texts that a cell may hold: what forms say, numbers, and whatever is hard to measure. */
const cellTexts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...labels) },
  { weight: 4, arbitrary: fc.nat(99999).map(String) },
  { weight: 3, arbitrary: fc.constant('') },
  fc.constantFrom(
    '０１２',
    'e\u0301',
    '👨‍👩‍👧',
    '👍🏽',
    'ｱｲｳ',
    '한글',
    '“”…—',
    '\u200b',
    '\u3000',
    '\ud800',
    '无',
    '-',
    '1,234件',
    '\\',
    '//',
    '---',
    '一、',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replace(/[\r\n\t|]/g, '')),
);
const spaces = fc.constantFrom('', '', ' ', '  ', '\u00a0', '\u3000', '\u200b');
const separators = fc.constantFrom('|', '|', '|', '\t', ' |\t');
const rows = fc
  .tuple(
    spaces,
    fc.constantFrom('', '|', '\t'),
    fc.array(fc.tuple(spaces, cellTexts, spaces, separators), { minLength: 1, maxLength: 17 }),
  )
  .map(([indent, open, cells]) => indent + open + cells.map((parts) => parts.join('')).join(''));
/** A row of some form, with its values or more or fewer of them. */
const formRows = fc
  .tuple(fc.constantFrom(...labels), fc.array(fc.nat(9999), { maxLength: 9 }), fc.constantFrom('|', '\t', ' | '))
  .map(([label, values, separator]) => [label, ...values].join(separator));
const lines = fc.oneof(
  { weight: 6, arbitrary: formRows },
  { weight: 3, arbitrary: rows },
  fc.constantFrom(
    '',
    '// 说明 | 1',
    '// nianbao-ignore blank-cell: 已核实',
    '\\| 规章 | 0 |',
    '# 青禾镇2023年政府信息公开工作年度报告',
    '文字。',
    '|',
    '|||',
    '---',
    '年度: 2020',
  ),
  fc.constantFrom(
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ),
);
const texts = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 30 }), lines)
  .map(([mark, all, last]) => (mark ? '\ufeff' : '') + all.map((line) => line.join('')).join('') + last);

function formatted(text: string): string {
  return Revision.of(text).with(formatting(readReport(text))).text;
}

function lineBreaks(text: string): readonly string[] {
  return text.match(/\r\n|\r|\n/g) ?? [];
}

/**
 * Every line as what it says: a row by the texts of its cells, any other line letter for letter. Of a row of no table the
 * bar at its end may close it or part a blank cell, as the rows around have bars.
 */
function said({ tree, tables }: Report): readonly unknown[] {
  const bound = new Set<unknown>(tables.flatMap((table) => table.lines.map(({ line }) => line)));
  return tree.lines.map((line) => {
    if (line.kind !== 'row') return tree.text.slice(line.span.start, line.span.end);
    const cells = line.cells.map(({ text }) => text);
    return !bound.has(line) && cells.at(-1) === ''
      ? cells.slice(0, cells.findLastIndex((text) => text !== '') + 1)
      : cells;
  });
}

/** What binding makes of a report, without places. */
function bound({ tables: all, edition, year, title, tornParts }: Report): unknown {
  return {
    edition: edition.id,
    year: year?.value,
    title: title?.text,
    torn: tornParts.map(({ table }) => table.id),
    tables: all.map((table) => ({
      id: `${table.definition.id} ${table.edition.id}`,
      lines: table.lines.map((line) => [
        line.kind,
        line.line.number,
        line.kind === 'value'
          ? [
              line.row.id,
              line.cells.map(({ column, text, value }) => [column.id, text, value]),
              line.misfit?.found.length,
            ]
          : null,
      ]),
    })),
  };
}

describe('formatting any text', () => {
  test('keeps the text of every cell, every other line and every line break', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = formatted(text);
        expect(said(readReport(once))).toEqual(said(readReport(text)));
        expect(lineBreaks(once)).toEqual(lineBreaks(text));
        expect(once.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
      }),
      { numRuns: 300 },
    );
  });

  test('binds to the same values', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(bound(readReport(formatted(text)))).toEqual(bound(readReport(text)));
      }),
      { numRuns: 300 },
    );
  });

  test('is done once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(formatting(readReport(formatted(text)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('touches nothing but bars and white space', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { span, text: replacement } of formatting(readReport(text))) {
          expect(text.slice(span.start, span.end)).toMatch(/^[|\s\u200b-\u200f\u2060]*$/);
          expect(replacement).toMatch(/^[| ]*$/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('leaves lines of no table as they are', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const report = readReport(text);
        const own = new Set(report.tables.flatMap((table) => formatTable(report, table).map(({ line }) => line)));
        const after = readReport(formatted(text));
        report.tree.lines.forEach((line, i) => {
          if (line.kind === 'row' && own.has(line)) return;
          const same = after.tree.lines[i];
          expect(same && after.tree.text.slice(same.span.start, same.span.end)).toBe(
            text.slice(line.span.start, line.span.end),
          );
        });
      }),
      { numRuns: 200 },
    );
  });
});

test('the bars of a block stand below each other by display width', () => {
  const values = fc.array(fc.constantFrom('0', '12', '１２', '无', 'e\u0301', '1,234件', ''), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(values, values, (one, two) => {
      const text = `二、主动公开政府信息情况\n|第二十条第（一）项|本年制发件数|本年废止件数|现行有效件数|\n|规章|${one.join('|')}|\n|行政规范性文件|${two.join('|')}|`;
      const places = formatted(text)
        .split('\n')
        .slice(1)
        .map((line) => [...line.matchAll(/\|/g)].map(({ index }) => displayWidth(line.slice(0, index))));
      expect(places[1]).toEqual(places[0]);
      expect(places[2]).toEqual(places[0]);
    }),
  );
});
