// Exporting for the editor: a report as the content of a file, and how many errors it has.

import { pageStyleOf, type RuleSettings } from '../analysis/settings.ts';
import { type ExportFormat, exportFormats, isPrinted } from '../exporters/index.ts';
import { exportRefusal, NotWritten } from '../exporters/not-written.ts';
import type { Publication } from '../exporters/publication.ts';
import type { Report } from '../report/report.ts';
import { base64 } from '../text/base64.ts';
import type { Language, Localized } from '../text/language.ts';
import { sizeLimits } from '../text/limits.ts';
import type { Snapshot } from './snapshot.ts';

export interface ExportOptions {
  /** The id of a format. */
  readonly format: string;
  readonly settings: RuleSettings;
  readonly language: Language;
  /** Prints what a format is printed from; null where nothing can. */
  readonly printPdf: PrintPdf | null;
  /** Whether a report with errors is marked as a draft. */
  readonly markDraft?: boolean;
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

const failures = {
  tooLarge: {
    zh: `文件超过 ${sizeLimits.zh}，不像一份年报，没有导出。`,
    en: `The file has more than ${sizeLimits.en}; it was not exported.`,
  },
  unknown: { zh: '没有这种导出格式。', en: 'There is no such format.' },
} as const satisfies Readonly<Record<string, Localized>>;

function noPrinter({ title }: ExportFormat, { id, title: page }: ExportFormat): Localized {
  const name = id.toUpperCase();
  return {
    zh: `在浏览器里运行的 VS Code 不能直接生成 ${title.zh}。请导出${page.zh}（${name}），用浏览器打开后打印成 ${title.zh}。`,
    en: `VS Code in a browser can't make ${title.en}. Export ${page.en} (${name}), open it in the browser and print it as ${title.en}.`,
  };
}

/** The file, or why there is none. Errors in the report are counted and stop nothing. */
export async function exportedFile(
  snapshot: Snapshot,
  { format, settings, language, printPdf, markDraft = false }: ExportOptions,
): Promise<ExportedFile | { readonly failure: string }> {
  if (snapshot.tooLarge) return { failure: failures.tooLarge[language] };
  const chosen = exportFormats.find(({ id }) => id === format);
  if (!chosen) return { failure: failures.unknown[language] };
  const { conflicts } = snapshot.report;
  if (conflicts.length > 0) return { failure: exportRefusal(conflicts.length)[language] };
  const errors = snapshot.check(settings).findings.filter(({ severity }) => severity === 'error').length;
  const how = { page: pageStyleOf(settings), draftErrors: markDraft && errors > 0 ? errors : null };
  const content = await contentOf(snapshot.report, chosen, how, printPdf).catch(refusalOf);
  if (typeof content === 'object' && 'zh' in content) return { failure: content[language] };
  return {
    ...(typeof content === 'string'
      ? { content, encoding: 'text' as const }
      : { content: base64(content), encoding: 'base64' as const }),
    extension: chosen.extension,
    errors,
  };
}

function refusalOf(error: unknown): Localized {
  if (error instanceof NotWritten) return error.localized;
  throw error;
}

async function contentOf(
  report: Report,
  format: ExportFormat,
  how: Publication,
  printPdf: PrintPdf | null,
): Promise<string | Uint8Array | Localized> {
  if (isPrinted(format)) return printPdf ? printPdf(format.via.write(report, how)) : noPrinter(format, format.via);
  if (!format.text) return format.write(report, how);
  // Whoever exports from an editor opens the file with Excel or WPS.
  return (format.needsMark ? BYTE_ORDER_MARK : '') + format.write(report, how);
}
