// Merges that nobody has settled: what git leaves in a file where two sides changed the same lines.
import type { Line, Tree } from '../syntax/tree.ts';
import { lastUpTo } from '../text/sorted.ts';
import { encloses, type Span } from '../text/span.ts';

/** Marks of git with nothing between them, or one mark alone. */
export interface Conflict {
  /** From the first mark's line to the end of the last one's. */
  readonly span: Span;
  /** What our side wrote, which is read; empty for a mark alone. */
  readonly ours: Span;
  /** What the other side wrote; empty for a mark alone. */
  readonly theirs: Span;
  readonly marks: readonly Span[];
}

export type ConflictSide = 'ours' | 'theirs';

interface Mark {
  readonly kind: 'open' | 'base' | 'middle' | 'close';
  readonly span: Span;
}

const MARK = /(?<![^\r\n\ufeff])(<{7}|>{7}|\|{7}|={7})(?:$| [^\r\n]*|(?=[\r\n]))/g;
const KINDS: Readonly<Record<string, Mark['kind']>> = { '<': 'open', '|': 'base', '=': 'middle', '>': 'close' };

/** The conflicts of a text, in order. `=======` and `|||||||` are marks only between `<<<<<<<` and `>>>>>>>`. */
export function conflictsIn(text: string): readonly Conflict[] {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return [];
  const conflicts: Conflict[] = [];
  let open: Mark[] = [];
  for (const mark of marksIn(text)) {
    if (mark.kind === 'open') {
      if (open[0]) conflicts.push(alone(open[0]));
      open = [mark];
    } else if (mark.kind === 'close') {
      conflicts.push(open[0] ? between([...open, mark]) : alone(mark));
      open = [];
    } else if (open.length > 0) open.push(mark);
  }
  if (open[0]) conflicts.push(alone(open[0]));
  return conflicts;
}

/** The tree with what `side` wrote alone: all other lines of conflicts and the marks say nothing, and their entries are gone. */
export function ofSide(side: ConflictSide, tree: Tree, conflicts: readonly Conflict[]): Tree {
  if (conflicts.length === 0) return tree;
  const { frontMatter } = tree;
  return {
    ...tree,
    frontMatter: frontMatter && {
      ...frontMatter,
      entries: frontMatter.entries.filter(({ span }) => !isOther(side, conflicts, span)),
    },
    lines: tree.lines.map((line) => (isOther(side, conflicts, line.span) ? conflictLine(line, conflicts) : line)),
  };
}

/** The conflict in which a stretch of the text begins, or null. */
export function conflictAt(conflicts: readonly Conflict[], { start }: Span): Conflict | null {
  const conflict = lastUpTo(conflicts, start, ({ span }) => span.start);
  return conflict && start <= conflict.span.end ? conflict : null;
}

function marksIn(text: string): readonly Mark[] {
  return [...text.matchAll(MARK)].map(({ 0: image, index }) => ({
    kind: KINDS[image.charAt(0)] ?? 'open',
    span: { start: index, end: index + image.length },
  }));
}

function alone({ span }: Mark): Conflict {
  const nothing = { start: span.end, end: span.end };
  return { span, ours: nothing, theirs: nothing, marks: [span] };
}

function between(marks: readonly Mark[]): Conflict {
  const spans = marks.map(({ span }) => span);
  const [first, second, last] = [spans[0], spans[1], spans.at(-1)];
  const start = first?.start ?? 0;
  const ours = { start: first?.end ?? start, end: second?.start ?? start };
  const middle = marks.find(({ kind }) => kind === 'middle')?.span ?? last;
  const theirs = { start: middle?.end ?? start, end: last?.start ?? start };
  return { span: { start, end: last?.end ?? start }, ours, theirs, marks: spans };
}

function isOther(side: ConflictSide, conflicts: readonly Conflict[], line: Span): boolean {
  const conflict = conflictAt(conflicts, line);
  return (
    conflict !== null && (conflict.marks.some(({ start }) => start === line.start) || !encloses(conflict[side], line))
  );
}

function conflictLine({ span, number }: Line, conflicts: readonly Conflict[]): Line {
  const isMark = conflictAt(conflicts, span)?.marks.some(({ start }) => start === span.start) === true;
  return { kind: 'conflict', span, number, isMark };
}
