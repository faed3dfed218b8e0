import { shownText } from '../html/inline.ts';
import type { Block } from '../source.ts';

/** Text of a Word file as it runs, cut into paragraphs. */
export class TextFlow {
  readonly #blocks: Block[] = [];
  #line: string[] = [];

  text(text: string): void {
    if (text !== '') this.#line.push(text);
  }

  /** Puts a text before what the line holds so far. */
  prepend(text: string): void {
    if (text !== '') this.#line.unshift(text);
  }

  /** The last character of the line; empty where it has none. */
  get last(): string {
    return this.#line.at(-1)?.at(-1) ?? '';
  }

  endLine(): void {
    if (this.#line.length === 0) return;
    const text = shownText(this.#line.join(''));
    if (text !== '') this.#blocks.push({ kind: 'paragraph', text });
    this.#line = [];
  }

  /** Ends the line and adds blocks after it. */
  add(blocks: readonly Block[]): void {
    this.endLine();
    for (const block of blocks) this.#blocks.push(block);
  }

  /** What it holds once the line is ended. */
  finish(): readonly Block[] {
    this.endLine();
    return this.#blocks;
  }
}
