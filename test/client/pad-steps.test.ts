import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PadSteps } from '../../client/src/table/pad-steps.ts';

/** How a row is padded that was typed in: not at all, within the step of what was typed, in one of its own, or by none that changes anything. */
type Padding = 'none' | 'united' | 'own' | 'unchanged';

/** An editor's text with its steps of undoing, some of which only pad. */
class Editor {
  readonly #texts = ['a'];
  readonly #steps = new PadSteps();
  #at = 0;

  get text(): string {
    return this.#texts[this.#at] ?? '';
  }

  /** Types, and pads what was typed where it needs that. */
  type(typed: string, padding: Padding): void {
    this.#push(this.text.trimEnd() + typed);
    this.#steps.changed(this.text);
    if (padding === 'none') return;
    const before = this.text;
    if (padding === 'united') this.#texts[this.#at] = `${before} `;
    else this.#push(padding === 'own' ? `${before} ` : before);
    this.#steps.padded(before, this.text);
  }

  undo(): void {
    if (this.#at === 0) return;
    this.#at--;
    if (this.#steps.goesOn(this.text)) this.undo();
  }

  redo(): void {
    if (this.#at === this.#texts.length - 1) return;
    this.#at++;
    if (this.#steps.goesOn(this.text)) this.redo();
  }

  #push(text: string): void {
    this.#texts.length = this.#at + 1;
    this.#texts.push(text);
    this.#at++;
  }
}

test('what was typed and its padding are undone and redone as one step', () => {
  const step = fc.record({
    act: fc.constantFrom('type', 'undo', 'redo'),
    padding: fc.constantFrom<Padding>('none', 'united', 'own', 'unchanged'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const editor = new Editor();
      const seen = [editor.text];
      let at = 0;
      for (const [i, { act, padding }] of steps.entries()) {
        if (act === 'type') {
          editor.type(`b${i}`, padding);
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

test('a text that was left for something else is come back to', () => {
  const steps = new PadSteps();
  steps.changed('5');
  steps.padded('5', ' 5');
  expect(steps.goesOn('5')).toBe(true);
  expect(steps.goesOn('')).toBe(false);
  steps.changed('5');
  steps.changed('5 and what was pasted');
  expect(steps.goesOn('5')).toBe(false);
});
