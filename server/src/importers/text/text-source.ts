import type { Forms } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { paragraphsOf } from '../../recognise/paragraphs.ts';
import { parse } from '../../syntax/parse.ts';
import { anyOf } from '../../text/any-of.ts';
import { isTooLarge } from '../../text/limits.ts';
import { append } from '../../text/lists.ts';
import { notes } from '../assembly-notes.ts';
import { holdsStraySpaces, withoutStraySpaces } from '../joined-lines.ts';
import { failures } from '../notes.ts';
import { outlineOf } from '../regions.ts';
import type { Block, ImportFailure, Source } from '../source.ts';
import { visible } from '../visible.ts';
import { tableIds, vocabularyOf } from '../vocabulary.ts';
import { type BarStyle, barCells, barStyle, isOfBars, withoutPadding } from './bar-style.ts';
import { mendedLines } from './broken-lines.ts';
import { withoutGlosses } from './glosses.ts';
import { lineSpacing } from './line-spacing.ts';
import { openingParagraphs } from './opening-text.ts';
import { withoutPageMarks } from './page-marks.ts';
import { joinedTables } from './small-tables.ts';
import { LONGEST_ROW, type TextLine, textLines } from './text-lines.ts';
import { unwrapped } from './unwrap.ts';

/** A line with so many headings and texts between them is no paragraph. */
const FEWEST_PARTS = 4;
/** No heading stands in a longer line. */
const LONGEST_LINE = 20_000;
const MOST_BLANKS = 200;
/** What stands for a row among lines of text. */
const ROW = '\ufffc'.repeat(20);
const LONGEST_FRONT_MATTER = 20_000;
/** Blank ones included: some sixty reports one below the other, each cell on a line of its own. */
const MAX_LINES = 120_000;

/**
 * Text as it was scraped, copied or extracted, as the paragraphs and rows that its lines make up. Fails where it is empty, or
 * longer than any report.
 */
export function readText(text: string): Source | ImportFailure {
  if (text.trim() === '') return failures.empty();
  if (isTooLarge(text) || countLines(text) > MAX_LINES) return failures.tooMuchText();
  const { text: tidy, glosses } = withoutGlosses(visible(text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')));
  const { frontMatter } = parse(tidy.slice(0, LONGEST_FRONT_MATTER));
  const unmarked = withoutPageMarks(tidy.slice(frontMatter?.span.end ?? 0));
  const whole = mendedLines(unmarked.lines);
  const lines = textLines(whole.join('\n'));
  const { blocks, strayHeads } = joinedTables(
    blocksOf(
      lines.flatMap((line): readonly TextLine[] => (typeof line === 'string' ? paragraphsOfLine(line) : [line])),
    ),
  );
  return {
    blocks: unwrapped(blocks, outlineOf(blocks), whole !== unmarked.lines || holdsStraySpaces(tidy)),
    notes: [
      ...(glosses > 0 ? [notes.glosses(glosses)] : []),
      ...(unmarked.marks > 0 ? [notes.pageMarks(unmarked.marks)] : []),
      ...(strayHeads.length > 0 ? [notes.strayHeadsOfTables(strayHeads)] : []),
    ],
    text: tidy,
    ...(whole.some((line) => line.length > LONGEST_ROW) ? { lines: whole } : {}),
    ...(frontMatter ? { frontMatter: tidy.slice(0, frontMatter.span.end) } : {}),
  };
}

function countLines(text: string): number {
  let count = 1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 12) count++;
  }
  return count;
}

/** A heading of a form anywhere in a line. */
function headingInside({ all }: Forms): RegExp {
  const titles = all.flatMap(({ sections }) => sections.flatMap(({ title, variants }) => [title, ...variants]));
  return new RegExp(`[一二三四五六]\\s*、\\s*${anyOf(titles.filter((title) => title.length >= 4))}`, 'g');
}

/** A line parted before and behind a heading that a table ran into: `0 0 0 五、存在的主要问题及改进情况`. */
function partedAtHeadings(line: string): readonly string[] {
  if (line.length > LONGEST_LINE || !line.includes('、')) return [line];
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: heading } of line.matchAll(standardForms().derived(headingInside))) {
    const before = line.slice(from, index);
    const after = line.slice(index + heading.length);
    const isStart = isMark(before) || /[\d|\s\u00a0]$/.test(before);
    const isEnd = /^[\s|]*$/.test(after) || /^[\s\u00a0]/.test(after) || beginsTable(after);
    if (!isStart || !isEnd) continue;
    if (!isMark(before)) parts.push(before);
    parts.push(heading);
    from = index + heading.length;
  }
  const rest = line.slice(from);
  return parts.length > 0 && /^[\s|]*$/.test(rest) ? parts : [...parts, rest];
}

/** A line parted at its headings; where it holds most of a report, into paragraphs as well, as its line ends were lost. */
function paragraphsOfLine(line: string): readonly string[] {
  const parts = partedAtHeadings(line);
  if (parts.length < FEWEST_PARTS) return parts;
  return parts.flatMap((part, i) => {
    if (i === 0) return openingParagraphs(part).map(withoutStraySpaces);
    return part.includes('。') ? paragraphsOf(part).map(withoutStraySpaces) : [part];
  });
}

/** Whether nothing stands before a heading but what marks it as one in Markdown. */
function isMark(text: string): boolean {
  return /^[\s#*]*$/.test(text);
}

function beginsTable(text: string): boolean {
  return tableIds().some((id) => vocabularyOf(id).termsAt(text).length > 0);
}

/** The lines as blocks; an empty paragraph stands where a cell may have been blank. */
function blocksOf(lines: readonly TextLine[]): readonly Block[] {
  const texts = lines.map((line) => (typeof line === 'string' ? line : 'head' in line ? line.head : ROW));
  const spacing = lineSpacing(texts);
  const style = barStyle(texts);
  const blocks: Block[] = [];
  let blanks = 0;
  let bars: string[] = [];
  let last = '';
  for (const [i, line] of lines.entries()) {
    const text = texts[i]?.trim() ?? '';
    if (text === '') {
      // A line of no-break spaces is what is left of an empty cell.
      if (/[\u00a0\u3000]/.test(texts[i] ?? '')) {
        blocks.push({ kind: 'paragraph', text: '' });
        blanks = 0;
      } else blanks++;
      continue;
    }
    if (isOfBars(text)) {
      bars.push(text);
      continue;
    }
    if (bars.length > 0) append(blocks, barCells(bars, last, text, style));
    else {
      const lost = Math.min(spacing.blanksBetween(last, blanks, text), MOST_BLANKS);
      for (let i = 0; i < lost; i++) blocks.push({ kind: 'paragraph', text: '' });
    }
    blocks.push(blockOfLine(line, style));
    [bars, blanks, last] = [[], 0, text];
  }
  if (bars.length > 0) append(blocks, barCells(bars, last, '', style));
  return blocks;
}

function blockOfLine(line: TextLine, style: BarStyle): Block {
  if (typeof line === 'string') return blockOf(line, style);
  if (!('head' in line)) return { kind: 'row', cells: line };
  const block = blockOf(line.head, style);
  return block.kind === 'row' ? { ...block, isHead: true } : block;
}

function blockOf(line: string, style: BarStyle): Block {
  const bare = line.trim();
  if (!/[|\t]/.test(bare) && !endsInBlankCells(line)) return { kind: 'paragraph', text: bare };
  const cells = bare.includes('|') ? barredCells(bare, style) : line.split('\t');
  return { kind: 'row', cells: cells.map((cell) => cell.trim()) };
}

/** Whether TABs follow the only text of a line: a label before blank cells. One alone may close a line of text. */
function endsInBlankCells(line: string): boolean {
  return line.slice(line.trimEnd().length).split('\t').length > 2;
}

/** The cells between the bars; TABs beside a bar are white space, elsewhere they part cells as well. */
function barredCells(line: string, style: BarStyle): readonly string[] {
  const text = withoutPadding(line, style);
  const cells = text.split('|').flatMap((cell) => cell.trim().split('\t'));
  if (text.endsWith('|') && style.last) cells.pop();
  if (text.startsWith('|') && style.first) cells.shift();
  return cells;
}
