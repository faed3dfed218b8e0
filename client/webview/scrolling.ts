// Scrolling together with the editor, and keeping still while the page changes.
import { host } from './host.ts';
import type { Places } from './places.ts';

/** The page's own scrolling to where it was told isn't news. */
const ECHO = 200;

export class Scrolling {
  readonly #places: Places;
  readonly #onTop: (offset: number) => void;
  #quietUntil = 0;
  #asked = false;

  /** `onTop` is told the place in the source that the top of the page shows, once it has been scrolled. */
  constructor(places: Places, onTop: (offset: number) => void) {
    this.#places = places;
    this.#onTop = onTop;
    addEventListener('scroll', () => this.#scrolled(), { passive: true });
  }

  /** Does something that may scroll, without telling the editor. */
  quietly(action: () => void): void {
    this.#quietUntil = performance.now() + ECHO;
    action();
  }

  /** Puts a place in the source at the top. */
  toTop(offset: number): void {
    const part = this.#places.partAt(offset);
    if (!part) return;
    this.quietly(() => {
      if (part === this.#places.blocks[0]?.element) scrollTo(0, 0);
      else scrollBy(0, (part.closest('tr') ?? part).getBoundingClientRect().top - this.#edge());
    });
  }

  /** Changes the page; what is at the top of it, or `anchor` where it is in sight, stays where it is. */
  keeping(anchor: HTMLElement | null, change: () => void): void {
    const kept = anchor && this.#isVisible(anchor) ? anchor : this.#topPart();
    const before = kept?.getBoundingClientRect().top ?? 0;
    change();
    if (!kept?.isConnected) return;
    const moved = kept.getBoundingClientRect().top - before;
    if (Math.abs(moved) >= 1) this.quietly(() => scrollBy(0, moved));
  }

  reveal(part: HTMLElement): void {
    if (!this.#isVisible(part)) this.quietly(() => part.scrollIntoView({ block: 'center', inline: 'nearest' }));
  }

  #scrolled(): void {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame(() => {
      this.#asked = false;
      const offset = this.#topOffset();
      if (offset === null) return;
      this.#onTop(offset);
      if (performance.now() > this.#quietUntil) host.postMessage({ type: 'scrolled', offset });
    });
  }

  #topOffset(): number | null {
    const part = this.#topPart();
    const span = part && this.#places.spanOf(part);
    if (!part || !span) return null;
    const { top, height } = part.getBoundingClientRect();
    const share = height > 0 ? Math.min(1, Math.max(0, (this.#edge() - top) / height)) : 0;
    return Math.round(span.start + (span.end - span.start) * share);
  }

  /** The first part of the page that isn't scrolled away; of a table, one of its cells. */
  #topPart(): HTMLElement | null {
    const edge = this.#edge();
    const below = (element: Element): boolean => element.getBoundingClientRect().bottom > edge + 1;
    const block = this.#places.blocks.find(({ element }) => below(element));
    const cell = block?.cells.find((each, i) => (block.cellPlaces[2 * i] ?? -1) >= 0 && below(each));
    return cell ?? block?.element ?? null;
  }

  #isVisible(part: HTMLElement): boolean {
    const { top, bottom } = part.getBoundingClientRect();
    return bottom > this.#edge() && top < document.documentElement.clientHeight;
  }

  /** Where the page begins to be seen, below the tools. */
  #edge(): number {
    return document.getElementById('bar')?.offsetHeight ?? 0;
  }
}
