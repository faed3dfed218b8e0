import type { BlockDefinition, TableDefinition } from '../editions/edition.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { nearestLabel } from '../text/nearest-label.ts';
import { headLines, type LabelIndex } from './label-index.ts';
import type { Head } from './report.ts';

const SKIP_LABEL = 0.6;
const UNRELATED = 3;
const ALIGNMENT_MEMORY = 200;

/** The heads on a header line: each cell with the official text that it stands for. */
export function bindHeads(line: RowLine, index: LabelIndex, block: BlockDefinition | null): readonly Head[] {
  const cells = line.cells.filter((cell) => cell.text !== '');
  const exact = cells.map((cell) => index.heads.get(canonical(cell.text)));
  if (exact.every((head) => head !== undefined)) {
    return cells.map((cell, i) => head(cell, exact[i]?.official ?? null, exact[i]?.match ?? 'none'));
  }
  const [only] = cells;
  if (only && cells.length === 1) return [loneHead(only, index)];
  const aligned = alignment(
    cells.map((cell) => canonical(cell.text)),
    index,
    block,
  );
  return cells.map((cell, i) => {
    const known = exact[i];
    if (known) return head(cell, known.official, known.match);
    const official = aligned[i] ?? null;
    return head(cell, official, official === null ? 'none' : 'misspelt');
  });
}

/** A head alone on its line, such as the title of a block, can be any of the table's. */
function loneHead(cell: CellNode, index: LabelIndex): Head {
  const nearest = nearestLabel(canonical(cell.text), [...index.heads.keys()]);
  const official = nearest === null ? undefined : index.heads.get(nearest)?.official;
  return head(cell, official ?? null, official === undefined ? 'none' : 'misspelt');
}

function head(cell: CellNode, official: string | null, match: Head['match']): Head {
  return { cell, official, match };
}

/** Whether a canonical text is the beginning, or a misspelt form, of a head. */
export function isNearHead(text: string, index: LabelIndex): boolean {
  return [...index.heads.keys()].some((official) => isNear(text, official));
}

function isNear(text: string, official: string): boolean {
  if (text.length >= 2 && official.startsWith(text)) return true;
  return nearestLabel(text, [official]) !== null;
}

/** The orders in which heads stand on one line: the canonical header of the block, and the lines of the official one. */
function sequences(table: TableDefinition, block: BlockDefinition | null): readonly (readonly string[])[] {
  const blocks = block ? [block] : table.blocks;
  const canonicalHeaders = blocks.flatMap((each) => {
    const labels = each.columns.map((id) => table.columns.find((column) => column.id === id)?.label ?? id);
    return [each.corner, ...each.cornerVariants].map((corner) => (corner === '' ? labels : [corner, ...labels]));
  });
  if (table.blocks.length > 1) return canonicalHeaders;
  const official = headLines(table).filter((row) => row.length > 1);
  return [...official, ...canonicalHeaders];
}

/** `bestAlignment`, remembered for the table: reports of one office are torn alike. */
function alignment(
  texts: readonly string[],
  index: LabelIndex,
  block: BlockDefinition | null,
): readonly (string | null)[] {
  const key = `${block?.id}|${texts.join('|')}`;
  const known = index.alignments.get(key);
  if (known) return known;
  const found = bestAlignment(texts, sequences(index.table, block));
  if (index.alignments.size >= ALIGNMENT_MEMORY) index.alignments.clear();
  index.alignments.set(key, found);
  return found;
}

/** For each text the official label that stands at its place in the sequence which fits best, or null. */
function bestAlignment(
  texts: readonly string[],
  candidates: readonly (readonly string[])[],
): readonly (string | null)[] {
  let best: { cost: number; labels: readonly (string | null)[] } = { cost: Number.POSITIVE_INFINITY, labels: [] };
  for (const candidate of candidates) {
    const alignment = align(texts, candidate);
    if (alignment.cost < best.cost) best = alignment;
  }
  return best.labels;
}

interface Alignment {
  readonly cost: number;
  readonly labels: readonly (string | null)[];
}

/** The cheapest order-preserving assignment of labels to texts; every text takes a label or stays unrelated. */
function align(texts: readonly string[], labels: readonly string[]): Alignment {
  let row: readonly Alignment[] = labelsSkipped(labels.length);
  for (const text of texts) {
    const next: Alignment[] = [withText(row[0], null, UNRELATED)];
    labels.forEach((label, j) => {
      const cost = matchCost(text, canonical(label));
      const options = [
        withText(row[j], cost === UNRELATED ? null : label, cost),
        withText(row[j + 1], null, UNRELATED),
        { cost: (next[j]?.cost ?? 0) + SKIP_LABEL, labels: next[j]?.labels ?? [] },
      ];
      next.push(options.reduce((a, b) => (b.cost < a.cost ? b : a)));
    });
    row = next;
  }
  return row[labels.length] ?? { cost: Number.POSITIVE_INFINITY, labels: [] };
}

function labelsSkipped(count: number): readonly Alignment[] {
  return Array.from({ length: count + 1 }, (_, j) => ({ cost: j * SKIP_LABEL, labels: [] }));
}

function withText(from: Alignment | undefined, label: string | null, cost: number): Alignment {
  return { cost: (from?.cost ?? Number.POSITIVE_INFINITY) + cost, labels: [...(from?.labels ?? []), label] };
}

function matchCost(text: string, label: string): number {
  if (text === label) return 0;
  return isNear(text, label) ? 1 : UNRELATED;
}
