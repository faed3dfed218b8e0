import { numeralValue } from './chinese-numerals.ts';

const ORDINAL = /^(?:([一二三四五六七八九十百]+)、|[（(]([一二三四五六七八九十百]+)[）)]|(\d+)[.．、])/;

/** The ordinal that a label begins with. */
export interface Ordinal {
  /** As written, its sign included: `一、` `（一）` `1.`. */
  readonly mark: string;
  /** Without its sign: `一`, `（一）`, `1`. */
  readonly name: string;
  /** How deep it puts the label: 1 for `一、`, 2 for `（一）`, 3 for `1.`. */
  readonly level: 1 | 2 | 3;
  /** Null for a numeral above 99. */
  readonly value: number | null;
}

/** The ordinal at the start of a label, as written or canonically spelt; null where it has none. */
export function ordinalOf(label: string): Ordinal | null {
  const [mark = '', first, second, third] = ORDINAL.exec(label) ?? [];
  if (first !== undefined) return { mark, name: first, level: 1, value: numeralValue(first) };
  if (second !== undefined) return { mark, name: mark, level: 2, value: numeralValue(second) };
  return third === undefined ? null : { mark, name: third, level: 3, value: Number(third) };
}

/** A label, as written or canonically spelt, without its leading ordinal. */
export function withoutOrdinal(label: string): string {
  return label.replace(ORDINAL, '');
}
