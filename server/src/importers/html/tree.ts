import { Parser } from 'htmlparser2';

/** An element of a page; its children in order, texts as they stand in the source. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  /** How many elements are around it. */
  readonly depth: number;
  readonly children: (PageElement | string)[];
}

export interface Page {
  readonly root: PageElement;
  /** The contents of `meta` elements by their lower-case names. */
  readonly meta: ReadonlyMap<string, string>;
  /** Why reading stopped before the end, so that the rest is missing: nested too deeply, or more than any report. */
  readonly cut: 'depth' | 'size' | null;
}

/** Browsers flatten what is nested deeper than 512. */
const MAX_DEPTH = 1000;
/** Elements and pieces of text, and characters of text. Large pages have some ten thousand. */
const MAX_NODES = 300_000;
const MAX_TEXT = 4_000_000;
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'title',
  'iframe',
  'object',
  'embed',
  'applet',
  'audio',
  'video',
  'canvas',
  'svg',
  'math',
  'map',
  'select',
  'textarea',
  'button',
  'datalist',
  'xml',
  'del',
]);

class Cut extends Error {
  readonly reason: 'depth' | 'size';

  constructor(reason: 'depth' | 'size') {
    super(reason);
    this.reason = reason;
  }
}

/** Reads a page as far as text is concerned: scripts, styles, controls and graphics are left out. Never throws; linear in its length. */
export function parsePage(html: string): Page {
  const builder = new TreeBuilder();
  const parser = new Parser({
    onopentag: (name, attributes) => builder.open(name, attributes),
    ontext: (text) => builder.text(text),
    onclosetag: (name) => builder.close(name),
  });
  try {
    parser.write(html);
    parser.end();
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    return { root: builder.root, meta: builder.meta, cut: error.reason };
  }
  return { root: builder.root, meta: builder.meta, cut: null };
}

class TreeBuilder {
  readonly root: PageElement = { name: '', attributes: {}, parent: null, depth: 0, children: [] };
  readonly meta = new Map<string, string>();
  #current = this.root;
  #depth = 0;
  #nodes = 0;
  #characters = 0;
  /** The depth of the skipped element that we are in, or 0. */
  #skippedFrom = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#count(0);
    if (++this.#depth > MAX_DEPTH) throw new Cut('depth');
    if (this.#skippedFrom > 0) return;
    if (SKIPPED.has(name)) {
      this.#skippedFrom = this.#depth;
      return;
    }
    if (name === 'meta' && attributes.name) this.meta.set(attributes.name.toLowerCase(), attributes.content ?? '');
    const element = { name, attributes, parent: this.#current, depth: this.#current.depth + 1, children: [] };
    this.#current.children.push(element);
    this.#current = element;
  }

  text(text: string): void {
    if (this.#skippedFrom > 0) return;
    this.#count(text.length);
    this.#current.children.push(text);
  }

  close(_name: string): void {
    const depth = this.#depth--;
    if (this.#skippedFrom === 0) this.#current = this.#current.parent ?? this.root;
    else if (this.#skippedFrom === depth) this.#skippedFrom = 0;
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (++this.#nodes > MAX_NODES || this.#characters > MAX_TEXT) throw new Cut('size');
  }
}
