import { type Decoded, decode } from '../decode.ts';

const HEAD = 4096;
const DECLARED =
  /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]{2,20})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{2,20})/i;
const GB = /^(?:gb|x-gbk|csgb|hz-gb|iso-ir-58|chinese)/i;
const UNICODE = /^(?:utf-?8|unicode)/i;

/**
 * The text of a page: by its byte order mark, else as it declares itself where its bytes bear that out, else as `decode` guesses.
 * GB2312 and GBK are read as GB18030, which holds both. Never throws.
 */
export function decodePage(bytes: Uint8Array): Decoded {
  const guess = decode(bytes);
  if (guess.encoding.startsWith('utf-16')) return guess;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const found = DECLARED.exec(head);
  const declared = found?.[1] ?? found?.[2] ?? '';
  // Bytes that are UTF-8 throughout are not GB by chance, whatever the page says; nor need the reader know that it said so.
  if (declared === '' || guess.encoding === 'utf-8' || UNICODE.test(declared)) return guess;
  if (GB.test(declared)) return { ...guess, notes: [] };
  try {
    return { text: new TextDecoder(declared).decode(bytes), encoding: guess.encoding, notes: [] };
  } catch {
    return guess;
  }
}
