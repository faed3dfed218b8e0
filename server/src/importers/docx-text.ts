import { Parser } from 'htmlparser2';
import { escaped } from '../text/escape.ts';
import { localName, type Numbering } from './docx-numbering.ts';
import { spanOf } from './grid.ts';

/** A Word text made ready for conversion, and what was taken out of it. */
export interface PreparedText {
  readonly xml: string;
  readonly textBoxes: readonly string[];
  readonly images: number;
  readonly references: number;
  readonly deletions: number;
  readonly numbers: number;
}

/** Word's text is nested more deeply, or has more elements, than any report. */
export class TextTooLarge extends Error {}

const MAX_DEPTH = 300;
const MAX_ELEMENTS = 200_000;
const PICTURES: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);
const REFERENCES: ReadonlySet<string> = new Set(['footnoteReference', 'endnoteReference', 'commentReference']);
const DELETIONS: ReadonlySet<string> = new Set(['del', 'moveFrom']);
/** Elements whose content counts although the converter would drop it with them. */
const WRAPPERS: ReadonlySet<string> = new Set(['fldSimple', 'dir', 'bdo', 'ruby', 'rubyBase']);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Prepares `word/document.xml`: automatic numbers become text, fields keep what they show, rows that begin further right
 * get the cells that they lack; pictures, text boxes and references are taken out and counted. Linear; throws `TextTooLarge`.
 */
export function prepareText(xml: string, numbering: Numbering): PreparedText {
  const pass = new Pass(numbering);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => pass.open(name, attributes, parser.startIndex, parser.endIndex + 1),
      ontext: (text) => pass.text(text),
      onclosetag: (name) => pass.close(name, parser.startIndex, parser.endIndex + 1),
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return { ...pass.found(), xml: edited(xml, pass.edits) };
}

function edited(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    if (start < at) continue;
    parts.push(xml.slice(at, start), text);
    at = end;
  }
  return [...parts, xml.slice(at)].join('');
}

interface Paragraph {
  style: string | null;
  list: string | null;
  level: number | null;
}

class Pass {
  readonly edits: Edit[] = [];
  readonly #numbering: Numbering;
  readonly #textBoxes: string[] = [];
  #images = 0;
  #references = 0;
  #deletions = 0;
  #numbers = 0;
  #depth = 0;
  #elements = 0;
  /** The picture or reference that is being taken out. */
  #cut: { readonly start: number; readonly depth: number; readonly isReference: boolean; hasText: boolean } | null =
    null;
  #box: string[] | null = null;
  #boxDepth = 0;
  #fallbackDepth = 0;
  /** The properties of the paragraph that we are in, while they are being read. */
  #paragraph: Paragraph | null = null;
  #propertiesDepth = 0;
  #changeDepth = 0;
  #cellsBefore = 0;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  found(): Omit<PreparedText, 'xml'> {
    return {
      textBoxes: this.#textBoxes,
      images: this.#images,
      references: this.#references,
      deletions: this.#deletions,
      numbers: this.#numbers,
    };
  }

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    if (++this.#depth > MAX_DEPTH || ++this.#elements > MAX_ELEMENTS) throw new TextTooLarge();
    const local = localName(name);
    if (local === 'Fallback' && this.#fallbackDepth === 0) this.#fallbackDepth = this.#depth;
    if (this.#cut) this.#openInPicture(local);
    else if (PICTURES.has(local) || REFERENCES.has(local)) {
      this.#cut = { start, depth: this.#depth, isReference: REFERENCES.has(local), hasText: false };
    } else if (this.#paragraph) this.#property(local, attributes);
    else this.#openInText(local, attributes, start, end);
  }

  #openInText(local: string, attributes: Readonly<Record<string, string>>, start: number, end: number): void {
    if (local === 'pPr') {
      this.#paragraph = { style: null, list: null, level: null };
      this.#propertiesDepth = this.#depth;
    } else if (local === 'gridBefore') this.#cellsBefore = spanOf(valAttribute(attributes) ?? undefined, 'columns');
    else if (DELETIONS.has(local)) this.#deletions++;
    else if (WRAPPERS.has(local)) this.edits.push({ start, end, text: '' });
  }

  #openInPicture(local: string): void {
    if (local !== 'txbxContent' || this.#box) return;
    this.#box = [];
    this.#boxDepth = this.#depth;
  }

  #property(local: string, attributes: Readonly<Record<string, string>>): void {
    if (/Change$/.test(local) && this.#changeDepth === 0) this.#changeDepth = this.#depth;
    if (this.#changeDepth > 0 || !this.#paragraph) return;
    const value = valAttribute(attributes);
    if (local === 'pStyle') this.#paragraph.style = value;
    else if (local === 'numId') this.#paragraph.list = value;
    else if (local === 'ilvl' && value !== null) this.#paragraph.level = Number(value);
  }

  text(text: string): void {
    this.#box?.push(text);
  }

  close(name: string, start: number, end: number): void {
    const local = localName(name);
    const depth = this.#depth--;
    if (this.#changeDepth === depth) this.#changeDepth = 0;
    if (this.#box && this.#boxDepth === depth) this.#closeBox();
    if (this.#cut?.depth === depth) this.#closePicture(end);
    else if (!this.#cut && this.#paragraph && this.#propertiesDepth === depth) this.#closeProperties(name, end);
    else if (!this.#cut && !this.#paragraph) this.#closeInText(local, name, start, end);
    if (this.#fallbackDepth === depth) this.#fallbackDepth = 0;
  }

  #closeInText(local: string, name: string, start: number, end: number): void {
    if (WRAPPERS.has(local)) this.edits.push({ start, end, text: '' });
    if (local !== 'trPr' || this.#cellsBefore === 0) return;
    const w = name.slice(0, -local.length);
    const span = `<${w}tcPr><${w}gridSpan ${w}val="${this.#cellsBefore}"/></${w}tcPr>`;
    this.edits.push({ start: end, end, text: `<${w}tc>${span}<${w}p/></${w}tc>` });
    this.#cellsBefore = 0;
  }

  #closeBox(): void {
    const text = this.#box?.join('').replace(/\s+/g, ' ').trim() ?? '';
    this.#box = null;
    if (this.#cut && text !== '') this.#cut.hasText = true;
    // The same box stands again in the fallback for older programs.
    if (text !== '' && this.#fallbackDepth === 0) this.#textBoxes.push(text);
  }

  #closePicture(end: number): void {
    if (!this.#cut) return;
    this.edits.push({ start: this.#cut.start, end, text: '' });
    if (this.#cut.isReference) this.#references++;
    else if (!this.#cut.hasText && this.#fallbackDepth === 0) this.#images++;
    this.#cut = null;
  }

  #closeProperties(name: string, end: number): void {
    const { style = null, list = null, level = null } = this.#paragraph ?? {};
    this.#paragraph = null;
    const number = this.#numbering.next({ list, level }, style);
    if (number === '') return;
    this.#numbers++;
    const w = name.slice(0, -'pPr'.length);
    const run = `<${w}r><${w}t xml:space="preserve">${escaped(number)}</${w}t></${w}r>`;
    this.edits.push({ start: end, end, text: run });
  }
}

function valAttribute(attributes: Readonly<Record<string, string>>): string | null {
  return Object.entries(attributes).find(([key]) => localName(key) === 'val')?.[1] ?? null;
}
