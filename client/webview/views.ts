// The two looks of the page. On paper, the page keeps its width and is made smaller where there is less room.
import type { View } from '../src/preview/messages.ts';
import { byId, filled, texts } from './host.ts';

/** A4 at 96 dots an inch, and the room around it. */
const PAPER_WIDTH = 794;
const AROUND = 32;
/** The height of the text on a page, and what is above it, in millimetres (GB/T 9704). */
const TEXT_HEIGHT = 225;
const TOP = 37;
const BOTTOM = 35;
const MILLIMETRE = 96 / 25.4;

export class Views {
  readonly #element = byId('view');
  readonly #onChoose: (view: View) => void;
  #view: View = 'portal';

  constructor(onChoose: (view: View) => void) {
    this.#onChoose = onChoose;
    for (const button of this.#buttons()) {
      button.addEventListener('click', () => this.choose(button.dataset.view === 'paper' ? 'paper' : 'portal'));
    }
    new ResizeObserver(() => this.#fit()).observe(document.documentElement);
    new ResizeObserver(() => this.#drawPages()).observe(this.#element);
  }

  get view(): View {
    return this.#view;
  }

  show(view: View): void {
    this.#view = view;
    this.#element.className = view;
    for (const button of this.#buttons()) button.setAttribute('aria-pressed', String(button.dataset.view === view));
    this.#fit();
    this.#drawPages();
  }

  /** The user wants this view. */
  choose(view: View): void {
    this.show(view);
    this.#onChoose(view);
  }

  #buttons(): readonly HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>('[data-view]')];
  }

  #fit(): void {
    const room = document.documentElement.clientWidth - AROUND;
    this.#element.style.zoom = this.#view === 'paper' && room < PAPER_WIDTH ? String(room / PAPER_WIDTH) : '';
  }

  /** Marks in the margins where, about, a page ends. */
  #drawPages(): void {
    for (const edge of document.querySelectorAll('.page-edge')) edge.remove();
    if (this.#view !== 'paper') return;
    const height = this.#element.offsetHeight / MILLIMETRE - TOP - BOTTOM;
    for (let page = 1; page * TEXT_HEIGHT < height - 1; page++) {
      const edge = document.createElement('div');
      edge.className = 'page-edge';
      edge.setAttribute('aria-hidden', 'true');
      edge.dataset.label = filled(texts.pageNumber, page + 1);
      edge.style.top = `${TOP + page * TEXT_HEIGHT}mm`;
      this.#element.append(edge);
    }
  }
}
