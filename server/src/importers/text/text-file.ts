import { notes as ownNotes } from '../assembly-notes.ts';
import { decode } from '../decode.ts';
import { readHtml } from '../html/html.ts';
import { holdsTags } from '../kinds.ts';
import type { Block, ImportFailure, Source } from '../source.ts';
import { type PackedText, packedTexts } from './packed-text.ts';
import { readText } from './text-source.ts';

/** Reads a file of text, in whatever encoding and shape, or of JSON with the text in it. Fails where it is empty or longer than any report. */
export function readTextFile(bytes: Uint8Array): Source | ImportFailure {
  const { text, notes } = decode(bytes);
  const packed = packedTexts(text);
  const source = packed ? readPacked(packed) : readText(text);
  return 'failure' in source ? source : { ...source, notes: [...notes, ...source.notes] };
}

/** Texts as the source that they are together, each a page or a text below its title. */
function readPacked(texts: readonly PackedText[]): Source | ImportFailure {
  if (!texts.some(({ text }) => holdsTags(text))) {
    const source = readText(
      texts.map(({ title, text }) => (title === null ? text : `${title}\n\n${text}`)).join('\n\n'),
    );
    return 'failure' in source ? source : { ...source, notes: [ownNotes.packed(), ...source.notes] };
  }
  const sources = texts.map(({ title, text }) => ({
    title,
    source: holdsTags(text) ? readHtml(text) : readText(text),
  }));
  const failed = sources.find(({ source }) => 'failure' in source)?.source;
  if (failed && 'failure' in failed && sources.length === 1) return failed;
  return {
    blocks: sources.flatMap(({ title, source }): readonly Block[] => {
      if ('failure' in source) return [];
      const isThere = source.blocks.some((block) => block.kind === 'paragraph' && block.text === title);
      return [...(title === null || isThere ? [] : [{ kind: 'paragraph' as const, text: title }]), ...source.blocks];
    }),
    notes: [ownNotes.packed(), ...sources.flatMap(({ source }) => ('failure' in source ? [] : source.notes))],
  };
}
