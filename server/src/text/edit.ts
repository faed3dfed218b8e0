import { append } from './lists.ts';
import { lastIndexUpTo } from './sorted.ts';
import { overlapsAny, type Span } from './span.ts';

/** A stretch of a text and what takes its place; an empty span is an insertion. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * The sets of edits that can be made together, in their order: a set that overlaps one taken before is left out.
 * Insertions at the same place don't overlap; nor may the edits of one set.
 */
export function compatible(sets: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const replaced: Span[] = [];
  const inserted: Span[] = [];
  return sets.filter((set) => {
    if (set.some(({ span }) => overlapsAny(replaced, span) || overlapsAny(inserted, span))) return false;
    for (const { span } of set) insert(span.start < span.end ? replaced : inserted, span);
    return true;
  });
}

function insert(ordered: Span[], span: Span): void {
  ordered.splice(lastIndexUpTo(ordered, span.start, ({ start }) => start) + 1, 0, span);
}

/** The edit without what the text and its replacement begin and end with alike; null where they are the same. */
export function leastEdit(text: string, { span, text: replacement }: Edit): Edit | null {
  const old = text.slice(span.start, span.end);
  if (old === replacement) return null;
  const most = Math.min(old.length, replacement.length);
  let before = 0;
  while (before < most && old[before] === replacement[before]) before++;
  let after = 0;
  while (after < most - before && old.at(-1 - after) === replacement.at(-1 - after)) after++;
  return {
    span: { start: span.start + before, end: span.end - after },
    text: replacement.slice(before, replacement.length - after),
  };
}

/** A part of a revised text: a stretch of the original, or new text. */
type Piece = { readonly kept: Span } | { readonly added: string };

/** A text after edits, and after edits of the result, that still knows what the original has become. */
export class Revision {
  readonly #original: string;
  readonly #pieces: readonly Piece[];
  readonly text: string;

  private constructor(original: string, pieces: readonly Piece[]) {
    this.#original = original;
    this.#pieces = pieces;
    this.text = pieces
      .map((piece) => ('added' in piece ? piece.added : original.slice(piece.kept.start, piece.kept.end)))
      .join('');
  }

  static of(text: string): Revision {
    return new Revision(text, [{ kept: { start: 0, end: text.length } }]);
  }

  /**
   * The text after edits of this revision's text, which don't overlap. Of insertions at one place the earlier in the list
   * comes first.
   */
  with(edits: readonly Edit[]): Revision {
    const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const pieces: Piece[] = [];
    const rest = new PieceReader(this.#pieces);
    for (const { span, text } of ordered) {
      append(pieces, rest.to(span.start));
      if (text !== '') pieces.push({ added: text });
      rest.to(span.end);
    }
    append(pieces, rest.to(this.text.length));
    return new Revision(this.#original, pieces);
  }

  /** The edits that make the original this text, in order; each as short as can be told. */
  edits(): readonly Edit[] {
    return this.#changes().flatMap(({ edit }) => leastEdit(this.#original, edit) ?? []);
  }

  /** Where in this text something was put or taken away. */
  changed(): readonly Span[] {
    return this.#changes().map(({ place }) => place);
  }

  #changes(): readonly { readonly edit: Edit; readonly place: Span }[] {
    const changes: { edit: Edit; place: Span }[] = [];
    let [before, at, added] = [0, 0, ''];
    const close = (next: number): void => {
      if (added !== '' || next > before) {
        const edit = { span: { start: before, end: next }, text: added };
        changes.push({ edit, place: { start: at - added.length, end: at } });
      }
      added = '';
    };
    for (const piece of this.#pieces) {
      if ('added' in piece) {
        added += piece.added;
        at += piece.added.length;
      } else {
        close(piece.kept.start);
        before = piece.kept.end;
        at += piece.kept.end - piece.kept.start;
      }
    }
    close(this.#original.length);
    return changes;
  }
}

/** Takes pieces off the front, by offsets of the text that they make. */
class PieceReader {
  readonly #pieces: readonly Piece[];
  #next = 0;
  /** How much of the next piece was taken already. */
  #taken = 0;
  #at = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** The pieces from where the last call ended up to an offset. */
  to(offset: number): readonly Piece[] {
    const result: Piece[] = [];
    for (let piece = this.#pieces[this.#next]; piece && this.#at < offset; piece = this.#pieces[this.#next]) {
      const left = lengthOf(piece) - this.#taken;
      const length = Math.min(left, offset - this.#at);
      if (length > 0) result.push(part(piece, this.#taken, this.#taken + length));
      this.#at += length;
      this.#taken += length;
      if (length < left) break;
      this.#next++;
      this.#taken = 0;
    }
    return result;
  }
}

function lengthOf(piece: Piece): number {
  return 'added' in piece ? piece.added.length : piece.kept.end - piece.kept.start;
}

function part(piece: Piece, from: number, to: number): Piece {
  if ('added' in piece) return { added: piece.added.slice(from, to) };
  return { kept: { start: piece.kept.start + from, end: piece.kept.start + to } };
}
