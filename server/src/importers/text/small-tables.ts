// Tables of a row or a few each, under headings of their own, as language models write a report's table down.

import { canonical } from '../../text/canonical.ts';
import { append } from '../../text/lists.ts';
import { headingOf, singleText } from '../headings.ts';
import type { Block, GridRow } from '../source.ts';
import { type Term, tableIds, vocabularyOf } from '../vocabulary.ts';
import { isValue } from '../words.ts';

const MARKDOWN_HEADING = /^#{2,6}\s+(?:\*\*)?(.+?)(?:\*\*)?\s*#*$/;
/** So many rows of heads in one part are those of small tables. */
const SEVERAL = 2;

export interface JoinedTables {
  readonly blocks: readonly Block[];
  /** What the heads of small tables read that the form doesn't have. */
  readonly strayHeads: readonly string[];
}

/**
 * The blocks with headings in Markdown as their text, and small tables put together: a row without a label takes the
 * heading above it, heads that come again or that no form has are left out.
 */
export function joinedTables(blocks: readonly Block[]): JoinedTables {
  const plain = blocks.map(withoutMarks);
  const strayHeads = new Set<string>();
  const result: Block[] = [];
  const parts = partsOf(plain);
  for (const part of parts) append(result, part.filter(isHeads).length < SEVERAL ? part : joined(part, strayHeads));
  return { blocks: result, strayHeads: [...strayHeads] };
}

function withoutMarks(block: Block): Block {
  const text = block.kind === 'paragraph' ? MARKDOWN_HEADING.exec(block.text)?.[1] : undefined;
  return text === undefined ? block : { kind: 'paragraph', text };
}

/** The blocks from each heading of a part to the next. */
function partsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    const text = singleText(block);
    if (text !== null && headingOf(text)) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

function isHeads(block: Block): boolean {
  return block.kind === 'row' && block.isHead === true && !block.cells.some((cell) => cell !== '' && isValue(cell));
}

/** The label of a row that a paragraph is. */
interface LabelAbove {
  readonly row: string;
  readonly text: string;
}

function joined(part: readonly Block[], strayHeads: Set<string>): readonly Block[] {
  const result: Block[] = [];
  const seen = new Set<string>();
  /** The label that the last paragraph is, with nothing but heads since. */
  let above: LabelAbove | null = null;
  let holdsValues = false;
  for (const block of part) {
    if (isHeads(block)) {
      if (keepsHeads(block, seen, strayHeads) && (!holdsValues || areOfOne(block))) result.push(block);
      continue;
    }
    const row: Block | null = block.kind === 'row' && above ? labelled(block, above) : null;
    holdsValues ||= block.kind === 'row';
    if (row) result.splice(lastParagraph(result), 1);
    result.push(row ?? block);
    above = block.kind === 'paragraph' ? labelAbove(block.text) : null;
  }
  return result;
}

/** Whether heads are the form's, and not there already; the others are told. */
function keepsHeads(block: Block, seen: Set<string>, strayHeads: Set<string>): boolean {
  const cells = block.kind === 'row' ? block.cells : [];
  const stray = strayIn(cells);
  for (const text of stray) strayHeads.add(text);
  const key = cells.map((cell) => canonical(cell)).join('|');
  // With a head over the labels or without.
  const isKnown = [...seen].some((each) => each.endsWith(key) || key.endsWith(each));
  if (stray.length === 0) seen.add(key);
  return stray.length === 0 && !isKnown;
}

function lastParagraph(blocks: readonly Block[]): number {
  return blocks.findLastIndex(({ kind }) => kind === 'paragraph');
}

/** The row with the label above it, where it has none or the same; null where it has another. */
function labelled(block: GridRow, above: LabelAbove): GridRow | null {
  const label = labelIn(block);
  if (label === null) return { kind: 'row', cells: [above.text, ...block.cells] };
  return termOf(label)?.row?.id === above.row ? block : null;
}

function labelAbove(text: string): LabelAbove | null {
  const row = termOf(text)?.row;
  return row ? { row: row.id, text } : null;
}

/** The label that a row begins with; null where it begins with a value. */
function labelIn({ cells }: GridRow): string | null {
  const first = cells.find((cell) => cell !== '');
  return first === undefined || isValue(first) ? null : first;
}

/** Whether all texts of a row are heads of one table. */
function areOfOne(block: Block): boolean {
  const cells = block.kind === 'row' ? block.cells : [];
  const texts = cells.flatMap((cell) => (cell === '' ? [] : [canonical(cell)]));
  return tableIds().some((id) => texts.every((text) => vocabularyOf(id).terms.get(text)?.isHead));
}

/** The heads that no table of a form has; none where the first alone is one. */
function strayIn(cells: readonly string[]): readonly string[] {
  const heads = cells.slice(1).filter((cell) => cell !== '');
  return heads.filter((head) => !tableIds().some((id) => vocabularyOf(id).terms.get(canonical(head))?.isHead));
}

function termOf(text: string): Term | null {
  const label = canonical(text);
  for (const id of tableIds()) {
    const { terms, nearest } = vocabularyOf(id);
    const term = terms.get(label) ?? (label.length >= 5 ? nearest(label) : null);
    if (term) return term;
  }
  return null;
}
