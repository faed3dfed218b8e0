// A number of the text and the cells that it means: when one is chosen, all are marked.
import type { Offsets, PreviewLink } from '../src/preview/messages.ts';
import { highlights, rangeIn } from './marks.ts';
import type { Places } from './places.ts';

export class Links {
  readonly #places: Places;
  #links: readonly PreviewLink[] = [];
  #chosen: Offsets | null = null;
  #parts: HTMLElement[] = [];

  constructor(places: Places) {
    this.#places = places;
  }

  /** After the page has changed. */
  show(links: readonly PreviewLink[]): void {
    this.#links = links;
    this.choose(this.#chosen);
  }

  /** Marks what belongs to the numbers and cells at a place in the source; null for nothing. */
  choose(place: Offsets | null): void {
    this.#clear();
    this.#chosen = place;
    if (!place) return;
    const linked = new Highlight();
    for (const { number, cells, agrees } of this.#links) {
      if (![number, ...cells].some((each) => meets(each, place))) continue;
      for (const cell of cells) this.#mark(this.#places.partAt(cell.start), agrees);
      const range = this.#rangeOf(number);
      if (range) linked.add(range);
      else this.#mark(this.#places.partAt(number.start), agrees);
    }
    if (linked.size > 0) highlights()?.set('linked', linked);
  }

  #clear(): void {
    for (const part of this.#parts) part.classList.remove('linked', 'differs');
    this.#parts = [];
    highlights()?.delete('linked');
  }

  #mark(part: HTMLElement | null, agrees: boolean | null): void {
    if (!part) return;
    part.classList.add('linked');
    if (agrees === false) part.classList.add('differs');
    this.#parts.push(part);
  }

  /** The words on the page; null where the block's text isn't that of the source. */
  #rangeOf({ start, end }: Offsets): Range | null {
    const block = this.#places.spans.findIndex((span) => span !== null && span.start <= start && end <= span.end);
    const [element, span] = [this.#places.blocks[block]?.element, this.#places.spans[block]];
    if (!highlights() || !element || !span || element.textContent.length !== span.end - span.start) return null;
    return rangeIn(element, start - span.start, end - span.start);
  }
}

function meets(a: Offsets, b: Offsets): boolean {
  return a.start <= b.end && b.start <= a.end;
}
