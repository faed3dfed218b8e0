import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PadSteps } from '../../client/src/table/pad-steps.ts';

/** An editor's text with its steps of undoing, some of which only pad. */
class Editor {
  readonly #texts = ['a'];
  readonly #steps = new PadSteps();
  #at = 0;

  get text(): string {
    return this.#texts[this.#at] ?? '';
  }

  /** Types, and pads what was typed where it needs that. */
  type(typed: string, pads: boolean): void {
    this.#push(this.text.trimEnd() + typed);
    this.#steps.changed();
    if (!pads) return;
    const before = this.text;
    this.#push(`${before} `);
    this.#steps.made(before);
  }

  undo(): void {
    if (this.#at === 0) return;
    this.#at--;
    if (this.#steps.undoGoesOn(this.text)) this.undo();
  }

  redo(): void {
    if (this.#at === this.#texts.length - 1) return;
    this.#at++;
    if (this.#steps.redoGoesOn(this.text)) this.redo();
  }

  #push(text: string): void {
    this.#texts.length = this.#at + 1;
    this.#texts.push(text);
    this.#at++;
  }
}

test('what was typed and its padding are undone and redone as one step', () => {
  const step = fc.record({ act: fc.constantFrom('type', 'undo', 'redo'), pads: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const editor = new Editor();
      const seen = [editor.text];
      let at = 0;
      for (const [i, { act, pads }] of steps.entries()) {
        if (act === 'type') {
          editor.type(`b${i}`, pads);
          seen.length = ++at;
          seen.push(editor.text);
        } else if (act === 'undo') {
          editor.undo();
          at = Math.max(0, at - 1);
        } else {
          editor.redo();
          at = Math.min(seen.length - 1, at + 1);
        }
        expect(editor.text).toBe(seen[at]);
      }
    }),
  );
});
