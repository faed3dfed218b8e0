import { canonical } from '../../text/canonical.ts';
import { readCell } from '../../text/cell-value.ts';
import { withoutNotes } from '../../text/label-notes.ts';
import { ordinalOf } from '../../text/ordinals.ts';
import type { Block } from '../source.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { isUnit, isValue, wordsOf } from '../words.ts';

/**
 * What a table falls into: fragments of labels and heads, values, blank cells, and places that may have been blank cells
 * (`gap`: an empty paragraph between cells).
 */
export interface Piece {
  readonly kind: 'text' | 'value' | 'blank' | 'gap';
  readonly text: string;
  /** The block that it comes from. */
  readonly block: number;
}

const DIGITS = /[0-9０-９]/;
const NUMBER_RUN = /[+＋-]?[0-9０-９]+(?:[.．,，][0-9０-９]+)*/g;
const LONGEST_CELL = 5000;
const LONGEST_LABEL = 200;

/** The pieces of consecutive blocks, in the order of the text. */
export function piecesOf(blocks: readonly Block[], vocabulary: Vocabulary): readonly Piece[] {
  const pieces = blocks.flatMap((block, i): readonly Piece[] => {
    const texts = block.kind === 'row' ? cellPieces(block.cells, vocabulary) : linePieces(block.text, vocabulary);
    return texts.map(({ kind, text }) => ({ kind, text, block: i }));
  });
  return pieces.map((piece, i) => (isTorn(piece, pieces[i - 1], vocabulary) ? { ...piece, kind: 'text' } : piece));
}

/** 无 or / out of a label torn into single characters, rather than in a cell. */
function isTorn(piece: Piece, before: Piece | undefined, vocabulary: Vocabulary): boolean {
  if (piece.kind !== 'value' || before?.kind !== 'text' || before.block === piece.block) return false;
  const text = canonical(before.text);
  return !DIGITS.test(piece.text) && !vocabulary.terms.has(text) && vocabulary.holds(text + canonical(piece.text));
}

type Read = Pick<Piece, 'kind' | 'text'>;

function cellPieces(cells: readonly string[], vocabulary: Vocabulary): readonly Read[] {
  const first = cells.findIndex((cell) => cell !== '');
  const from = first >= 0 && readCell(cells[first] ?? '').kind === 'text' ? first : 0;
  return cells.slice(from).flatMap((cell): readonly Read[] => {
    if (cell === '') return [{ kind: 'blank', text: '' }];
    return isValue(cell) ? [{ kind: 'value', text: cell }] : textPieces(cell, vocabulary);
  });
}

function linePieces(text: string, vocabulary: Vocabulary): readonly Read[] {
  if (text.trim() === '') return [{ kind: 'gap', text: '' }];
  if (isLabel(text, vocabulary)) return [{ kind: 'text', text: text.trim() }];
  return wordsOf(text).flatMap((token): readonly Read[] =>
    isValue(token) ? [{ kind: 'value', text: token }] : textPieces(token, vocabulary),
  );
}

/** Whether a text is a label of the table, perhaps with a note in brackets behind it. */
function isLabel(text: string, { terms }: Vocabulary): boolean {
  if (text.length > LONGEST_LABEL) return false;
  const label = canonical(text);
  return terms.has(label) || terms.has(withoutNotes(label));
}

/** A text with the numbers that stuck to its labels parted from them: 规章000行政规范性文件6021. */
function textPieces(text: string, vocabulary: Vocabulary): readonly Read[] {
  if (!DIGITS.test(text) || text.length > LONGEST_CELL || isLabel(text, vocabulary)) return [{ kind: 'text', text }];
  const before = valueBeforeLabel(text, vocabulary);
  if (before !== '')
    return [{ kind: 'value', text: before }, ...textPieces(text.slice(before.length).trim(), vocabulary)];
  const pieces: Read[] = [];
  let from = 0;
  for (const run of text.matchAll(NUMBER_RUN)) {
    const end = endOfValue(text, run.index, run.index + run[0].length, vocabulary);
    const label = text.slice(from, run.index);
    if (end <= run.index || label.trim() === '' || !endsWithLabel(label, vocabulary)) continue;
    const rest = text.slice(end).trim();
    if (rest !== '' && !beginsWithLabel(rest, vocabulary) && !isUnit(rest)) continue;
    const unit = isUnit(rest) ? rest : '';
    pieces.push({ kind: 'text', text: label.trim() }, { kind: 'value', text: text.slice(run.index, end) + unit });
    from = end + text.slice(end).indexOf(unit) + unit.length;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? pieces : [...pieces, { kind: 'text', text: rest }];
}

const FIRST_NUMBER = /^[0-9０-９]+(?:[.．,，][0-9０-９]+)*(?=\s|[^0-9０-９.．、,，])/;

/** The number before a label that has one of its own, `91 三、本年度办理结果`, as the line's end between them was lost; empty where none stands there. */
function valueBeforeLabel(text: string, vocabulary: Vocabulary): string {
  const number = FIRST_NUMBER.exec(text)?.[0] ?? '';
  const rest = text.slice(number.length).trim();
  return number !== '' && ordinalOf(rest) !== null && beginsWithLabel(rest, vocabulary) ? number : '';
}

/** Where a run of digits ends as a value: before the last digit where that begins the next label, `00002.其他…`. */
function endOfValue(text: string, start: number, end: number, vocabulary: Vocabulary): number {
  if (!/[.．、]/.test(text[end] ?? '')) return end;
  return beginsWithLabel(text.slice(end - 1), vocabulary) ? Math.max(start, end - 1) : end;
}

function beginsWithLabel(text: string, vocabulary: Vocabulary): boolean {
  return vocabulary.termsAt(canonical(text.slice(0, 60))).length > 0;
}

function endsWithLabel(text: string, vocabulary: Vocabulary): boolean {
  const end = canonical(text.slice(-60));
  const near = vocabulary.nearest(end);
  // Digits in a bracket that is still open are those of a note, but where a label of the form has it.
  if (/\([^()]*$/.test(end) && end.lastIndexOf('(') > 0 && !near?.text.includes('(', 1)) return false;
  if (/[:：]$/.test(end) || near !== null) return true;
  for (let from = Math.max(0, end.length - 45); from < end.length - 1; from++) {
    if (vocabulary.terms.has(end.slice(from))) return true;
  }
  return false;
}
