// The text behind the glyphs of a PDF. Where a font draws two characters with one glyph, browsers name the first of
// them: ⼈ for 人, so that nobody finds the word. Here each glyph gets the character that the page has.
import { deflateSync, inflateSync } from 'node:zlib';
import { ideographs } from '../text/ideographs.ts';

const MAP_REFERENCE = /\/ToUnicode (\d+) 0 R/g;
const LIST = /\d+ beginbf(char|range)\n([\s\S]*?)endbf\1/g;
const MOST_IN_LIST = 100;
/** Other characters that fonts draw alike, the lower code first. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['\u2003', '\u3000'],
  ['\u2012', '\u2013'],
  ['\u2035', '\uff40'],
  ['\u2215', '\uff0f'],
  ['\u2329', '\u3008'],
  ['\u232a', '\u3009'],
  ['\u301c', '\uff5e'],
]);

/** The same file with a supplement at its end that mends its text by the text of the page; as it is where nothing is wrong. */
export function withPageText(pdf: Uint8Array, page: string): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = file.toString('latin1');
  const onPage = new Set(page);
  const numbers = [...new Set([...text.matchAll(MAP_REFERENCE)].map(([, number]) => Number(number)))];
  const mended = numbers.flatMap((number) => {
    const map = streamOf(number, file, text);
    const better = map === null ? null : mendedMap(map, onPage);
    return better === null ? [] : [{ number, map: better }];
  });
  return mended.length === 0 ? pdf : withObjects(file, text, mended);
}

/** What an object of the file holds, or null where it isn't written as browsers write it. */
function streamOf(number: number, file: Buffer, text: string): string | null {
  const start = text.indexOf(`\n${number} 0 obj\n`);
  if (start < 0) return null;
  const head = /<<([^>]*)>>\s*stream\r?\n/y;
  head.lastIndex = start + `\n${number} 0 obj\n`.length;
  const found = head.exec(text);
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(found?.[1] ?? '')?.[1] ?? Number.NaN);
  if (!found || Number.isNaN(length)) return null;
  const content = file.subarray(head.lastIndex, head.lastIndex + length);
  try {
    return (/\/FlateDecode/.test(found[1] ?? '') ? inflateSync(content) : content).toString('latin1');
  } catch {
    return null;
  }
}

/** The map with the characters of the page, or null where it has them already. */
function mendedMap(map: string, onPage: ReadonlySet<string>): string | null {
  let isBetter = false;
  const result = map.replace(LIST, (list, kind: string, lines: string) => {
    const entries = kind === 'char' ? single(lines) : ranged(lines);
    const better = entries.map(({ code, text }) => ({ code, text: pageText(text, onPage) }));
    if (better.every(({ text }, i) => text === entries[i]?.text)) return list;
    isBetter = true;
    return listed(better);
  });
  return isBetter ? result : null;
}

interface Entry {
  /** In hexadecimal digits. */
  readonly code: string;
  readonly text: string;
}

function single(lines: string): readonly Entry[] {
  return [...lines.matchAll(/<(\w+)> <(\w+)>/g)].map(([, code = '', text = '']) => ({ code, text: fromHex(text) }));
}

function ranged(lines: string): readonly Entry[] {
  return [...lines.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)].flatMap(([, first = '', last = '', text = '']) => {
    const start = Number.parseInt(first, 16);
    const count = Math.min(Number.parseInt(last, 16) - start + 1, 0x10000);
    const base = fromHex(text).codePointAt(0) ?? 0;
    return Array.from({ length: count }, (_, i) => ({
      code: (start + i).toString(16).toUpperCase().padStart(first.length, '0'),
      text: String.fromCodePoint(base + i),
    }));
  });
}

function pageText(text: string, onPage: ReadonlySet<string>): string {
  if (onPage.has(text)) return text;
  const other = ALIKE.get(text) ?? ideographs(text);
  return onPage.has(other) ? other : text;
}

function listed(entries: readonly Entry[]): string {
  const lists: string[] = [];
  for (let i = 0; i < entries.length; i += MOST_IN_LIST) {
    const part = entries.slice(i, i + MOST_IN_LIST);
    const lines = part.map(({ code, text }) => `<${code}> <${toHex(text)}>\n`).join('');
    lists.push(`${part.length} beginbfchar\n${lines}endbfchar`);
  }
  return lists.join('\n');
}

function fromHex(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le');
}

function toHex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
}

/** An incremental update, as ISO 32000 has it: new objects, a table of their places, a trailer that names the old one. */
function withObjects(file: Buffer, text: string, objects: readonly { number: number; map: string }[]): Uint8Array {
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-2000));
  if (!trailer) return file;
  const parts: Buffer[] = [file];
  let at = file.length;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  const places: string[] = [];
  for (const { number, map } of objects) {
    const content = deflateSync(Buffer.from(map, 'latin1'));
    places.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    add(Buffer.from(`${number} 0 obj\n<</Filter /FlateDecode\n/Length ${content.length}>> stream\n`));
    add(content);
    add(Buffer.from('\nendstream\nendobj\n'));
  }
  const [, entries = '', before = ''] = trailer;
  const end = `xref\n${places.join('')}trailer\n<<${entries.trim()}\n/Prev ${before}>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
