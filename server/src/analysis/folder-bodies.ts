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
  /** By the first two characters of their keys, the longest first. */
  readonly #byStart = new Map<string, { readonly key: string; readonly name: string }[]>();

  constructor(names: readonly string[]) {
    const seen = new Set<string>();
    for (const name of names) {
      const key = bodyKey(name);
      if (key.length < SHORTEST || seen.has(key)) continue;
      seen.add(key);
      this.#begins[key.charCodeAt(0)] = 1;
      const start = key.slice(0, 2);
      const group = this.#byStart.get(start) ?? [];
      this.#byStart.set(start, group);
      group.push({ key, name });
    }
    for (const group of this.#byStart.values()) group.sort((a, b) => b.key.length - a.key.length);
  }

  /** Where the text names them, in order; of several that begin at one place the longest. */
  in(text: string): readonly NamedBody[] {
    if (this.#byStart.size === 0) return [];
    const found: NamedBody[] = [];
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      if (this.#begins[text.charCodeAt(at)] === 0) continue;
      const group = this.#byStart.get(text.slice(at, at + 2));
      const body = group?.find(({ key }) => text.startsWith(key, at));
      if (!body) continue;
      found.push({ ...body, span: { start: at, end: at + body.key.length } });
      at += body.key.length - 1;
    }
    return found;
  }
}
