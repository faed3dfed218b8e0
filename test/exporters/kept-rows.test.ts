import { describe, expect, test } from 'vitest';
import type { DocumentTable } from '../../server/src/exporters/document.ts';
import { html } from '../../server/src/exporters/html.ts';
import { keptRows } from '../../server/src/exporters/kept-rows.ts';
import { titleLines } from '../../server/src/exporters/title-lines.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { forms, readHtml, tablesOf } from './support.ts';

/** The rows that a page may end behind, from the top. */
function ends(table: DocumentTable): readonly number[] {
  return keptRows(table).flatMap((kept, i) => (kept || i === table.rows.length - 1 ? [] : [i]));
}

const requests = forms.filter(({ name }) => /requests as canonicalRows$/.test(name));

describe('a page', () => {
  test.each(requests)('never leaves fewer than three rows of a long table alone: $name', ({ text }) => {
    for (const table of tablesOf(text)) {
      const possible = ends(table);
      expect(possible.length).toBeGreaterThan(0);
      expect(Math.min(...possible)).toBeGreaterThanOrEqual(table.headerRows + 2);
      expect(Math.max(...possible)).toBeLessThanOrEqual(table.rows.length - 4);
    }
  });

  test.each(requests)('has at least two rows beside the label of a group that it divides: $name', ({ text }) => {
    for (const table of tablesOf(text)) {
      const begins = table.rows.flatMap(({ cells }, i) => (cells.some(({ rowspan }) => rowspan > 8) ? [i] : []));
      expect(begins.filter((row) => ends(table).includes(row))).toEqual([]);
    }
  });

  test.each(requests)('ends in print where it may in Word: $name', ({ text }) => {
    const [table] = tablesOf(text);
    const { tags } = readHtml(html.write(readReport(text)));
    const rows = tags.filter(({ name }) => name === 'tr').map(({ attributes }) => attributes.class ?? '');
    expect(rows.map((name) => /^kept-/.test(name))).toEqual(table ? keptRows(table) : []);
  });

  test('has a small table whole', () => {
    const [table] = tablesOf('四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n');
    expect(table && ends(table)).toEqual([]);
  });
});

describe('a title', () => {
  const { words } = standardForms();
  const lines = (text: string, body: string | null = null) => titleLines(text, body, words);

  test.each([
    ['青禾镇2023年政府信息公开工作年度报告', ['青禾镇2023年政府信息公开工作年度报告']],
    ['云岭县青禾镇人民政府2023年政府信息公开工作年度报告', ['云岭县青禾镇人民政府', '2023年政府信息公开工作年度报告']],
    [
      '云岭县青禾镇人民政府二〇二三年政府信息公开工作年度报告',
      ['云岭县青禾镇人民政府二〇二三年', '政府信息公开工作年度报告'],
    ],
    [
      '江南省江岭市云岭县经济技术开发区管理委员会办公室2023年政府信息公开工作年度报告',
      ['江南省江岭市云岭县', '经济技术开发区管理委员会办公室', '2023年政府信息公开工作年度报告'],
    ],
  ])('is broken before the year, and no word of a place: %s', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('is broken behind the body, the same in every format', () => {
    const text = '# 云岭县青禾镇人民政府办公室2023年政府信息公开工作年度报告\n\n一、总体情况\n';
    expect(html.write(readReport(text))).toContain(
      '<span class="title-line">云岭县青禾镇人民政府办公室</span><span class="title-line">2023年<span class="title-end">政府信息公开工作年度报告</span></span>',
    );
  });
});
