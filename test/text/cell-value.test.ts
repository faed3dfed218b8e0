import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber, readCell } from '../../server/src/text/cell-value.ts';

const number = (value: number, plain: boolean, unit: string | null = null) => ({ kind: 'number', value, plain, unit });

describe('readCell', () => {
  test.each([
    '',
    '  ',
    '\u00a0',
    '-',
    '—',
    '——',
    '–',
    '/',
    '／',
    '\\',
    '－',
    '无',
    '無',
    ' 无 ',
    '空',
    '不适用',
    '不 适 用',
  ])('%j is blank', (text) => {
    expect(readCell(text)).toEqual({ kind: 'blank' });
  });

  test.each([
    ['0', number(0, true)],
    ['-0', number(0, true)],
    ['\u00a012 ', number(12, true)],
    ['1.0', number(1, true)],
    ['59237.2449', number(59237.2449, true)],
    ['-8', number(-8, true)],
    ['+1036', number(1036, true)],
    ['－8', number(-8, false)],
    ['− 8', number(-8, false)],
    ['１２', number(12, false)],
    ['１．５', number(1.5, false)],
    ['1 204', number(1204, false)],
    ['1,204', number(1204, false)],
    ['12，345，678.5', number(12345678.5, false)],
    ['5件', number(5, false, '件')],
    ['8600 元', number(8600, false, '元')],
    ['1.25万元', number(1.25, false, '万元')],
    ['增5', number(5, false)],
    ['減3', number(-3, false)],
    ['1276萬元', number(1276, false, '万元')],
    ['新增 3', number(3, false)],
    ['减4', number(-4, false)],
    ['减少12项', number(-12, false, '项')],
    ['3宗', number(3, false, '宗')],
  ])('%j is a number', (text, reading) => {
    expect(readCell(text)).toEqual(reading);
  });

  test.each([
    '约5',
    '五',
    '1,23',
    '1,2345',
    ',123',
    '.5',
    '5.',
    '1.2.3',
    '5-',
    '--5',
    '5万',
    '①',
    '²',
    '1/2',
    '无件',
    '件',
    'XX',
    '9'.repeat(16),
    '1'.repeat(70),
  ])('%j is text', (text) => {
    expect(readCell(text)).toEqual({ kind: 'text' });
  });

  test('any text is read, and a number always has a value', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,，.．+-－ 件元万０９无/') }), (text) => {
        const reading = readCell(text);
        if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });

  test('what is written plainly again has the same value', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,，.．+-－ 件元０９') }), (text) => {
        const reading = readCell(text);
        if (reading.kind !== 'number') return;
        expect(readCell(plainNumber(text) ?? '')).toEqual({ ...reading, plain: true, unit: null });
      }),
    );
  });
});
