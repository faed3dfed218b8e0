// Which label is written for a row, a column and a corner, and in which style a table has its own.
import type { BlockDefinition, ColumnDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { cornerIn, type LabelStyle, labelIn, labelStyles } from '../forms/labels.ts';
import { canonical } from '../text/canonical.ts';
import { type BoundLabel, type Head, isExact, type LabelMatch, type Table } from './report.ts';

/**
 * The label of a row or group in a style. What a text has for it (`written`) stays where it is neither of the two labels,
 * nor one of them behind that of its group.
 */
export function lineLabel(
  line: LineDefinition,
  style: LabelStyle,
  written?: BoundLabel | undefined,
  table?: FormTable | undefined,
): string {
  const { cell, match } = written ?? {};
  if (!cell || !match || isExact(match) || isJoined(cell.text, line, table)) return labelIn(style, line);
  return cell.text;
}

/** Whether a text is a line's label with its group's before it. */
function isJoined(text: string, line: LineDefinition, table: FormTable | undefined): boolean {
  const group = line.parent === null ? null : (table?.group(line.parent) ?? null);
  const bothIn = (style: LabelStyle): string =>
    group ? canonical(labelIn(style, group)) + canonical(labelIn(style, line)) : '';
  return group !== null && labelStyles.some((style) => canonical(text) === bothIn(style));
}

/** The head of a column in a style; one that a text's header (`heads`) words otherwise stays. */
export function columnLabel(column: ColumnDefinition, style: LabelStyle, heads: readonly Head[] = []): string {
  const own = heads.filter(({ official }) => official === column.label);
  const [first, ...others] = own.some(({ match }) => isExact(match)) ? [] : new Set(own.map(({ cell }) => cell.text));
  return first === undefined || others.length > 0 ? labelIn(style, column) : first;
}

/** What is written in a style for a head, by its official text; a printed text that heads no column is the same in both. */
export function headLabel(table: FormTable, official: string, style: LabelStyle): string {
  const column = table.columnLabelled(official);
  if (column) return labelIn(style, column);
  const block = cornerBlock(table, official);
  return block ? cornerIn(style, block) : official;
}

/** The block whose corner a head is: as the canonical header has it, or as the official form prints it. */
function cornerBlock({ blocks, headLines }: FormTable, official: string): BlockDefinition | null {
  const isCorner = ({ corner, shortCorner, cornerVariants }: BlockDefinition): boolean =>
    (corner || shortCorner) === official || (cornerVariants.includes(official) && headLines.flat().includes(official));
  return blocks.find(isCorner) ?? null;
}

/** The style that a table's labels are mostly written in; `otherwise` where none of them tells. */
export function styleOf({ lines, definition }: Table, otherwise: LabelStyle): LabelStyle {
  let [short, official] = [0, 0];
  const count = (match: LabelMatch, isShort: boolean): void => {
    if (match === 'short') short++;
    else if (match === 'official' && !isShort) official++;
  };
  for (const line of lines) {
    if (line.kind === 'header') {
      for (const head of line.heads)
        count(head.match, head.official === headLabel(definition, head.official ?? '', 'short'));
    } else if (line.kind === 'value' || line.kind === 'group') {
      for (const label of line.labels) count(label.match, label.definition.short === undefined);
    }
  }
  if (short === 0 && official === 0) return otherwise;
  return short > official ? 'short' : 'official';
}
