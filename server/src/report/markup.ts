import type { BlockDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { linesOf, lineWriter } from './align.ts';
import { headRow, lineRow, rowsOf, type TextOf } from './table-rows.ts';

export type { TextOf };

/**
 * A table as canonical markup, padded by display width: for each block its header, then its rows. Lines are parted by
 * LF, none follows the last. Without `textOf` every value is blank.
 */
export function tableMarkup(definition: FormTable, style: LabelStyle, textOf?: TextOf): string {
  return linesOf(rowsOf(definition, style, textOf)).join('\n');
}

/** The header of a block: its corner and the labels of its columns. `textOf` only tells how wide the columns are. */
export function headerMarkup(
  definition: FormTable,
  block: BlockDefinition,
  style: LabelStyle,
  textOf?: TextOf,
): string {
  return lineWriter(rowsOf(definition, style, textOf))(headRow(definition, block, style));
}

/** A row of a block: its label and its values, which stand to the right of their columns. A group has only the label. */
export function rowMarkup(
  definition: FormTable,
  block: BlockDefinition,
  line: LineDefinition,
  style: LabelStyle,
  textOf?: TextOf,
): string {
  return lineWriter(rowsOf(definition, style, textOf))(lineRow(block, line, style, textOf));
}
