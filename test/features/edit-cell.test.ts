import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { cleanText } from '../../server/src/features/cell-texts.ts';
import { type CellInput, type EditedCells, editCells, type FormChange } from '../../server/src/features/edit-cell.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { cellAt, tableById } from '../../server/src/report/lookup.ts';
import { corpus } from '../support/corpus.ts';
import { applied, cleanReport, uri, withLine } from './support.ts';

const tables = ['disclosure', 'requests', 'disputes'];

function change(text: string, table: string, what: FormChange): EditedCells & { readonly text: string } {
  const snapshot = createSnapshot(uri, 7, text);
  const answer = editCells(snapshot, { table, change: what, language: 'zh', settings: defaultSettings });
  return { ...answer, text: applied(snapshot, answer.edits) };
}

function type(text: string, table: string, ...cells: readonly CellInput[]) {
  return change(text, table, { kind: 'cells', cells });
}

function textAt(text: string, table: string, row: string, column: string): string | null {
  const bound = tableById(readReport(text), table);
  return bound ? (cellAt(bound, row, column)?.text ?? null) : null;
}

/** The lines of a text that are not in another. */
function changedLines(before: string, after: string): readonly string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}

describe('a cell', () => {
  const [line = ''] = cleanReport.split('\n').filter((each) => each.startsWith('| 行政复议 '));

  test('is written between its bars, which stay where they are', () => {
    const { row, columns } = firstDispute();
    const result = type(cleanReport, 'disputes', { row, column: columns[0] ?? '', text: '12' });
    const [changed = '', ...others] = changedLines(cleanReport, result.text);
    expect(others).toEqual([]);
    expect([...changed.matchAll(/\|/g)].map(({ index }) => index)).toEqual(
      [...line.matchAll(/\|/g)].map(({ index }) => index),
    );
    expect(changed).toContain(' 12 |');
    expect(result.version).toBe(7);
  });

  test('takes a number in any digits as the plain number, a bar as a broken one', () => {
    const { row, columns } = firstDispute();
    const result = type(
      cleanReport,
      'disputes',
      { row, column: columns[0] ?? '', text: ' １，２３４ ' },
      { row, column: columns[1] ?? '', text: 'a|b\nc' },
    );
    expect(textAt(result.text, 'disputes', row, columns[0] ?? '')).toBe('1234');
    expect(textAt(result.text, 'disputes', row, columns[1] ?? '')).toBe('a¦b c');
  });

  test('that is a total is filled with the sum of what is there', () => {
    const { row, columns } = firstDispute();
    const blank = withLine('| 行政复议 ', '| 行政复议 | 3 |  | 2 | 0 |  |');
    const result = type(blank, 'disputes', { row, column: columns[4] ?? '', text: null });
    expect(textAt(result.text, 'disputes', row, columns[4] ?? '')).toBe('5');
    expect(textAt(result.text, 'disputes', row, columns[1] ?? '')).toBe('');
    expect(type(blank, 'disputes', { row, column: columns[0] ?? '', text: null })).toMatchObject({ edits: [] });
  });

  test('in a row with a wrong count of values is refused, and it is said why', () => {
    const { row, columns } = firstDispute();
    const result = type(withLine('| 行政复议 ', '| 行政复议 | 3 | 1 |'), 'disputes', {
      row,
      column: columns[0] ?? '',
      text: '1',
    });
    expect(result.edits).toEqual([]);
    expect(result.refused).toContain('格数');
  });

  test('between TABs stays between TABs', () => {
    const { row, columns } = firstDispute();
    const tabbed = withLine('| 行政复议 ', '行政复议\t3\t\t2\t0\t5');
    const result = type(tabbed, 'disputes', { row, column: columns[1] ?? '', text: '4' });
    expect(result.text).toContain('行政复议\t3\t4\t2\t0\t5');
  });

  test('that would make the row another is written by writing the row anew', () => {
    const { row, columns } = firstDispute();
    const loose = withLine('| 行政复议 ', '行政复议 | 3 | 1 | 2 | 0 | 6');
    const result = type(loose, 'disputes', { row, column: columns[4] ?? '', text: '' });
    expect(result.refused).toBeNull();
    expect(textAt(result.text, 'disputes', row, columns[4] ?? '')).toBe('');
    expect(textAt(result.text, 'disputes', row, columns[3] ?? '')).toBe('0');
  });
});

function firstDispute() {
  const definition = tableById(readReport(cleanReport), 'disputes')?.definition;
  const [row] = definition?.rows ?? [];
  return { row: row?.row.id ?? '', columns: row?.columns.map(({ id }) => id) ?? [] };
}

describe('a place without a source', () => {
  test('gets its row, in the order of the form', () => {
    const { row, columns } = firstDispute();
    const result = type(withLine('| 行政复议 ', null), 'disputes', { row, column: columns[2] ?? '', text: '8' });
    const added = changedLines(withLine('| 行政复议 ', null), result.text);
    expect(added).toHaveLength(1);
    expect(textAt(result.text, 'disputes', row, columns[2] ?? '')).toBe('8');
    const order = result.text.split('\n').map((each) => each.split('|')[1]?.trim());
    expect(order.indexOf('行政复议')).toBeLessThan(order.indexOf('未经复议直接起诉'));
  });

  test('gets its table below the heading', () => {
    const { row, columns } = firstDispute();
    const [before = '', , after = ''] = cleanReport.split(/(\n四、.*\n\n(?:\|.*\n)+)/);
    const bare = `${before}\n四、政府信息公开行政复议、行政诉讼情况\n\n无。\n${after}`;
    const result = type(bare, 'disputes', { row, column: columns[2] ?? '', text: '8' });
    expect(textAt(result.text, 'disputes', row, columns[2] ?? '')).toBe('8');
    expect(result.text.replace(/\|.*\|\n/g, '').replace(/\n+/g, '\n')).toBe(
      bare.replace(/\|.*\|\n/g, '').replace(/\n+/g, '\n'),
    );
  });

  test('is refused where the part is missing', () => {
    const { row, columns } = firstDispute();
    const result = type('# 青禾镇2023年政府信息公开工作年度报告\n', 'disputes', {
      row,
      column: columns[2] ?? '',
      text: '8',
    });
    expect(result.refused).toContain('缺少');
  });
});

describe('many cells', () => {
  test('blanks become 0, and blank totals the sums', () => {
    const { row, columns } = firstDispute();
    const blank = withLine('| 行政复议 ', '| 行政复议 | 3 |  | 2 |  |  |');
    const result = change(blank, 'disputes', { kind: 'complete' });
    expect(columns.map((column) => textAt(result.text, 'disputes', row, column))).toEqual(['3', '0', '2', '0', '5']);
    expect(result.note).toBe('已填 2 个 0、1 个合计');
  });

  test('a block of a spreadsheet fills the rectangle, and what does not fit is said', () => {
    const { columns } = firstDispute();
    const row = tableById(readReport(cleanReport), 'disputes')?.definition.rows.at(-1)?.row.id ?? '';
    const paste = { kind: 'paste', row, html: null } as const;
    const result = change(cleanReport, 'disputes', { ...paste, column: columns[3] ?? '', text: '7\t8\t9\n' });
    expect(columns.map((column) => textAt(result.text, 'disputes', row, column)).slice(3)).toEqual(['7', '8']);
    expect(result.note ?? '').toMatch(/9/);
    const html = '<table><tr><td>1</td><td>2</td></tr></table>';
    const fromHtml = change(cleanReport, 'disputes', { ...paste, column: columns[0] ?? '', html, text: '1\t2' });
    expect(columns.map((column) => textAt(fromHtml.text, 'disputes', row, column)).slice(0, 2)).toEqual(['1', '2']);
  });

  test('a column of numbers goes down the rows', () => {
    const rows = tableById(readReport(cleanReport), 'requests')?.definition.rows.map(({ row }) => row.id) ?? [];
    const column = tableById(readReport(cleanReport), 'requests')?.definition.columns[0]?.id ?? '';
    const result = change(cleanReport, 'requests', {
      kind: 'paste',
      row: rows[0] ?? '',
      column,
      html: null,
      text: '41\n42\n43',
    });
    expect(rows.slice(0, 3).map((id) => textAt(result.text, 'requests', id, column))).toEqual(['41', '42', '43']);
  });
});

/** Any place of the form in force, and any text. */
const places = tables.flatMap((table) => {
  const definition = readReport('').edition.table(table);
  return (definition?.places ?? []).map(({ row, column }) => ({ table, row: row.id, column: column.id }));
});
const texts = fc.oneof(
  fc.nat(99999).map(String),
  fc.constantFrom(
    '',
    '0',
    '无',
    '-',
    '---',
    '一、',
    '\\',
    '//',
    '#',
    '1,234件',
    '２０',
    '12.5',
    '\u200b',
    '| 1 |',
    '1\t2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

describe.each(corpus.filter(({ name }) => /2021|青禾|河湾/.test(name)).map(({ name, text }) => [name, text] as const))(
  '%s',
  (_, start) => {
    test('after any edits each cell holds its text, and every other cell and line is as it was', () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(fc.constantFrom(...places), texts), { minLength: 1, maxLength: 6 }), (edits) => {
          let text = start;
          for (const [{ table, row, column }, wanted] of edits) {
            const before = readReport(text);
            const result = type(text, table, { row, column, text: wanted });
            if (result.refused !== null) {
              expect(result.text).toBe(text);
              continue;
            }
            expect(textAt(result.text, table, row, column)).toBe(cleanText(wanted));
            const after = readReport(result.text);
            const kept = (report: typeof before) =>
              tables.flatMap((id) =>
                [...(tableById(report, id)?.rows.values() ?? [])].flatMap((line) =>
                  line.cells
                    .filter(
                      (cell) => cell.text !== '' && (id !== table || line.row.id !== row || cell.column.id !== column),
                    )
                    .map((cell) => `${id} ${line.row.id} ${cell.column.id} ${cell.text}`),
                ),
              );
            expect(kept(after)).toEqual(kept(before));
            const had = tableById(before, table)?.rows.has(row);
            if (had) {
              const [old, now] = [text.split('\n'), result.text.split('\n')];
              expect(now).toHaveLength(old.length);
              expect(now.filter((line, i) => line !== old[i]).length).toBeLessThanOrEqual(1);
            }
            text = result.text;
          }
        }),
        { numRuns: 30 },
      );
    });
  },
);
