import { decode } from './decode.ts';
import type { ImportFailure, Source } from './source.ts';
import { readText } from './text-source.ts';

/** Reads a file of text, in whatever encoding and shape. Fails where it is empty or longer than any report. */
export function readTextFile(bytes: Uint8Array): Source | ImportFailure {
  const { text, notes } = decode(bytes);
  const source = readText(text);
  return 'failure' in source ? source : { ...source, notes: [...notes, ...source.notes] };
}
