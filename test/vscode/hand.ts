// A hand on keyboard and mouse that counts what it does.
import type { Locator, Page } from 'playwright-core';

/** What a stroke is for. */
export type Purpose = 'start' | 'prose' | 'digits' | 'ways' | 'fills';

/** Before the next one, code has no more time to answer a key or a click. */
const ANSWERED = 70;
const BETWEEN_DIGITS = 10;

export class Hand {
  readonly #page: Page;
  readonly #strokes = new Map<Purpose, number>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** How many keys and clicks served a purpose. */
  strokes(purpose: Purpose): number {
    return this.#strokes.get(purpose) ?? 0;
  }

  async press(key: string, purpose: Purpose): Promise<void> {
    this.count(purpose, 1);
    await this.#page.keyboard.press(key);
    await this.#page.waitForTimeout(ANSWERED);
  }

  async type(text: string, purpose: Purpose): Promise<void> {
    this.count(purpose, text.length);
    const delay = purpose === 'digits' ? BETWEEN_DIGITS : 0;
    await this.#page.keyboard.type(text, { delay });
  }

  async click(target: Locator | { readonly x: number; readonly y: number }, purpose: Purpose): Promise<void> {
    this.count(purpose, 1);
    if ('x' in target) await this.#page.mouse.click(target.x, target.y);
    else await target.click();
    await this.#page.waitForTimeout(ANSWERED);
  }

  /** Counts what was done otherwise. */
  count(purpose: Purpose, strokes: number): void {
    this.#strokes.set(purpose, this.strokes(purpose) + strokes);
  }
}
