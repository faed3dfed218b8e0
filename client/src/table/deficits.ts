// What each cell lacks of its column's width in a font whose Chinese characters are not two Latin ones wide.
import type { Offsets, RowPlaces, TablePlaces } from '../../../server/src/lsp/protocol.ts';
import { widthParts } from '../../../server/src/text/display-width.ts';

/** A room that is put into a line at an offset. */
export interface Attachment {
  readonly offset: number;
  /** A width in CSS: characters of one column are 1ch, those of two 1em wide. */
  readonly width: string;
}

/** So many characters of one column and of two, and the first `outer` columns of labels. */
interface Width {
  readonly narrow: number;
  readonly wide: number;
  readonly outer: number;
}

/** What a row has of a column. */
interface Part {
  readonly column: string;
  readonly width: Width;
  /** Where what it lacks is put. */
  readonly offset: number;
}

type Widths = ReadonlyMap<string, readonly Width[]>;

const LABELS = 'labels';
/** Wider ones don't widen their column. */
const WIDEST_LABELS = 160;
const WIDEST_COLUMN = 42;

/**
 * The attachments that put the bars of these rows of a table below each other, whatever its other rows are. Rows with TABs
 * are left as they are. `letterSpacing`, in pixels, comes after each character.
 */
export function attachments(
  text: string,
  table: TablePlaces,
  rows: readonly RowPlaces[],
  letterSpacing = 0,
): readonly Attachment[] {
  const parts = new Map(table.rows.map((row) => [row, partsOf(text, row)]));
  const widths = new Map<string, readonly Width[]>();
  for (const { column, width } of [...parts.values()].flat()) {
    const most = column === LABELS ? WIDEST_LABELS : WIDEST_COLUMN;
    if (width.narrow + 2 * width.wide <= most) widths.set(column, widened(widths.get(column) ?? [], width));
  }
  return rows.flatMap((row) =>
    (parts.get(row) ?? []).flatMap(({ column, width: own, offset }): readonly Attachment[] => {
      const width = lackOf(column, own, widths, letterSpacing);
      return width === null ? [] : [{ offset, width }];
    }),
  );
}

/** The outer labels of a row, its labels with the bars between them, and its columns, as far as bars close them. */
function partsOf(text: string, { span, cells, columns, block }: RowPlaces): readonly Part[] {
  if (!columns || text.slice(span.start, span.end).includes('\t')) return [];
  const { from, count } = columns;
  const labels = cells.slice(0, from);
  const values = cells.slice(from, from + count).flatMap(({ room, kind }, i): readonly Part[] => {
    const offset = kind === 'value' ? room.start : room.end;
    return isBar(text, room.end) ? [{ column: `${block} ${i}`, width: widthOf(text, room), offset }] : [];
  });
  const last = Math.max(
    0,
    labels.findLastIndex(({ room }) => text.slice(room.start, room.end).trim() !== ''),
  );
  const outer = labels.slice(0, last).map(
    ({ room }, i): Part => ({
      column: outerColumn(i),
      width: widthOf(text, room),
      offset: room.end,
    }),
  );
  const end = labels.at(-1)?.room.end ?? (cells[0]?.room.start ?? span.start) - 1;
  if (!isBar(text, end)) return [...outer, ...values];
  const whole = widthOf(text, { start: span.start, end });
  const width = outer.reduce((rest, part) => less(rest, part.width), { ...whole, outer: last });
  return [...outer, { column: LABELS, width, offset: labels[last]?.room.end ?? span.start }, ...values];
}

function outerColumn(i: number): string {
  return `outer ${i}`;
}

function isBar(text: string, at: number): boolean {
  return text[at] === '|' || text[at] === '｜';
}

function widthOf(text: string, { start, end }: Offsets): Width {
  return { ...widthParts(text.slice(start, end)), outer: 0 };
}

function less(width: Width, other: Width): Width {
  return { ...width, narrow: width.narrow - other.narrow, wide: width.wide - other.wide };
}

/** The widths that may be the widest of a column, with one more. */
function widened(known: readonly Width[], width: Width): readonly Width[] {
  if (known.some((other) => isWithin(width, other))) return known;
  return [...known.filter((other) => !isWithin(other, width)), width];
}

function isWithin(a: Width, b: Width): boolean {
  return a.outer === b.outer && a.narrow <= b.narrow && a.wide <= b.wide;
}

/** What a width lacks of its column's, as CSS; null where that is nothing in any font. */
function lackOf(column: string, own: Width, widths: Widths, letterSpacing: number): string | null {
  const others = (widths.get(column) ?? []).filter((other) => !isWithin(other, own));
  if (others.length === 0) return null;
  const lacks = others.map((other) => {
    const between = (from: number, to: number, sign: string): string =>
      Array.from({ length: Math.max(0, to - from) }, (_, i) => {
        const widest = (widths.get(outerColumn(from + i)) ?? []).map((width) => cssOf(width, letterSpacing));
        return ` ${sign} max(0px, ${widest.join(', ')})`;
      }).join('');
    const difference = cssOf(less(other, own), letterSpacing);
    return difference + between(own.outer, other.outer, '+') + between(other.outer, own.outer, '-');
  });
  return `max(0px, ${lacks.join(', ')})`;
}

function cssOf({ narrow, wide }: Width, letterSpacing: number): string {
  const spaced = (narrow + wide) * letterSpacing;
  return `${narrow}ch + ${wide}em${spaced === 0 ? '' : ` + ${spaced}px`}`;
}
