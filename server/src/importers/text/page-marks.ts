const DASH = '[-—–－‐−]{1,2}';
const NUMBER = '([0-9０-９]{1,3})';
const AT_START = new RegExp(`^\\s*${DASH}\\s*${NUMBER}\\s*${DASH}`);
const AT_END = new RegExp(`${DASH}\\s*${NUMBER}\\s*${DASH}\\s*$`);
const ALONE = new RegExp(
  `^\\s*(?:第\\s*${NUMBER}\\s*页(?:\\s*[,，/／]?\\s*[（(]?共\\s*[0-9０-９]{1,3}\\s*页[)）]?)?|[Pp]age\\s*${NUMBER}(?:\\s*of\\s*\\d{1,3})?|${NUMBER}\\s*[/／]\\s*[0-9０-９]{1,3})\\s*$`,
);
const BARE = new RegExp(`^\\s*${NUMBER}\\s*$`);
/** Longer lines are searched at their ends only. */
const END_LENGTH = 24;
/** The first page is sometimes without a number, or a cover. */
const FIRST_MARK = 3;
/** Numbers alone on their lines that count on so far, each so many lines below the one before, are those of pages. */
const BARE_MARKS = { fewest: 3, apart: 8 };

/** The lines of a text without the numbers of its pages. */
export interface Unmarked {
  readonly lines: readonly string[];
  /** How many page numbers were taken out. */
  readonly marks: number;
}

interface Mark {
  readonly line: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** Whether it stands so that it can be nothing else, and counts without others before and after it. */
  readonly certain: boolean;
}

/**
 * Takes the page numbers out of a text's lines: `- 3 -` alone, glued to a line's beginning or end, 第3页, 3/8, and bare numbers
 * beside a form feed, or where all numbers alone on their lines count the pages. Only marks that count on from page to page are taken, so that a value is never lost. Form feeds
 * become line breaks.
 */
export function withoutPageMarks(text: string): Unmarked {
  const lines: string[] = [];
  const mayBeBare = new Set<number>();
  text.split('\f').forEach((page, i, pages) => {
    const own = page.split('\n');
    const shown = own.flatMap((line, j) => (line.trim() === '' ? [] : [lines.length + j]));
    const [first, last] = [shown[0], shown.at(-1)];
    if (i > 0 && first !== undefined) mayBeBare.add(first);
    if (pages.length > 1 && last !== undefined) mayBeBare.add(last);
    for (const line of own) lines.push(line);
  });
  for (const i of countingLines(lines)) mayBeBare.add(i);
  const marks = chainOf(lines.flatMap((line, i) => marksIn(line, i, mayBeBare.has(i))));
  return { lines: cut(lines, marks), marks: marks.length };
}

/** The lines of nothing but a number, where all of these together count the pages. */
function countingLines(lines: readonly string[]): readonly number[] {
  const bare = lines.flatMap((line, i) => (BARE.test(line) ? [i] : []));
  const [first, ...others] = bare.map((i) => Number((lines[i] ?? '').trim().normalize('NFKC')));
  const counts =
    first !== undefined &&
    first >= 1 &&
    first <= FIRST_MARK &&
    others.length + 1 >= BARE_MARKS.fewest &&
    others.every((value, i) => value === first + i + 1 && (bare[i + 1] ?? 0) - (bare[i] ?? 0) >= BARE_MARKS.apart);
  return counts ? bare : [];
}

function marksIn(line: string, index: number, mayBeBare: boolean): readonly Mark[] {
  if (!/[0-9０-９]/.test(line.slice(0, END_LENGTH)) && !/[0-9０-９]/.test(line.slice(-END_LENGTH))) return [];
  const alone = ALONE.exec(line.length <= 60 ? line : '') ?? (mayBeBare ? BARE.exec(line) : null);
  if (alone) return [mark(alone, index, 0, line.length, /页/.test(line))];
  const start = AT_START.exec(line.slice(0, END_LENGTH));
  if (start) return [mark(start, index, 0, start[0].length, start[0].trim() === line.trim())];
  const offset = Math.max(0, line.length - END_LENGTH);
  const end = AT_END.exec(line.slice(offset));
  return end ? [mark(end, index, offset + end.index, line.length, false)] : [];
}

function mark(match: RegExpExecArray, line: number, from: number, to: number, certain: boolean): Mark {
  const digits = match.slice(1).find((group) => group !== undefined) ?? '';
  return { line, value: Number(digits.normalize('NFKC')), from, to, certain };
}

/** The marks that count on by one each, from the first page or one of the next; the longest such chain. */
function chainOf(marks: readonly Mark[]): readonly Mark[] {
  let best: readonly Mark[] = [];
  for (let first = 1; first <= FIRST_MARK; first++) {
    const chain: Mark[] = [];
    for (const each of marks) if (each.value === first + chain.length) chain.push(each);
    if (chain.length > best.length) best = chain;
  }
  return best.length > 1 || best[0]?.certain ? best : [];
}

function cut(lines: readonly string[], marks: readonly Mark[]): readonly string[] {
  const byLine = new Map(marks.map((each) => [each.line, each]));
  return lines.flatMap((line, i) => {
    const found = byLine.get(i);
    if (!found) return [line];
    const rest = line.slice(0, found.from) + line.slice(found.to);
    return rest.trim() === '' ? [] : [rest];
  });
}
