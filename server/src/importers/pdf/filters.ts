// What the filters of PDF streams make of bytes, piece by piece, so that whoever takes the pieces can stop at a limit.
import { Unzlib } from 'fflate';

/** Takes bytes as they come; may throw to stop whoever gives them. */
export type Taker = (bytes: Uint8Array) => void;

/** A filter that gives what it makes of the bytes to the next. Bytes after the end of its data, or after damage, make nothing. */
type Filter = (next: Taker) => Taker;

/** So much is unpacked before anybody looks at it; it can't grow by more than 1032 times. */
const SLICE = 1 << 12;
const [TILDE, LETTER_Z, GREATER, SPACE] = [0x7e, 0x7a, 0x3e, 0x20];

/** The filters whose output can be longer than a multiple of their input, or hide one that is, by their names in a file. */
export const filters: ReadonlyMap<string, Filter> = new Map([
  ['FlateDecode', flate],
  ['Fl', flate],
  ['LZWDecode', lzw],
  ['LZW', lzw],
  ['RunLengthDecode', runLength],
  ['RL', runLength],
  ['ASCII85Decode', ascii85],
  ['A85', ascii85],
  ['ASCIIHexDecode', asciiHex],
  ['AHx', asciiHex],
]);

/** Packed by zlib. */
export function flate(next: Taker): Taker {
  /** How many slices have become nothing: after the end of the packed data all do. */
  let idle = 0;
  let stopped: unknown = null;
  let isDamaged = false;
  const unzlib = new Unzlib((chunk) => {
    if (chunk.length === 0) return;
    idle = 0;
    try {
      next(chunk);
    } catch (error) {
      stopped = error;
      throw error;
    }
  });
  return (bytes) => {
    for (let at = 0; at < bytes.length && idle < 3 && !isDamaged; at += SLICE) {
      idle++;
      try {
        unzlib.push(bytes.subarray(at, at + SLICE));
      } catch {
        if (stopped) throw stopped;
        isDamaged = true;
      }
    }
  };
}

/** Collects bytes and hands them on in slices. */
class Slices {
  readonly #next: Taker;
  #slice = new Uint8Array(SLICE);
  #length = 0;

  constructor(next: Taker) {
    this.#next = next;
  }

  push(byte: number): void {
    this.#slice[this.#length++] = byte;
    if (this.#length === SLICE) this.flush();
  }

  flush(): void {
    if (this.#length === 0) return;
    const full = this.#slice.subarray(0, this.#length);
    this.#slice = new Uint8Array(SLICE);
    this.#length = 0;
    this.#next(full);
  }
}

function byByte(next: Taker, take: (byte: number, out: Slices) => boolean): Taker {
  const out = new Slices(next);
  let isOver = false;
  return (bytes) => {
    for (let i = 0; i < bytes.length && !isOver; i++) isOver = !take(bytes[i] ?? 0, out);
    out.flush();
  };
}

/** A length and as many bytes, or a length and a byte to repeat. */
function runLength(next: Taker): Taker {
  let literal = 0;
  let repeat = 0;
  return byByte(next, (byte, out) => {
    if (literal > 0) {
      literal--;
      out.push(byte);
    } else if (repeat > 0) {
      for (; repeat > 0; repeat--) out.push(byte);
    } else if (byte < 128) literal = byte + 1;
    else if (byte > 128) repeat = 257 - byte;
    else return false;
    return true;
  });
}

/** Four bytes as five letters, four zeros as one. */
function ascii85(next: Taker): Taker {
  let value = 0;
  let letters = 0;
  const give = (out: Slices, count: number): void => {
    for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) % 256);
    [value, letters] = [0, 0];
  };
  return byByte(next, (byte, out) => {
    if (byte <= SPACE) return true;
    if (byte === LETTER_Z && letters === 0) give(out, 4);
    else if (byte === TILDE || byte < 0x21 || byte > 0x75) {
      const left = letters;
      for (; letters > 0 && letters < 5; letters++) value = value * 85 + 84;
      give(out, Math.max(0, left - 1));
      return false;
    } else {
      value = value * 85 + byte - 0x21;
      if (++letters === 5) give(out, 4);
    }
    return true;
  });
}

function asciiHex(next: Taker): Taker {
  let high = -1;
  return byByte(next, (byte, out) => {
    if (byte <= SPACE) return true;
    const digit = byte === GREATER ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) return false;
    if (high >= 0) out.push(high * 16 + digit);
    high = high >= 0 ? -1 : digit;
    return true;
  });
}

const [CLEAR, END, FIRST, MOST_CODES] = [256, 257, 258, 4096];

/** Codes of nine to twelve bits, each a sequence that came before and one byte more. */
function lzw(next: Taker): Taker {
  const [prefix, last, first, lengths] = [0, 0, 0, 0].map(() => new Uint16Array(MOST_CODES));
  if (!prefix || !last || !first || !lengths) return () => {};
  for (let code = 0; code < CLEAR; code++) {
    [last[code], first[code], lengths[code]] = [code, code, 1];
  }
  let [bits, held, count, before] = [0, 0, FIRST, -1];
  const add = (code: number): void => {
    if (before >= 0 && count < MOST_CODES) {
      prefix[count] = before;
      first[count] = first[before] ?? 0;
      last[count] = code < count ? (first[code] ?? 0) : (first[before] ?? 0);
      lengths[count] = (lengths[before] ?? 0) + 1;
      count++;
    }
    before = code;
  };
  const give = (code: number, out: Slices): void => {
    const sequence = new Uint8Array(lengths[code] ?? 0);
    for (let at = sequence.length - 1, each = code; at >= 0; at--) {
      sequence[at] = last[each] ?? 0;
      each = prefix[each] ?? 0;
    }
    for (const byte of sequence) out.push(byte);
  };
  return byByte(next, (byte, out) => {
    held = (held << 8) | byte;
    bits += 8;
    const width = count + 1 >= 2048 ? 12 : count + 1 >= 1024 ? 11 : count + 1 >= 512 ? 10 : 9;
    if (bits < width) return true;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    held &= (1 << bits) - 1;
    if (code === END || code > count || (code === count && before < 0)) return false;
    if (code === CLEAR) [count, before] = [FIRST, -1];
    else {
      add(code);
      give(code, out);
    }
    return true;
  });
}
