import { csv } from './csv.ts';
import { docx } from './docx.ts';
import type { Exporter } from './exporter.ts';
import { html } from './html.ts';
import { htmlFragment } from './html-fragment.ts';
import { json } from './json.ts';
import { xlsx } from './xlsx.ts';

/** The formats that a report can be exported to. What writes a binary one is loaded when it is asked for. */
export const exporters: readonly Exporter[] = [json, csv, html, htmlFragment, docx, xlsx];

export type { BinaryExporter, Collection, Exporter, TextExporter } from './exporter.ts';
