import { filters, flate, type Taker } from './filters.ts';

const MEGABYTE = 1 << 20;
/** Of one stream when unpacked. A page of text has less than one megabyte, a whole Chinese font some twenty; pictures more. */
const LIMITS = { stream: 32 * MEGABYTE, picture: 160 * MEGABYTE, all: 256 * MEGABYTE };
const MOST_LAYERS = 3;
const DICTIONARY = 600;
const MOST_FILTERS = 8;
const STREAM = [...'stream'].map((letter) => letter.charCodeAt(0));
const [CARRIAGE_RETURN, LINE_FEED, LETTER_D] = [0x0d, 0x0a, 0x64];

class TooMuch extends Error {}

/**
 * Whether streams of a PDF file grow beyond all measure when unpacked, which pdf.js would do without a limit. Looks at every
 * stream with all filters that it names, and at packed data whatever the file says of them.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  let total = 0;
  try {
    for (const start of streamStarts(bytes)) {
      const dictionary = dictionaryBefore(bytes, start);
      const isPicture = /\/Subtype\s*\/Image/.test(dictionary);
      const grown = unpackedLength(bytes.subarray(start), dictionary, isPicture ? LIMITS.picture : LIMITS.stream);
      if (!isPicture) total += grown;
      if (total > LIMITS.all) return true;
    }
  } catch (error) {
    if (error instanceof TooMuch) return true;
    throw error;
  }
  return false;
}

/** Where data follow the word `stream`. */
function* streamStarts(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(STREAM[0] ?? 0); at >= 0; at = bytes.indexOf(STREAM[0] ?? 0, at + 1)) {
    if (bytes[at - 1] === LETTER_D || !STREAM.every((letter, i) => bytes[at + i] === letter)) continue;
    let start = at + STREAM.length;
    if (bytes[start] === CARRIAGE_RETURN) start++;
    if (bytes[start] === LINE_FEED) start++;
    yield start;
  }
}

/** What the file says of the stream, as far as it stands right before it. */
function dictionaryBefore(bytes: Uint8Array, start: number): string {
  const before = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, start - DICTIONARY), start));
  return before.slice(before.lastIndexOf(' obj'));
}

/** The names of the stream's filters, in order. */
function filtersNamed(dictionary: string): readonly string[] {
  const [, list = ''] = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary) ?? [];
  return [...list.matchAll(/\/(\w+)/g)].map(([, name = '']) => name).slice(0, MOST_FILTERS);
}

/** Whether data begin as zlib's do. */
function isPacked(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

/** How long the data are when unpacked, with all that they are between two filters. What is damaged counts as far as it goes. Throws `TooMuch`. */
function unpackedLength(data: Uint8Array, dictionary: string, limit: number): number {
  let length = 0;
  const count: Taker = ({ length: more }) => {
    length += more;
    if (length > limit) throw new TooMuch();
  };
  const named = filtersNamed(dictionary);
  const unknown = named.findIndex((name) => !filters.has(name));
  const used = (unknown < 0 ? named : named.slice(0, unknown)).flatMap((name) => filters.get(name) ?? []);
  if (used.length === 0 && !isPacked(data)) return 0;
  const end = unnamedLayers(MOST_LAYERS - used.length, count);
  used.reduceRight<Taker>((next, filter) => filter(both(count, next)), end)(data);
  return length;
}

function both(first: Taker, second: Taker): Taker {
  return (bytes) => {
    first(bytes);
    second(bytes);
  };
}

/** Takes data that may be packed again without being said so. */
function unnamedLayers(layers: number, count: Taker): Taker {
  let inner: Taker | null | undefined;
  return (bytes) => {
    if (inner === undefined) {
      inner = layers > 0 && isPacked(bytes) ? flate(both(count, unnamedLayers(layers - 1, count))) : null;
    }
    inner?.(bytes);
  };
}
