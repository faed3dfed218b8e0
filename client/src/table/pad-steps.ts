// Steps of undoing that only put a row below the others, or change nothing at all: they go with what was typed before them.

/** So many are remembered. */
const MOST = 100;

/**
 * Of one text. Whether a padding is a step of its own is up to the editor, which ends the step of what was typed when the
 * cursor leaves it, when it saves, and when it likes. So a step is known by the text before it, which nobody means to come
 * back to: undoing and redoing that come there, or that change nothing, have to go on.
 */
export class PadSteps {
  #between: readonly string[] = [];
  #text: string | null = null;

  /** A row was padded; `before` and `after` are the texts before and after that. */
  padded(before: string, after: string): void {
    if (before !== after) this.#between = [...this.#between.filter((text) => text !== before), before].slice(-MOST);
    this.#text = after;
  }

  /** Something else was changed, which came to `text`. Where it began has a meaning of its own now. */
  changed(text: string): void {
    const from = this.#text;
    if (from !== null && from !== text) this.#between = this.#between.filter((each) => each !== from);
    this.#text = text;
  }

  /** Whether undoing or redoing, which came to `text`, has to go on. */
  goesOn(text: string): boolean {
    const from = this.#text;
    this.#text = text;
    return text === from || this.#between.includes(text);
  }
}
