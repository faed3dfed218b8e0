// Lines that were broken after a fixed number of characters, whatever stood there, put together again.
import { standardForms } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';
import { displayWidth } from '../../text/display-width.ts';
import { headingOf, startsParagraph } from '../headings.ts';
import { tableIds, vocabularyOf } from '../vocabulary.ts';
import { isValue, wordsOf } from '../words.ts';

/** Text is broken where so many lines have the width that no line exceeds, one of which ends within a sentence or a row; or two that do. */
const FEWEST = 3;
const FEWEST_BROKEN = 2;
const WIDEST = 200;
const NARROWEST = 12;
const LONGEST_LABEL = 60;
/** No paragraph and no row is longer. */
const LONGEST_LINE = 10_000;
/** Of the lines longer than this share of the width, one in so many may end within a sentence without being full. */
const LONG = 0.6;
const MOST_LOOSE = 8;
const MOST_OF_TEXT = 0.6;

const BARS = '|｜+\\u2502\\u2503\\u250c-\\u254b\\u2551-\\u256c';
const BAR = new RegExp(`[${BARS}]`);
const BAR_AT_END = new RegExp(`[${BARS}]$`);
const BAR_AT_START = new RegExp(`^(\\s*)[${BARS}]`);
const HOLDS_BAR = new RegExp(`[${BARS}\\t]`);
const DRAWN = /^[\u2500\u2501\u2550]+$/;
/** Cells with spaces between them. */
const SPACED = /\S\s+\S+\s+\S/;
/** What begins no line. */
const CLOSING = /^[。，、；：！？”’》）〕…]/;
const SENTENCE_END = /[。！？!?；;：:]\s*$/;
const VALUES_AT_END = /(?:\t|\d"?[ \t,]+"?)[\d.,]*"?$/;

const OPEN_CELL = /[^\t]\t+$/;
const ENDS_IN_TEXT = /\p{Script=Han}$/u;
const LONGEST_VALUES = 200;

type Measure = (line: string) => number;

/** The lines as they were before they were broken at one width; as they are where they weren't. */
export function mendedLines(lines: readonly string[]): readonly string[] {
  const isFull = fullLines(lines);
  if (!isFull) return lines;
  const result: string[] = [];
  let isOpen = false;
  lines.forEach((line, i) => {
    const before = result.at(-1);
    const isWithin = isOpen && before !== undefined && before.length < LONGEST_LINE;
    const isNowFull = isFull(line, lines[i + 1]);
    if (isWithin && ((isNowFull && isInCell(before, line)) || !startsAnew(before, line)))
      result[result.length - 1] = before + line;
    else result.push(line);
    isOpen = isNowFull;
  });
  return result;
}

/** Which lines fill the width that text was broken at, counted in characters or in columns; null where it wasn't broken. */
function fullLines(lines: readonly string[]): ((line: string, next: string | undefined) => boolean) | null {
  const ofRows = fullLinesOfRows(lines);
  const measures: readonly Measure[] = [(line) => line.length, (line) => displayWidth(line)];
  for (const measure of measures) {
    const width = lines.reduce(
      (most, line) => (line.length > WIDEST ? Number.POSITIVE_INFINITY : Math.max(most, measure(line))),
      0,
    );
    if (width > WIDEST || width < NARROWEST) return null;
    // A wide character that no longer fits leaves the line a column short.
    const isFull = (line: string, next: string | undefined): boolean => {
      const own = measure(line);
      return own === width || (own === width - 1 && measure(next?.charAt(0) ?? '') === 2);
    };
    const torn = lines.map((line, i) => isTorn(line, lines[i + 1] ?? ''));
    const full = lines.map((line, i) => isFull(line, lines[i + 1]));
    // Lines that a margin broke, at the last word that fitted, are of many widths; the heads of a table are no sentence.
    const loose = lines.filter(
      (line, i) =>
        torn[i] &&
        !full[i] &&
        measure(line) > width * LONG &&
        /[，。；]/.test(line) &&
        !beginsWithLabel(lines[i + 1] ?? ''),
    );
    const broken = torn.filter((each, i) => each && full[i]).length;
    const fullLines = full.filter((each) => each).length;
    if ((broken >= FEWEST_BROKEN || (broken > 0 && fullLines >= FEWEST)) && loose.length * MOST_LOOSE <= broken)
      return ofRows ? (line, next) => isFull(line, next) || ofRows(line) : isFull;
  }
  const ofText = fullLinesOfText(lines);
  return ofRows && ofText ? (line) => ofRows(line) || ofText(line) : (ofRows ?? ofText);
}

/** The same where lines of text are longer, as spaces were put into them later: the width that no row between bars exceeds. */
function fullLinesOfRows(lines: readonly string[]): ((line: string) => boolean) | null {
  const isOfRow = (line: string): boolean => BAR.test(line) || line.trim() === '';
  const width = lines.reduce((most, line) => (isOfRow(line) ? Math.max(most, line.length) : most), 0);
  if (width > WIDEST || width < NARROWEST) return null;
  const isFull = (line: string): boolean => line.length === width && (isOfRow(line) || DRAWN.test(line));
  const broken = lines.filter((line, i) => isFull(line) && isTornRow(line, lines[i + 1] ?? '')).length;
  const isClosed = lines.some((line) => BAR_AT_START.test(line) && BAR_AT_END.test(line.trimEnd()));
  return broken >= FEWEST_BROKEN && isClosed ? isFull : null;
}

function isTornRow(line: string, next: string): boolean {
  const goesOn = next !== '' && !BAR_AT_START.test(next) && (BAR.test(next) || DRAWN.test(next));
  return BAR_AT_START.test(line) && !BAR_AT_END.test(line) && goesOn;
}

/** The same where other lines are longer, as rows may be: one width of nearly all lines that end within a sentence. */
function fullLinesOfText(lines: readonly string[]): ((line: string) => boolean) | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const [i, line] of lines.entries()) {
    if (line.length < NARROWEST || line.length > WIDEST || !isText(line) || !isTorn(line, lines[i + 1] ?? '')) continue;
    if (beginsWithLabel(lines[i + 1] ?? '')) continue;
    counts.set(line.length, (counts.get(line.length) ?? 0) + 1);
    all++;
  }
  const [width, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  // Where others end within a sentence as well, a margin broke them all: they are put together as wrapped paragraphs are.
  const isOneWidth = count >= FEWEST && (all - count) * MOST_LOOSE <= count;
  return isOneWidth ? (line) => line.length === width && isText(line) : null;
}

/** Whether most of a line is text, and nothing of it a cell. */
function isText(line: string): boolean {
  if (HOLDS_BAR.test(line) || SPACED.test(line.trim())) return false;
  return line.replace(/[^\p{Script=Han}，。；、：（）《》“”〔〕]/gu, '').length > line.length * MOST_OF_TEXT;
}

/** Whether a sentence, or a row with bars around it, goes on in the next line. */
function isTorn(line: string, next: string): boolean {
  if (next.trim() === '') return false;
  if (BAR_AT_START.test(line)) return !BAR_AT_END.test(line) && !BAR_AT_START.test(next) && BAR_AT_END.test(next);
  if (HOLDS_BAR.test(line) || SPACED.test(line)) return false;
  return /[\p{Script=Han}，、“（《]\s*$/u.test(line) && !startsParagraph(next) && !isLabel(line);
}

/** Whether a line is nothing but the white space of a cell, in a row between bars. */
function isInCell(before: string, line: string): boolean {
  return line.trim() === '' && BAR_AT_START.test(before);
}

/** Whether a line begins something new although the one before it is full. */
function startsAnew(before: string, line: string): boolean {
  if (line.trim() === '') return true;
  if (CLOSING.test(line) || isEndOfCell(before, line)) return false;
  const end = before.slice(-LONGEST_LABEL);
  if (BAR_AT_END.test(end) && BAR_AT_START.test(before)) return indentOf(before) === indentOf(line);
  if (isWhole(before)) return true;
  if (OPEN_CELL.test(end) && isRowOfCells(line)) return false;
  if (VALUES_AT_END.test(end) && beginsWithLabel(line)) return true;
  if (ENDS_IN_TEXT.test(end) && isRowOfValues(line)) return true;
  const lastCell = /[,\t]([^,\t]+)$/.exec(end)?.[1];
  const firstCell = /^[^,\t]+(?=[,\t])/.exec(line)?.[0] ?? '';
  if (lastCell !== undefined && isLabel(lastCell) && (beginsWithLabel(line) || isLabel(firstCell))) return true;
  if (isLabel(before) && (isValue(line.replace(BAR_AT_END, '')) || beginsWithLabel(line))) return true;
  return (
    SENTENCE_END.test(end) && (startsParagraph(line) || /^(?:\u3000|\s{2})/.test(line) || headingOf(line) !== null)
  );
}

/** Whether a line with TABs holds no text: those before it have not ended. */
function isRowOfCells(line: string): boolean {
  return line.includes('\t') && line.length <= LONGEST_VALUES && wordsOf(line).every(isValue);
}

/** Whether a line is several values: they stand beside a label that may go on below them, and are no part of its text. */
function isRowOfValues(line: string): boolean {
  if (line.length > LONGEST_VALUES || /^\s/.test(line)) return false;
  const words = wordsOf(line);
  return words.length > 1 && words.every(isValue);
}

/** Whether a line is but the bar behind a cell and the space before it, or the last bars of a row. */
function isEndOfCell(before: string, line: string): boolean {
  return (
    /^\s*[|｜]{1,3}$/.test(line) && (BAR_AT_START.test(before) || /^\s|\s$/.test(line.charAt(0) + before.slice(-1)))
  );
}

/** The white space before the bar that begins a line; null where none does. */
function indentOf(line: string): string | null {
  return BAR_AT_START.exec(line)?.[1] ?? null;
}

/** Whether a line is a title or a heading that lacks nothing. */
function isWhole(line: string): boolean {
  if (line.length > LONGEST_LABEL || /[。，；]/.test(line)) return false;
  const text = line.trim();
  return standardForms().words.endsAsTitle(canonical(text)) || headingOf(text)?.definition != null;
}

function isLabel(line: string): boolean {
  const text = line.length > LONGEST_LABEL ? '' : canonical(line.replace(BAR_AT_END, ''));
  return text !== '' && tableIds().some((id) => vocabularyOf(id).terms.has(text));
}

function beginsWithLabel(line: string): boolean {
  const start = canonical(line.slice(0, LONGEST_LABEL));
  return tableIds().some((id) =>
    vocabularyOf(id)
      .termsAt(start)
      .some((term) => term.text.length > 2),
  );
}
