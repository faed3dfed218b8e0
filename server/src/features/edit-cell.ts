// Writing into cells of the form: the edits of the text by which its cells hold what was typed in the form's places.
import type { TextEdit } from 'vscode-languageserver-types';
import { missingRows } from '../analysis/missing-rows.ts';
import { labelStyleOf, type RuleSettings } from '../analysis/settings.ts';
import { subjectOf } from '../analysis/subject.ts';
import type { FormTable } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { readReport } from '../report/bind.ts';
import { sectionById, tableById } from '../report/lookup.ts';
import { tableMarkup } from '../report/markup.ts';
import type { Report, Table } from '../report/report.ts';
import { styleOf } from '../report/written-labels.ts';
import { insertBlock, nextLineStart } from '../rules/engine/insertion.ts';
import { insertions } from '../rules/missing-row.ts';
import { Revision } from '../text/edit.ts';
import type { Language, Localized } from '../text/language.ts';
import { type CellText, cellEdits, cleanText, keyOf, rowEdits, textsOf } from './cell-texts.ts';
import { textEdits } from './edits.ts';
import { completedCells, hasLabels, pastedCells, summedCells } from './form-changes.ts';
import { pasteTable } from './paste-table.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * What is done in the form. `cells`: texts for places, null for the sum that belongs there. `paste`: a block of values from a
 * place on, or a table with its labels. `complete`: 0 in every blank addend, then the sums in the blank totals.
 */
export type FormChange =
  | { readonly kind: 'cells'; readonly cells: readonly CellInput[] }
  | {
      readonly kind: 'paste';
      readonly row: string;
      readonly column: string;
      readonly html: string | null;
      readonly text: string | null;
    }
  | { readonly kind: 'complete' };

export interface CellInput {
  readonly row: string;
  readonly column: string;
  readonly text: string | null;
}

export interface EditCellOptions {
  /** The table's id in the form. */
  readonly table: string;
  readonly change: FormChange;
  readonly language: Language;
  readonly settings: RuleSettings;
}

export interface EditedCells {
  /** The client's version of the text that the edits belong to. */
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
  /** Why nothing can be written, for the user; null where something can. */
  readonly refused: string | null;
  /** What did not fit, for the user. */
  readonly note: string | null;
}

/** The edits by which a change in the form is made in the text. Rows and tables that it lacks are put in, in the form's order. */
export function editCells(snapshot: Snapshot, { table, change, language, settings }: EditCellOptions): EditedCells {
  const { version, report } = snapshot;
  const answer = (
    edits: readonly TextEdit[],
    refused: Localized | null,
    note: Localized | null = null,
  ): EditedCells => ({
    version,
    edits,
    refused: refused?.[language] ?? null,
    note: note?.[language] ?? null,
  });
  const definition = definitionOf(report, table);
  if (snapshot.tooLarge || !definition) return answer([], reasons.noTable);
  const bound = tableById(report, table);
  if (change.kind === 'paste') {
    const labelled = bound && labelledPaste(snapshot, bound, change, { language, labels: labelStyleOf(settings) });
    if (labelled) return answer(labelled, null);
  }
  const { cells, note, refused } = cellsOf(change, definition, bound);
  if (refused) return answer([], refused);
  const result = written(report, definition, cells, settings);
  return 'edits' in result ? answer(textEdits(snapshot, result.edits), null, note) : answer([], result.refused);
}

interface Wanted {
  readonly cells: readonly CellText[];
  readonly note: Localized | null;
  readonly refused: Localized | null;
}

function cellsOf(change: FormChange, definition: FormTable, table: Table | null): Wanted {
  switch (change.kind) {
    case 'complete':
      return { ...completedCells(definition, table), refused: null };
    case 'paste': {
      const pasted = pastedCells(definition, change);
      return pasted ? { ...pasted, refused: null } : { cells: [], note: null, refused: reasons.noValues };
    }
    case 'cells': {
      const cells = summedCells(definition, table, change.cells);
      const known = cells?.every(({ row, column }) => definition.row(row)?.columns.some(({ id }) => id === column));
      if (!cells) return { cells: [], note: null, refused: reasons.noSum };
      return { cells, note: null, refused: known ? null : reasons.noPlace };
    }
  }
}

const reasons = {
  noTable: { zh: '这里没有可填的表', en: 'There is no table to write in' },
  noPlace: { zh: '表样没有这一格', en: 'The form has no such cell' },
  noValues: { zh: '剪贴板里没有可以填入的数', en: 'The clipboard holds no values that fit' },
  noSum: { zh: '要合计的各格还没有数', en: 'There is nothing yet to add up' },
  noPart: { zh: '缺少这张表所在的部分，请先补上标题', en: 'The part that holds this table is missing' },
  torn: {
    zh: '这一部分的表格散成了一行一格，请先在文本中重建',
    en: 'This table lies in pieces; rebuild it in the text first',
  },
  count: {
    zh: '这一行的格数与表样不一致，请在文本中改正',
    en: 'This row has more or fewer values than the form; correct it in the text',
  },
  unsure: {
    zh: '这一行的写法特殊，请在文本中修改',
    en: 'This row is written in a way of its own; edit it in the text',
  },
} satisfies Readonly<Record<string, Localized>>;

type Written = { readonly edits: ReturnType<Revision['edits']> } | { readonly refused: Localized };

/** A table that is there may have another edition's form. */
function definitionOf(report: Report, id: string): FormTable | null {
  return tableById(report, id)?.definition ?? report.edition.table(id);
}

function written(report: Report, definition: FormTable, cells: readonly CellText[], settings: RuleSettings): Written {
  const clean = cells.map((cell) => ({ ...cell, text: cleanText(cell.text) }));
  const begun = withTable(Revision.of(report.tree.text), report, definition, labelStyleOf(settings));
  if ('refused' in begun) return begun;
  const { revision, report: ready } = withRows(begun.revision, begun.report, definition, clean, settings);
  const table = tableById(ready, definition.id);
  if (!table) return { refused: reasons.torn };
  const rows = clean.map(({ row }) => table.rows.get(row));
  if (rows.some((row) => row?.misfit)) return { refused: reasons.count };
  if (rows.includes(undefined)) return { refused: reasons.unsure };
  const expected = new Map([...textsOf(table), ...clean.map((cell): [string, string] => [keyOf(cell), cell.text])]);
  for (const edits of [cellEdits(ready, table, clean), rowEdits(table, clean)]) {
    const result = revision.with(edits);
    if (holds(result.text, ready, table, expected)) return { edits: result.edits() };
  }
  return { refused: reasons.unsure };
}

/** Whether the table, read again, holds these texts in its places and no others. */
function holds(text: string, before: Report, table: Table, expected: ReadonlyMap<string, string>): boolean {
  const after = readReport(text, before.forms);
  const again = tableById(after, table.definition.id);
  if (!again || after.tables.length !== before.tables.length || again.lines.length !== table.lines.length) return false;
  const texts = textsOf(again);
  return texts.size === expected.size && [...expected].every(([key, value]) => texts.get(key) === value);
}

interface Draft {
  readonly revision: Revision;
  readonly report: Report;
}

/** The text with the table, blank below its heading where it was missing. */
function withTable(
  revision: Revision,
  report: Report,
  definition: FormTable,
  style: LabelStyle,
): Draft | { readonly refused: Localized } {
  if (report.tornParts.some(({ table }) => table.id === definition.id)) return { refused: reasons.torn };
  if (tableById(report, definition.id)) return { revision, report };
  const section = sectionById(report, definition.section);
  if (!section) return { refused: reasons.noPart };
  const { text } = report.tree;
  const block = insertBlock(text, nextLineStart(text, section.line.span.end), tableMarkup(definition, style));
  return again(revision.with([block]), report);
}

/** The text with the rows of these cells, those that were missing blank. */
function withRows(
  revision: Revision,
  report: Report,
  definition: FormTable,
  cells: readonly CellText[],
  settings: RuleSettings,
): Draft {
  const wanted = new Set(cells.map(({ row }) => row));
  const gaps = missingRows(subjectOf(report, { settings })).find(({ table }) => table.definition.id === definition.id);
  const edits = (gaps?.runs ?? []).flatMap((run) => {
    const rows = run.rows.filter(({ row }) => wanted.has(row.id));
    return gaps && rows.length > 0
      ? insertions(report, gaps.table, { ...run, rows }, styleOf(gaps.table, report, 'official'))
      : [];
  });
  return edits.length > 0 ? again(revision.with(edits), report) : { revision, report };
}

function again(revision: Revision, { forms }: Report): Draft {
  return { revision, report: readReport(revision.text, forms) };
}

/** A clipboard with labels of the form goes to the places that they name. */
function labelledPaste(
  snapshot: Snapshot,
  table: Table,
  { html, text }: Extract<FormChange, { kind: 'paste' }>,
  options: { readonly language: Language; readonly labels: LabelStyle },
): readonly TextEdit[] | null {
  const { start } = rangeOf(snapshot.lines, { start: table.span.start, end: table.span.start });
  const pasted = pasteTable(snapshot, { html, text, range: { start, end: start }, ...options });
  return pasted && pasted.insertText === '' && hasLabels({ html, text }) ? pasted.edits : null;
}
