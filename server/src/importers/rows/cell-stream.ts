import { ruleOf } from '../../figures/row-rule.ts';
import type { FormTable } from '../../forms/form.ts';
import { canonical } from '../../text/canonical.ts';
import { append, greatest } from '../../text/lists.ts';
import type { Term, Vocabulary } from '../vocabulary.ts';
import { headerRows, type RawRows } from './head-rows.ts';
import { type Label, labelsOf } from './labels.ts';
import type { Piece } from './pieces.ts';
import { blanksAfterHeads, valuesOf } from './row-values.ts';

const ORDINAL = /^[0-9０-９]{1,2}$/;

/** A row of the stream: the labels up to a run of values, and that run. */
interface Stretch {
  labels: readonly Label[];
  readonly cells: readonly Piece[];
}

/**
 * Rows rebuilt from a table that lies there cell by cell, where labels come before their values: each run of values
 * belongs to the last label before it. What precedes that label are heads, groups, rows without values, or pieces of
 * group labels that were torn over several rows. `definition` tells how many values a row has, where it is known.
 */
export function rowsOfStream(pieces: readonly Piece[], vocabulary: Vocabulary, definition: FormTable | null): RawRows {
  const stretches = stretchesOf(pieces, vocabulary);
  mendTornGroups(stretches);
  partTornOrdinal(stretches, vocabulary);
  const closing = blanksAfterHeads(stretches.map(({ cells }) => cells));
  const values = (cells: readonly Piece[], term: Term | null): readonly string[] =>
    valuesOf(cells, term, definition, closing);
  const rows: (readonly string[])[] = [];
  let heads: Label[] = [];
  let headRows: Label[][] = [];
  const endHeads = (): void => {
    if (heads.length > 0) headRows.push(heads);
    heads = [];
  };
  const writeHeads = (next: Term | null): void => {
    endHeads();
    append(rows, headerRows(headRows, next, vocabulary));
    headRows = [];
  };
  for (const { labels, cells } of stretches) {
    const own = rowLabelAt(labels, cells);
    let groups: string[] = [];
    labels.forEach((label, i) => {
      if (i === own) {
        writeHeads(label.term);
        append(rows, [...groups.map((group) => [group]), [label.text, ...values(cells, label.term)]]);
        groups = [];
      } else if (label.term?.group && !label.term.isHead) {
        writeHeads(nextRow(labels, i));
        groups.push(label.text);
      } else if (label.term?.row && !label.term.isHead) {
        writeHeads(label.term);
        append(rows, [...groups.map((group) => [group]), [label.text]]);
        groups = [];
      } else heads.push(label);
    });
    if (groups.length > 0) rows.push(own < 0 ? [...groups, ...values(cells, null)] : groups);
    else if (own < 0 && cells.some((cell) => cell.kind === 'value')) {
      const last = isForeign(heads.at(-1), vocabulary) ? heads.pop() : undefined;
      writeHeads(null);
      rows.push([...(last ? [last.text] : []), ...values(cells, null)]);
    } else if (own < 0) endHeads();
  }
  writeHeads(null);
  return rows;
}

function stretchesOf(pieces: readonly Piece[], vocabulary: Vocabulary): Stretch[] {
  const stretches: Stretch[] = [];
  const crowded = crowdedBlocks(pieces);
  let texts: string[] = [];
  let cells: Piece[] = [];
  /** The last of the cells that is a value. */
  let last: Piece | null = null;
  const clear = (): void => {
    cells = [];
    last = null;
  };
  const end = (): void => {
    if (texts.length > 0 || cells.length > 0) stretches.push({ labels: labelsOf(texts, vocabulary), cells });
    texts = [];
    clear();
  };
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      if (cells.some((cell) => cell.kind !== 'gap')) end();
      clear();
      texts.push(piece.text);
    } else {
      if (piece.kind === 'value' && last && last.block !== piece.block && crowded.has(last.block)) end();
      cells.push(piece);
      if (piece.kind === 'value') last = piece;
    }
  }
  end();
  return stretches;
}

/**
 * The ordinal of a label that the text ends in the midst of, 2 of 2.其他…, is no value of the row before: it stands by
 * itself, below as many values as the row has.
 */
function partTornOrdinal(stretches: Stretch[], vocabulary: Vocabulary): void {
  const last = stretches.at(-1);
  if (!last) return;
  const term = last.labels[rowLabelAt(last.labels, last.cells)]?.term;
  const [end, before] = [last.cells.at(-1), last.cells.at(-2)];
  const wanted = term?.row?.values ?? [];
  const values = last.cells.slice(0, -1);
  if (!end || !term?.row || !ORDINAL.test(end.text) || end.block === before?.block) return;
  if (last.cells.some(({ kind }) => kind !== 'value') || !wanted.includes(values.length)) return;
  if (wanted.includes(last.cells.length) || !addUp(values, term.row.id, vocabulary)) return;
  stretches.splice(-1, 1, { labels: last.labels, cells: values }, { labels: [], cells: [end] });
}

/** Whether values can be those of a row, by the relations within it. */
function addUp(values: readonly Piece[], row: string, { definitions }: Vocabulary): boolean {
  return definitions.some((definition) => {
    const columns = definition.row(row)?.columns ?? [];
    const places = columns.map(({ id }) => ({ row, column: id }));
    const rule = ruleOf(definition, places, { labelled: true, filled: true });
    return columns.length === values.length && rule.allowed(values.map(({ text }) => text));
  });
}

/** The blocks with more than one piece: values on a line of their own below them aren't theirs. */
function crowdedBlocks(pieces: readonly Piece[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const crowded = new Set<number>();
  for (const { block } of pieces) {
    if (seen.has(block)) crowded.add(block);
    seen.add(block);
  }
  return crowded;
}

/** Which label the values belong to: the last one, if it labels a row, else none (-1). */
function rowLabelAt(labels: readonly Label[], cells: readonly Piece[]): number {
  const last = labels.findLastIndex((label) => label.term !== null);
  const term = labels[last]?.term;
  if (!term?.row || labels.slice(last + 1).some((label) => !isScrap(label))) return -1;
  const shown = cells.filter((cell) => cell.kind === 'value').length;
  // 行政复议, 复议后起诉, 总计 also head columns; values on the way to a row of fifteen aren't theirs.
  if (term.isHead && (shown === 0 || shown > greatest(term.row.values))) return -1;
  return last;
}

/** A label that the table has nothing like, not even as a piece of another. */
function isForeign(label: Label | undefined, vocabulary: Vocabulary): boolean {
  return label?.term === null && !vocabulary.holds(canonical(label.text));
}

/** A piece of no use by itself: a character or two of a label torn over rows. */
function isScrap(label: Label): boolean {
  return label.term === null && canonical(label.text).length <= 4;
}

function nextRow(labels: readonly Label[], from: number): Term | null {
  return labels.slice(from).find((label) => label.term?.row)?.term ?? null;
}

/** A group's label torn by the rows beside it, （四）无 … 法提供, put together at its first piece. */
function mendTornGroups(stretches: readonly Stretch[]): void {
  stretches.forEach((stretch, i) => {
    stretch.labels.forEach((label, k) => {
      const term = label.term;
      if (!term?.group || label.exact) return;
      const have = canonical(label.text);
      if (!term.official.startsWith(have)) return;
      const later = takeScraps(stretches.slice(i), term.official.slice(have.length));
      if (later) stretch.labels = stretch.labels.with(k, { ...label, text: term.official, exact: true });
    });
  });
}

/** Takes labels without a term that together read `missing` out of the stretches; false, and nothing taken, where there are none. */
function takeScraps(stretches: readonly Stretch[], missing: string): boolean {
  let rest = missing;
  const taken: Label[] = [];
  for (const { labels } of stretches) {
    for (const label of labels) {
      const text = canonical(label.text);
      if (label.term !== null || text === '' || !rest.startsWith(text)) continue;
      taken.push(label);
      rest = rest.slice(text.length);
      if (rest !== '') continue;
      for (const stretch of stretches)
        if (stretch.labels.some((each) => taken.includes(each)))
          stretch.labels = stretch.labels.filter((each) => !taken.includes(each));
      return true;
    }
  }
  return false;
}
