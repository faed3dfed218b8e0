import { spanOf } from '../grid.ts';
import type { Block } from '../source.ts';
import { tableBlocks } from '../table-blocks.ts';
import { shownText } from './inline.ts';
import type { PageElement } from './tree.ts';

/** A block with the element of the page that it comes from. */
export interface PlacedBlock {
  readonly block: Block;
  readonly origin: PageElement;
}

const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
  frameset h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th
  thead tr ul caption`.split(/\s+/),
);
const TABLE_NUMBER = /^表[一二三四1-4](?:\s|$)/;

/** The paragraphs and rows below an element, in order. `isLeftOut` says which elements are passed over. */
export function blocksOf(root: PageElement, isLeftOut: (element: PageElement) => boolean): readonly PlacedBlock[] {
  const flow = new Flow();
  new Walk(isLeftOut).children(root, flow, null);
  flow.endLine();
  return flow.blocks;
}

/** Text as it runs, cut into paragraphs. */
class Flow {
  readonly blocks: PlacedBlock[] = [];
  #line: string[] = [];
  #origin: PageElement | null = null;

  text(source: string, origin: PageElement): void {
    this.#line.push(source);
    if (this.#origin === null || /\S/.test(source)) this.#origin ??= origin;
  }

  endLine(): void {
    const origin = this.#origin;
    const text = shownText(this.#line.join(''));
    if (text !== '' && origin) this.blocks.push({ block: { kind: 'paragraph', text }, origin });
    this.#line = [];
    this.#origin = null;
  }
}

class Walk {
  readonly #isLeftOut: (element: PageElement) => boolean;

  constructor(isLeftOut: (element: PageElement) => boolean) {
    this.#isLeftOut = isLeftOut;
  }

  /** `table` is the innermost table: to it belong the rows and cells met, however the elements between are closed. */
  children(element: PageElement, flow: Flow, table: Table | null): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text(child, element, flow);
      else if (!this.#isLeftOut(child)) this.#element(child, flow, table);
    }
  }

  #text(text: string, parent: PageElement, flow: Flow): void {
    if (parent.name !== 'pre') {
      flow.text(text, parent);
      return;
    }
    text.split(/\r?\n/).forEach((line, i) => {
      if (i > 0) flow.endLine();
      flow.text(line, parent);
    });
  }

  #element(element: PageElement, flow: Flow, table: Table | null): void {
    const { name, attributes } = element;
    if (name === 'table') this.#table(element, flow);
    else if (name === 'caption') this.#caption(element, flow);
    else if (name === 'br') flow.endLine();
    else if (name === 'tr' && table) {
      table.openRow();
      this.children(element, flow, table);
    } else if ((name === 'td' || name === 'th') && table) {
      const cell = table.openCell(attributes);
      this.children(element, cell, table);
      cell.endLine();
    } else if (BLOCKS.has(name)) {
      flow.endLine();
      const marker = name === 'li' ? listMarker(element) : '';
      if (marker) flow.text(marker, element);
      this.children(element, flow, table);
      flow.endLine();
    } else this.children(element, flow, table);
  }

  /** A caption that only numbers the table, as 表二 does, says what its part says. */
  #caption(element: PageElement, flow: Flow): void {
    const caption = new Flow();
    this.children(element, caption, null);
    caption.endLine();
    for (const placed of caption.blocks) {
      if (placed.block.kind === 'row' || !TABLE_NUMBER.test(placed.block.text)) flow.blocks.push(placed);
    }
  }

  #table(element: PageElement, flow: Flow): void {
    flow.endLine();
    const table = new Table();
    this.children(element, flow, table);
    flow.endLine();
    for (const block of table.blocks(element)) flow.blocks.push(block);
  }
}

interface TableCell {
  readonly flow: Flow;
  readonly colspan: number;
  readonly rowspan: number;
}

class Table {
  readonly #rows: TableCell[][] = [];

  openRow(): void {
    this.#rows.push([]);
  }

  openCell({ colspan, rowspan }: PageElement['attributes']): Flow {
    if (this.#rows.length === 0) this.openRow();
    const flow = new Flow();
    this.#rows.at(-1)?.push({ flow, colspan: spanOf(colspan, 'columns'), rowspan: spanOf(rowspan, 'rows') });
    return flow;
  }

  /** Its rows; where it only lays out a page, the blocks in its cells. */
  blocks(origin: PageElement): readonly PlacedBlock[] {
    const rows = this.#rows.map((row) => row.map(({ flow, ...spans }) => ({ ...spans, blocks: flow.blocks })));
    return tableBlocks(rows, (cells) => ({ block: { kind: 'row', cells }, origin }));
  }
}

/** What a browser writes before an item of a numbered list. */
function listMarker({ parent, attributes }: PageElement): string {
  if (parent?.name !== 'ol' || /list-style[^;]*none/i.test(parent.attributes.style ?? '')) return '';
  const given = Number.parseInt(attributes.value ?? '', 10);
  if (given >= 0) return `${given}. `;
  const first = Number.parseInt(parent.attributes.start ?? '1', 10) || 1;
  return `${first + (itemNumbers(parent).get(attributes) ?? 0)}. `;
}

const numbers = new WeakMap<PageElement, ReadonlyMap<PageElement['attributes'], number>>();

/** The items of a list, each by its own attributes object, with their places from 0. */
function itemNumbers(list: PageElement): ReadonlyMap<PageElement['attributes'], number> {
  const known = numbers.get(list);
  if (known) return known;
  const items = list.children.flatMap((child) => (typeof child !== 'string' && child.name === 'li' ? [child] : []));
  const result = new Map(items.map((item, index) => [item.attributes, index]));
  numbers.set(list, result);
  return result;
}
