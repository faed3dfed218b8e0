import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, paddedRow } from '../../client/src/table/padding.ts';
import { type Change, shifted } from '../../client/src/table/shift.ts';
import { below, beside, cellAt, promptAt, rowAt, selectionIn, valuesOf } from '../../client/src/table/walk.ts';
import { formatDocument } from '../../server/src/features/formatting.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import type { Offsets } from '../../server/src/lsp/protocol.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { cleanReport } from '../features/support.ts';
import { unmark } from '../support/marks.ts';
import { cellsOf, disputes } from './table-support.ts';

const cells = cellsOf(disputes);
const at = (text: string, add = 0): number => disputes.indexOf(text) + add;

function textOf(room: Offsets | null | undefined): string | null {
  return room ? disputes.slice(room.start, room.end).trim() : null;
}

describe('from value to value', () => {
  test('forwards and back, past the last one to the next row', () => {
    expect(textOf(beside(cells, at('10 |'), -1))).toBe('4');
    const next = beside(cells, at('10 |'), 1);
    expect([textOf(next), next && cellAt(cells, next.start)?.cell.row]).toEqual(['5', 'litigation-direct']);
    expect(textOf(beside(cells, at('5 |'), -1))).toBe('10');
  });

  test('from a label to the values beside it', () => {
    expect(textOf(beside(cells, at('未经复议'), 1))).toBe('5');
    expect(textOf(beside(cells, at('未经复议'), -1))).toBe('10');
    expect(beside(cells, at('结果维持'), -1)).toBeNull();
    expect(beside(cells, disputes.length, 1)).toBeNull();
  });

  test('down in the column, and no further than the table', () => {
    const first = cellAt(cells, at('1 |'));
    expect(textOf(first && below(first)?.cell.room)).toBe('5');
    const last = valuesOf(cells.tables).at(-1);
    expect(last && below(last)).toBeNull();
  });

  test('below a column that the next rows don’t have is their last', () => {
    const places = cellsOf(cleanReport);
    const regulations = valuesOf(places.tables).filter(({ cell }) => cell.row === 'normative-documents');
    const next = regulations[2] && below(regulations[2]);
    expect([next?.cell.row, next?.cell.column]).toEqual(['licensing', 'decisions']);
  });

  test('through a new report: from prompt to prompt, to the values between them and on', () => {
    const text = newReport({ body: '云岭县人民政府', year: 2024 });
    const places = cellsOf(text);
    const values = valuesOf(places.tables).map(({ cell }) => cell.room);
    expect(places.prompts.length).toBeGreaterThan(5);
    const stops: Offsets[] = [];
    for (let stop = beside(places, 0, 1); stop; stop = beside(places, stop.end, 1)) stops.push(stop);
    expect(stops).toEqual([...values, ...places.prompts].sort((a, b) => a.start - b.start));
    for (const { start, end } of places.prompts) expect(text.slice(start, end)).toMatch(/^【待填写：.*】$/);
    const [first] = places.prompts;
    expect(first && beside(places, first.start, -1)).toBeNull();
    expect(first && promptAt(places, first.start + 3)).toBe(first);
    expect(promptAt(places, 0)).toBeNull();
  });

  test('a prompt that is written over is no stop any more, the others move', () => {
    const text = newReport({ body: '云岭县人民政府', year: 2024 });
    const { prompts, ...others } = cellsOf(text);
    const [first, ...more] = prompts;
    if (!first) throw new Error('no prompts');
    const { start, end } = first;
    const change = { offset: start, length: end - start, text: '全年公开信息214条。', lines: 0 };
    const places = shifted({ prompts, ...others }, [change]);
    const written = text.slice(0, start) + change.text + text.slice(end);
    expect(places.prompts).toEqual(cellsOf(written).prompts);
    expect(beside(places, start + change.text.length, 1)).toEqual(places.prompts[0]);
    expect(more).toHaveLength(places.prompts.length);
  });

  test('a row that stands in no table is known, and moves with the text before it', () => {
    const row = '| 备注 | 无 |';
    const text = cleanReport.replace('\n一、', `\n${row}\n\n一、`);
    const places = cellsOf(text);
    expect(places.strays.map(({ start, end }) => text.slice(start, end))).toEqual([row]);
    const change = { offset: 0, length: 0, text: '// 注\n', lines: 1 };
    expect(shifted(places, [change]).strays).toEqual(cellsOf(change.text + text).strays);
    expect(cellsOf(cleanReport).strays).toEqual([]);
  });

  test('a value is selected, of a blank the place before its last space', () => {
    const select = (text: string): string => {
      const { start, end } = selectionIn(text, { start: 0, end: text.length });
      return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
    };
    expect(select('    12 ')).toBe('    [12] ');
    expect(select('       ')).toBe('      [] ');
    expect(select('')).toBe('[]');
  });
});

function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((all, { start, end, text: added }) => all.slice(0, start) + added + all.slice(end), text);
}

/** The text after the row at the cursor, `$0`, is left. */
function left(marked: string): string {
  const { text, cursor } = unmark(marked);
  const row = rowAt(cellsOf(text), cursor ?? 0);
  return row ? applied(text, paddedRow(text, row.table, row.row)) : text;
}

describe('leaving a row', () => {
  test('puts its values below the others', () => {
    expect(left(disputes.replace('        2 |', '        127$0 |'))).toBe(
      disputes.replace('        2 |', '      127 |'),
    );
    expect(left(disputes.replace('|          |', '|12$0|'))).toBe(disputes.replace('|          |', '|       12 |'));
    expect(left(disputes.replace('        2 |', '$0 |'))).toBe(
      disputes.replace('        2 |', '          |').replace('  |', '  |'),
    );
  });

  test('widens no column', () => {
    const wide = disputes.replace('        2 |', ' 1234567890 |');
    expect(left(wide.replace('1234567890', '1234567890$0'))).toBe(wide);
    expect(left(wide.replace('5 |          |', '5 |  7$0        |'))).toBe(
      wide.replace('5 |          |', '5 |        7 |'),
    );
  });

  test('of formatted tables changes nothing', () => {
    const places = cellsOf(cleanReport);
    expect(formatDocument(createSnapshot('file:///a.nianbao', 1, cleanReport))).toEqual([]);
    for (const table of places.tables) {
      for (const row of table.rows) expect(paddedRow(cleanReport, table, row)).toEqual([]);
    }
  });
});

describe('places carried through edits', () => {
  const values = valuesOf(cells.tables);
  const typing = fc.record({
    cell: fc.nat(values.length - 1),
    from: fc.nat(9),
    length: fc.nat(3),
    text: fc.constantFrom('', '7', '12', ' ', '  3 ', '甲'),
  });

  test('are what the server finds in the new text', () => {
    fc.assert(
      fc.property(fc.array(typing, { maxLength: 6 }), (edits) => {
        let [text, places] = [disputes, cells];
        for (const { cell, from, length, text: added } of edits) {
          const room = valuesOf(places.tables)[cell]?.cell.room ?? { start: 0, end: 0 };
          const offset = Math.min(room.start + from, room.end);
          const change: Change = { offset, length: Math.min(length, room.end - offset), text: added, lines: 0 };
          text = text.slice(0, offset) + added + text.slice(offset + change.length);
          places = shifted(places, [change]);
        }
        const rooms = (all: typeof cells) =>
          all.tables.map(({ rows }) => rows.map((row) => row.cells.map(({ room }) => room)));
        expect(rooms(places)).toEqual(rooms(cellsOf(text)));
      }),
    );
  });

  test('move with what is typed above them', () => {
    const after = shifted(cells, [{ offset: 0, length: 2, text: '一、\n二、', lines: 1 }]);
    const fresh = cellsOf(`一、\n二、${disputes.slice(2)}`);
    const places = (all: typeof cells) =>
      all.tables.map(({ rows }) =>
        rows.map((row) => [row.line, row.span, row.cells.map(({ room, span }) => [room, span])]),
      );
    expect(places(after)).toEqual(places(fresh));
  });

  test('stay in order when anything is replaced', () => {
    fc.assert(
      fc.property(fc.nat(disputes.length), fc.nat(80), fc.string(), (offset, length, text) => {
        const change = { offset, length: Math.min(length, disputes.length - offset), text, lines: 0 };
        const most = disputes.length - change.length + text.length;
        for (const { cell } of valuesOf(shifted(cells, [change]).tables)) {
          expect(cell.room.start).toBeLessThanOrEqual(cell.room.end);
          expect(cell.room.end).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
