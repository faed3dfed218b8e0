// Exporting for the editor: a report as the content of a file, and how many errors it has.

import type { RuleSettings } from '../analysis/settings.ts';
import { exporters } from '../exporters/index.ts';
import type { Language, Localized } from '../text/language.ts';
import { maxFileSize } from '../text/limits.ts';
import type { Snapshot } from './snapshot.ts';

export interface ExportOptions {
  /** The id of an exporter, or `pdf`. */
  readonly format: string;
  readonly settings: RuleSettings;
  readonly language: Language;
  /** Prints the page of a report; null where nothing can. */
  readonly printPdf: PrintPdf | null;
}

/** The page as a PDF, or why not. */
export type PrintPdf = (page: string) => Promise<Uint8Array | Localized>;

export interface ExportedFile {
  /** As it is, or in base64 where the format isn't text. */
  readonly content: string;
  readonly encoding: 'text' | 'base64';
  /** With its dot. */
  readonly extension: string;
  readonly errors: number;
}

const BYTE_ORDER_MARK = '\ufeff';
const CHUNK = 0x8000;

const failures = {
  tooLarge: {
    zh: `文件超过 ${maxFileSize / 1_000_000} MB，不像一份年报，没有导出。`,
    en: `The file is over ${maxFileSize / 1_000_000} MB; it was not exported.`,
  },
  unknown: { zh: '没有这种导出格式。', en: 'There is no such format.' },
  noPrinter: {
    zh: '在浏览器里运行的 VS Code 不能直接生成 PDF。请导出网页（HTML），用浏览器打开后打印成 PDF。',
    en: "VS Code in a browser can't make a PDF. Export a web page (HTML), open it in the browser and print it as PDF.",
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** The file, or why there is none. Errors in the report are counted and stop nothing. */
export async function exportedFile(
  snapshot: Snapshot,
  { format, settings, language, printPdf }: ExportOptions,
): Promise<ExportedFile | { readonly failure: string }> {
  if (snapshot.tooLarge) return { failure: failures.tooLarge[language] };
  const written = await contentOf(snapshot, format, printPdf);
  if ('zh' in written) return { failure: written[language] };
  const { content, extension } = written;
  return {
    ...(typeof content === 'string'
      ? { content, encoding: 'text' as const }
      : { content: base64(content), encoding: 'base64' as const }),
    extension,
    errors: snapshot.check(settings).findings.filter(({ severity }) => severity === 'error').length,
  };
}

interface Written {
  readonly content: string | Uint8Array;
  readonly extension: string;
}

async function contentOf(
  { report }: Snapshot,
  format: string,
  printPdf: PrintPdf | null,
): Promise<Written | Localized> {
  const exporter = exporters.find(({ id }) => id === (format === 'pdf' ? 'html' : format));
  if (!exporter) return failures.unknown;
  if (format === 'pdf' && !printPdf) return failures.noPrinter;
  const content = await exporter.write(report);
  if (format === 'pdf' && printPdf && typeof content === 'string') {
    const pdf = await printPdf(content);
    return pdf instanceof Uint8Array ? { content: pdf, extension: '.pdf' } : pdf;
  }
  const { extension } = exporter;
  // Whoever exports from an editor opens the file with Excel or WPS, which read it as Chinese only with the mark.
  return { content: format === 'csv' ? `${BYTE_ORDER_MARK}${content}` : content, extension };
}

function base64(bytes: Uint8Array): string {
  let characters = '';
  for (let i = 0; i < bytes.length; i += CHUNK) characters += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(characters);
}
