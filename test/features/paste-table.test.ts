import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasteTable } from '../../server/src/features/paste-table.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import type { LayoutCell } from '../../server/src/forms/edition.ts';
import type { FormTable } from '../../server/src/forms/form.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { tableById } from '../../server/src/report/lookup.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { editions, sampleForm } from '../support/forms.ts';
import { unmark } from '../support/marks.ts';
import { barRows, type TextOf, tabRows } from '../support/shapes.ts';
import { applied, cleanReport, cleanShortReport, uri } from './support.ts';

const skeleton = newReport({ body: '青禾镇人民政府', year: 2024 });
const requests = tableOf('requests');

function tableOf(id: string): FormTable {
  const table = sampleForm.tables.find((each) => each.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
}

/** A number for each cell, so that one in the wrong place shows. */
function numbering(table: FormTable): TextOf {
  const rows = table.blocks.flatMap((block) => block.lines.map(({ id }) => id));
  const columns = table.columns.map(({ id }) => id);
  return (row, column) => String(rows.indexOf(row) * 10 + columns.indexOf(column));
}

/** The official form as a page has it, and as Word and spreadsheets put it on the clipboard. */
function page(table: FormTable, textOf: TextOf): string {
  const cell = ({ text, value, colspan, rowspan }: LayoutCell): string =>
    `<td colspan="${colspan}" rowspan=${rowspan} class=xl65><p class=MsoNormal><span>${value ? textOf(value.row, value.column) : (text ?? '')}</span></p></td>`;
  const rows = table.layout.map((row) => `<tr height=19>${row.map(cell).join('\n')}</tr>`);
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{color:black}</style></head><body><!--StartFragment--><table>${rows.join('')}</table><!--EndFragment--></body></html>`;
}

interface Given {
  readonly html?: string;
  readonly text?: string;
  /** Of the selection that ends at the cursor, the beginning. */
  readonly from?: string;
}

/** The marked text after the paste at its cursor; null where it is a plain one. */
function paste(marked: string, { html, text, from }: Given): string | null {
  const { text: plain, cursor } = unmark(marked);
  if (cursor === null) throw new Error('no cursor');
  const snapshot = createSnapshot(uri, 1, plain);
  const start = from === undefined ? cursor : plain.indexOf(from);
  const range = { start: snapshot.lines.positionAt(start), end: snapshot.lines.positionAt(cursor) };
  const result = pasteTable(snapshot, {
    range,
    html: html ?? null,
    text: text ?? null,
    language: 'zh',
    labels: 'short',
  });
  if (!result) return null;
  return applied(snapshot, [{ range, newText: result.insertText }, ...result.edits]);
}

function valuesOf(text: string, id: string): Record<string, readonly string[]> {
  const rows = tableById(readReport(text), id)?.rows ?? new Map();
  return Object.fromEntries(
    [...rows].map(([row, { cells }]) => [row, cells.map((cell: { text: string }) => cell.text)]),
  );
}

function expectedValues(table: FormTable, textOf: TextOf): Record<string, readonly string[]> {
  const entries = table.blocks.flatMap((block) =>
    block.lines.flatMap((line): [string, readonly string[]][] =>
      line.kind === 'row' ? [[line.id, block.columns.map((column) => textOf(line.id, column))]] : [],
    ),
  );
  return Object.fromEntries(entries);
}

const inTable = (start: string, text = skeleton): string => text.replace(start, `$0${start}`);
const places: Readonly<Record<string, string>> = {
  disclosure: '| 行政许可',
  requests: '| （一）予以公开',
  disputes: '| 行政复议',
};

describe.each(sampleForm.tables.map((table) => [table.id, table] as const))('the table %s', (id, table) => {
  const textOf = numbering(table);
  const place = inTable(places[id] ?? '');

  test.each([
    ['copied from a page', { html: page(table, textOf), text: barRows(table, textOf) }],
    ['copied from a spreadsheet', { html: page(table, textOf), text: tabRows(table, textOf) }],
    ['as text with TABs', { text: `${tabRows(table, textOf).replaceAll('\n', '\r\n')}\r\n` }],
  ])('%s fills the blank one, and nothing else changes', (_, clipboard) => {
    const result = paste(place, clipboard) ?? '';
    expect(valuesOf(result, id)).toEqual(expectedValues(table, textOf));
    const blanked = (text: string): string => text.replace(/\d/g, '').replace(/ +/g, ' ');
    expect(blanked(result)).toBe(blanked(skeleton));
    expect(result.split('\n')).toHaveLength(skeleton.split('\n').length);
  });

  test('keeps the bars below each other', () => {
    const big: TextOf = (row, column) => `${textOf(row, column)}0000000000000`;
    const report = readReport(paste(place, { text: tabRows(table, big) }) ?? '');
    expect(formatting(report)).toEqual([]);
  });

  test('goes below the heading as canonical rows where there is none yet', () => {
    const report = readReport(skeleton);
    const old = report.tables.find(({ definition }) => definition.id === id);
    const without = `${skeleton.slice(0, old?.span.start)}$0${skeleton.slice(old?.span.end)}`;
    const result = paste(without, { html: page(table, textOf) }) ?? '';
    expect(valuesOf(result, id)).toEqual(expectedValues(table, textOf));
    expect(result.split('\n')).toHaveLength(skeleton.split('\n').length);
  });

  test('takes the place of selected lines', () => {
    const old = readReport(skeleton).tables.find(({ definition }) => definition.id === id);
    const from = skeleton.slice(old?.span.start, old?.span.end);
    const result = paste(skeleton.replace(from, `${from}$0`), { html: page(table, textOf), from }) ?? '';
    expect(valuesOf(result, id)).toEqual(expectedValues(table, textOf));
    expect(result.split('\n')).toHaveLength(skeleton.split('\n').length);
  });
});

describe('a part of a table', () => {
  test('rows with their labels go to their rows, wherever the cursor is', () => {
    const result =
      paste(inTable('| （一）予以公开'), {
        text: '1.属于国家秘密\t1\t2\t3\t4\t5\t6\t21\n（一）予以公开\t9\t0\t0\t0\t0\t0\t9',
      }) ?? '';
    expect(valuesOf(result, 'requests')).toMatchObject({
      'refused.state-secret': ['1', '2', '3', '4', '5', '6', '21'],
      granted: ['9', '0', '0', '0', '0', '0', '9'],
    });
  });

  test('numbers alone go into the rows from the cursor’s on', () => {
    const result =
      paste(inTable('| （一）予以公开'), {
        text: '1\t2\t3\t4\t5\t6\t21\r\n7\t\t0\t0\t0\t0\t7\r\n8\t0\t0\t0\t0\t0\t8\r\n',
      }) ?? '';
    expect(valuesOf(result, 'requests')).toMatchObject({
      granted: ['1', '2', '3', '4', '5', '6', '21'],
      'partly-granted': ['7', '', '0', '0', '0', '0', '7'],
      'refused.state-secret': ['8', '0', '0', '0', '0', '0', '8'],
    });
  });

  test.each([
    ['too wide', '1\t2\t3\t4\t5\t6\t7\t8'],
    ['too narrow', '1\t2'],
    ['one number', '1'],
    ['more than there are rows below', Array(40).fill('1\t0\t0\t0\t0\t0\t1').join('\n')],
  ])('numbers that are %s are pasted as they are', (_, text) => {
    expect(paste(inTable('| （一）予以公开'), { text })).toBeNull();
  });

  test('blank cells change nothing', () => {
    const filled = paste(inTable('| （一）予以公开'), { text: '（一）予以公开\t9\t0\t0\t0\t0\t0\t9' }) ?? '';
    const again =
      paste(inTable('| （一）予以公开', filled), {
        text: '（一）予以公开\t\t5\t\t\t\t\t14\n（二）部分公开\t\t\t\t\t\t\t',
      }) ?? '';
    expect(valuesOf(again, 'requests').granted).toEqual(['9', '5', '0', '0', '0', '0', '14']);
    expect(valuesOf(again, 'requests')['partly-granted']).toEqual(Array(7).fill(''));
  });
});

describe('what finds no place', () => {
  test('stands in a comment above the table', () => {
    const result =
      paste(inTable('| 行政复议'), {
        text: '行政复议\t1\t0\t0\t0\t1\n合计\t1\t0\t0\t0\t1\n复议后起诉\t1\t0\t0\t0\t0\t0\t9',
      }) ?? '';
    expect(valuesOf(result, 'disputes').reconsideration).toEqual(['1', '0', '0', '0', '1']);
    expect(result).toContain('// 粘贴的表里没有对上的行：| 合计 | 1 | 0 | 0 | 0 | 1 |\n');
    expect(result).toContain('// 粘贴的表里没有对上的行：| 复议后起诉 | 1 | 0 | 0 | 0 | 0 | 0 | 9 |\n| 表四  ');
  });

  test('rows of the form that the table lacks are added to it', () => {
    const short = skeleton.replace(/\n\| 未经复议直接起诉.*/, '').replace(/\n\| 复议后起诉.*/, '');
    const text = '行政复议\t1\t0\t0\t0\t1\n未经复议直接起诉\t2\t0\t0\t0\t2';
    expect(valuesOf(paste(inTable('| 行政复议', short), { text }) ?? '', 'disputes')).toEqual({
      reconsideration: ['1', '0', '0', '0', '1'],
      'litigation-direct': ['2', '0', '0', '0', '2'],
    });
  });

  test('in a canonical table they have its labels, whatever they were pasted with', () => {
    const head = '三、本年度办理结果\t（五）不予处理\t';
    const text = `${head}1.信访举报投诉类申请\t1\t0\t0\t0\t0\t0\t1\n${head}2.重复申请\t2\t0\t0\t0\t0\t0\t2`;
    const pasted = (report: string) =>
      paste(inTable('| （一）予以公开', report.replace(/\n\| 1\.信访举报投诉类.*/, '')), { text });
    expect(pasted(cleanShortReport)).toMatch(/\n\| 1\.信访举报投诉类 +\| +1 \|/);
    expect(pasted(cleanReport)).toMatch(/\n\| 1\.信访举报投诉类申请 +\| +1 \|/);
  });

  test('of another year’s form: the rows and columns that both have are filled in', () => {
    const old = editions
      .find(({ years }) => years.first <= 2020 && (years.last ?? 9999) >= 2020)
      ?.tables.find(({ id }) => id === 'disclosure');
    if (!old) throw new Error('no such form');
    const result = paste(inTable('| 行政许可'), { html: page(old, numbering(old)) }) ?? '';
    expect(result).toMatch(/没有对上的行：.*政府集中采购/);
    const textOf = numbering(old);
    const { licensing, regulations } = valuesOf(result, 'disclosure');
    expect([licensing, regulations]).toEqual([
      [textOf('licensing', 'decisions')],
      [textOf('regulations', 'made'), '', ''],
    ]);
  });
});

describe('a plain paste', () => {
  const html = page(requests, numbering(requests));
  test.each([
    ['in a part without a table', inTable('（一）主动公开'), { html }],
    ['before the first part', inTable('# 青禾镇'), { html }],
    [
      'of a table of something else',
      inTable('| 行政复议'),
      { html: '<table><tr><td>姓名</td><td>电话</td></tr><tr><td>甲</td><td>1</td></tr></table>' },
    ],
    ['of words', inTable('| 行政复议'), { text: '本年没有发生' }],
    ['of words on a page', inTable('| 行政复议'), { html: '<p>本年没有发生</p>', text: '本年没有发生' }],
    [
      'of a table with words around it',
      inTable('| 行政复议'),
      { html: `<p>全年公开信息214条，其中政策文件18条。</p>${html}` },
    ],
    [
      'of rows of this markup, with the colours of an editor',
      inTable('| 行政复议'),
      { html: '<div style="color:#000"><span>| 行政复议 | 1 | 0 |</span></div>', text: '| 行政复议 | 1 | 0 |\t' },
    ],
    [
      'over a selection within a line',
      skeleton.replace('| 行政复议 ', '| 行政复议$0 '),
      { html, from: '政复议         |' },
    ],
    ['of nothing', inTable('| 行政复议'), {}],
  ])('%s', (_, marked, clipboard) => {
    expect(paste(marked, clipboard)).toBeNull();
  });
});

test('the heading that was copied with the table isn’t pasted again', () => {
  const html = `<h3>三、收到和处理政府信息公开申请情况</h3>${page(requests, numbering(requests))}`;
  expect(valuesOf(paste(inTable('| （一）予以公开'), { html }) ?? '', 'requests')).toEqual(
    expectedValues(requests, numbering(requests)),
  );
});

test('a cell with line breaks and quotation marks, as spreadsheets write it', () => {
  const text = '"三、本年度\n办理结果"\t"3.危及""三安全\n一稳定"""\t1\t0\t0\t0\t0\t0\t1\r\n';
  expect(valuesOf(paste(inTable('| （一）予以公开'), { text }) ?? '', 'requests')['refused.stability']).toEqual([
    '1',
    '0',
    '0',
    '0',
    '0',
    '0',
    '1',
  ]);
});

test('a row that is pasted twice is written once; another reading of it becomes a comment', () => {
  const text = '行政复议\t7\t8\t9\t6\t30\n行政复议\t7\t8\t9\t6\t30\n行政复议\t1\t2\t3\t4\t10';
  const result = paste(inTable('| 行政复议 ', cleanReport), { text }) ?? '';
  expect(valuesOf(result, 'disputes').reconsideration).toEqual(['7', '8', '9', '6', '30']);
  expect(result.match(/^\/\/ 粘贴.*$/gm)).toEqual(['// 粘贴的表里没有对上的行：| 行政复议 | 1 | 2 | 3 | 4 | 10 |']);
});

test('the title says which table, and how many values', () => {
  const snapshot = createSnapshot(uri, 1, cleanReport);
  const line = cleanReport.split('\n').findIndex((each) => each.startsWith('| 行政复议'));
  const range = { start: { line, character: 2 }, end: { line, character: 2 } };
  const title = (language: 'zh' | 'en') =>
    pasteTable(snapshot, { range, html: null, text: '行政复议\t7\t8\t9\t6\t30', language, labels: 'short' })?.title;
  expect([title('zh'), title('en')]).toEqual(['填入表四（5 个数）', 'Fill in Table 4 (disputes) (5 values)']);
});

test('a paste with the cursor inside a value that it overwrites', () => {
  const row = /^(\| 一、本年新收\S* *\| *)(\d+)/m;
  const wide = cleanReport.replace(row, (_, before: string, value: string) => `${before}${value}00`);
  const at = (row.exec(wide)?.[0].length ?? 0) + wide.search(row) - 1;
  const text = '一、本年新收政府信息公开申请数量\t7\t0\t0\t0\t0\t0\t7';
  const result = paste(`${wide.slice(0, at)}$0${wide.slice(at)}`, { text }) ?? '';
  expect(valuesOf(result, 'requests').received?.[0]).toBe('7');
});

test('any clipboard is survived, and text outside tables stays', () => {
  const cell = fc.constantFrom(
    '',
    '1',
    '总计',
    '行政复议',
    '"',
    '"a',
    '一、本年新收政府信息公开申请数量',
    '|',
    '<td>',
    '\\',
  );
  const rows = fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.boolean(), fc.nat(cleanReport.length), (grid, asPage, at) => {
      const marked = `${cleanReport.slice(0, at)}$0${cleanReport.slice(at)}`;
      const html = `<table>${grid.map((row) => `<tr>${row.map((each) => `<td>${each}`).join('')}`).join('')}`;
      const result = paste(marked, asPage ? { html } : { text: grid.map((row) => row.join('\t')).join('\n') });
      if (result === null) return;
      const prose = (text: string): string =>
        text
          .split('\n')
          .filter((line) => !/^\||^\/\/ 粘贴/.test(line))
          .join('\n');
      expect(prose(result)).toBe(prose(cleanReport));
    }),
    { numRuns: 300 },
  );
});
