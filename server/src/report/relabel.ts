// Short labels for official ones and the other way round: nothing else of a table changes.
import { cornerIn, type LabelStyle, labelIn } from '../forms/labels.ts';
import { canonical } from '../text/canonical.ts';
import type { Edit } from '../text/edit.ts';
import { type Head, type HeaderRow, isExact, type LabelMatch, type Table, type TableLine } from './report.ts';
import { headLabel } from './written-labels.ts';

/**
 * The edits that write a table's labels, heads and corners in a style, each in its cell. Those which are neither short
 * nor official stay, and so do those that differ from the wanted one in spacing, width or quotes alone.
 */
export function relabelling(table: Table, style: LabelStyle): readonly Edit[] {
  const edits = new Map<number, Edit>();
  for (const edit of table.lines.flatMap((line) => editsOf(line, table, style))) edits.set(edit.span.start, edit);
  return [...edits.values()];
}

function editsOf(line: TableLine, table: Table, style: LabelStyle): readonly Edit[] {
  switch (line.kind) {
    case 'header':
      return [...line.heads.flatMap((head) => headEdit(head, table, style)), ...blankCorner(line, style)];
    case 'value':
    case 'group':
      return line.labels.flatMap(({ cell, definition, match }) =>
        replaced(cell, match, labelIn(style, definition), style),
      );
    default:
      return [];
  }
}

function headEdit({ cell, official, match }: Head, { definition }: Table, style: LabelStyle): readonly Edit[] {
  return official === null ? [] : replaced(cell, match, headLabel(definition, official, style), style);
}

function replaced({ span, text }: Head['cell'], match: LabelMatch, label: string, style: LabelStyle): readonly Edit[] {
  const isOther = isExact(match) && match !== style && canonical(text) !== canonical(label);
  return isOther ? [{ span, text: label }] : [];
}

/** A corner that is officially blank, on a header with a cell for it. */
function blankCorner({ line, block, heads }: HeaderRow, style: LabelStyle): readonly Edit[] {
  const [first] = line.cells;
  if (!block || first?.text !== '' || block.corner !== '' || cornerIn(style, block) === '') return [];
  const isWhole = heads.length === block.columns.length && line.cells.length === heads.length + 1;
  return isWhole ? [{ span: first.room, text: ` ${cornerIn(style, block)} ` }] : [];
}
