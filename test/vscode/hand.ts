// A hand on keyboard and mouse that counts what it does.
import type { Locator, Page } from 'playwright-core';

/** What a stroke is for. */
export type Purpose = 'start' | 'prose' | 'digits' | 'ways' | 'fills';

/** As a quick hand types; code that answers a key has no more time. */
const BETWEEN_KEYS = 70;

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
    await this.#page.waitForTimeout(BETWEEN_KEYS);
  }

  async type(text: string, purpose: Purpose): Promise<void> {
    this.count(purpose, text.length);
    const delay = purpose === 'digits' ? BETWEEN_KEYS : 0;
    await this.#page.keyboard.type(text, { delay });
  }

  async click(target: Locator | { readonly x: number; readonly y: number }, purpose: Purpose): Promise<void> {
    this.count(purpose, 1);
    if ('x' in target) await this.#page.mouse.click(target.x, target.y);
    else await target.click();
    await this.#page.waitForTimeout(BETWEEN_KEYS);
  }

  /** Counts what was done otherwise. */
  count(purpose: Purpose, strokes: number): void {
    this.#strokes.set(purpose, this.strokes(purpose) + strokes);
  }
}
