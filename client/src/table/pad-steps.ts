// Steps of undoing that only put a row below the others: they go with what was typed before them.

/** So many are remembered. */
const MOST = 100;

/** Of one text. A step is known by the text before it, which nobody means to come back to. */
export class PadSteps {
  #before: string[] = [];
  /** How many of them are done and not undone. */
  #done = 0;

  /** A row was padded; `before` is the text before that. */
  made(before: string): void {
    this.#before = [...this.#before.slice(0, this.#done), before].slice(-MOST);
    this.#done = this.#before.length;
  }

  /** Something else was changed: what was undone can't be redone. */
  changed(): void {
    this.#before.length = this.#done;
  }

  /** Whether undoing, which came to `text`, has undone a padding alone and has to go on. */
  undoGoesOn(text: string): boolean {
    if (this.#done === 0 || this.#before[this.#done - 1] !== text) return false;
    this.#done--;
    return true;
  }

  /** Whether redoing, which came to `text`, has redone what was typed without its padding. */
  redoGoesOn(text: string): boolean {
    if (this.#before[this.#done] !== text) return false;
    this.#done++;
    return true;
  }
}
