import type { TableId } from '../forms/edition.ts';
import { standardForms } from '../forms/index.ts';
import type { Words } from '../forms/words.ts';
import { anyOf } from '../text/any-of.ts';
import { canonical } from '../text/canonical.ts';
import { readCell } from '../text/cell-value.ts';
import { greatest, least } from '../text/lists.ts';
import { type Heading, headingOf, singleText } from './headings.ts';
import type { Block } from './source.ts';
import { tableIds, type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { isValue, withoutValues, wordsOf } from './words.ts';

/** The blocks from `from` to before `to` are a table of the form, in whatever state. */
export interface Region {
  readonly table: TableId;
  readonly from: number;
  readonly to: number;
}

/** Where a source's headings and tables are. */
export interface Outline {
  /** By the index of their block. */
  readonly headings: ReadonlyMap<number, Heading>;
  readonly regions: readonly Region[];
}

/** What a block tells of being part of a table: the cost of reading it as one, and of not doing so. */
interface Evidence {
  readonly inside: number;
  readonly outside: number;
}

/** A label or head of the table. */
const STRONG: Evidence = { inside: -1, outside: 1 };
const ANOTHERS = 4;
/** A piece of a label. */
const WEAK: Evidence = { inside: -0.2, outside: 0.1 };
const VALUES: Evidence = { inside: -0.3, outside: 0.6 };
const NOTHING: Evidence = { inside: 0, outside: 0 };
/** A row or a label with a number that the form doesn't have. */
const EXTRA: Evidence = { inside: 0, outside: 0.3 };
const SHORT: Evidence = { inside: 1.5, outside: 0 };
const PROSE: Evidence = { inside: 3, outside: 0 };
const HEADING: Evidence = { inside: 1000, outside: 0 };
const ENTER = { expected: 1, unexpected: 4 };
const LEAVE = 0.5;

/** What is counted, and how many: `…发布总数量：62`. */
function extraLabel({ amountEndings }: Words): RegExp {
  return new RegExp(`(?:${anyOf(amountEndings)}|[(（][^()（）]{1,20}[)）])\\s*[:：]\\s*[\\d.,]+$`);
}

const SHORT_LENGTH = 40;
const LONGEST_LABEL = 160;
const GLUED = { length: 10, coverage: 0.7 };
const FEWEST_LABELS = 2;
/** Pieces of a table are no further apart. */
const FEW_BLOCKS = 12;

/** Finds headings and tables: the reading of all blocks that is likeliest as a whole. */
export function outlineOf(blocks: readonly Block[]): Outline {
  const headings = new Map<number, Heading>();
  blocks.forEach((block, i) => {
    const text = singleText(block);
    const heading = text === null ? null : headingOf(text);
    if (heading) headings.set(i, heading);
  });
  const states = likeliest(blocks, headings);
  return { headings, regions: joinedRegions(regionsOf(blocks, states), blocks, headings) };
}

type State = TableId | null;

function likeliest(blocks: readonly Block[], headings: ReadonlyMap<number, Heading>): readonly State[] {
  const states: readonly State[] = [null, ...tableIds()];
  const from: number[][] = [];
  let costs = states.map((state) => (state === null ? 0 : Number.POSITIVE_INFINITY));
  let expected: State = null;
  blocks.forEach((block, i) => {
    const heading = headings.get(i);
    if (heading) expected = heading.table;
    const evidence = heading ? tableIds().map(() => HEADING) : evidenceOf(block);
    const outside = greatest(evidence.map((each) => each.outside));
    const origin: number[] = [];
    costs = states.map((state, s) => {
      const own = state === null ? outside : (evidence[s - 1]?.inside ?? 0);
      let best = Number.POSITIVE_INFINITY;
      states.forEach((previous, p) => {
        const cost = (costs[p] ?? 0) + change(previous, state, expected);
        if (cost < best) {
          best = cost;
          origin[s] = p;
        }
      });
      return best + own;
    });
    from.push(origin);
  });
  return traced(states, costs, from);
}

function change(previous: State, next: State, expected: State): number {
  if (previous === next) return 0;
  const leave = previous === null ? 0 : LEAVE;
  if (next === null) return leave;
  return leave + (next === expected ? ENTER.expected : ENTER.unexpected);
}

function traced(states: readonly State[], costs: readonly number[], from: readonly number[][]): readonly State[] {
  let at = costs.indexOf(least(costs));
  const result: State[] = [];
  for (let i = from.length - 1; i >= 0; i--) {
    result.push(states[at] ?? null);
    at = from[i]?.[at] ?? 0;
  }
  return result.reverse();
}

function regionsOf(blocks: readonly Block[], states: readonly State[]): readonly Region[] {
  const regions: Region[] = [];
  for (let from = 0; from < states.length; ) {
    const table = states[from] ?? null;
    let to = from + 1;
    while (to < states.length && states[to] === table) to++;
    if (table !== null) {
      const trimmed = trim(blocks, from, to);
      if (holdsLabels(blocks.slice(trimmed.from, trimmed.to), table)) regions.push({ table, ...trimmed });
    }
    from = to;
  }
  return regions;
}

/** Regions of one table put together where but a few short lines part them, and no label comes again. */
function joinedRegions(
  regions: readonly Region[],
  blocks: readonly Block[],
  headings: ReadonlyMap<number, Heading>,
): readonly Region[] {
  const result: Region[] = [];
  let seen = new Set<string>();
  for (const region of regions) {
    const own = rowsIn(blocks.slice(region.from, region.to), region.table);
    const last = result.at(-1);
    const isNext = last?.table === region.table && arePieces(last.to, region.from, blocks, headings);
    if (last && isNext && !own.some((row) => seen.has(row))) result[result.length - 1] = { ...last, to: region.to };
    else {
      result.push(region);
      seen = new Set();
    }
    for (const row of own) seen.add(row);
  }
  return result;
}

function arePieces(
  from: number,
  to: number,
  blocks: readonly Block[],
  headings: ReadonlyMap<number, Heading>,
): boolean {
  if (to - from > FEW_BLOCKS) return false;
  return blocks.slice(from, to).every((block, i) => {
    const text = singleText(block) ?? '';
    return !headings.has(from + i) && text.length <= SHORT_LENGTH && !/[。；！？]/.test(text);
  });
}

/** The rows that the stretch has labels of, by their ids. */
function rowsIn(blocks: readonly Block[], table: TableId): readonly string[] {
  const { terms } = vocabularyOf(table);
  return blocks.flatMap((block) =>
    (block.kind === 'row' ? block.cells : [block.text]).flatMap((text) => {
      const term = text === '' ? undefined : terms.get(canonical(text));
      return term?.row && !term.isHead ? [term.row.id] : [];
    }),
  );
}

/** Whether a stretch holds labels of the table, each by itself, stuck together or a character to a line. */
function holdsLabels(blocks: readonly Block[], table: TableId): boolean {
  const vocabulary = vocabularyOf(table);
  const texts = blocks
    .flatMap((block) => (block.kind === 'row' ? block.cells : [block.text]))
    .filter((text) => text !== '' && !isValue(text));
  const labels = texts.filter((text) => lineEvidence(text)(vocabulary) === STRONG);
  return labels.length >= FEWEST_LABELS || isGlued(withoutItemNumbers(texts.join('')), vocabulary);
}

function trim(blocks: readonly Block[], from: number, to: number): { readonly from: number; readonly to: number } {
  let [first, last] = [from, to];
  while (first < last && isBlank(blocks[first])) first++;
  while (last > first && isBlank(blocks[last - 1])) last--;
  // Blank cells at the end belong to the last row.
  while (isBlank(blocks[last])) last++;
  return { from: first, to: last };
}

function isBlank(block: Block | undefined): boolean {
  if (block?.kind === 'row') return block.cells.every((cell) => cell === '');
  return block?.text.trim() === '';
}

function evidenceOf(block: Block): readonly Evidence[] {
  const evidence = block.kind === 'row' ? rowEvidence(block.cells) : lineEvidence(block.text);
  const each = tableIds().map((table) => evidence(vocabularyOf(table)));
  const strong = each.includes(STRONG);
  return each.map((evidence) =>
    strong && evidence !== STRONG && evidence !== WEAK ? { inside: ANOTHERS, outside: evidence.outside } : evidence,
  );
}

/** What a text tells of each table by its words, which are read once for all of them. */
type EvidenceFor = (vocabulary: Vocabulary) => Evidence;

function rowEvidence(cells: readonly string[]): EvidenceFor {
  const shown = cells.filter((cell) => cell !== '');
  if (shown.length === 0) return () => NOTHING;
  const [only] = shown;
  if (shown.length === 1 && only !== undefined) return cellEvidence(only, cells.length === 1);
  const texts = shown.filter((cell) => readCell(cell).kind === 'text').map((cell) => canonical(cell.slice(0, 200)));
  if (texts.length === 0) return () => VALUES;
  return ({ terms, nearest, holds }) => {
    if (texts.some((text) => terms.has(text) || (text.length >= 5 && nearest(text)))) return STRONG;
    return texts.every((text) => holds(text)) ? WEAK : EXTRA;
  };
}

function cellEvidence(text: string, isAlone: boolean): EvidenceFor {
  const asLine = lineEvidence(text);
  return (vocabulary) => {
    const evidence = asLine(vocabulary);
    return isAlone && (evidence === SHORT || evidence === PROSE) && text.length <= LONGEST_LABEL
      ? { inside: Math.min(evidence.inside, 1), outside: 0.1 }
      : evidence;
  };
}

function lineEvidence(line: string): EvidenceFor {
  const text = line.trim();
  if (text === '') return () => NOTHING;
  const glued = withoutItemNumbers(text);
  if (text.length > LONGEST_LABEL) return (vocabulary) => (isGlued(glued, vocabulary) ? STRONG : PROSE);
  const whole = canonical(text);
  const words = wordsOf(text);
  const texts = words.filter((word) => !isValue(word)).map((word) => canonical(word));
  const label = canonical(withoutValues(text));
  const isExtra =
    standardForms().words.derived(extraLabel).test(text) || (words.length - texts.length > 1 && !/[。，；]/.test(text));
  const other = text.length <= SHORT_LENGTH && !/[。；，,;]/.test(text) ? SHORT : PROSE;
  return (vocabulary) => {
    const { terms, nearest, holds } = vocabulary;
    if (terms.has(whole)) return STRONG;
    if (texts.length === 0) return VALUES;
    if (terms.has(label) || (label.length >= 5 && nearest(label))) return STRONG;
    const known = texts.filter((word) => terms.has(word) && word.length > 1).length;
    if (texts.every((word) => terms.has(word) || holds(word))) return known > 0 ? STRONG : WEAK;
    if (isGlued(glued, vocabulary) || (known > 0 && words.length > texts.length)) return STRONG;
    return isExtra ? EXTRA : other;
  };
}

/** Labels stuck together without the numbers of their rows; empty where the text is too short or too long for them. */
function withoutItemNumbers(text: string): string {
  if (text.length < GLUED.length || text.length > 4000) return '';
  return canonical(text).replace(/(?<!\d)\d{1,2}\.(?=\D)/g, '');
}

/** Whether a line is little but labels and numbers stuck together. */
function isGlued(whole: string, vocabulary: Vocabulary): boolean {
  let [covered, letters, labels] = [0, 0, 0];
  // Beyond so many letters of something else the rest can't outweigh them.
  const mostOthers = (1 - GLUED.coverage) * whole.length;
  for (let i = 0; i < whole.length && letters - covered <= mostOthers + 1; ) {
    const term = vocabulary.termAt(whole, i, 2);
    const length = term?.text.length ?? 1;
    if (term || !/[\d.,]/.test(whole.charAt(i))) letters += length;
    if (term) {
      covered += length;
      labels++;
    }
    i += length;
  }
  return labels > 0 && letters > 0 && covered / letters >= GLUED.coverage && (labels > 1 || /\d$/.test(whole));
}
