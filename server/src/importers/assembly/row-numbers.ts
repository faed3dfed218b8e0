// The ordinals of rows, which a sheet has in a column of its own before the labels.
import type { Block } from '../source.ts';
import { isValue } from '../words.ts';

/** So many that count on from 1 in one table, and in others, and such a share of all numbers before a text, are ordinals. */
const FEWEST = 5;
const FEWEST_OF_TABLE = 3;
const MOST = 0.6;
const ORDINAL = /^[0-9０-９]{1,2}$/;

interface Place {
  readonly block: number;
  /** The cell of a row; -1 for a paragraph. */
  readonly cell: number;
  readonly text: string;
}

/** The blocks without the numbers that count the rows of tables: values right before a text, each one more than the last. */
export function withoutRowNumbers(blocks: readonly Block[]): readonly Block[] {
  const numbers = numbersBeforeTexts(blocks);
  const runs = runsFromOne(numbers);
  const counted = runs.flat();
  if (!runs.some(({ length }) => length >= FEWEST) || counted.length < MOST * numbers.length) return blocks;
  const byBlock = Map.groupBy(counted, ({ block }) => block);
  return blocks.flatMap((block, i) => {
    const own = byBlock.get(i)?.map(({ cell }) => cell) ?? [];
    if (own.length === 0) return [block];
    if (block.kind !== 'row') return [];
    const cells = block.cells.map((cell, at) => (own.includes(at) ? '' : cell));
    return cells.every((cell) => cell === '') ? [] : [{ ...block, cells }];
  });
}

/** Those of the numbers that count on from 1, of each table by themselves. */
function runsFromOne(numbers: readonly Place[]): readonly (readonly Place[])[] {
  const runs: Place[][] = [];
  for (const number of numbers) {
    const value = Number(number.text.normalize('NFKC'));
    const last = runs.at(-1);
    if (last && value === last.length + 1) last.push(number);
    else if (value === 1) runs.push([number]);
  }
  return runs.filter(({ length }) => length >= FEWEST_OF_TABLE);
}

/** The short numbers that stand right before a text, with but blank cells between. */
function numbersBeforeTexts(blocks: readonly Block[]): readonly Place[] {
  const places: Place[] = [];
  let last: Place | null = null;
  const read = (place: Place): void => {
    if (place.text === '') return;
    if (!isValue(place.text) && last !== null && ORDINAL.test(last.text)) places.push(last);
    last = isValue(place.text) ? place : null;
  };
  blocks.forEach((block, i) => {
    if (block.kind === 'row') block.cells.forEach((text, cell) => void read({ block: i, cell, text }));
    else read({ block: i, cell: -1, text: block.text.trim() });
  });
  return places;
}
