// What is wrong with the part that has the focus or lies under the pointer.

export class Tip {
  readonly #element: HTMLElement;
  #part: HTMLElement | null = null;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  show(part: HTMLElement, kind: string, lines: readonly string[]): void {
    this.#element.replaceChildren();
    for (const line of lines) {
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      this.#element.append(paragraph);
    }
    this.#element.className = kind;
    this.#element.hidden = false;
    this.#part = part;
    this.#place(part.getBoundingClientRect());
  }

  /** After the page has been scrolled: stays with a part that has the focus. */
  follow(): void {
    if (this.#part?.isConnected && this.#part.contains(document.activeElement) && !this.#element.hidden) {
      this.#place(this.#part.getBoundingClientRect());
    } else this.hide();
  }

  hide(): void {
    this.#element.hidden = true;
  }

  /** Below the part, or above it where there is no room. */
  #place(part: DOMRect): void {
    const { width, height } = this.#element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = part.bottom + 6;
    const top = below + height < clientHeight ? below : Math.max(6, part.top - height - 6);
    const left = Math.max(6, Math.min(part.left, clientWidth - width - 6));
    this.#element.style.top = `${top}px`;
    this.#element.style.left = `${left}px`;
  }
}
