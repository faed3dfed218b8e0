// Tables whose cells are parted by signs that stand between them.
import { displayWidth } from '../../../server/src/text/display-width.ts';
import type { DrawnRow, DrawnTable } from './drawn-table.ts';
import { DIGIT } from './marked-digits.ts';
import type { Random } from './random.ts';

/** A table as lines of text. */
export type Draw = (table: DrawnTable, random: Random) => readonly string[];

const textsOf = ({ cells }: DrawnRow): readonly string[] => cells.map(({ text }) => text);

/** Bars around and between. */
export const bars: Draw = ({ rows }) => rows.map((row) => `| ${textsOf(row).join(' | ')} |`);

/** Bars behind each cell, as many as the row is short of, and a line of them after some. */
export const barsBehind: Draw = ({ rows }) => {
  const width = widthOf(rows);
  return rows.map((row) => {
    const cells = row.cells.filter(({ kind }) => !kind.startsWith('gap')).map(({ text }) => `${text} | `);
    return `${cells.join('')}${'|'.repeat(width - cells.length)}`.trimEnd();
  });
};

export const fullWidthBars: Draw = ({ rows }) => rows.map((row) => `｜${textsOf(row).join('｜')}｜`);

export const tabs: Draw = ({ rows }) => rows.map((row) => textsOf(row).join('\t'));

/** The clipboard of a spreadsheet: cells with commas or line breaks of their own are quoted. */
export const quotedTabs: Draw = ({ rows }, random) =>
  rows.map((row) =>
    row.cells
      .map(({ kind, text }) => {
        if (kind === 'value') return quotedIf(thousands(text), random.chance(50) ? /,/ : /[\t\n]/);
        return text.length > 4 && random.chance(40) ? `"${text.slice(0, 3)}\n${text.slice(3)}"` : text;
      })
      .join('\t'),
  );

export const commas: Draw = ({ rows }) =>
  rows.map((row) =>
    row.cells.map(({ kind, text }) => quotedIf(kind === 'value' ? thousands(text) : text, /[,\n"]/)).join(','),
  );

const THOUSANDS = new RegExp(`(?!^)(?=(?:${DIGIT}{3})+$)`, 'g');

function thousands(text: string): string {
  const [whole = '', ...rest] = text.split('.');
  return [whole.replace(THOUSANDS, ','), ...rest].join('.');
}

function quotedIf(text: string, needed: RegExp): string {
  return needed.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As a model writes it: a rule line of any width below the first row. */
export const markdown: Draw = ({ rows }, random) => {
  const width = widthOf(rows);
  const rule = random.pick(['---', '----------', ':---:', '-', ' --- ', ':--']);
  const [head, ...others] = rows.map((row) => `| ${padded(textsOf(row), width).join(' | ')} |`);
  return [head ?? '', `|${Array.from({ length: width }, () => rule).join('|')}|`, ...others];
};

/** Merged cells with their text in each of their places, as readers of spreadsheets fill them. */
export const filledMerges: Draw = ({ table, rows }, random) => {
  let above: readonly string[] = [];
  const filled = rows.map((row): DrawnRow => {
    const texts: string[] = [];
    row.cells.forEach(({ kind, text }, x) => {
      const filled: Readonly<Record<string, string | undefined>> = { gap: texts[x - 1], 'gap-below': above[x] };
      texts.push(filled[kind] ?? text);
    });
    above = texts;
    return { ...row, cells: row.cells.map((cell, x) => ({ ...cell, text: texts[x] ?? '' })) };
  });
  return bars({ table, rows: filled }, random);
};

/** `+---+` lines around each row. */
export const grid: Draw = ({ rows }) => framed(rows, { corner: ['+', '+', '+'], line: '-', bar: '|', heads: '=' });

/** Drawn with box characters. */
export const boxes: Draw = ({ rows }, random) =>
  framed(rows, {
    corner: random.pick([
      ['├', '┼', '┤'],
      ['┣', '╋', '┫'],
    ]),
    line: random.pick(['─', '━']),
    bar: random.pick(['│', '┃']),
  });

interface Frame {
  readonly corner: readonly string[];
  readonly line: string;
  readonly bar: string;
  /** The line below the first row, where it is another. */
  readonly heads?: string;
}

function framed(
  rows: readonly DrawnRow[],
  { corner: [left, cross, right], line, bar, heads = line }: Frame,
): readonly string[] {
  const width = widthOf(rows);
  const texts = rows.map((row) => padded(textsOf(row), width));
  const widths = Array.from({ length: width }, (_, x) =>
    Math.max(2, ...texts.map((row) => displayWidth(row[x] ?? ''))),
  );
  const rule = (sign: string): string => `${left}${widths.map((w) => sign.repeat(w + 2)).join(cross)}${right}`;
  const shown = texts.map(
    (row) =>
      `${bar}${row.map((text, x) => ` ${text}${' '.repeat((widths[x] ?? 0) - displayWidth(text))} `).join(bar)}${bar}`,
  );
  return [rule(line), ...shown.flatMap((row, y) => [row, rule(y === 0 ? heads : line)])];
}

function padded(texts: readonly string[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, x) => texts[x] ?? '');
}

function widthOf(rows: readonly DrawnRow[]): number {
  return Math.max(...rows.map(({ cells }) => cells.length));
}
