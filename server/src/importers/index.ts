// The formats that reports come in. Each is read into paragraphs and rows, and all are put in order the same way.
import type { LabelStyle } from '../forms/labels.ts';
import type { Kind } from './kinds.ts';
import { noResources, type Resources } from './resources.ts';
import type { Imported, ImportFailure, Source } from './source.ts';

/** The bytes beyond which a file isn't read. Reports with many photographs have some ten million. */
export const maxImportSize = 64 << 20;
/** The same for pages and texts, which are all text. */
const MAX_TEXT = 16 << 20;

/** One format; what it needs is loaded when the first file of it is read. */
interface Importer {
  readonly id: Kind;
  /** Reads a file into blocks, or says why it can't. Never throws, whatever the bytes. */
  readonly read: (bytes: Uint8Array, resources: Resources) => Promise<Source | ImportFailure>;
}

const importers: readonly Importer[] = [
  { id: 'text', read: async (bytes) => (await import('./text/text-file.ts')).readTextFile(bytes) },
  { id: 'html', read: async (bytes) => (await import('./html/html.ts')).readPageFile(bytes) },
  { id: 'docx', read: async (bytes) => (await import('./docx/docx.ts')).readDocx(bytes) },
  { id: 'pdf', read: async (bytes, resources) => (await import('./pdf/pdf.ts')).readPdf(bytes, resources) },
];

export interface ImportOptions {
  /** The file's name, which decides where the content leaves it open. */
  readonly name?: string;
  /** The format, where the user knows better than the content tells. */
  readonly from?: Kind;
  readonly resources?: Resources;
  /** The labels of its tables; the canonical ones where not given. */
  readonly labels?: LabelStyle;
}

/** A foreign report as markup, or why it can't be one. Never throws, whatever the bytes. */
export async function importReport(bytes: Uint8Array, options: ImportOptions = {}): Promise<Imported | ImportFailure> {
  const { failures } = await import('./notes.ts');
  if (bytes.length === 0) return failures.empty();
  if (bytes.length > maxImportSize) return failures.tooLarge(maxImportSize >> 20);
  const kind = options.from ?? (await import('./kinds.ts')).kindOf(bytes, options.name ?? '');
  if (typeof kind !== 'string') return kind;
  if ((kind === 'text' || kind === 'html') && bytes.length > MAX_TEXT) return failures.tooMuchText();
  const importer = importers.find(({ id }) => id === kind);
  const source = importer ? await importer.read(bytes, options.resources ?? noResources) : failures.notText();
  return 'failure' in source
    ? source
    : (await import('./assembly/several-reports.ts')).assembleAll(source, options.labels);
}
