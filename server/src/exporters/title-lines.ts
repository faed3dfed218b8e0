// Where a title is broken: at the same places in every format.
import { placeEndsIn } from '../forms/body-names.ts';
import type { Words } from '../forms/words.ts';
import { displayWidth } from '../text/display-width.ts';
import { sizes, textArea } from './paper.ts';

/** How many characters a line of a title on paper holds. */
const MOST = Math.floor(textArea.width / (sizes.title * 10));

/** A title too long for a line on paper has the body on the first and the rest on the second, so that no word is cut. */
export function titleLines(text: string, body: string | null, words: Words): readonly string[] {
  if (fits(text)) return [text];
  const start = body !== null && text.startsWith(body) ? body.length : text.search(/\d{4}\s*年/);
  const cut = start > 0 && start < text.length ? start : words.titleEndIn(text);
  return cut > 0 && cut < text.length ? [...halves(text.slice(0, cut)), ...halves(text.slice(cut))] : halves(text);
}

/** A line that is still too long, broken behind a place's name, else in equal parts. */
function halves(line: string): readonly string[] {
  if (fits(line)) return [line];
  const places = placeEndsIn(line).filter((end) => fits(line.slice(0, end)) && fits(line.slice(end)));
  const middle = line.length / 2;
  const [best] = places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  if (best !== undefined) return [line.slice(0, best), line.slice(best)];
  const characters = [...line];
  const count = Math.ceil(characterWidth(line) / MOST);
  const length = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, i) => characters.slice(i * length, (i + 1) * length).join('')).filter(
    (part) => part !== '',
  );
}

function fits(text: string): boolean {
  return characterWidth(text) <= MOST;
}

/** How many Chinese characters wide a text is. */
function characterWidth(text: string): number {
  return displayWidth(text, 2) / 2;
}
