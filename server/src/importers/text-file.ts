import { maxFileSize } from '../text/limits.ts';
import { decode } from './decode.ts';
import { failures } from './notes.ts';
import type { ImportFailure, Source } from './source.ts';
import { readText } from './text-source.ts';

/** Reads a file of text, in whatever encoding and shape. Fails where it is empty or longer than any report. */
export function readTextFile(bytes: Uint8Array): Source | ImportFailure {
  const { text, notes } = decode(bytes);
  if (text.trim() === '') return failures.empty();
  if (text.length > maxFileSize) return failures.tooMuchText();
  const source = readText(text);
  return { blocks: source.blocks, notes: [...notes, ...source.notes] };
}
