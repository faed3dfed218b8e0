import { greatest, least } from '../../text/lists.ts';
import { WIDE } from '../joined-lines.ts';
import type { Word } from './page.ts';

/** Words that stand side by side, from the left. */
export interface WordLine {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

const WIDE_END = new RegExp(`[${WIDE}]$`);
const WIDE_START = new RegExp(`^[${WIDE}]`);
/** Gaps in widths of a Chinese character: beyond the first, words of an alphabet or numbers are two; beyond the second, so are Chinese ones. */
const GAP = { narrow: 0.15, wide: 2.5 };

/** The lines that words form, from the top. Words of one line overlap by half their height. */
export function linesOfWords(words: readonly Word[]): readonly WordLine[] {
  const lines: Word[][] = [];
  const sorted = [...words].sort((a, b) => middleOf(a) - middleOf(b));
  for (const word of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && middleOf(word) - middleOf(first) < Math.min(height(word), height(first)) / 2) line.push(word);
    else lines.push([word]);
  }
  return lines.map(lineOf);
}

function middleOf({ top, bottom }: Word): number {
  return (top + bottom) / 2;
}

function height({ top, bottom }: Word): number {
  return bottom - top;
}

function lineOf(words: readonly Word[]): WordLine {
  const inOrder = [...words].sort((a, b) => a.left - b.left);
  return {
    words: inOrder,
    left: least(words.map(({ left }) => left)),
    right: greatest(words.map(({ right }) => right)),
    top: least(words.map(({ top }) => top)),
    bottom: greatest(words.map(({ bottom }) => bottom)),
    size: greatest(words.map(({ size }) => size)),
  };
}

/** The text of a line. Gaps that only set Chinese text or its numbers apart are no spaces. */
export function textOfLine({ words }: WordLine): string {
  let text = '';
  words.forEach((word, i) => {
    const before = words[i - 1];
    if (before && isSpaced(before, word)) text += ' ';
    text += word.text;
  });
  return text;
}

function isSpaced(before: Word, word: Word): boolean {
  const gap = (word.left - before.right) / Math.max(before.size, word.size, 1);
  const isWide = WIDE_END.test(before.text) || WIDE_START.test(word.text);
  return gap > (isWide ? GAP.wide : GAP.narrow);
}
