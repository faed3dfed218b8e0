// What is done with many cells of the form at once: sums, blanks filled, blocks pasted.
import { placeNumber, relationPlan } from '../figures/plan.ts';
import { sumAt, sumsAt } from '../figures/sums.ts';
import type { Values } from '../figures/values.ts';
import type { FormTable } from '../forms/form.ts';
import { type Clipboard, readClipboard } from '../importers/clipboard.ts';
import { figuresOf } from '../report/figures-of.ts';
import type { Table } from '../report/report.ts';
import { readCell } from '../text/cell-value.ts';
import type { Localized } from '../text/language.ts';
import { type CellText, keyOf, textsOf } from './cell-texts.ts';

/** Sums of sums of sums: no form has so many one above the other. */
const MOST_STOREYS = 12;
const MOST_NAMED = 5;

/** The cells that a change comes to, and what is to be said of it. */
export interface FormCells {
  readonly cells: readonly CellText[];
  readonly note: Localized | null;
}

interface CellInput {
  readonly row: string;
  readonly column: string;
  readonly text: string | null;
}

/** The cells with the sum where no text is given; null where such a sum can't be told. */
export function summedCells(
  definition: FormTable,
  table: Table | null,
  inputs: readonly CellInput[],
): readonly CellText[] | null {
  const cells = inputs.map(({ text, ...place }): CellText | null => {
    if (text !== null) return { ...place, text };
    const plan = relationPlan(definition);
    const sum = sumAt(plan, valuesIn(definition, table), placeNumber(plan, place.row, place.column));
    return sum === null ? null : { ...place, text: String(sum) };
  });
  return cells.every((cell) => cell !== null) ? cells : null;
}

function valuesIn(definition: FormTable, table: Table | null): Values {
  return table ? figuresOf(table).values : new Float64Array(definition.places.length).fill(Number.NaN);
}

/** 0 for every blank that is no total, and for the blank totals their sums, sums of sums included. Rows with a wrong count of values are left out. */
export function completedCells(definition: FormTable, table: Table | null): FormCells {
  const plan = relationPlan(definition);
  const values = valuesIn(definition, table).slice();
  const texts = table ? textsOf(table) : new Map<string, string>();
  const blanks = plan.places.flatMap((place, number) => {
    const at = { row: place.row.id, column: place.column.id };
    const isOpen = !table?.rows.get(at.row)?.misfit && readCell(texts.get(keyOf(at)) ?? '').kind === 'blank';
    return isOpen ? [{ ...at, number }] : [];
  });
  const totals = blanks.filter(({ number }) => sumsAt(plan, number).length > 0);
  const addends = blanks.filter((blank) => !totals.includes(blank));
  for (const { number } of addends) values[number] = 0;
  for (let storey = 0; storey < MOST_STOREYS; storey++) {
    for (const { number } of totals) values[number] = sumAt(plan, values, number) ?? Number.NaN;
  }
  const filled = [...addends, ...totals.filter(({ number }) => !Number.isNaN(values[number]))];
  const sums = filled.length - addends.length;
  return {
    cells: filled.map(({ row, column, number }) => ({ row, column, text: String(values[number]) })),
    note: {
      zh: `已填 ${addends.length} 个 0、${sums} 个合计`,
      en: `Filled in: ${addends.length} zeros, ${sums} totals`,
    },
  };
}

/**
 * The numbers of a clipboard in the rectangle of the official form that begins at a place; rows as wide as the form's go in
 * from its first column. Blanks change nothing. Null where the clipboard holds no number.
 */
export function pastedCells(
  { layout }: FormTable,
  { row, column, ...clipboard }: Clipboard & { readonly row: string; readonly column: string },
): FormCells | null {
  const rows = clipboardRows(clipboard);
  const places = layout
    .map((cells) => cells.flatMap(({ value }) => (value ? [value] : [])))
    .filter((cells) => cells.length > 0);
  const top = places.findIndex((cells) => cells.some((each) => each.row === row && each.column === column));
  if (!rows?.some((cells) => cells.some(isNumber)) || top < 0) return null;
  const left = places[top]?.findIndex((each) => each.row === row && each.column === column) ?? 0;
  const isWhole = rows.every((cells, i) => cells.length === places[top + i]?.length);
  const unfit: string[] = [];
  const cells = rows.flatMap((values, i) =>
    values.flatMap((text, j): CellText[] => {
      const place = places[top + i]?.[(isWhole ? 0 : left) + j];
      if (text === '') return [];
      if (place && isNumber(text)) return [{ ...place, text }];
      unfit.push(text);
      return [];
    }),
  );
  return { cells, note: unfit.length > 0 ? noteOf(unfit) : null };
}

/** Whether a clipboard holds a table with more than numbers: one whose labels tell where its values belong. */
export function hasLabels(clipboard: Clipboard): boolean {
  return clipboardRows(clipboard)?.some((cells) => cells.some((cell) => readCell(cell).kind === 'text')) === true;
}

/** The rows of a clipboard; plain lines are a column. */
function clipboardRows({ html, text }: Clipboard): readonly (readonly string[])[] | null {
  const blocks = readClipboard({ html, text });
  if (blocks) return blocks.flatMap((block) => (block.kind === 'row' ? [block.cells] : []));
  const lines = text?.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n') ?? [];
  return lines.length > 0 ? lines.map((line) => [line.trim()]) : null;
}

function isNumber(text: string): boolean {
  return readCell(text).kind === 'number';
}

function noteOf(unfit: readonly string[]): Localized {
  const named = unfit.slice(0, MOST_NAMED);
  const more = unfit.length > MOST_NAMED;
  return {
    zh: `${unfit.length} 格没有填入（超出表格，或者不是数）：${named.join('、')}${more ? '……' : ''}`,
    en: `${unfit.length} cells were not filled in (outside the table, or no number): ${named.join(', ')}${more ? ' …' : ''}`,
  };
}
