// The merged pieces of a report written out, with the marks of git around lines that both sides have changed.

/** A piece of the merged text: settled, or with what either side has. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly isBreak: boolean }
  | { readonly kind: 'conflict'; readonly ours: string; readonly theirs: string };

export interface MergeMarks {
  /** What the two sides are called behind the marks. */
  readonly ours: string;
  readonly theirs: string;
  /** How many characters a mark has. */
  readonly size: number;
}

/** The text of merged pieces. A conflict takes whole lines: what is settled on them stands on both sides. */
export function withMarks(
  segments: readonly Segment[],
  marks: MergeMarks,
  lineBreak: string,
): { readonly text: string; readonly conflicts: number } {
  const writer = new Writer(marks, lineBreak);
  for (const segment of segments) writer.add(segment);
  return writer.end();
}

const BREAK = /\r\n|\n|\r/g;

class Writer {
  readonly #marks: MergeMarks;
  readonly #lineBreak: string;
  readonly #lines: string[] = [];
  /** What is settled of the line that isn't at its end yet. */
  #line = '';
  /** Both sides of the lines that hold a conflict and aren't at their end yet. */
  #open: { ours: string; theirs: string } | null = null;
  #conflicts = 0;

  constructor(marks: MergeMarks, lineBreak: string) {
    this.#marks = marks;
    this.#lineBreak = lineBreak;
  }

  add(segment: Segment): void {
    if (segment.kind === 'conflict') this.#conflict(this.#broken(segment.ours), this.#broken(segment.theirs));
    else this.#settled(this.#broken(segment.text), segment.isBreak && /[\r\n]/.test(segment.text));
  }

  end(): { readonly text: string; readonly conflicts: number } {
    if (this.#open) {
      this.#settled(this.#lineBreak, true);
    }
    return { text: this.#lines.join('') + this.#line, conflicts: this.#conflicts };
  }

  #conflict(ours: string, theirs: string): void {
    const { ours: our, theirs: their } = this.#open ?? { ours: this.#line, theirs: this.#line };
    this.#line = '';
    this.#open = { ours: our + ours, theirs: their + theirs };
    if (this.#isWhole(this.#open.ours) && this.#isWhole(this.#open.theirs)) this.#close();
  }

  #settled(text: string, endsLine: boolean): void {
    if (this.#open) {
      this.#open = { ours: this.#open.ours + text, theirs: this.#open.theirs + text };
      if (endsLine) this.#close();
      return;
    }
    this.#line += text;
    if (!endsLine) return;
    this.#lines.push(this.#line);
    this.#line = '';
  }

  #close(): void {
    if (!this.#open) return;
    const { ours, theirs } = this.#open;
    this.#open = null;
    const { size } = this.#marks;
    const mark = (sign: string, name: string): string =>
      `${`${sign.repeat(size)} ${name}`.trimEnd()}${this.#lineBreak}`;
    this.#lines.push(mark('<', this.#marks.ours), ours, mark('=', ''), theirs, mark('>', this.#marks.theirs));
    this.#conflicts++;
  }

  #isWhole(text: string): boolean {
    return text === '' || text.endsWith(this.#lineBreak);
  }

  #broken(text: string): string {
    return text.replace(BREAK, this.#lineBreak);
  }
}
