// The rows of a workbook's first sheet as texts.
import { append } from '../text/lists.ts';
import { parseXml, type XmlElement } from './docx/xml.ts';
import { unzip, type ZipEntry, zipEntries } from './zip.ts';

const LIMIT = 32 << 20;
const MOST_ROWS = 20_000;

/** Row by row the texts of the cells, '' for what is between; null where the bytes are no workbook that can be read. */
export function xlsxRows(bytes: Uint8Array): readonly (readonly string[])[] | null {
  try {
    const entries = zipEntries(bytes);
    const sheet = entries.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort(byName)[0];
    if (!sheet) return null;
    const strings = entries.find(({ name }) => name === 'xl/sharedStrings.xml');
    const shared = strings ? elementsOf(xmlOf(bytes, strings), 'si').map(textOf) : [];
    const rows = elementsOf(xmlOf(bytes, sheet), 'row').slice(0, MOST_ROWS);
    return rows.map((row) => cellsOf(row, shared));
  } catch {
    return null;
  }
}

function byName(a: ZipEntry, b: ZipEntry): number {
  return a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
}

function xmlOf(bytes: Uint8Array, entry: ZipEntry): XmlElement {
  return parseXml(new TextDecoder().decode(unzip(bytes, entry, LIMIT)));
}

function cellsOf(row: XmlElement, shared: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const cell of elementsOf(row, 'c')) {
    const at = columnOf(cell.attributes.r ?? '') ?? texts.length;
    while (texts.length < Math.min(at, 200)) texts.push('');
    const text = textOf(cell);
    texts[at] = (cell.attributes.t === 's' ? (shared[Number(text)] ?? '') : text).trim();
  }
  return texts;
}

/** The zero-based column of a reference such as `AB12`; null for none. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const left: XmlElement[] = [element];
  for (let next = left.pop(); next; next = left.pop()) {
    if (next.name === name) found.push(next);
    else append(left, next.children.filter((child) => typeof child !== 'string').reverse());
  }
  return found;
}

function textOf({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? child : child.name === 'rPh' ? '' : textOf(child)))
    .join('');
}
