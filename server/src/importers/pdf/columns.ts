import { greatest, least } from '../../text/lists.ts';
import { type Commands, type Drawing, followed } from './drawing.ts';
import { apply, asMatrix, IDENTITY, type Matrix, multiply, type Word } from './page.ts';

/** Punctuation turned for text that is written downwards. */
const DOWNWARD_FORMS = /[\ufe10-\ufe19\ufe30-\ufe48]/g;

/** A letter as pdf.js draws it; in a font written downwards it has its advance and the place of its origin, in thousandths. */
interface Letter {
  readonly unicode: string;
  readonly vmetric?: readonly number[];
}

/**
 * The letters that are written below each other, each a word of its own. pdf.js leaves those out of a page's text that stand
 * within a letter's unscaled height of its lower edge (it takes their advance for points); in the drawing they are complete.
 */
export function lettersInColumns(drawing: Drawing, view: Matrix, names: Commands): readonly Word[] {
  const words: Word[] = [];
  let line: Matrix = IDENTITY;
  let size = 0;
  followed(drawing, view, names, (command, given, place) => {
    const values = (given ?? []) as readonly unknown[];
    if (command === names.beginText) line = IDENTITY;
    else if (command === names.setFont) size = Number(values[1]) || 0;
    else if (command === names.setTextMatrix) line = asMatrix(values[0] as ArrayLike<number>);
    else if (command === names.moveText || command === names.setLeadingMoveText) {
      line = multiply(line, [1, 0, 0, 1, Number(values[0]) || 0, Number(values[1]) || 0]);
    } else if (command === names.showText) {
      for (const word of lettersOf(values[0] as readonly unknown[], multiply(place, line), size)) words.push(word);
    }
  });
  return words;
}

function lettersOf(letters: readonly unknown[], place: Matrix, size: number): readonly Word[] {
  const words: Word[] = [];
  let y = 0;
  for (const letter of letters) {
    if (!isInColumn(letter)) continue;
    const [advance = -1000, originX = 500, originY = 880] = letter.vmetric;
    const [left, top] = [(-originX / 1000) * size, y + ((1000 - originY) / 1000) * size];
    const corners = [apply(place, left, top), apply(place, left + size, top - size)];
    y += (advance / 1000) * size;
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, at]) => at)];
    const box = { left: least(xs), right: greatest(xs), top: least(ys), bottom: greatest(ys) };
    const text = letter.unicode.replace(DOWNWARD_FORMS, (form) => form.normalize('NFKC'));
    if (text.trim() !== '') words.push({ text, ...box, size: box.bottom - box.top });
  }
  return words;
}

function isInColumn(letter: unknown): letter is Letter & { readonly vmetric: readonly number[] } {
  return typeof letter === 'object' && letter !== null && 'vmetric' in letter && Array.isArray(letter.vmetric);
}
