import type { Span } from './span.ts';

/** A place in a text as LSP counts it: line and UTF-16 character, both zero-based. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text as LSP counts it, half-open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets into positions and back. Lines end at LF, CRLF or a lone CR, as in LSP. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The zero-based line that holds `offset`; offsets outside the text are clamped to it. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - (this.#starts[line] ?? 0) };
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** The offset of a position; lines and characters outside the text are clamped to it. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    return Math.min(start + Math.max(0, character), this.lineEnd(line));
  }

  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Where the line's text ends, before its line break. */
  lineEnd(line: number): number {
    let end = this.#starts[line + 1] ?? this.#text.length;
    while (end > this.lineStart(line) && /[\r\n]/.test(this.#text[end - 1] ?? '')) end--;
    return end;
  }
}

const NONE = Number.POSITIVE_INFINITY;

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  let feed = next(text, '\n', 0);
  let carriageReturn = next(text, '\r', 0);
  while (feed < NONE || carriageReturn < NONE) {
    const start = feed === carriageReturn + 1 ? feed + 1 : Math.min(feed, carriageReturn) + 1;
    starts.push(start);
    if (feed < start) feed = next(text, '\n', start);
    if (carriageReturn < start) carriageReturn = next(text, '\r', start);
  }
  return starts;
}

function next(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? NONE : at;
}
