import { ancestors } from '../forms/define.ts';
import type {
  BlockDefinition,
  GroupDefinition,
  LineDefinition,
  RowDefinition,
  TableDefinition,
} from '../forms/edition.ts';
import { type FrontMatterKey, frontMatterKeys } from '../forms/front-matter.ts';
import { isRowRule } from '../syntax/parse.ts';
import { canonical } from '../text/canonical.ts';
import { barsOf, type PlacedRow, written } from './align.ts';
import type { BoundLabel, GroupRow, HeaderRow, Table, ValueRow } from './report.ts';

/** What to write for a row instead of its own cells: the values as texts, and comments above it (without `//`). */
export interface RowText {
  readonly values: readonly string[];
  readonly comments: readonly string[];
}

/** Decides on a row; null leaves it as it is. */
export type RowChoice = (row: ValueRow) => RowText | null;

interface OutRow {
  readonly kind: 'row';
  readonly cells: readonly string[];
  /** Rows of one block share the widths of their columns. */
  readonly block: BlockDefinition;
  readonly isHead: boolean;
}

interface OutComment {
  readonly kind: 'comment';
  readonly text: string;
}

/**
 * A bound table as the lines of its canonical form: each block under its header, each row with a label of its own, merged
 * and surplus blank cells left out. The texts of values stay as written, and so do labels and heads that are no official
 * ones; those which differ from it in spacing, width or quotes alone are written officially. Groups that the rows imply
 * are added. `choose` may replace the values of a row.
 */
export function boundTableMarkup(table: Table, choose: RowChoice = () => null): readonly string[] {
  const writer = new TableWriter(table, choose);
  return linesOf(writer.write(), table);
}

/** The heads of a table that are none of the form's, and that the canonical header has no place for. */
export function strayHeads(table: Table): readonly string[] {
  return table.lines.flatMap((line) =>
    line.kind === 'header' ? line.heads.flatMap((head) => (head.official === null ? [head.cell.text] : [])) : [],
  );
}

class TableWriter {
  readonly #out: (OutRow | OutComment)[] = [];
  readonly #table: Table;
  readonly #choose: RowChoice;
  readonly #groups = new Set<string>();
  #block: BlockDefinition | null = null;
  readonly #first: BlockDefinition | null;

  constructor(table: Table, choose: RowChoice) {
    this.#first = table.definition.blocks[0] ?? null;
    this.#table = table;
    this.#choose = choose;
  }

  write(): readonly (OutRow | OutComment)[] {
    for (const line of this.#table.lines) {
      if (line.kind === 'value') this.#row(line);
      else if (line.kind === 'group') {
        this.#group(line);
      } else if (line.kind === 'unknown') {
        const label = line.label ? [line.label.text] : [];
        this.#open(this.#block ?? this.#first);
        this.#push([...label, ...line.values.map((cell) => cell.text)]);
      }
    }
    if (this.#block === null) for (const block of this.#table.definition.blocks) this.#open(block);
    return this.#out;
  }

  #row(line: ValueRow): void {
    this.#open(line.block);
    this.#labels(line.labels, line.row);
    const chosen = this.#choose(line);
    const own = line.misfit ? line.misfit.found.map((cell) => cell.text) : line.cells.map((cell) => cell.text);
    const label = labelText(line.labels.at(-1), line.row, this.#lines());
    for (const text of chosen?.comments ?? []) this.#out.push({ kind: 'comment', text });
    this.#push([label, ...(chosen?.values ?? own)]);
  }

  #push(cells: readonly string[], isHead = false): void {
    if (this.#block) this.#out.push({ kind: 'row', cells, block: this.#block, isHead });
  }

  /** The groups above a line that haven't been written yet, and the line's own if it is one. */
  #labels(labels: readonly BoundLabel[], line: LineDefinition): void {
    const lines = this.#lines();
    const wanted = [...ancestors(line, lines), ...(line.kind === 'group' ? [line.id] : [])];
    for (const id of wanted) {
      if (this.#groups.has(id)) continue;
      this.#groups.add(id);
      const group = lines.find((each): each is GroupDefinition => each.kind === 'group' && each.id === id);
      const found = labels.find((label) => label.definition.id === id);
      if (group) this.#push([labelText(found, group, lines)]);
    }
  }

  #group(line: GroupRow): void {
    const written = this.#groups.has(line.group.id);
    this.#open(this.#blockOf(line.group));
    this.#labels(line.labels, line.group);
    const surplus = line.surplus.map((cell) => cell.text);
    if (surplus.length === 0) return;
    const label = written ? labelText(line.labels.at(-1), line.group, this.#lines()) : this.#out.pop();
    const cells = typeof label === 'string' ? [label] : label?.kind === 'row' ? label.cells : [];
    this.#push([...cells, ...surplus]);
  }

  #open(block: BlockDefinition | null): void {
    if (block === null || block === this.#block) return;
    this.#block = block;
    this.#push([block.corner, ...headTexts(this.#table, block)], true);
  }

  #blockOf(group: GroupDefinition): BlockDefinition | null {
    return this.#table.definition.blocks.find((block) => block.lines.includes(group)) ?? null;
  }

  #lines(): readonly LineDefinition[] {
    return this.#table.definition.blocks.flatMap((block) => block.lines);
  }
}

/** The official label where the source's is canonically the same, with or without its group's before it; else the source's. */
function labelText(
  label: BoundLabel | undefined,
  definition: RowDefinition | GroupDefinition,
  lines: readonly LineDefinition[],
): string {
  if (!label || label.match === 'official') return definition.label;
  const group = lines.find((line) => line.kind === 'group' && line.id === definition.parent);
  const own = canonical(label.cell.text);
  const before = group ? canonical(group.label) : '';
  if (before !== '' && own === before + canonical(definition.label)) return definition.label;
  return label.cell.text;
}

/** The heads of a block's columns as the source has them, the official ones where they are the same or missing. */
function headTexts(table: Table, block: BlockDefinition): readonly string[] {
  const headers = table.lines.filter((line): line is HeaderRow => line.kind === 'header' && line.block === block);
  const heads = headers.flatMap((header) => header.heads);
  return block.columns.map((id) => {
    const official = table.definition.columns.find((column) => column.id === id)?.label ?? id;
    const found = heads.find((head) => head.official === official);
    return !found || found.match === 'official' ? official : found.cell.text;
  });
}

/** The rows written with their bars below each other, as the formatter would write them. */
function linesOf(rows: readonly (OutRow | OutComment)[], { definition }: Table): readonly string[] {
  const placed = rows.map((row) => (row.kind === 'row' ? placedRow(row, definition) : null));
  const between = barsOf(placed.filter((row) => row !== null));
  let next = 0;
  return rows.map((row) => (row.kind === 'row' ? written(row.cells, between[next++] ?? []) : `// ${row.text}`));
}

function placedRow({ cells, block, isHead }: OutRow, definition: TableDefinition): PlacedRow {
  const columns = cells.length > 1 || isHead ? block.columns.length : 0;
  // Where a table is one block its extra rows have its columns; they stand in no column if their values are of another number.
  const fits = definition.blocks.length === 1 || cells.length <= 1 + block.columns.length;
  return {
    texts: cells,
    columns: fits ? { from: 1, count: columns } : null,
    block: block.id,
    kind: isHead ? 'head' : 'values',
  };
}

/**
 * Front matter with these entries, its line breaks included; nothing where there are none. Values lose line breaks. They are
 * added to `given`, front matter from fence to fence, but for those that stand in it word for word.
 */
export function frontMatterMarkup(
  entries: readonly { readonly key: FrontMatterKey; readonly value: string }[],
  given = '',
): string {
  const before = given.split('\n').slice(1, -1);
  const added = entries.map(({ key, value }) => `${spellingOf(key)}: ${value.replace(/\s+/g, ' ').trim()}`);
  const lines = [...before, ...added.filter((line) => !before.includes(line))];
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
}

function spellingOf(key: FrontMatterKey): string {
  return frontMatterKeys.find((definition) => definition.key === key)?.spellings[0] ?? key;
}

/** A paragraph as a line of markup that is read as text, with a backslash where it would be read as something else. */
export function textMarkup(text: string): string {
  return /^(?:\\|\/\/|#(?!#)|---$)/.test(text) || /[|｜]|\S\s*\t/.test(text) || isRowRule(text) ? `\\${text}` : text;
}
