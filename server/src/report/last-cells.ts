// Blank cells at the ends of rows that have no bars around them.
import { cellAfter, isBar } from '../syntax/cells.ts';
import type { Line, RowLine, Tree } from '../syntax/tree.ts';
import { trimmed } from '../syntax/white-space.ts';

/**
 * A tree in which rows end with all their cells. Where the rows of a part have no bars around them, one that ends with a
 * bar has a blank cell behind it; among rows that mostly end so the bar only closes.
 */
export function withLastCells(tree: Tree): Tree {
  const { text } = tree;
  const open = openRows(text, tree.lines);
  if (open.size === 0) return tree;
  const lines = tree.lines.map((line) =>
    line.kind === 'row' && open.has(line) ? { ...line, cells: [...line.cells, cellAfter(text, line.span)] } : line,
  );
  return { ...tree, lines };
}

/** The rows to which a last cell belongs. */
function openRows(text: string, lines: readonly Line[]): ReadonlySet<RowLine> {
  const found = new Set<RowLine>();
  let rows: RowLine[] = [];
  const end = (): void => {
    for (const row of cutShort(text, rows)) found.add(row);
    rows = [];
  };
  for (const line of lines) {
    if (line.kind === 'row') rows.push(line);
    else if (line.kind === 'section') end();
  }
  end();
  return found;
}

type Bars = 'none' | 'last' | 'both';

function cutShort(text: string, rows: readonly RowLine[]): readonly RowLine[] {
  if (rows.length < 2) return [];
  const last: RowLine[] = [];
  for (const row of rows) {
    const bars = barsAround(text, row);
    if (bars === 'both') return [];
    if (bars === 'last') last.push(row);
  }
  return last.length * 2 < rows.length ? last : [];
}

function barsAround(text: string, { span }: RowLine): Bars {
  const shown = trimmed(text, span.start, span.end);
  if (!isBar(text, shown.end - 1)) return 'none';
  return isBar(text, shown.start) ? 'both' : 'last';
}
