import type { BlockDefinition, LineDefinition, TableDefinition } from '../forms/edition.ts';
import { linesOf, lineWriter } from './align.ts';
import { headRow, lineRow, rowsOf, type TextOf } from './table-rows.ts';

export type { TextOf };

/**
 * A table as canonical markup, padded by display width: for each block its header, then its rows. Lines are parted by
 * LF, none follows the last. Without `textOf` every value is blank.
 */
export function tableMarkup(definition: TableDefinition, textOf?: TextOf): string {
  return linesOf(rowsOf(definition, textOf)).join('\n');
}

/** The header of a block: its corner and the labels of its columns. `textOf` only tells how wide the columns are. */
export function headerMarkup(definition: TableDefinition, block: BlockDefinition, textOf?: TextOf): string {
  return lineWriter(rowsOf(definition, textOf))(headRow(definition, block, 'official'));
}

/** A row of a block: its label and its values, which stand to the right of their columns. A group has only the label. */
export function rowMarkup(
  definition: TableDefinition,
  block: BlockDefinition,
  line: LineDefinition,
  textOf?: TextOf,
): string {
  return lineWriter(rowsOf(definition, textOf))(lineRow(block, line, textOf));
}
