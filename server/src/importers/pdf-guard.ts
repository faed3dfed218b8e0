import { Unzlib } from 'fflate';

const MEGABYTE = 1 << 20;
/** Of one stream when unpacked. A page of text has less than one megabyte, a whole Chinese font some twenty; pictures more. */
const LIMITS = { stream: 32 * MEGABYTE, picture: 160 * MEGABYTE, all: 256 * MEGABYTE };
/** So much of a stream is unpacked at a time; it can't grow by more than 1032 times. */
const SLICE = 1 << 12;
const MOST_LAYERS = 3;
const DICTIONARY = 600;
const STREAM = [...'stream'].map((letter) => letter.charCodeAt(0));
const [CARRIAGE_RETURN, LINE_FEED, LETTER_D] = [0x0d, 0x0a, 0x64];

class TooMuch extends Error {}

/**
 * Whether streams of a PDF file grow beyond all measure when unpacked, which pdf.js would do without a limit. Looks at every
 * packed stream, packed once or several times over, whatever the file says of it.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  let total = 0;
  try {
    for (const start of streamStarts(bytes)) {
      const picture = isPicture(bytes, start);
      const grown = unpackedLength(bytes.subarray(start), picture ? LIMITS.picture : LIMITS.stream);
      if (!picture) total += grown;
      if (total > LIMITS.all) return true;
    }
  } catch (error) {
    if (error instanceof TooMuch) return true;
    throw error;
  }
  return false;
}

/** Where packed data follow the word `stream`. */
function* streamStarts(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(STREAM[0] ?? 0); at >= 0; at = bytes.indexOf(STREAM[0] ?? 0, at + 1)) {
    if (bytes[at - 1] === LETTER_D || !STREAM.every((letter, i) => bytes[at + i] === letter)) continue;
    let start = at + STREAM.length;
    if (bytes[start] === CARRIAGE_RETURN) start++;
    if (bytes[start] === LINE_FEED) start++;
    if (isPacked(bytes, start)) yield start;
  }
}

/** Whether data begin as zlib's do. */
function isPacked(bytes: Uint8Array, at: number): boolean {
  const [method = 0, flags = 0] = [bytes[at], bytes[at + 1]];
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0;
}

function isPicture(bytes: Uint8Array, start: number): boolean {
  const before = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, start - DICTIONARY), start));
  return /\/Subtype\s*\/Image/.test(before.slice(before.lastIndexOf(' obj')));
}

/** How long packed data are when unpacked, with what is packed in them again. What is damaged counts as far as it goes. Throws `TooMuch`. */
function unpackedLength(packed: Uint8Array, limit: number): number {
  let length = 0;
  const layer = new Layer(MOST_LAYERS, (count) => {
    length += count;
    if (length > limit) throw new TooMuch();
  });
  layer.take(packed);
  return length;
}

/** Unpacks slice by slice, and what it becomes once more where that is packed too. */
class Layer {
  readonly #unzlib: Unzlib;
  #inner: Layer | null | undefined;
  /** How many slices have become nothing: after the end of the packed data all do. */
  #idle = 0;
  #damaged = false;

  constructor(layers: number, count: (bytes: number) => void) {
    this.#unzlib = new Unzlib((chunk) => {
      if (chunk.length === 0) return;
      this.#idle = 0;
      count(chunk.length);
      if (this.#inner === undefined)
        this.#inner = layers > 1 && isPacked(chunk, 0) ? new Layer(layers - 1, count) : null;
      this.#inner?.take(chunk);
    });
  }

  take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && this.#idle < 3 && !this.#damaged; at += SLICE) {
      this.#idle++;
      try {
        this.#unzlib.push(bytes.subarray(at, at + SLICE));
      } catch (error) {
        if (error instanceof TooMuch) throw error;
        this.#damaged = true;
      }
    }
  }
}
