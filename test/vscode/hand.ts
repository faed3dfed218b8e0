// A hand on keyboard and mouse that counts what it does.
import type { Locator, Page } from 'playwright-core';

/** What a stroke is for. */
export type Purpose = 'start' | 'prose' | 'digits' | 'ways' | 'fills';

/** Before the next one, code has no more time to answer a click. */
const ANSWERED = 70;
const BETWEEN_DIGITS = 10;
/** How often the eye looks where the caret is, and when it gives up, in milliseconds. */
const LOOK = 25;
const MOST = 10_000;

export class Hand {
  readonly #page: Page;
  readonly #strokes = new Map<Purpose, number>();
  /** What tells where the caret is. */
  caret: () => Promise<string>;

  constructor(page: Page) {
    this.#page = page;
    this.caret = () => caretInText(page);
  }

  /** How many keys and clicks served a purpose. */
  strokes(purpose: Purpose): number {
    return this.#strokes.get(purpose) ?? 0;
  }

  /** Presses a key. */
  async press(key: string, purpose: Purpose): Promise<void> {
    this.count(purpose, 1);
    await this.#page.keyboard.press(key);
    await this.#page.waitForTimeout(ANSWERED);
  }

  /** Presses a key that leads elsewhere, and sees the caret there before it goes on. */
  async go(key: string, purpose: Purpose): Promise<void> {
    const before = await this.#resting();
    await this.press(key, purpose);
    for (let waited = 0; waited < MOST && (await this.caret()) === before; waited += LOOK)
      await this.#page.waitForTimeout(LOOK);
    await this.#resting();
  }

  /** Clicks where something is selected, and sees it selected before it goes on. */
  async clickTo(target: { readonly x: number; readonly y: number }, purpose: Purpose): Promise<void> {
    await this.click(target, purpose);
    for (let waited = 0; waited < MOST && !/selected/.test(await this.caret()); waited += LOOK)
      await this.#page.waitForTimeout(LOOK);
    await this.#resting();
  }

  /** Where the caret is, once it stays there. */
  async #resting(): Promise<string> {
    let [place, same] = [await this.caret(), 0];
    for (let waited = 0; waited < MOST && same < 2; waited += LOOK) {
      await this.#page.waitForTimeout(LOOK);
      const now = await this.caret();
      same = now === place ? same + 1 : 0;
      place = now;
    }
    return place;
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

/** Line, column and how much is selected, as the status bar tells them. */
async function caretInText(page: Page): Promise<string> {
  return (await page.locator('.statusbar-item[id="status.editor.selection"]').textContent()) ?? '';
}
