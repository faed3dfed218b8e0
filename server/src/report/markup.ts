import type { BlockDefinition, ColumnDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { displayWidth } from '../text/display-width.ts';

/** The text of the value in a row and a column, both by their ids. */
export type TextOf = (row: string, column: string) => string;

const blank: TextOf = () => '';

/**
 * A table as canonical markup, padded by display width: for each block its header, then its rows. Lines are parted by
 * LF, none follows the last. Without `textOf` every value is blank.
 */
export function tableMarkup(definition: FormTable, textOf: TextOf = blank): string {
  return definition.blocks
    .flatMap((block) => [
      headerMarkup(definition, block, textOf),
      ...block.lines.map((line) => rowMarkup(definition, block, line, textOf)),
    ])
    .join('\n');
}

/** The header of a block: its corner and the labels of its columns. `textOf` only tells how wide the columns are. */
export function headerMarkup(definition: FormTable, block: BlockDefinition, textOf: TextOf = blank): string {
  const labels = definition.columnsOf(block).map((column) => padEnd(column.label, columnWidth(block, column, textOf)));
  return barred([padEnd(block.corner, labelWidth(definition)), ...labels]);
}

/** A row of a block: its label and its values, which stand to the right of their columns. A group has only the label. */
export function rowMarkup(
  definition: FormTable,
  block: BlockDefinition,
  line: LineDefinition,
  textOf: TextOf = blank,
): string {
  const label = padEnd(line.label, labelWidth(definition));
  if (line.kind === 'group') return barred([label]);
  const values = definition
    .columnsOf(block)
    .map((column) => padStart(textOf(line.id, column.id), columnWidth(block, column, textOf)));
  return barred([label, ...values]);
}

function barred(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function labelWidth(definition: FormTable): number {
  const labels = [...definition.blocks.map(({ corner }) => corner), ...definition.lines.map(({ line }) => line.label)];
  return Math.max(...labels.map((label) => displayWidth(label)));
}

function columnWidth(block: BlockDefinition, column: ColumnDefinition, textOf: TextOf): number {
  const rows = block.lines.filter(({ kind }) => kind === 'row');
  const texts = [column.label, ...rows.map((row) => textOf(row.id, column.id))];
  return Math.max(...texts.map((text) => displayWidth(text)));
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
