// The labels by which rows, groups, columns and corners are known, and the two that tables are written with.
import type { BlockDefinition } from './edition.ts';

/** Which of its two labels a row, group, column or corner is written with. */
export type LabelStyle = 'short' | 'official';

/** The first is that of canonical tables, where nobody asks for another. */
export const labelStyles: readonly LabelStyle[] = ['short', 'official'];

export const canonicalStyle: LabelStyle = 'short';

/** The style that a text names, or null. */
export function labelStyle(text: unknown): LabelStyle | null {
  return labelStyles.find((style) => style === text) ?? null;
}

interface Labelled {
  readonly label: string;
  readonly short?: string;
}

/** The label of a row, group or column in a style. */
export function labelIn(style: LabelStyle, { label, short = label }: Labelled): string {
  return style === 'short' ? short : label;
}

/** The first cell of a block's header in a style. */
export function cornerIn(style: LabelStyle, { corner, shortCorner = corner }: BlockDefinition): string {
  return style === 'short' ? shortCorner : corner;
}

/** Every label by which a row, group or column is known, the official one first. */
export function knownLabels({
  label,
  short,
  aliases,
}: Labelled & { readonly aliases: readonly string[] }): readonly string[] {
  return short === undefined ? [label, ...aliases] : [label, short, ...aliases];
}

/** Every text by which a block's corner is known, the official one first; a blank is none. */
export function knownCorners({ corner, shortCorner = '', cornerVariants }: BlockDefinition): readonly string[] {
  return [corner, shortCorner, ...cornerVariants].filter((text) => text !== '');
}
