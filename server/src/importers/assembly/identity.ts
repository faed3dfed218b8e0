import { readReport } from '../../report/bind.ts';
import { YEAR, yearValue } from '../../report/report-year.ts';
import { canonical } from '../../text/canonical.ts';
import { greatest, least } from '../../text/lists.ts';
import type { Outline } from '../regions.ts';
import type { Block } from '../source.ts';
import { isPageChrome, isTimestamp, metadataHead, metadataLine } from './chrome.ts';

/** What stands before the first heading and table: whose report it is, and what of it is text. */
export interface Opening {
  /** The title put together, or null. */
  readonly title: string | null;
  /** The body, where the page's metadata tells it, and neither the title nor the front matter does; else null. */
  readonly body: string | null;
  /** Told by the title or the front matter, or else taken from the text. */
  readonly year: { readonly value: number; readonly told: boolean } | null;
  /** The indices of blocks that are the title. */
  readonly titleBlocks: ReadonlySet<number>;
  /** The indices of blocks that are page chrome. */
  readonly chrome: ReadonlySet<number>;
}

/** Without headings, a title is looked for among so many blocks. */
const LONGEST_OPENING = 400;

/** Reads title, body and year from the blocks before the first heading or table, below the front matter `given`. */
export function openingOf(blocks: readonly Block[], { headings, regions }: Outline, given: string): Opening {
  const end = least([blocks.length, LONGEST_OPENING, ...headings.keys(), ...regions.map(({ from }) => from)]);
  const lines = blocks.slice(0, end).map((block) => shownLine(block));
  const before = given === '' ? '' : `${given}\n`;
  const { title, body, year } = readReport(before + lines.join('\n'));
  const titleBlocks = new Set<number>();
  if (title) {
    let at = before.length;
    lines.forEach((line, i) => {
      if (at < title.span.end && title.span.start < at + line.length && line !== '') titleBlocks.add(i);
      at += line.length + 1;
    });
    for (const i of repetitions(lines, title.text)) titleBlocks.add(i);
  }
  const head = metadataHead(blocks.slice(0, end));
  const isChrome = (block: Block, i: number): boolean =>
    isPageChrome(block) || isTimestamp(block) || (i < head && !isBlank(block));
  const chrome = new Set(
    blocks.slice(0, end).flatMap((block, i) => (!titleBlocks.has(i) && isChrome(block, i) ? [i] : [])),
  );
  const inTitle = title && body && body.span.start >= title.span.start && body.span.end <= title.span.end;
  const isGiven = body !== null && body.span.end <= before.length;
  return {
    title: title?.text ?? null,
    body: body && !inTitle && !isGiven ? body.text : null,
    year: year ? { value: year.value, told: year.source !== 'preface' } : yearBelow(blocks, headings, end),
    titleBlocks,
    chrome,
  };
}

/** The indices of lines that say the title again, as one or broken over several. */
function repetitions(lines: readonly string[], title: string): readonly number[] {
  const wanted = canonical(title);
  return lines.flatMap((_, from): readonly number[] => {
    const found: number[] = [];
    for (let [at, said] = [from, '']; at < lines.length && said.length < wanted.length; at++) {
      const line = canonical(lines[at] ?? '');
      if (line === '' && found.length === 0) return [];
      said += line;
      if (!wanted.startsWith(said)) return [];
      found.push(at);
      if (said === wanted) return found;
    }
    return [];
  });
}

/** The year that the paragraph below the first heading begins with. */
function yearBelow(blocks: readonly Block[], headings: Outline['headings'], first: number): Opening['year'] {
  const below = headings.has(first) ? blocks[first + 1] : undefined;
  const match = below?.kind === 'paragraph' ? YEAR.exec(below.text) : null;
  return match?.[1] && match.index === 0 ? { value: yearValue(match[1]), told: false } : null;
}

/** A block on one line that the engine reads as text. */
function shownLine(block: Block): string {
  const line = metadataLine(block).replace(/^[\s#]+/, '');
  return line === '---' ? '' : line;
}

/** The blocks at the end of a source that are page chrome. */
export function closingChrome(blocks: readonly Block[], { headings, regions }: Outline): ReadonlySet<number> {
  const last = greatest([-1, ...headings.keys(), ...regions.map(({ to }) => to - 1)]);
  const found = new Set<number>();
  for (let i = blocks.length - 1; i > last; i--) {
    const block = blocks[i];
    if (!block || (!isPageChrome(block) && !isBlank(block))) break;
    found.add(i);
  }
  return found;
}

function isBlank(block: Block): boolean {
  return block.kind === 'paragraph' ? block.text.trim() === '' : block.cells.every((cell) => cell === '');
}
