import { canonical } from '../../text/canonical.ts';
import { withoutNotes } from '../../text/label-notes.ts';
import { append } from '../../text/lists.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Piece } from './pieces.ts';

/** A run of values on one line, and the fragments of labels around it. */
export interface Group {
  readonly cells: readonly string[];
  /** The fragments on its own line, and those between it and the groups before and after. */
  readonly own: readonly Fragment[];
  readonly before: readonly Fragment[];
  readonly after: readonly Fragment[];
}

export interface Fragment {
  readonly text: string;
  readonly canonical: string;
  /** Its place among the pieces. */
  readonly at: number;
}

/** A line that holds all rows of a table. */
export interface Wide {
  readonly rows: number;
  /** Of each row. */
  readonly values: number;
}

interface Line {
  readonly cells: string[];
  readonly fragments: Fragment[];
}

/**
 * The groups of values, line by line. Lines of one value each, without a label, make up one group; a line without labels
 * that holds the values of all rows of `wide` is parted into these.
 */
export function groupsOf(pieces: readonly Piece[], vocabulary: Vocabulary, wide: Wide | null): readonly Group[] {
  const runs: { cells: string[]; own: readonly Fragment[] }[] = [];
  const between: Fragment[][] = [[]];
  let single = false;
  for (const { cells, fragments } of linesOf(pieces, vocabulary)) {
    const alone = cells.length === 1 && fragments.length === 0;
    const last = runs.at(-1);
    if (alone && single && last) append(last.cells, cells);
    else if (cells.length > 0) {
      runs.push({ cells: [...cells], own: fragments });
      between.push([]);
    } else append(between.at(-1) ?? [], fragments);
    single = alone;
  }
  return runs.flatMap((run, i) =>
    parted(run.cells, run.own, wide).map((cells) => ({
      cells,
      own: run.own,
      before: between[i] ?? [],
      after: between[i + 1] ?? [],
    })),
  );
}

function linesOf(pieces: readonly Piece[], vocabulary: Vocabulary): readonly Line[] {
  const lines = new Map<number, Line>();
  pieces.forEach((piece, at) => {
    if (piece.kind === 'gap') return;
    const line = lines.get(piece.block) ?? { cells: [], fragments: [] };
    lines.set(piece.block, line);
    if (piece.kind === 'text')
      line.fragments.push({ text: piece.text, canonical: labelOf(piece.text, vocabulary), at });
    else if (piece.kind === 'value') line.cells.push(piece.text);
  });
  return [...lines.values()];
}

/** A text as the forms spell it, without the note behind it where it is a label then. */
function labelOf(text: string, { terms }: Vocabulary): string {
  const whole = canonical(text);
  const label = withoutNotes(whole);
  return !terms.has(whole) && terms.has(label) ? label : whole;
}

function parted(cells: readonly string[], own: readonly Fragment[], wide: Wide | null): readonly (readonly string[])[] {
  if (!wide || own.length > 0 || cells.length !== wide.rows * wide.values) return [cells];
  return Array.from({ length: wide.rows }, (_, i) => cells.slice(i * wide.values, (i + 1) * wide.values));
}
