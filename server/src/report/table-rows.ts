// The rows of the canonical form, as data: every place that writes tables makes its rows here and lines of them in align.ts.
import type { BlockDefinition, LineDefinition, TableDefinition } from '../forms/edition.ts';
import { cornerIn, type LabelStyle, labelIn } from '../forms/labels.ts';
import type { PlacedRow } from './align.ts';
import type { Head } from './report.ts';
import { columnLabel } from './written-labels.ts';

/** The text of the value in a row and a column, both by their ids. */
export type TextOf = (row: string, column: string) => string;

const blank: TextOf = () => '';

/** A row of the form's own: its block, and its line, or null for the block's header. */
export interface FormRow extends PlacedRow {
  readonly of: BlockDefinition;
  readonly line: LineDefinition | null;
}

/** The rows of a whole form: for each block its header, then its lines. Without `textOf` every value is blank. */
export function rowsOf(definition: TableDefinition, style: LabelStyle, textOf: TextOf = blank): readonly FormRow[] {
  return definition.blocks.flatMap((block) => [
    headRow(definition, block, style),
    ...block.lines.map((line) => lineRow(block, line, style, textOf)),
  ]);
}

/** The header of a block: its corner and its columns. `heads` are those that a text has. */
export function headRow(
  { columns }: TableDefinition,
  block: BlockDefinition,
  style: LabelStyle,
  heads: readonly Head[] = [],
): FormRow {
  const labels = block.columns.map((id) => {
    const column = columns.find((each) => each.id === id);
    return column ? columnLabel(column, style, heads) : id;
  });
  const row = placedRow([cornerIn(style, block), ...labels], block, 'head');
  return { ...row, of: block, line: null };
}

/** A row of a block with its values, or a group, which has none. */
export function lineRow(
  block: BlockDefinition,
  line: LineDefinition,
  style: LabelStyle,
  textOf: TextOf = blank,
): FormRow {
  const values = line.kind === 'group' ? [] : block.columns.map((column) => textOf(line.id, column));
  return { ...placedRow([labelIn(style, line), ...values], block), of: block, line };
}

/** A row of these texts: the label, then the values in the block's columns, `from` labels before them. */
export function placedRow(
  texts: readonly string[],
  block: BlockDefinition | null,
  kind: PlacedRow['kind'] = 'values',
  from = 1,
): PlacedRow {
  return { texts, columns: { from, count: texts.length - from }, block: block?.id ?? '', kind };
}

/** A row that stands in no column. */
export function looseRow(texts: readonly string[], block: BlockDefinition | null = null): PlacedRow {
  return { texts, columns: null, block: block?.id ?? '', kind: 'values' };
}
