// Where body and date at the end of a report stand: the same in Word and on paper.
import { displayWidth } from '../text/display-width.ts';
import type { DocumentElement, DocumentParagraph } from './document.ts';

/** Body and date at the end, or the date alone; empty where there are none. */
export function signatureOf(elements: readonly DocumentElement[]): readonly DocumentParagraph[] {
  return elements.filter((each): each is DocumentParagraph => each.kind === 'paragraph' && each.role === 'signature');
}

/**
 * How many characters each line stands from the right edge: the body two, the date so many that it begins two characters
 * further right than the body; where the date is the longer one, it is the date that stands two from the edge.
 */
export function signatureRights(lines: readonly Pick<DocumentParagraph, 'text'>[]): readonly number[] {
  const [name, date] = lines;
  if (!name || !date) return lines.map(() => 4);
  const shift = characters(name.text) - characters(date.text) - 2;
  return [2 + Math.max(0, -shift), 2 + Math.max(0, shift)];
}

/** How many Chinese characters wide a text is. */
function characters(text: string): number {
  return displayWidth(text, 2) / 2;
}
