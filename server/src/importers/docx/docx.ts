// Word files: their text as paragraphs and rows, from the XML itself.

import { GridTooLarge } from '../grid.ts';
import { failures } from '../notes.ts';
import type { ImportFailure, ImportNote, Source } from '../source.ts';
import { ZipError, zipEntries } from '../zip.ts';
import { isWordArchive } from './archive.ts';
import { type BodyText, readBody } from './body.ts';
import { docxNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import { wordParts } from './parts.ts';
import { readStyles } from './styles.ts';
import { childOf, TextTooLarge } from './xml.ts';

/** Of the whole archive, as its directory claims. Pictures hardly shrink when packed, so a report stays far below. */
const MAX_UNPACKED = 512 << 20;

/**
 * Reads the text of a Word file as its reader sees it: paragraphs with their automatic numbers, tables with merged cells,
 * tracked changes as if accepted. What is left out is said in notes. No part is unpacked beyond its limit, and no address
 * in it is opened.
 */
export function readDocx(bytes: Uint8Array): Source | ImportFailure {
  try {
    return readArchive(bytes);
  } catch (error) {
    if (error instanceof ZipError && error.reason === 'bomb') return failures.zipBomb();
    if (error instanceof TextTooLarge || error instanceof GridTooLarge) return failures.tooMuchText();
    return failures.damagedDocx();
  }
}

function readArchive(bytes: Uint8Array): Source | ImportFailure {
  const entries = zipEntries(bytes);
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED) return failures.zipBomb();
  const parts = isWordArchive(entries) ? wordParts(bytes, entries) : null;
  if (!parts) return failures.notDocx();
  const body = childOf(parts.document, 'body');
  if (!body) return failures.damagedDocx();
  const styles = readStyles(parts.styles);
  const text = readBody(body, styles, readNumbering(parts.numbering, styles));
  return { blocks: text.blocks, notes: [...notesOf(text), ...marginNotes(parts.margins)] };
}

function notesOf({ numbers, boxes, omissions }: BodyText): readonly ImportNote[] {
  return [
    ...(numbers > 0 ? [docxNotes.numbering(numbers)] : []),
    ...(boxes.length > 0 ? [docxNotes.textBoxes(boxes.length, boxes)] : []),
    ...omissions.notes(),
  ];
}

/** A note where headers or footers hold more than page numbers. */
function marginNotes(margins: readonly string[]): readonly ImportNote[] {
  const texts = margins.map((margin) => margin.replace(/<[^<>]*>/g, ''));
  return texts.some((text) => /\p{L}{2}/u.test(text.replace(/PAGE|NUMPAGES|MERGEFORMAT|第|页|共/g, '')))
    ? [docxNotes.margins()]
    : [];
}
