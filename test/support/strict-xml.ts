/** An element with its children; text directly in it is in `text`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const TOKEN = /<\?[^?]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads XML as an office program does: throws at whatever isn't well-formed. No comments, CDATA or DTD. */
export function strictXml(xml: string): XmlElement {
  if (!LEGAL.test(xml)) throw new Error('a character that XML can not hold');
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' };
  const open = [root];
  let end = 0;
  for (const token of xml.matchAll(TOKEN)) {
    end = token.index + token[0].length;
    const [whole, closing, name, attributes = '', empty, text] = token;
    const parent = open.at(-1);
    if (!parent) throw new Error(`${whole} after the end`);
    if (closing !== undefined) {
      if (parent.name !== closing) throw new Error(`</${closing}> in <${parent.name}>`);
      open.pop();
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(element);
      if (empty === '') open.push(element);
    } else if (text !== undefined) parent.text += unescaped(text);
  }
  if (end !== xml.length) throw new Error(`not XML: ${xml.slice(end, end + 60)}`);
  const [document, ...others] = root.children;
  if (!document || others.length > 0 || open.length !== 1 || root.text.trim() !== '')
    throw new Error('not one element');
  return document;
}

/** The element and all below it, in order. */
export function* elementsIn(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* elementsIn(child);
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    unescaped(value),
  ]);
  if (new Set(found.map(([name]) => name)).size !== found.length) throw new Error(`an attribute twice:${text}`);
  return Object.fromEntries(found);
}

function unescaped(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> in text');
  return text.replace(/&([^;&]{0,8};?)/g, (whole, reference: string) => {
    const name = reference.slice(0, -1);
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
    const value = code
      ? String.fromCodePoint(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]))
      : ENTITIES[name];
    if (!reference.endsWith(';') || value === undefined || !LEGAL.test(value)) throw new Error(`a bare ${whole}`);
    return value;
  });
}
