// Where the numbers of a source's tables have come to in the markup that was written.
import type { Report, Table, TableLine } from '../report/report.ts';
import { bindTables } from '../report/tables.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { isValue } from './words.ts';

/** Numbers of the source's tables, and what became of them: all but `found` are counted in the markup. */
export interface NumberCount {
  readonly found: number;
  /** In a cell of the form, or in a row that the front matter declares beside it. */
  readonly written: number;
  /** In the comment above a row that was left blank. */
  readonly commented: number;
  /** In rows of no table, or in rows that have too many or too few. */
  readonly stray: number;
}

/** Whether a text is a number, as a cell has it. */
export function isNumber(text: string): boolean {
  return /[0-9０-９]/.test(text) && isValue(text);
}

/** How many of the texts are numbers. */
export function numbersAmong(texts: readonly string[]): number {
  return texts.filter(isNumber).length;
}

/** The numbers in the tables of a report that was written; `loose` are its lines that stood among a table's and belong to none. */
export function numbersIn(report: Report, loose: readonly string[]): Pick<NumberCount, 'written' | 'stray'> {
  const lines = allTables(report).flatMap((table) => table.lines);
  const bound = new Set(lines.map(({ line }) => line));
  const apart = new Set(loose);
  const unbound = report.tree.lines.flatMap((line): readonly string[] => {
    const text = report.tree.text.slice(line.span.start, line.span.end);
    if (!apart.has(text)) return [];
    if (line.kind !== 'row') return [text];
    return bound.has(line) ? [] : line.cells.map((cell) => cell.text);
  });
  const places = lines.map((line, i) => placesOf(line, lines[i - 1]));
  return {
    written: numbersAmong(places.flatMap(({ inPlace }) => inPlace)),
    stray: numbersAmong([...places.flatMap(({ astray }) => astray), ...unbound]),
  };
}

/** The tables of a report, those of repeated parts included. */
function allTables(report: Report): readonly Table[] {
  const extraRows = new Set(report.extraRows.map(({ text }) => canonical(text)));
  const repeated = report.sections.filter(({ repeats }) => repeats !== null);
  return [
    ...report.tables,
    ...repeated.flatMap((section) =>
      bindTables(section.lines, section, { own: report.edition, forms: report.forms, extraRows }),
    ),
  ];
}

interface Places {
  readonly inPlace: readonly string[];
  readonly astray: readonly string[];
}

function placesOf(line: TableLine, before: TableLine | undefined): Places {
  const texts = (cells: readonly { readonly text: string }[]): readonly string[] => cells.map(({ text }) => text);
  switch (line.kind) {
    case 'value': {
      // The rows of one line have its cells together.
      const astray = line.misfit && before?.line !== line.line ? texts(line.misfit.found) : [];
      return { inPlace: texts(line.cells), astray };
    }
    case 'group':
      return { inPlace: [], astray: texts(line.surplus) };
    case 'unknown':
      return line.declared ? { inPlace: texts(line.values), astray: [] } : { inPlace: [], astray: texts(line.values) };
    default:
      return { inPlace: [], astray: [] };
  }
}

/**
 * Where the numbers of a row in doubt have come to, some of which were `filled` in: how many are left in its comment, and how many more
 * there are than the source shows, as they ran together.
 */
export function leftOpen(found: number, filled: number): { readonly commented: number; readonly parted: number } {
  if (found === 0) return { commented: 0, parted: 0 };
  const commented = Math.max(1, found - filled);
  return { commented, parted: commented + filled - found };
}

/** Whether every number has come to its place. */
export function isComplete({ found, written }: NumberCount): boolean {
  return found === written;
}

/** Where the numbers have come to, for a sentence that says how many the source has. */
export function whereNumbersAre({ found, written, commented, stray }: NumberCount): Localized {
  const lost = found - written - commented - stray;
  const parts: readonly (readonly [number, string, string])[] = [
    [commented, `${commented} 个写在批注里`, `${commented} in comments`],
    [stray, `${stray} 个在不能对上表样的行里`, `${stray} in rows that don’t fit the form`],
    [lost, lost > 0 ? `少了 ${lost} 个` : `多出 ${-lost} 个`, lost > 0 ? `${lost} missing` : `${-lost} too many`],
  ];
  const shown = parts.filter(([count]) => count !== 0);
  return {
    zh: [`${written} 个填进了表格`, ...shown.map(([, zh]) => zh)].join('，'),
    en: [`${written} in the tables`, ...shown.map(([, , en]) => en)].join(', '),
  };
}
