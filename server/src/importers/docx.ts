// Word files: made ready, converted to HTML by mammoth, and read as a page.
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { readNumbering } from './docx-numbering.ts';
import { type PreparedText, prepareText, TextTooLarge } from './docx-text.ts';
import { readFragment } from './html.ts';
import { docxNotes, failures } from './notes.ts';
import type { ImportFailure, ImportNote, Source } from './source.ts';
import { unzip, type ZipEntry, ZipError, zipEntries } from './zip.ts';

const MEGABYTE = 1 << 20;
const MAX_PART = 12 * MEGABYTE;
/** Of the whole archive, as its directory claims. Pictures hardly shrink when packed, so a report stays far below. */
const MAX_UNPACKED = 512 * MEGABYTE;
const TEXT = /^word\/document\d*\.xml$/;
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/document\d*\.xml\.rels|styles\d*\.xml|document\d*\.xml))$/;
const MARGINS = /^word\/(?:header|footer)\d*\.xml$/;
const MAX_MARGINS = 12;

/**
 * Reads the text of a Word file: paragraphs with their automatic numbers, tables with merged cells, tracked changes as if
 * accepted. What is left out is said in notes. No part is unpacked beyond its limit, and no address in it is opened.
 */
export async function readDocx(bytes: Uint8Array): Promise<Source | ImportFailure> {
  try {
    return await readParts(bytes, zipEntries(bytes));
  } catch (error) {
    if (error instanceof ZipError) return error.reason === 'bomb' ? failures.zipBomb() : failures.damagedDocx();
    if (error instanceof TextTooLarge) return failures.tooMuchText();
    return failures.damagedDocx();
  }
}

async function readParts(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Source | ImportFailure> {
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MAX_UNPACKED) return failures.zipBomb();
  if (!entries.some(({ name }) => TEXT.test(name))) return failures.notDocx();
  const text = (name: RegExp): string => {
    const entry = entries.find((each) => name.test(each.name));
    return entry ? decodeXml(unzip(bytes, entry, MAX_PART)) : '';
  };
  const numbering = readNumbering(text(/^word\/numbering\d*\.xml$/), text(/^word\/styles\d*\.xml$/));
  const parts: Record<string, Uint8Array> = {};
  let prepared: PreparedText | null = null;
  for (const entry of entries) {
    if (!PARTS.test(entry.name)) continue;
    const part = unzip(bytes, entry, MAX_PART);
    prepared = TEXT.test(entry.name) ? prepareText(decodeXml(part), numbering) : prepared;
    parts[entry.name] = TEXT.test(entry.name) && prepared ? strToU8(prepared.xml) : part;
  }
  const page = readFragment(await toHtml(parts));
  if (page.blocks.length === 0 && page.notes.length > 0) return failures.tooMuchText();
  const margins = marginTexts(bytes, entries);
  return { blocks: page.blocks, notes: [...page.notes, ...(prepared ? notesOf(prepared) : []), ...margins] };
}

/** In Node mammoth takes a `buffer`, in browsers an `arrayBuffer`; each overlooks the other. */
async function toHtml(parts: Record<string, Uint8Array>): Promise<string> {
  const packed = zipSync(parts, { level: 0 });
  const arrayBuffer = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer;
  const input = { arrayBuffer, buffer: packed };
  return (await mammoth.convertToHtml(input, { includeEmbeddedStyleMap: false })).value;
}

/** XML is in UTF-8 or, by its byte order mark, in UTF-16. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function notesOf({ textBoxes, images, references, deletions, numbers }: PreparedText): readonly ImportNote[] {
  return [
    ...(numbers > 0 ? [docxNotes.numbering(numbers)] : []),
    ...(textBoxes.length > 0 ? [docxNotes.textBoxes(textBoxes)] : []),
    ...(images > 0 ? [docxNotes.images(images)] : []),
    ...(references > 0 ? [docxNotes.footnotes(references)] : []),
    ...(deletions > 0 ? [docxNotes.deletions(deletions)] : []),
  ];
}

/** A note where headers or footers hold more than page numbers. */
function marginTexts(bytes: Uint8Array, entries: readonly ZipEntry[]): readonly ImportNote[] {
  const margins = entries.filter(({ name }) => MARGINS.test(name)).slice(0, MAX_MARGINS);
  const texts = margins.map((entry) => decodeXml(unzip(bytes, entry, MEGABYTE)).replace(/<[^<>]*>/g, ''));
  return texts.some((text) => /\p{L}{2}/u.test(text.replace(/PAGE|NUMPAGES|MERGEFORMAT|第|页|共/g, '')))
    ? [docxNotes.margins()]
    : [];
}
