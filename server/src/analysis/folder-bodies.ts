// The bodies of a folder, to be found where a text names them.
import { bodyKey } from '../forms/body-keys.ts';
import type { Span } from '../text/span.ts';

/** A place of a text that names a body of the folder. */
export interface NamedBody {
  /** As the folder's reports or the roster spell it. */
  readonly name: string;
  readonly key: string;
  /** Offsets in the text; what the name may leave out at its end isn't part of it. */
  readonly span: Span;
}

const SHORTEST = 3;

/** Every body that is named in a folder. */
export class FolderBodies {
  /** Whether any begins with a UTF-16 unit: most places of a text need no more than this. */
  readonly #begins = new Uint8Array(0x10000);
  /** The lengths of keys by their first two characters, the longest first: bodies of one province may all begin alike. */
  readonly #lengths = new Map<string, number[]>();
  readonly #names = new Map<string, string>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const key = bodyKey(name);
      if (key.length < SHORTEST || this.#names.has(key)) continue;
      this.#names.set(key, name);
      this.#begins[key.charCodeAt(0)] = 1;
      const start = key.slice(0, 2);
      const lengths = this.#lengths.get(start) ?? [];
      this.#lengths.set(start, lengths);
      if (!lengths.includes(key.length)) lengths.push(key.length);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** Where the text names them, in order; of several that begin at one place the longest. */
  in(text: string): readonly NamedBody[] {
    if (this.#names.size === 0) return [];
    const found: NamedBody[] = [];
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      if (this.#begins[text.charCodeAt(at)] === 0) continue;
      const key = this.#keyAt(text, at);
      const name = key === null ? undefined : this.#names.get(key);
      if (key === null || name === undefined) continue;
      found.push({ name, key, span: { start: at, end: at + key.length } });
      at += key.length - 1;
    }
    return found;
  }

  #keyAt(text: string, at: number): string | null {
    for (const length of this.#lengths.get(text.slice(at, at + 2)) ?? []) {
      const key = text.slice(at, at + length);
      if (this.#names.has(key)) return key;
    }
    return null;
  }
}
