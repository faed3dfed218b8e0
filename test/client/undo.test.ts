import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paddedRow } from '../../client/src/table/padding.ts';
import { selectionIn, valuesOf } from '../../client/src/table/walk.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { cellPlaces } from '../../server/src/features/cell-places.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import { editCells } from '../../server/src/features/edit-cell.ts';
import { editTable } from '../../server/src/features/edit-table.ts';
import { formatDocument } from '../../server/src/features/formatting.ts';
import { pasteCells } from '../../server/src/features/paste-block.ts';
import { createSnapshot, type Snapshot } from '../../server/src/features/snapshot.ts';
import type { CellPlace } from '../../server/src/lsp/protocol.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { cleanReport, cleanShortReport, type TextEdit, uri, withLine } from '../features/support.ts';

/** A text with its undo stack, as an editor keeps one: each step is undone by edits of what it has put in. */
class Editor {
  text: string;
  /** Of each step the groups of edits that undo it, in their order. */
  readonly #steps: (readonly (readonly TextEdit[])[])[] = [];

  constructor(text: string) {
    this.text = text;
  }

  get snapshot(): Snapshot {
    return createSnapshot(uri, this.#steps.length, this.text);
  }

  /** Makes edits, one after the other each within the text that the one before left, as one step. */
  make(...groups: readonly (readonly TextEdit[])[]): void {
    this.#steps.push(groups.map((edits) => this.#apply(edits)).toReversed());
  }

  get steps(): number {
    return this.#steps.length;
  }

  undo(): void {
    for (const edits of this.#steps.pop() ?? []) this.#apply(edits);
  }

  /** Applies edits of LSP as an editor does, which refuses those that overlap or lie outside; gives those that undo them. */
  #apply(edits: readonly TextEdit[]): readonly TextEdit[] {
    const { lines } = createSnapshot(uri, 1, this.text);
    const sorted = edits
      .map(({ range, newText }, order) => {
        const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
        expect([lines.positionAt(start), lines.positionAt(end)]).toEqual([range.start, range.end]);
        return { start, end, newText, order };
      })
      .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    let [result, last] = ['', 0];
    const inverse: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
    for (const { start, end, newText } of sorted) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThanOrEqual(start);
      result += this.text.slice(last, start);
      inverse.push({ start: result.length, end: result.length + newText.length, newText: this.text.slice(start, end) });
      result += newText;
      last = end;
    }
    this.text = result + this.text.slice(last);
    const after = createSnapshot(uri, 1, this.text).lines;
    return inverse.map(({ start, end, newText }) => ({ range: after.rangeOf({ start, end }), newText }));
  }
}

/** One thing that a user does; numbers choose among what there is. */
type Step = (editor: Editor) => void;

const number = fc.nat({ max: 9999 });
const place = fc.nat({ max: 400 });

function valueAt({ snapshot }: Editor, nth: number): CellPlace | undefined {
  const values = valuesOf(cellPlaces(snapshot).tables);
  return values[nth % Math.max(1, values.length)]?.cell;
}

function edit(snapshot: Snapshot, start: number, end: number, newText: string): TextEdit {
  return { range: snapshot.lines.rangeOf({ start, end }), newText };
}

/** A value typed over another, and its row padded when it is left. */
const typed = fc.tuple(place, number).map(
  ([nth, value]): Step =>
    (editor) => {
      const { snapshot } = editor;
      const cell = valueAt(editor, nth);
      if (!cell) return;
      const { start, end } = selectionIn(snapshot.text, cell.room);
      const replaced = edit(snapshot, start, end, String(value));
      const after = snapshot.text.slice(0, start) + String(value) + snapshot.text.slice(end);
      const then = createSnapshot(uri, 2, after);
      const row = cellPlaces(then)
        .tables.flatMap((table) => table.rows.map((each) => ({ table, row: each })))
        .find((each) => each.row.span.start <= start && start <= each.row.span.end);
      const padding = row ? paddedRow(after, row.table, row.row) : [];
      editor.make(
        [replaced],
        padding.map((each) => edit(then, each.start, each.end, each.text)),
      );
    },
);

/** Something typed or deleted anywhere. */
const anywhere = fc
  .tuple(
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.constantFrom('|', '｜', '\t', '12', '中', ' ', '//', '一、', '𠮷', '<<<<<<< a'),
  )
  .map(
    ([at, length, text]): Step =>
      (editor) => {
        const { snapshot } = editor;
        const start = snapshot.lines.offsetAt(snapshot.lines.positionAt(at % (snapshot.text.length + 1)));
        const stretch = snapshot.text.slice(start, start + length).split(/[\r\n]/)[0] ?? '';
        editor.make([edit(snapshot, start, start + stretch.length, text)]);
      },
  );

const pasted = fc
  .tuple(
    place,
    fc.array(fc.array(fc.oneof(number.map(String), fc.constant('')), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(
    ([nth, rows]): Step =>
      (editor) => {
        const { snapshot } = editor;
        const cell = valueAt(editor, nth);
        if (!cell) return;
        const range = snapshot.lines.rangeOf(selectionIn(snapshot.text, cell.room));
        const text = rows.map((row) => row.join('\t')).join('\r\n');
        const answer = pasteCells(snapshot, { range, text, html: null, language: 'zh', labels: 'short' });
        if (answer) editor.make([{ range, newText: answer.insertText }, ...answer.edits]);
      },
  );

const command = fc.tuple(place, fc.constantFrom('insertRow', 'fillBlanks', 'recomputeTotals', 'clearValues')).map(
  ([nth, action]): Step =>
    (editor) => {
      const { snapshot } = editor;
      const cell = valueAt(editor, nth);
      if (!cell) return;
      const range = snapshot.lines.rangeOf(cell.room);
      const answer = editTable(snapshot, { range, action, scope: 'table', language: 'zh', settings: defaultSettings });
      if (answer) editor.make(answer.edits);
    },
);

const inForm = fc.tuple(place, number, fc.constantFrom('type', 'sum', 'complete')).map(
  ([nth, value, what]): Step =>
    (editor) => {
      const { snapshot } = editor;
      const { tables } = snapshot.report.edition;
      const table = tables[nth % Math.max(1, tables.length)];
      const at = table?.places[nth % table.places.length];
      if (!table || !at) return;
      const text = what === 'sum' ? null : String(value);
      const { edits } = editCells(snapshot, {
        table: table.id,
        change:
          what === 'complete'
            ? { kind: 'complete' }
            : { kind: 'cells', cells: [{ row: at.row.id, column: at.column.id, text }] },
        language: 'zh',
        settings: defaultSettings,
      });
      editor.make(edits);
    },
);

const fixed = fc.tuple(place, fc.nat({ max: 8 })).map(
  ([nth, which]): Step =>
    (editor) => {
      const { snapshot } = editor;
      const { findings } = snapshot.check();
      const finding = findings[nth % Math.max(1, findings.length)];
      if (!finding) return;
      const actions = codeActions(snapshot, {
        range: snapshot.lines.rangeOf(finding.span),
        only: null,
        language: 'zh',
        settings: defaultSettings,
        versionedEdits: false,
        snippetEdits: false,
        commands: false,
        disabledActions: false,
        changeAnnotations: false,
        relatedInformation: false,
      });
      const edits = actions[which % Math.max(1, actions.length)]?.edit?.changes?.[uri];
      if (edits) editor.make(edits);
    },
);

const formatted = fc.constant<Step>((editor) => editor.make(formatDocument(editor.snapshot)));

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: typed },
    anywhere,
    pasted,
    command,
    { weight: 2, arbitrary: inForm },
    fixed,
    formatted,
  ),
  {
    minLength: 1,
    maxLength: 8,
  },
);

const texts = [
  cleanReport,
  cleanShortReport,
  newReport({ body: '云岭县人民政府', year: 2024 }),
  withLine(
    '（七）总计',
    '| （七）总计 | 5 | 9 | 0 | | 无 | 0 | 8 |',
    cleanShortReport.replaceAll('| （七）总计', '（七）总计'),
  ),
];
const text = fc
  .tuple(fc.constantFrom(...texts), fc.constantFrom('\n', '\r\n'))
  .map(([each, end]) => each.replaceAll('\n', end));

test('keys, pastes, commands, fixes and edits in the form, in any order, are undone one by one to the text before each', () => {
  let made = 0;
  fc.assert(
    fc.property(text, steps, (start, all) => {
      const editor = new Editor(start);
      const before: string[] = [];
      for (const step of all) {
        const { text: now, steps: count } = editor;
        step(editor);
        if (editor.steps > count) before.push(now);
        if (editor.text !== now) made++;
      }
      while (editor.steps > 0) {
        editor.undo();
        expect(editor.text).toBe(before.pop());
      }
      expect(editor.text).toBe(start);
    }),
    { numRuns: 60 },
  );
  expect(made).toBeGreaterThan(80);
});
