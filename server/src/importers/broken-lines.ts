// Lines that were broken after a fixed number of characters, whatever stood there, put together again.
import { standardForms } from '../forms/index.ts';
import { canonical } from '../text/canonical.ts';
import { displayWidth } from '../text/display-width.ts';
import { headingOf, startsParagraph } from './headings.ts';
import { tableIds, vocabularyOf } from './vocabulary.ts';
import { isValue } from './words.ts';

/** Text is broken where so many lines of prose end within a sentence at the width that no line exceeds. */
const FEWEST = 3;
const WIDEST = 200;
const NARROWEST = 12;
const LONGEST_LABEL = 60;

const BAR_AT_END = /[|｜+\u2502\u2503\u2510-\u251b\u2524-\u252b\u2551\u2557\u255d\u2563]\s*$/;
const BAR_AT_START = /^\s*[|｜+\u2502\u2503\u250c-\u250f\u2514-\u2517\u251c-\u2523\u2551\u2554\u255a\u2560]/;
const SENTENCE_END = /[。！？!?；;：:]\s*$/;
const VALUES_AT_END = /(?:\t|\d[ \t,]+)[\d.]*$/;

type Measure = (line: string) => number;

/** The lines as they were before they were broken at one width; as they are where they weren't. */
export function mendedLines(lines: readonly string[]): readonly string[] {
  const isFull = fullLines(lines);
  if (!isFull) return lines;
  const result: string[] = [];
  let isOpen = false;
  lines.forEach((line, i) => {
    const before = result.at(-1);
    if (isOpen && before !== undefined && !startsAnew(before, line)) result[result.length - 1] = before + line;
    else result.push(line);
    isOpen = isFull(line, lines[i + 1]);
  });
  return result;
}

/** Which lines fill the width that text was broken at, counted in characters or in columns; null where it wasn't broken. */
function fullLines(lines: readonly string[]): ((line: string, next: string | undefined) => boolean) | null {
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
    if (lines.filter((line, i) => isFull(line, lines[i + 1]) && breaksSentence(line, lines[i + 1])).length >= FEWEST)
      return isFull;
  }
  return null;
}

/** Whether a line of prose goes on in the next. */
function breaksSentence(line: string, next: string | undefined): boolean {
  if (next === undefined || next.trim() === '' || /[|｜\t\u2500-\u257f]/.test(line)) return false;
  return /[\p{Script=Han}，、“（《]\s*$/u.test(line) && !startsParagraph(next) && !isLabel(line);
}

/** Whether a line begins something new although the one before it is full. */
function startsAnew(before: string, line: string): boolean {
  if (line.trim() === '') return true;
  if (BAR_AT_END.test(before) && BAR_AT_START.test(before) && BAR_AT_START.test(line)) return true;
  if (isWhole(before)) return true;
  if (VALUES_AT_END.test(before.slice(-LONGEST_LABEL)) && beginsWithLabel(line)) return true;
  if (isLabel(before) && (isValue(line) || beginsWithLabel(line))) return true;
  return (
    SENTENCE_END.test(before) && (startsParagraph(line) || /^(?:\u3000|\s{2})/.test(line) || headingOf(line) !== null)
  );
}

/** Whether a line is a title or a heading that lacks nothing. */
function isWhole(line: string): boolean {
  if (line.length > LONGEST_LABEL) return false;
  const text = line.trim();
  return standardForms().words.endsAsTitle(canonical(text)) || headingOf(text)?.definition != null;
}

function isLabel(line: string): boolean {
  const text = line.length > LONGEST_LABEL ? '' : canonical(line);
  return text !== '' && tableIds().some((id) => vocabularyOf(id).terms.has(text));
}

function beginsWithLabel(line: string): boolean {
  const start = canonical(line.slice(0, LONGEST_LABEL));
  return tableIds().some((id) =>
    (vocabularyOf(id).beginning.get(start.charAt(0)) ?? []).some(
      (term) => term.text.length > 2 && start.startsWith(term.text),
    ),
  );
}
