// PDF files: texts and ruled lines by pdf.js, put together by their places on the page.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { failures, pdfNotes } from '../notes.ts';
import type { Resources } from '../resources.ts';
import { holdsTable, isSign } from '../signs.ts';
import type { ImportFailure, ImportNote, Source } from '../source.ts';
import { readText } from '../text/text-source.ts';
import { lettersInColumns } from './columns.ts';
import type { Commands } from './drawing.ts';
import { flowOf } from './flow.ts';
import { isPdfBomb } from './guard.ts';
import { type DrawingLimits, PageReader, reportLimits, TooMuchDrawn } from './limits.ts';
import { asMatrix, type PdfPage, wordsOf } from './page.ts';
import { rulingsOf } from './rulings.ts';

type Pdfjs = typeof import('pdfjs-dist');

const MAX_PAGES = 200;
const MAX_WORDS = 200_000;
/** Fewer characters beside pictures are a stamp on a scan. */
const LEAST_TEXT = 20;
/** Larger pictures aren't decoded; none of them is needed. */
const MAX_IMAGE = 64;
const UNREADABLE = /[\ufffd\ue000-\uf8ff]/g;

/**
 * Reads the text of a PDF file: tables by their ruled lines, paragraphs by the edges of the text. No network, no fonts of the
 * machine, no scripts; the character maps of Chinese fonts come from `resources`.
 */
export async function readPdf(
  bytes: Uint8Array,
  resources: Resources,
  limits: DrawingLimits = reportLimits,
): Promise<Source | ImportFailure> {
  if (isPdfBomb(bytes)) return failures.pdfBomb();
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself.
    data: new Uint8Array(bytes),
    BinaryDataFactory: binaryData(resources),
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MAX_IMAGE,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  } as Parameters<Pdfjs['getDocument']>[0]);
  try {
    return await readDocument(await task.promise, new PageReader(limits), pdfjs);
  } catch (error) {
    if (error instanceof TooMuchDrawn) return failures.tooMuchText();
    return isNamed(error, 'PasswordException') ? failures.lockedPdf() : failures.damagedPdf();
  } finally {
    // What was left in the midst of its work would be waited for without end.
    task.destroy().catch(() => {});
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  reader: PageReader,
  pdfjs: Pdfjs,
): Promise<Source | ImportFailure> {
  if (document.numPages > MAX_PAGES) return failures.tooManyPages(MAX_PAGES);
  const pages: PdfPage[] = [];
  let words = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const read = await readPage(page, reader, pdfjs);
    page.cleanup();
    words += read.words.length;
    if (words > MAX_WORDS) return failures.tooMuchText();
    pages.push(read);
  }
  const text = pages.flatMap((page) => page.words.map((word) => word.text)).join('');
  const least = pages.some(({ hasPictures }) => hasPictures) ? LEAST_TEXT : 1;
  if (text.length < least) return failures.scannedPdf();
  const { blocks, lines, margins } = flowOf(pages);
  const notes = notesOf(pages, text, margins);
  const isRuled = blocks.some((block) => block.kind === 'row' && isSign(block));
  if (isRuled || !holdsTable(text)) return { blocks, notes };
  // Tables without ruled lines are put in order as those of a text are.
  const source = readText(lines.join('\n'));
  if ('failure' in source) return source;
  return { blocks: source.blocks, notes: [...notes, ...source.notes, pdfNotes.unruledTables()] };
}

function notesOf(pages: readonly PdfPage[], text: string, margins: number): readonly ImportNote[] {
  const pictures = pages.flatMap((page, i) => (page.words.length === 0 && page.hasPictures ? [i + 1] : []));
  const unreadable = text.match(UNREADABLE)?.length ?? 0;
  return [
    ...(margins > 0 ? [pdfNotes.pageMarks(margins)] : []),
    ...(pictures.length > 0 ? [pdfNotes.emptyPages(pictures)] : []),
    ...(unreadable > 0 ? [pdfNotes.unreadableText(unreadable)] : []),
  ];
}

async function readPage(page: PDFPageProxy, reader: PageReader, pdfjs: Pdfjs): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = asMatrix(transform);
  // What is drawn comes first: its commands are counted, and the text has no more than they.
  const drawn = await reader.drawing(page, pdfjs.AnnotationMode.DISABLE);
  const text = await reader.text(page);
  const items = text.items.filter((item) => item.str.trim() !== '' && text.styles[item.fontName]?.vertical !== true);
  const commands = commandsOf(pdfjs);
  const { across, down } = rulingsOf(drawn, view, commands);
  const images = new Set([
    pdfjs.OPS.paintImageXObject,
    pdfjs.OPS.paintInlineImageXObject,
    pdfjs.OPS.paintImageMaskXObject,
  ]);
  return {
    width,
    height,
    words: [...items.flatMap((item) => wordsOf(item, view)), ...lettersInColumns(drawn, view, commands)],
    across,
    down,
    hasPictures: drawn.commands.some((command) => images.has(command)),
  };
}

function commandsOf({ OPS }: Pdfjs): Commands {
  const stroke = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  return { ...OPS, stroke };
}

/** What pdf.js asks for character maps; it asks for fonts and decoders as well, which reading text doesn't need. */
function binaryData(resources: Resources): new () => { fetch: (wanted: Wanted) => Promise<Uint8Array> } {
  return class {
    async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
      const bytes = kind === 'cMapUrl' ? await resources.characterMap(filename) : null;
      if (!bytes) throw new Error(`no ${filename}`);
      return bytes;
    }
  };
}

interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

let loading: Promise<Pdfjs> | null = null;

/** pdf.js and its worker, which here works without a thread of its own. */
function loadPdfjs(): Promise<Pdfjs> {
  loading ??= quietly(async () => {
    const [pdfjs, worker] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      // @ts-expect-error The package has no types for it.
      import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    ]);
    Object.assign(globalThis, { pdfjsWorker: worker });
    return pdfjs;
  });
  return loading;
}

/** While it loads, pdf.js warns that it won't be able to draw. */
async function quietly<Value>(load: () => Promise<Value>): Promise<Value> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
