import { notes } from './assembly-notes.ts';
import { markedEncoding } from './byte-order-mark.ts';
import type { ImportNote } from './source.ts';

/** Bytes read as text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** What to tell the user where the encoding is a guess; else empty. */
  readonly notes: readonly ImportNote[];
}

const SAMPLE = 4096;

/**
 * Reads bytes as UTF-8 (with or without byte order mark), as UTF-16 where a byte order mark or the zero bytes of Latin
 * letters and line breaks show it, else as GB18030, which holds GBK and GB2312. Never throws: bytes that no encoding has become U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markedEncoding(bytes);
  if (marked) return decoded(bytes, marked, false);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const wide = utf16Of(bytes);
    return wide ? decoded(bytes, wide, true) : { text, encoding: 'utf-8', notes: [] };
  } catch {
    const wide = utf16Of(bytes);
    return decoded(bytes, wide ?? 'gb18030', true);
  }
}

function decoded(bytes: Uint8Array, encoding: Decoded['encoding'], guessed: boolean): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, notes: guessed ? [notes.encoding(encoding.toUpperCase())] : [] };
}

/** UTF-16 without a mark: the zero bytes of spaces, digits and line breaks stand at odd or at even places alone. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = length / 100;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}
