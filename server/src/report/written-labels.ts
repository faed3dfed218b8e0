// Which label is written for a row, a column and a corner.
import type { BlockDefinition, ColumnDefinition, LineDefinition } from '../forms/edition.ts';
import { canonical } from '../text/canonical.ts';
import type { BoundLabel, Head } from './report.ts';

/**
 * `as-written`: what a text has stays word for word. `official`: what differs from the official label in spacing, width or
 * quotes alone, or has the group's label before it, is written officially; other wordings stay.
 */
export type LabelStyle = 'official' | 'as-written';

/** The label of a row or group. `written` is what a text has for it, if anything; `group` the label of the group it stands under. */
export function lineLabel(
  line: LineDefinition,
  style: LabelStyle,
  written?: BoundLabel | undefined,
  group?: string | undefined,
): string {
  if (!written) return line.label;
  if (style === 'as-written') return written.cell.text;
  const joined = group !== undefined && canonical(written.cell.text) === canonical(group) + canonical(line.label);
  return written.match === 'official' || joined ? line.label : written.cell.text;
}

/** The head of a column. `heads` are those of a text's header. */
export function columnLabel({ label }: ColumnDefinition, style: LabelStyle, heads: readonly Head[] = []): string {
  const texts = [...new Set(heads.filter(({ official }) => official === label).map(({ cell }) => cell.text))];
  const [first = label, ...others] = texts;
  const same = texts.find((text) => canonical(text) === canonical(label));
  if (style === 'official') return canonical(first) === canonical(label) ? label : first;
  return others.length === 0 ? first : (same ?? label);
}

/** The first cell of a block's header. */
export function cornerLabel(
  { corner, cornerVariants }: BlockDefinition,
  style: LabelStyle,
  heads: readonly Head[] = [],
): string {
  if (style === 'official') return corner;
  const known = [corner, ...cornerVariants].map(canonical);
  const written = heads
    .filter(({ cell }) => known.includes(canonical(cell.text)))
    .toSorted((a, b) => known.indexOf(canonical(a.cell.text)) - known.indexOf(canonical(b.cell.text)));
  return written[0]?.cell.text ?? corner;
}
