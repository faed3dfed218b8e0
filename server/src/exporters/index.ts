import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { type Exporter, type ExportFormat, isPrinted } from './exporter.ts';
import { html } from './html.ts';
import { htmlFragment } from './html-fragment.ts';
import { json } from './json.ts';
import { pdf } from './pdf.ts';
import { xlsx } from './xlsx.ts';

/** The formats that a report can be exported to, in the order in which they are offered. What writes a binary one is loaded when it is asked for. */
export const exportFormats: readonly ExportFormat[] = [html, docx, pdf, xlsx, csv, json, htmlFragment];

/** Those that need no printer. */
export const exporters: readonly Exporter[] = exportFormats.filter((format): format is Exporter => !isPrinted(format));

export {
  type BinaryExporter,
  type Collection,
  type Exporter,
  type ExportFormat,
  isPrinted,
  type Printer,
  printedBy,
  type TextExporter,
} from './exporter.ts';
