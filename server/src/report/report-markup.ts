import type { BlockDefinition, GroupDefinition, LineDefinition, RowDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { type FrontMatterKey, frontMatterSpelling } from '../forms/front-matter.ts';
import type { LabelStyle } from '../forms/labels.ts';
import { isRowRule } from '../syntax/parse.ts';
import { lineWriter, type PlacedRow } from './align.ts';
import type { BoundLabel, GroupRow, Head, Table, ValueRow } from './report.ts';
import { headRow, looseRow, placedRow } from './table-rows.ts';
import { lineLabel } from './written-labels.ts';

/** What to write for a row instead of its own cells: the values as texts, and comments above it (without `//`). */
export interface RowText {
  readonly values: readonly string[];
  readonly comments: readonly string[];
}

/** Decides on a row; null leaves it as it is. */
export type RowChoice = (row: ValueRow) => RowText | null;

interface OutRow {
  readonly kind: 'row';
  readonly row: PlacedRow;
}

interface OutComment {
  readonly kind: 'comment';
  readonly text: string;
}

/**
 * A bound table as the lines of its canonical form: each block under its header, each row with a label of its own, merged
 * and surplus blank cells left out. Labels and heads are written in a style; those of other wordings stay as written, and
 * so do the texts of values. Groups that the rows imply are added. `choose` may replace the values of a row.
 */
export function boundTableMarkup(table: Table, style: LabelStyle, choose: RowChoice = () => null): readonly string[] {
  const writer = new TableWriter(table, style, choose);
  return written(writer.write());
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
  readonly #style: LabelStyle;
  readonly #choose: RowChoice;
  readonly #groups = new Set<string>();
  #block: BlockDefinition | null = null;
  readonly #first: BlockDefinition | null;

  constructor(table: Table, style: LabelStyle, choose: RowChoice) {
    this.#first = table.definition.blocks[0] ?? null;
    this.#table = table;
    this.#style = style;
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
    const label = this.#label(line.row, line.labels.at(-1) ?? headOfRow(this.#table, line.row));
    for (const text of chosen?.comments ?? []) this.#out.push({ kind: 'comment', text });
    this.#push([label, ...(chosen?.values ?? own)]);
  }

  #push(cells: readonly string[]): void {
    if (this.#block) this.#out.push({ kind: 'row', row: rowWith(cells, this.#block, this.#table.definition) });
  }

  /** The groups above a line that haven't been written yet, and the line's own if it is one. */
  #labels(labels: readonly BoundLabel[], line: LineDefinition): void {
    const { definition } = this.#table;
    const wanted = [...definition.groupsAbove(line.id), ...(line.kind === 'group' ? [line] : [])];
    for (const group of wanted) {
      if (this.#groups.has(group.id)) continue;
      this.#groups.add(group.id);
      const found = labels.find((label) => label.definition.id === group.id);
      this.#push([this.#label(group, found)]);
    }
  }

  #label(definition: RowDefinition | GroupDefinition, written: BoundLabel | undefined): string {
    return lineLabel(definition, this.#style, written, this.#table.definition);
  }

  #group(line: GroupRow): void {
    const written = this.#groups.has(line.group.id);
    this.#open(this.#table.definition.blockOf(line.group.id));
    this.#labels(line.labels, line.group);
    const surplus = line.surplus.map((cell) => cell.text);
    if (surplus.length === 0) return;
    const label = written ? this.#label(line.group, line.labels.at(-1)) : this.#out.pop();
    const cells = typeof label === 'string' ? [label] : label?.kind === 'row' ? label.row.texts : [];
    this.#push([...cells, ...surplus]);
  }

  #open(block: BlockDefinition | null): void {
    if (block === null || block === this.#block) return;
    this.#block = block;
    this.#out.push({
      kind: 'row',
      row: headRow(this.#table.definition, block, this.#style, headsOf(this.#table, block)),
    });
  }
}

function headsOf({ lines }: Table, block: BlockDefinition): readonly Head[] {
  return lines.flatMap((line) => (line.kind === 'header' && line.block === block ? line.heads : []));
}

/** What heads the values of a row where rows stand side by side, as in the official layout of table four. */
function headOfRow({ lines }: Table, row: RowDefinition): BoundLabel | undefined {
  const heads = lines.flatMap((line) => (line.kind === 'header' ? line.heads : []));
  const own = heads.find(({ official }) => official === row.label);
  return own && { cell: own.cell, definition: row, match: own.match };
}

/** Where a table is one block its extra rows have its columns; they stand in no column if their values are of another number. */
function rowWith(cells: readonly string[], block: BlockDefinition, { blocks }: FormTable): PlacedRow {
  const fits = blocks.length === 1 || cells.length <= 1 + block.columns.length;
  if (!fits) return looseRow(cells, block);
  return { ...placedRow(cells, block), columns: { from: 1, count: cells.length > 1 ? block.columns.length : 0 } };
}

/** The rows written with their bars below each other, as the formatter would write them. */
function written(rows: readonly (OutRow | OutComment)[]): readonly string[] {
  const line = lineWriter(rows.flatMap((each) => (each.kind === 'row' ? [each.row] : [])));
  return rows.map((each) => (each.kind === 'row' ? line(each.row) : `// ${each.text}`));
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
  const added = entries.map(({ key, value }) => `${frontMatterSpelling(key)}: ${value.replace(/\s+/g, ' ').trim()}`);
  const lines = [...before, ...added.filter((line) => !before.includes(line))];
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
}

/** A paragraph as a line of markup that is read as text, with a backslash where it would be read as something else. */
export function textMarkup(text: string): string {
  return /^(?:\\|\/\/|#(?!#)|---$)/.test(text) || /[|｜]|\S\s*\t/.test(text) || isRowRule(text) ? `\\${text}` : text;
}
