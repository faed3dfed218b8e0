// Tables and blocks that lack their heads, or have those of another block.
import type { BlockDefinition } from '../forms/edition.ts';
import { knownCorners } from '../forms/labels.ts';
import type { Head, Report, Table, TableLine, ValueRow } from '../report/report.ts';
import { isSilent } from '../syntax/lines.ts';
import type { CellNode, Line } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { lastIndexUpTo } from '../text/sorted.ts';

/** The first rows of the blocks of a table that have no head above them. */
export function headlessRows(report: Report, table: Table): readonly TableLine[] {
  const [first] = table.lines;
  if (!first) return [];
  const bare = !table.lines.some(({ kind }) => kind === 'header');
  if (bare && hasHeadsAbove(report, first)) return [];
  const headed = new Set(table.lines.map((line) => (line.kind === 'header' ? line.block : null)));
  let above: TableLine | null = null;
  return table.lines.filter((line, i) => {
    const before = above;
    if (line.kind !== 'blank') above = line;
    if (i === 0) return bare;
    return line.kind === 'value' && before?.kind === 'value' && before.block !== line.block && !headed.has(line.block);
  });
}

/** Whether the row above a table, be it in another part, is of no table: heads that aren't understood, or parted from their rows. */
function hasHeadsAbove({ tree, tables }: Report, { line }: TableLine): boolean {
  const above = lastSpeaking(tree.lines, lastIndexUpTo(tree.lines, line.number, ({ number }) => number) - 1);
  return above?.kind === 'row' && !tables.some(({ lines }) => lines.some((each) => each.line === above));
}

/** The last line up to a place that isn't silent and begins no part, or null. */
function lastSpeaking(lines: readonly Line[], from: number): Line | null {
  for (let i = from; i >= 0; i--) {
    const line = lines[i];
    if (line && !isSilent(line) && line.kind !== 'section') return line;
  }
  return null;
}

/** The title of a block above the rows of another. */
export interface WrongTitle {
  readonly cell: CellNode;
  /** Whose rows stand below it. */
  readonly block: BlockDefinition;
}

/** The titles of blocks that stand above rows of another one, while the rows of their own are elsewhere in the table. */
export function wrongTitles(table: Table): readonly WrongTitle[] {
  if (table.definition.blocks.length < 2) return [];
  return table.lines.flatMap((line, i): WrongTitle[] => {
    if (line.kind !== 'header') return [];
    const title = titleOn(table, line.line.cells);
    const below = title && rowsBelow(table, i);
    const block = below?.[0]?.block;
    if (!title || !block || below.some((row) => row.block !== block) || title.block === block) return [];
    const hasOwn = title.block.lines.some(({ id }) => table.rows.has(id));
    return hasOwn ? [{ cell: title.cell, block }] : [];
  });
}

/** A misspelt head; the title of a block, which is like those of the others, as that of the rows below it. */
export function misspeltHead(table: Table, head: Head): Head {
  if (head.official === null || !table.definition.derived(blocksByTitle).has(canonical(head.official))) return head;
  const at = table.lines.findIndex((line) => line.kind === 'header' && line.heads.includes(head));
  const [below] = rowsBelow(table, at);
  return below ? { ...head, official: below.block.corner } : head;
}

/** The cell that names one block of several, with it. */
function titleOn({ definition }: Table, cells: readonly CellNode[]): WrongTitle | null {
  const titles = definition.derived(blocksByTitle);
  for (const cell of cells) {
    const block = cell.text === '' ? undefined : titles.get(canonical(cell.text));
    if (block) return { cell, block };
  }
  return null;
}

/** The titles that name one block only. */
function blocksByTitle({ blocks }: Table['definition']): ReadonlyMap<string, BlockDefinition> {
  const all = blocks.flatMap((block) => knownCorners(block).map((corner) => [canonical(corner), block] as const));
  return new Map(all.filter(([text, block]) => all.every(([other, each]) => other !== text || each === block)));
}

/** The rows with values up to the next title. */
function rowsBelow(table: Table, at: number): readonly ValueRow[] {
  const below = table.lines.slice(at + 1);
  const next = below.findIndex((line) => line.kind === 'header' && titleOn(table, line.line.cells) !== null);
  return (next < 0 ? below : below.slice(0, next)).filter((line) => line.kind === 'value');
}
