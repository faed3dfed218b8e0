import type { Localized } from '../text/language.ts';
import { markedEncoding } from './byte-order-mark.ts';
import { isWordArchive } from './docx/archive.ts';
import { failures } from './notes.ts';
import type { ImportFailure } from './source.ts';
import { type ZipEntry, ZipError, zipEntries } from './zip.ts';

/** The kinds of files that can be imported. */
export const kinds = ['text', 'html', 'docx', 'pdf'] as const;
export type Kind = (typeof kinds)[number];

const HEAD = 4096;
const HTML_EXTENSION = /\.(?:x?html?|s?html?|mhtml?|aspx?|jspx?|php)$/i;
const TAGS =
  /<(?:!doctype\s+html|html|head|meta|body|table|tbody|tr|td|div|p|span|h[1-6]|article|section|style|link)[\s>/]/i;
const MARKUP_START = /^\s*(?:<|Version:\d)/;

interface Signature {
  readonly bytes: readonly (number | null)[];
  readonly what: Localized;
}

const picture: Localized = { zh: '图片', en: 'a picture' };
const archive: Localized = { zh: '压缩包', en: 'an archive' };

/** What is often renamed or chosen by mistake, by its first bytes. */
const signatures: readonly Signature[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: picture },
  { bytes: [0xff, 0xd8, 0xff], what: picture },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: picture },
  { bytes: [0x42, 0x4d, null, null, null, null, 0, 0, 0, 0], what: picture },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: picture },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: picture },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: picture },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: archive },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: archive },
  { bytes: [0x1f, 0x8b], what: archive },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: { zh: '程序', en: 'a program' } },
  { bytes: [0x4d, 0x5a, null, 0x00], what: { zh: '程序', en: 'a program' } },
];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

/** Other formats that are archives, by a file in them. */
const packed: readonly { readonly file: RegExp; readonly what: Localized }[] = [
  { file: /^xl\/workbook/, what: { zh: 'Excel 表格', en: 'an Excel workbook' } },
  { file: /^ppt\/presentation/, what: { zh: '演示文稿', en: 'a presentation' } },
  {
    file: /^OFD\.xml$/i,
    what: { zh: 'OFD 文件（请用阅读器另存为 PDF 或 Word）', en: 'an OFD file (save it as PDF or Word)' },
  },
  { file: /^content\.xml$/, what: { zh: 'ODT 文件（请另存为 .docx）', en: 'an ODT file (save it as .docx)' } },
];

/**
 * What a file is, by its content and where that leaves it open by its name. A failure says what it is instead, and what to do.
 * Reads the first bytes, and the directory of an archive.
 */
export function kindOf(bytes: Uint8Array, name: string): Kind | ImportFailure {
  if (bytes.length === 0) return failures.empty();
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return kindOfArchive(bytes);
  if (startsWith(bytes, OLD_OFFICE)) return oldOffice(bytes);
  const known = signatures.find((signature) => startsWith(bytes, signature.bytes));
  if (known) return failures.notImportable(known.what);
  const head = headText(bytes);
  if (/^[\s\S]{0,1024}?%PDF-/.test(head)) return 'pdf';
  if (head.startsWith('{\\rtf'))
    return failures.notImportable({
      zh: 'RTF 文件（请用 Word 或 WPS 另存为 .docx）',
      en: 'an RTF file (save it as .docx)',
    });
  if (/^(?:From:[^\n]*\n|[A-Z][\w-]+:[^\n]*\n){0,8}MIME-Version:/i.test(head))
    return failures.notImportable({
      zh: '单个文件网页（请用 Word 或浏览器另存为 .docx 或 .html）',
      en: 'a web archive (save it as .docx or .html)',
    });
  if ((MARKUP_START.test(head) && TAGS.test(head)) || HTML_EXTENSION.test(name)) return 'html';
  return /\0/.test(head) && !markedEncoding(bytes) ? failures.notText() : 'text';
}

/** Whether a text holds elements of HTML. */
export function holdsTags(text: string): boolean {
  return TAGS.test(text);
}

function startsWith(bytes: Uint8Array, start: readonly (number | null)[]): boolean {
  return start.every((byte, i) => byte === null || bytes[i] === byte);
}

/** The beginning of a file, each byte as a character; in UTF-16 each pair of bytes. */
function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  const marked = markedEncoding(head);
  if (marked) return new TextDecoder(marked).decode(head);
  const text = new TextDecoder('latin1').decode(head);
  return text.startsWith('ï»¿') ? text.slice(3) : text;
}

function kindOfArchive(bytes: Uint8Array): Kind | ImportFailure {
  let entries: readonly ZipEntry[];
  try {
    entries = zipEntries(bytes);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return error.reason === 'bomb' ? failures.zipBomb() : failures.damagedDocx();
  }
  if (isWordArchive(entries)) return 'docx';
  const other = packed.find(({ file }) => entries.some(({ name }) => file.test(name)));
  return other ? failures.notImportable(other.what) : failures.notDocx();
}

/** Word, WPS, Excel and PowerPoint before 2007, and Office files with a password, by the names of the streams in them. */
function oldOffice(bytes: Uint8Array): ImportFailure {
  if (holdsStream(bytes, 'EncryptedPackage')) return failures.lockedWord();
  if (holdsStream(bytes, 'Workbook')) return failures.notImportable({ zh: 'Excel 表格', en: 'an Excel workbook' });
  if (holdsStream(bytes, 'PowerPoint Document'))
    return failures.notImportable({ zh: '演示文稿', en: 'a presentation' });
  return failures.oldWord();
}

/** Stream names stand in UTF-16, each at the beginning of an entry of 128 bytes in a sector of the directory. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === wanted[0] && wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
