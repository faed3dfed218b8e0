import type { BlockDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { cornerIn, labelIn } from '../forms/labels.ts';
import type { CellNode, RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { withoutNotes } from '../text/label-notes.ts';
import { isNearLabel, nearestLabel } from '../text/nearest-label.ts';
import type { LabelIndex } from './label-index.ts';
import type { Head, LabelMatch } from './report.ts';

const SKIP_LABEL = 0.6;
const UNRELATED = 3;
const ALIGNMENT_MEMORY = 200;

/** The heads on a header line: each cell with the official text that it stands for. */
export function bindHeads(line: RowLine, index: LabelIndex, block: BlockDefinition | null): readonly Head[] {
  const cells = line.cells.filter((cell) => cell.text !== '');
  const exact = cells.map((cell) => knownHead(canonical(cell.text), index));
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
  // A head of several merged ones stands more than once on a line, misspelt alike.
  const alike = new Map(cells.flatMap((cell, i) => (aligned[i] ? [[canonical(cell.text), aligned[i]]] : [])));
  return cells.map((cell, i) => {
    const known = exact[i];
    if (known) return head(cell, known.official, known.match);
    const official = aligned[i] ?? alike.get(canonical(cell.text)) ?? null;
    return head(cell, official, official === null ? 'none' : 'misspelt');
  });
}

/** The head that a canonical text is, perhaps with a note in brackets behind it. */
function knownHead(
  text: string,
  { heads }: LabelIndex,
): { readonly official: string; readonly match: LabelMatch } | undefined {
  const found = heads.get(text);
  if (found || !text.endsWith(')')) return found;
  const noted = heads.get(withoutNotes(text));
  return noted && { ...noted, match: 'variant' };
}

/** A head alone on its line, such as the title of a block, can be any of the table's. */
function loneHead(cell: CellNode, index: LabelIndex): Head {
  const nearest = nearestLabel(canonical(cell.text), index.headSet);
  const official = nearest === null ? undefined : index.heads.get(nearest)?.official;
  return head(cell, official ?? null, official === undefined ? 'none' : 'misspelt');
}

function head(cell: CellNode, official: string | null, match: Head['match']): Head {
  return { cell, official, match };
}

/** Whether a canonical text is the beginning, or a misspelt form, of a head. */
export function isNearHead(text: string, index: LabelIndex): boolean {
  for (const official of index.heads.keys()) if (isNear(text, official)) return true;
  return false;
}

function isNear(text: string, official: string): boolean {
  return (text.length >= 2 && official.startsWith(text)) || isNearLabel(text, official);
}

/** Labels in the order in which they stand on one line. */
type Sequence = readonly { readonly official: string; readonly canonical: string }[];

/** The orders in which heads stand on one line: the canonical header of the block, and the lines of the official one. */
function sequences(table: FormTable, block: BlockDefinition | null): readonly Sequence[] {
  return table.derived(sequencesByBlock).get(block?.id ?? null) ?? [];
}

function sequencesByBlock(table: FormTable): ReadonlyMap<string | null, readonly Sequence[]> {
  return new Map([null, ...table.blocks].map((block) => [block?.id ?? null, headerSequences(table, block)] as const));
}

function headerSequences(table: FormTable, block: BlockDefinition | null): readonly Sequence[] {
  const blocks = block ? [block] : table.blocks;
  const canonicalHeaders = blocks.flatMap((each) => {
    const columns = table.columnsOf(each);
    const official = columns.map(({ label }) => ({ official: label, canonical: canonical(label) }));
    const short = columns.map((column) => ({ official: column.label, canonical: canonical(labelIn('short', column)) }));
    const corners = [each.corner, ...each.cornerVariants].map((text) => spelt(text));
    return [
      ...corners.map((corner) => [...corner, ...official]),
      [...spelt(each.corner, cornerIn('short', each)), ...short],
    ];
  });
  if (table.blocks.length > 1) return canonicalHeaders;
  const official = table.headLines.filter((row) => row.length > 1);
  return [...official.map((row) => row.flatMap((text) => spelt(text))), ...canonicalHeaders];
}

function spelt(official: string, text = official): Sequence {
  return text === '' ? [] : [{ official: official || text, canonical: canonical(text) }];
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
function bestAlignment(texts: readonly string[], candidates: readonly Sequence[]): readonly (string | null)[] {
  let best: Alignment = { cost: Number.POSITIVE_INFINITY, labels: [] };
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

/** What is done with a text and a label: the text takes the label (or uses up its place), stays unrelated, or the label is skipped. */
type Step = 'take' | 'unrelated' | 'skip';

/** The cheapest order-preserving assignment of labels to texts; every text takes a label or stays unrelated. */
function align(texts: readonly string[], sequence: Sequence): Alignment {
  let costs: readonly number[] = Array.from({ length: sequence.length + 1 }, (_, j) => j * SKIP_LABEL);
  const steps: (readonly Step[])[] = [];
  for (const text of texts) {
    const next = [at(costs, 0) + UNRELATED];
    const taken: Step[] = ['unrelated'];
    sequence.forEach((label, j) => {
      const take = at(costs, j) + matchCost(text, label.canonical);
      const unrelated = at(costs, j + 1) + UNRELATED;
      const skip = at(next, j) + SKIP_LABEL;
      const least = Math.min(take, unrelated, skip);
      next.push(least);
      taken.push(take === least ? 'take' : unrelated === least ? 'unrelated' : 'skip');
    });
    costs = next;
    steps.push(taken);
  }
  return { cost: at(costs, sequence.length), labels: labelsTaken(texts, sequence, steps) };
}

function at(costs: readonly number[], i: number): number {
  return costs[i] ?? Number.POSITIVE_INFINITY;
}

/** Follows the steps back from the end. */
function labelsTaken(
  texts: readonly string[],
  sequence: Sequence,
  steps: readonly (readonly Step[])[],
): readonly (string | null)[] {
  const labels: (string | null)[] = texts.map(() => null);
  let j = sequence.length;
  for (let i = texts.length - 1; i >= 0; i--) {
    while (j > 0 && steps[i]?.[j] === 'skip') j--;
    if (steps[i]?.[j] !== 'take') continue;
    j--;
    const label = sequence[j];
    if (label && matchCost(texts[i] ?? '', label.canonical) < UNRELATED) labels[i] = label.official;
  }
  return labels;
}

function matchCost(text: string, label: string): number {
  if (text === label) return 0;
  return isNear(text, label) ? 1 : UNRELATED;
}
