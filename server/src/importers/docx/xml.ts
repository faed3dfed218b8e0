import { Parser } from 'htmlparser2';
import { markedEncoding } from '../byte-order-mark.ts';

/** An element of a Word file's part; names of elements and attributes without their prefixes, so that every namespace of the format reads alike. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Word's text is nested more deeply, or has more elements or characters, than any report. */
export class TextTooLarge extends Error {}
/** XML that ends before its root element does. */
export class BrokenXml extends Error {}

const MAX_DEPTH = 300;
const MAX_ELEMENTS = 200_000;
const MAX_TEXT = 4_000_000;
/** The elements that hold text, in a workbook `v` as well; between others there is only white space. */
const TEXTS: ReadonlySet<string> = new Set(['t', 'delText', 'instrText', 'v']);
const NONE: Readonly<Record<string, string>> = {};

/**
 * The root element of a part. Entities that the part declares itself are not expanded; time and memory are linear in its
 * length. Throws `TextTooLarge`, `BrokenXml`.
 */
export function parseXml(xml: string): XmlElement {
  const builder = new Builder();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes),
      ontext: (text) => builder.text(text),
      onclosetag: () => builder.close(),
    },
    { xmlMode: true },
  );
  parser.write(xml);
  const root = builder.closedRoot;
  parser.end();
  if (!root) throw new BrokenXml();
  return root;
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

class Builder {
  /** The root element once it has been closed. */
  closedRoot: XmlElement | null = null;
  readonly #open: Open[] = [];
  #elements = 0;
  #characters = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length >= MAX_DEPTH || ++this.#elements > MAX_ELEMENTS) throw new TextTooLarge();
    const element: Open = { name: localName(name), attributes: withLocalNames(attributes), children: [] };
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  text(text: string): void {
    const element = this.#open.at(-1);
    if (!element || !TEXTS.has(element.name)) return;
    this.#characters += text.length;
    if (this.#characters > MAX_TEXT) throw new TextTooLarge();
    element.children.push(text);
  }

  close(): void {
    const element = this.#open.pop();
    if (element && this.#open.length === 0) this.closedRoot ??= element;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withLocalNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(attributes);
  if (names.length === 0) return NONE;
  const local: Record<string, string> = Object.create(null);
  for (const name of names) local[localName(name)] ??= attributes[name] ?? '';
  return local;
}

/** The elements in another, texts left out. */
export function elementsOf(parent: XmlElement | null): readonly XmlElement[] {
  return parent ? parent.children.filter((child): child is XmlElement => typeof child !== 'string') : [];
}

/** The first element of that name in another, or null. */
export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  for (const child of parent?.children ?? []) if (typeof child !== 'string' && child.name === name) return child;
  return null;
}

/** The attribute `val` of the first element of that name in another, or null. */
export function valOf(parent: XmlElement | null, name: string): string | null {
  return childOf(parent, name)?.attributes.val ?? null;
}

/** Whether a property is on; undefined where nothing is said of it. */
export function switchOf(parent: XmlElement | null, name: string): boolean | undefined {
  const element = childOf(parent, name);
  return element ? !/^(?:0|false|off|none)$/.test(element.attributes.val ?? '') : undefined;
}

/** All text in an element, whatever holds it; codes of fields left out. */
export function textIn(element: XmlElement): string {
  if (element.name === 'instrText') return '';
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

/** The part's characters: UTF-8 or, by its byte order mark, UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(markedEncoding(bytes) ?? 'utf-8').decode(bytes);
}
