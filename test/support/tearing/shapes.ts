// The shapes in which reports come.
import * as bar from './bar-shapes.ts';
import type { Layout } from './drawn-table.ts';
import * as line from './line-shapes.ts';
import { rowTables } from './model-shapes.ts';

/** A way to write the tables of a report, and the report around them. */
export interface Shape {
  readonly name: string;
  /** The layouts that are met in this shape. */
  readonly layouts: readonly Layout[];
  readonly draw: bar.Draw;
  /** Whether a cell left blank leaves a trace. */
  readonly keepsBlanks: boolean;
  /** What parts a cell from the next: `sign` for one that stands in no cell, `none` where a label runs into its digits. */
  readonly borders: 'sign' | 'line' | 'space' | 'none';
  /** As plain text, or with headings as Markdown has them. */
  readonly headings: 'plain' | 'markdown';
}

const OFFICIAL: readonly Layout[] = ['official'];
const PLAIN: readonly Layout[] = ['short', 'official-labels'];
const ALL: readonly Layout[] = [...OFFICIAL, ...PLAIN];

const signed = { keepsBlanks: true, borders: 'sign', headings: 'plain' } as const;
const lined = { keepsBlanks: false, borders: 'line', headings: 'plain' } as const;
const spaced = { keepsBlanks: false, borders: 'space', headings: 'plain' } as const;

export const shapes: readonly Shape[] = [
  { name: 'canonical', layouts: ['short'], draw: bar.bars, ...signed },
  { name: 'official bars', layouts: OFFICIAL, draw: bar.bars, ...signed },
  { name: 'bars behind cells', layouts: OFFICIAL, draw: bar.barsBehind, ...signed },
  { name: 'full-width bars', layouts: ALL, draw: bar.fullWidthBars, ...signed },
  { name: 'TABs', layouts: ALL, draw: bar.tabs, ...signed },
  { name: 'quoted TABs', layouts: ALL, draw: bar.quotedTabs, ...signed },
  { name: 'CSV', layouts: ALL, draw: bar.commas, ...signed },
  { name: 'Markdown', layouts: ALL, draw: bar.markdown, ...signed, headings: 'markdown' },
  { name: 'Markdown, a table a row', layouts: ['official-labels'], draw: rowTables, ...signed, headings: 'markdown' },
  { name: 'grid table', layouts: ALL, draw: bar.grid, ...signed },
  { name: 'box drawing', layouts: ALL, draw: bar.boxes, ...signed },
  { name: 'merged cells filled', layouts: OFFICIAL, draw: bar.filledMerges, ...signed },
  { name: 'cell and bar a line', layouts: OFFICIAL, draw: line.barredCellLines, ...signed },
  { name: 'cell a paragraph', layouts: OFFICIAL, draw: line.cellParagraphs, ...lined, keepsBlanks: true },
  { name: 'cell a line', layouts: OFFICIAL, draw: line.cellLines, ...lined },
  { name: 'spaces', layouts: ALL, draw: line.spaces, ...spaced },
  { name: 'pdftotext', layouts: OFFICIAL, draw: line.pdfLines, ...spaced },
  { name: 'pdftotext -layout', layouts: OFFICIAL, draw: line.pdfLayout, ...spaced },
  { name: 'glued rows', layouts: OFFICIAL, draw: line.glued, ...lined, borders: 'none' },
];
