import { isStuck } from '../../figures/row-readings.ts';
import { numberOf } from '../../figures/row-rule.ts';
import type { TableId } from '../../forms/edition.ts';
import type { FormTable } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { cornerIn, knownLabels } from '../../forms/labels.ts';
import type { Table } from '../../report/report.ts';
import { canonical } from '../../text/canonical.ts';
import { greatest } from '../../text/lists.ts';
import type { Block } from '../source.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts';
import { isValue } from '../words.ts';
import { rowsOfLines } from './aligned-lines.ts';
import { blankLabelsIn, runsIn } from './broken-rows.ts';
import { rowsOfStream } from './cell-stream.ts';
import type { RawRows } from './head-rows.ts';
import { headedRows } from './headed-rows.ts';
import { withoutRepeats } from './merged-cells.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { bindRows, type TableReading } from './readings.ts';
import { withLabels } from './unlabelled-rows.ts';

/** How a table lay in the source. */
export type TableShape = 'rows' | 'cells' | 'lines';

export interface Rebuilt {
  readonly reading: TableReading;
  readonly shape: TableShape;
  /** The rows of the source, each from its last label on, blank cells left out. */
  readonly rows: ReadonlySet<string>;
  /** The values that stand side by side in them; see `runsIn`. */
  readonly runs: readonly string[];
  /** The labels with nothing but blank cells behind them; see `blankLabelsIn`. */
  readonly blankLabels: ReadonlyMap<string, number>;
  /** The values that the source's blocks hold. */
  readonly found: number;
  /** How many of them stand in texts that have come to no row. */
  readonly unread: number;
  /** Whether numbers lost what parted them. */
  readonly stuck: boolean;
  /** The year that the report is for, as far as is known. */
  readonly year: number | null;
  /** The labels of rows that had none. */
  readonly unlabelled: readonly string[];
}

/** Longer stretches are no table of the form. */
const MAX_BLOCKS = 6000;
const SCRAP_LENGTH = 8;
/** A longer row is several of them. */
const WIDEST_ROW = 30;
/** A text with fewer numbers is a label with a note. */
const FEWEST_UNREAD = 3;
const NUMBER = /[0-9０-９]+(?:,[0-9]{3})*(?:\.[0-9]+)?/g;
/** Such a share of a form's labels is its table, though without values. */
const MOST_LABELS = 0.7;

/**
 * Puts a table together again, whatever its cells have come to: as rows that only have to be read, as a stream of cells in
 * which labels come before values, or as lines on which they came apart. The reading that fills the form best is taken,
 * of equally good ones the first, which trusts the source most. Null where the stretch is too long for a table.
 */
export function rebuild(source: readonly Block[], id: TableId, year: number | null, lost = false): Rebuilt | null {
  if (source.length > MAX_BLOCKS) return null;
  const vocabulary = vocabularyOf(id);
  const blocks = withoutRepeats(source, vocabulary);
  const pieces = piecesOf(blocks, vocabulary);
  const given = pieces.filter((piece) => piece.kind === 'value' && /[0-9０-９]/.test(piece.text)).length;
  const own = new Set(blocks.flatMap((block) => (block.kind === 'row' ? [fromLastLabel(block.cells)] : [])));
  const asGiven = {
    rows: own,
    runs: runsIn(blocks),
    blankLabels: blankLabelsIn(blocks),
    found: given,
    unread: 0,
    year,
  };
  let best: Rebuilt | null = null;
  for (const { shape, rows: told } of attempts(blocks, pieces, vocabulary, year)) {
    const { rows, labels } = withLabels(told, vocabulary);
    const reading = withHeadedRows(bindRows(rows, id, year, lost), rows, id, year);
    const stuck = rows.some((row) => row.some(isStuck));
    const rebuilt = { reading, shape, ...asGiven, stuck, unlabelled: labels };
    if (reading.complete || (shape === 'rows' && reading.fits)) return rebuilt;
    if (best === null || reading.score > best.reading.score) best = rebuilt;
  }
  best &&= withUnreadTexts(best, pieces);
  const labels =
    lost && !best?.reading.parts.some((part) => 'definition' in part) ? blankRows(pieces, vocabulary, year) : null;
  if (!labels) return best;
  const strays = pieces.filter(({ kind }) => kind === 'value').map(({ text }) => text);
  const reading = bindRows(strays.length > 0 ? [...labels, strays] : labels, id, year);
  return { reading, shape: 'lines', ...asGiven, stuck: false, unlabelled: [] };
}

/** With the texts of several numbers that have come to no row, below the table: they are values that nothing told as such. */
function withUnreadTexts(rebuilt: Rebuilt, pieces: readonly Piece[]): Rebuilt {
  const { reading, found } = rebuilt;
  const numbersOf = (text: string): number => text.match(NUMBER)?.length ?? 0;
  const suspects = pieces.filter(({ kind, text }) => kind === 'text' && numbersOf(text) >= FEWEST_UNREAD);
  if (suspects.length === 0) return rebuilt;
  const tables = reading.parts.filter((part): part is Table => 'definition' in part);
  const lines = tables.flatMap((table) => table.lines.filter(({ kind }) => kind !== 'header'));
  const texts = lines.flatMap(({ line }) => line.cells.map((cell) => canonical(cell.text)));
  const unread = suspects.filter(({ text }) => !texts.includes(canonical(text)));
  if (unread.length === 0) return rebuilt;
  const numbers = unread.reduce((sum, { text }) => sum + numbersOf(text), 0);
  const parts = [...reading.parts, ...unread.map(({ text }) => [text])];
  return { ...rebuilt, reading: { ...reading, parts }, found: found + numbers, unread: numbers };
}

function withHeadedRows(reading: TableReading, rows: RawRows, id: TableId, year: number | null): TableReading {
  const [only, ...others] = reading.parts;
  if (others.length > 0 || !only || !('definition' in only)) return reading;
  const added = headedRows(only.definition, rows.flat(), new Set(only.rows.keys()));
  return added.length > 0 ? bindRows([...rows, ...added], id, year) : reading;
}

function fromLastLabel(cells: readonly string[]): string {
  const shown = cells.filter((cell) => cell !== '');
  return shown
    .slice(
      Math.max(
        0,
        shown.findLastIndex((cell) => !isValue(cell)),
      ),
    )
    .join(' ');
}

function* attempts(
  blocks: readonly Block[],
  pieces: readonly Piece[],
  vocabulary: Vocabulary,
  year: number | null,
): Generator<{ readonly shape: TableShape; readonly rows: RawRows }> {
  const isBare = pieces.every(({ kind }) => kind === 'text' || kind === 'gap');
  const labels = isBare ? blankRows(pieces, vocabulary, year) : null;
  if (labels) yield { shape: 'lines', rows: labels };
  if (blocks.some((block) => block.kind === 'row' && block.cells.filter((cell) => cell !== '').length > 1)) {
    const given = rowsAsTheyAre(blocks);
    const rows = withLostEnds(given);
    // Short rows may lack the cells of labels that go on from above.
    if (rows !== given) yield { shape: 'rows', rows: given };
    yield { shape: 'rows', rows };
    const narrower = withoutBlankColumns(rows);
    if (narrower) yield { shape: 'rows', rows: narrower };
  }
  // Only where it isn't told which cells are blank does the form tell more than its rows' labels.
  const forms = pieces.some((piece) => piece.kind === 'gap') ? vocabulary.definitions : [];
  for (const form of [null, ...forms])
    yield { shape: 'cells', rows: withoutScraps(rowsOfStream(pieces, vocabulary, form), vocabulary) };
  for (const rows of rowsOfLines(pieces, vocabulary)) yield { shape: 'lines', rows: withoutScraps(rows, vocabulary) };
}

/** The form's rows, all blank, where the source has their labels; null where it has few of them. */
function blankRows(pieces: readonly Piece[], { definitions }: Vocabulary, year: number | null): RawRows | null {
  const texts = new Set(pieces.map(({ text }) => canonical(text)));
  const own = year === null ? undefined : standardForms().forYear(year);
  const shareOf = ({ rows }: FormTable): number =>
    rows.filter(({ row }) => knownLabels(row).some((label) => texts.has(canonical(label)))).length / rows.length;
  const isOwn = (table: FormTable): number => (own?.tables.includes(table) ? 1 : 0);
  const told = definitions.filter((table) => shareOf(table) >= MOST_LABELS);
  const [best] = told.sort((a, b) => isOwn(b) - isOwn(a) || shareOf(b) - shareOf(a));
  if (!best) return null;
  return best.blocks.flatMap((block) => {
    const columns = best.columnsOf(block);
    const own = best.rows.filter((each) => each.block === block);
    return [
      [cornerIn('official', block), ...columns.map(({ label }) => label)],
      ...own.map(({ row }) => [row.label, ...columns.map(() => '')]),
    ];
  });
}

function rowsAsTheyAre(blocks: readonly Block[]): RawRows {
  return blocks.flatMap((block) => {
    if (block.kind === 'row') return block.cells.every((cell) => /^:?-{2,}:?$/.test(cell)) ? [] : [block.cells];
    return block.text.trim() === '' ? [] : [[block.text.trim()]];
  });
}

/**
 * Rows of the same length, where blank cells at their ends were lost: others inside the rows show that blank cells were kept.
 * Where no two of them are neighbours, several may have been merged into one: a row whose last number is the sum of the
 * others then lost them there, and stays short.
 */
function withLostEnds(rows: RawRows): RawRows {
  const keepsBlanks = rows.some((row) => holdsBlankInside(row));
  if (!keepsBlanks) return rows;
  const width = greatest(rows.map((row) => row.length));
  if (width > WIDEST_ROW) return rows;
  const mayBeMerged = !rows.some((row) =>
    /[^|]\|\|\|+[^|]/.test(row.map((cell) => (cell === '' ? '' : 'x')).join('|')),
  );
  return rows.map((row) => {
    const values = row.filter(isNumber).map((cell) => numberOf(cell) ?? 0);
    const total = values.at(-1) ?? 0;
    const endsInTotal = total > 0 && 2 * total === values.reduce((sum, value) => sum + value, 0);
    const lostInside = endsInTotal && mayBeMerged && holdsBlankInside(row);
    const isLabelled = row.some((cell) => cell !== '' && !isValue(cell));
    if (row.length >= width || values.length === 0 || !isLabelled || lostInside) return row;
    return [...row, ...Array.from({ length: width - row.length }, () => '')];
  });
}

function holdsBlankInside(row: readonly string[]): boolean {
  const first = row.findIndex((cell) => cell !== '');
  const last = row.findLastIndex((cell) => cell !== '');
  return row.slice(first, last + 1).some((cell) => cell === '');
}

/** Without the columns in which no row of the usual width has anything, of a single row but those at its ends; null where there are none. */
function withoutBlankColumns(rows: RawRows): RawRows | null {
  const widths = new Map<number, number>();
  for (const row of rows) if (row.some(isNumber)) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const width = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const usual = rows.filter((row) => row.length === width && row.some(isNumber));
  const [first = []] = usual;
  const ends = { from: first.findIndex((cell) => cell !== ''), to: first.findLastIndex((cell) => cell !== '') };
  const isAlone = usual.length === 1;
  const shown = Array.from(
    { length: width },
    (_, i) => usual.some((row) => row[i] !== '') || (isAlone && i > ends.from && i < ends.to),
  );
  if (shown.every((each) => each)) return null;
  return rows.map((row) => (usual.includes(row) ? row.filter((_, i) => shown[i]) : row));
}

function isNumber(cell: string): boolean {
  return cell !== '' && isValue(cell);
}

/** Without rows that are nothing but a piece of a label torn over other rows. */
function withoutScraps(rows: RawRows, vocabulary: Vocabulary): RawRows {
  return rows.filter((row) => {
    const texts = row.filter((cell) => cell !== '');
    return texts.length === 0 || !texts.every((text) => isScrap(text, vocabulary));
  });
}

function isScrap(cell: string, vocabulary: Vocabulary): boolean {
  const text = canonical(cell);
  return text.length <= SCRAP_LENGTH && !isValue(cell) && vocabulary.holds(text) && !vocabulary.terms.has(text);
}
