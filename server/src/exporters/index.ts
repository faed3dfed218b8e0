import { csv } from './csv.ts';
import type { Exporter } from './exporter.ts';
import { json } from './json.ts';

/** The formats that a report can be exported to. */
export const exporters: readonly Exporter[] = [json, csv];

export type { Collection, Exporter } from './exporter.ts';
