// Which label is written for a row, a column and a corner, and in which style a table has its own.
import type { BlockDefinition, ColumnDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { cornerIn, type LabelStyle, labelIn, labelStyles } from '../forms/labels.ts';
import { canonical } from '../text/canonical.ts';
import {
  type BoundLabel,
  type Head,
  isExact,
  type LabelMatch,
  type Report,
  type Table,
  type TableLine,
} from './report.ts';

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
  return block && (style === 'short' || official === block.shortCorner) ? cornerIn(style, block) : official;
}

/** The block whose corner a head is: as the canonical header has it, or as the official form prints it. */
function cornerBlock({ blocks, headLines }: FormTable, official: string): BlockDefinition | null {
  const isPrinted = headLines.flat().includes(official);
  const isCorner = ({ corner, shortCorner, cornerVariants }: BlockDefinition): boolean =>
    shortCorner !== undefined &&
    ((corner || shortCorner) === official || (isPrinted && cornerVariants.includes(official)));
  return blocks.find(isCorner) ?? null;
}

/** The style that a table's labels are mostly written in; where none of them tells, the report's; else `otherwise`. */
export function styleOf(table: Table, { tables }: Report, otherwise: LabelStyle): LabelStyle {
  return majority([table]) ?? majority(tables) ?? otherwise;
}

/** Official where as many labels are official as short; null where there are none of either. */
function majority(tables: readonly Table[]): LabelStyle | null {
  const styles = tables.flatMap((table) => table.lines.flatMap((line) => stylesOn(line, table)));
  const short = styles.filter((style) => style === 'short').length;
  if (styles.length === 0) return null;
  return short * 2 > styles.length ? 'short' : 'official';
}

/** The styles of a line's labels, without those which are the same in both. */
function stylesOn(line: TableLine, { definition }: Table): readonly LabelStyle[] {
  const told = (match: LabelMatch, isBoth: boolean): readonly LabelStyle[] =>
    isExact(match) && !isBoth ? [match === 'short' ? 'short' : 'official'] : [];
  if (line.kind === 'header')
    return line.heads.flatMap(({ match, official }) =>
      told(match, official === null || headLabel(definition, official, 'short') === official),
    );
  const labels = line.kind === 'value' || line.kind === 'group' ? line.labels : [];
  return labels.flatMap(({ match, definition: { short } }) => told(match, short === undefined));
}
