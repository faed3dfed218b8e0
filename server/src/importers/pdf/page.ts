import { greatest, least } from '../../text/lists.ts';
/** A piece of text between spaces, at its place on the page as it is shown; distances in points from the upper left corner. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The size of its letters. */
  readonly size: number;
}

/** A ruled line, across or down: where it stands, and from where to where it runs. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly across: readonly Ruling[];
  readonly down: readonly Ruling[];
  readonly hasPictures: boolean;
}

/** What pdf.js says of a text: `transform` places its first letter's foot, `width` is measured along the line. */
export interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

export type Matrix = readonly [number, number, number, number, number, number];

/** Leaves every point where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Where a point comes to. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The numbers as a matrix; what is missing or no number is taken from the identity. */
export function asMatrix(numbers: ArrayLike<number> | null | undefined): Matrix {
  const at = (index: 0 | 1 | 2 | 3 | 4 | 5): number => {
    const value = Number(numbers?.[index]);
    return Number.isFinite(value) ? value : IDENTITY[index];
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** The words of a text item, each at the place that its letters have when wide ones take twice the room of narrow ones. */
export function wordsOf(item: TextItem, view: Matrix): readonly Word[] {
  const placed = multiply(view, asMatrix(item.transform));
  const size = Math.hypot(placed[2], placed[3]) || item.height || 1;
  const run = Math.hypot(placed[0], placed[1]) || 1;
  const along = { x: (placed[0] / run) * item.width, y: (placed[1] / run) * item.width };
  const [, , upX, upY, x, y] = placed;
  return parts(item.str).map(({ text, from, to }) => {
    const xs = [from, to].flatMap((part) => [x + along.x * part, x + along.x * part + upX]);
    const ys = [from, to].flatMap((part) => [y + along.y * part, y + along.y * part + upY]);
    return {
      text,
      left: least(xs),
      right: greatest(xs),
      top: least(ys),
      bottom: greatest(ys),
      size,
    };
  });
}

/** The parts between spaces, with where they begin and end on a line of length 1. */
function parts(line: string): readonly { text: string; from: number; to: number }[] {
  const letters = [...line];
  const widths = letters.map((letter) => (/[\u1100-\uffef]/.test(letter) ? 2 : 1));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const found: { text: string; from: number; to: number }[] = [];
  let [text, from, at] = ['', 0, 0];
  letters.forEach((letter, i) => {
    const isSpace = /\s/.test(letter);
    if (isSpace && text !== '') found.push({ text, from: from / total, to: at / total });
    if (isSpace) text = '';
    else {
      if (text === '') from = at;
      text += letter;
    }
    at += widths[i] ?? 1;
  });
  return text === '' ? found : [...found, { text, from: from / total, to: at / total }];
}
