import { strFromU8, unzipSync } from 'fflate';
import { elementsIn, strictXml, type XmlElement } from '../support/strict-xml.ts';
import type { SeenCell } from './support.ts';

/** A Word file whose every part is well-formed and known to the others. */
export interface WordFile {
  readonly parts: ReadonlyMap<string, XmlElement>;
  readonly document: XmlElement;
  /** The paragraphs and tables of the text. */
  readonly blocks: readonly XmlElement[];
}

const RELATIONSHIPS = '.rels';

/** Throws where an office program would offer to repair the file. */
export function readWord(bytes: Uint8Array): WordFile {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strictXml(strFromU8(part))]));
  checkTypes(parts);
  checkRelationships(parts);
  const document = parts.get('word/document.xml');
  const body = document && child(document, 'w:body');
  if (!document || !body) throw new Error('no text');
  const [last] = body.children.slice(-1);
  if (last?.name !== 'w:sectPr') throw new Error('the text has no page');
  const blocks = body.children.slice(0, -1);
  if (blocks.at(-1)?.name !== 'w:p') throw new Error('the text does not end in a paragraph');
  for (const table of blocks.filter(({ name }) => name === 'w:tbl')) gridOf(table);
  return { parts, document, blocks };
}

function checkTypes(parts: WordFile['parts']): void {
  const types = parts.get('[Content_Types].xml')?.children ?? [];
  const byPath = new Set(types.map(({ attributes }) => attributes.PartName));
  const byExtension = new Set(types.map(({ attributes }) => attributes.Extension));
  for (const path of parts.keys()) {
    const isTyped = byPath.has(`/${path}`) || (path.endsWith(RELATIONSHIPS) && byExtension.has('rels'));
    if (!isTyped && path !== '[Content_Types].xml') throw new Error(`${path} has no type`);
  }
  for (const path of byPath) {
    if (path !== undefined && !parts.has(path.slice(1))) throw new Error(`${path} is announced and missing`);
  }
}

function checkRelationships(parts: WordFile['parts']): void {
  for (const [path, part] of parts) {
    if (!path.endsWith(RELATIONSHIPS)) continue;
    const folder = path.replace(/_rels\/[^/]*$/, '');
    const ids = part.children.map(({ attributes }) => attributes.Id);
    if (new Set(ids).size !== ids.length) throw new Error(`${path} has an id twice`);
    for (const { attributes } of part.children) {
      if (attributes.TargetMode === 'External') throw new Error(`${path} leads elsewhere`);
      if (!parts.has(folder + attributes.Target))
        throw new Error(`${path} leads to ${attributes.Target}, which is missing`);
    }
  }
}

export function child(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => at?.children.find((each) => each.name === name), element);
}

export function value(element: XmlElement | undefined, attribute = 'w:val'): string | undefined {
  return element?.attributes[attribute];
}

export function named(element: XmlElement, name: string): readonly XmlElement[] {
  return [...elementsIn(element)].filter((each) => each.name === name);
}

/** The text of a paragraph or a cell; a line break is a line break. */
export function textIn(element: XmlElement): string {
  return [...elementsIn(element)]
    .map(({ name, text }) => (name === 'w:t' ? text : name === 'w:br' ? '\n' : ''))
    .join('');
}

export function styleOf(paragraph: XmlElement): string {
  return value(child(paragraph, 'w:pPr', 'w:pStyle')) ?? '';
}

interface Seen extends SeenCell {
  rowspan: number;
}

/** The cells of a table with their spans. Throws where a row isn't as wide as the grid, or a merged cell has holes. */
export function gridOf(table: XmlElement): readonly (readonly SeenCell[])[] {
  const widths = named(table, 'w:gridCol').map((column) => Number(value(column, 'w:w')));
  let above: ReadonlyMap<number, Seen> = new Map();
  return table.children
    .filter(({ name }) => name === 'w:tr')
    .map((row) => {
      const { begun, merging } = readRow(row, widths, above);
      above = merging;
      return begun;
    });
}

/** The cells that begin in a row, and by column those that may go on below it. */
function readRow(row: XmlElement, widths: readonly number[], above: ReadonlyMap<number, Seen>) {
  const begun: Seen[] = [];
  const merging = new Map<number, Seen>();
  let column = 0;
  for (const cell of row.children.filter(({ name }) => name === 'w:tc')) {
    const properties = child(cell, 'w:tcPr');
    const colspan = Number(value(child(properties, 'w:gridSpan')) ?? 1);
    const width = widths.slice(column, column + colspan).reduce((sum, each) => sum + each, 0);
    if (Number(value(child(properties, 'w:tcW'), 'w:w')) !== width)
      throw new Error('a cell not as wide as its columns');
    if (cell.children.at(-1)?.name !== 'w:p') throw new Error('a cell without a paragraph');
    const merge = child(properties, 'w:vMerge');
    const goesOn = merge !== undefined && value(merge) !== 'restart';
    const seen = goesOn ? continued(cell, above.get(column), colspan) : { text: textIn(cell), colspan, rowspan: 1 };
    if (!goesOn) begun.push(seen);
    if (merge) merging.set(column, seen);
    column += colspan;
  }
  if (column !== widths.length) throw new Error(`a row of ${column} columns where the grid has ${widths.length}`);
  return { begun, merging };
}

function continued(cell: XmlElement, over: Seen | undefined, colspan: number): Seen {
  if (over?.colspan !== colspan) throw new Error('a row goes on with a cell that is not above it');
  if (textIn(cell) !== '') throw new Error('text in a covered cell');
  over.rowspan++;
  return over;
}

/** The text with its styles, one paragraph or table row a line. */
export function printWord({ blocks }: WordFile): string {
  return blocks
    .map((block) => {
      if (block.name === 'w:p') return `${styleOf(block) || '-'}: ${textIn(block).replaceAll('\n', '⏎')}`;
      const span = ({ colspan, rowspan }: SeenCell) => (colspan * rowspan === 1 ? '' : `×${colspan}×${rowspan}`);
      const size = value(named(block, 'w:sz')[0]);
      const rows = gridOf(block).map((cells) => cells.map((cell) => cell.text + span(cell)).join(' | '));
      return [`table of ${named(block, 'w:gridCol').length} columns, ${Number(size) / 2} pt`, ...rows].join('\n  ');
    })
    .join('\n');
}
