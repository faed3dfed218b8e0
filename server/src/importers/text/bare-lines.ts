// The lines of a text as they are where no border in them is trusted: every sign between cells is a bar, and nothing else is told.
import { SEPARATOR } from '../../recognise/stream.ts';
import type { Block } from '../source.ts';

/** So many commas, most of them beside a figure, a quotation mark or another comma, stand between cells. */
const FEWEST_COMMAS = 30;
const MOST_IN_TEXT = 0.5;
/** Where so many bars and TABs stand, these part the cells. */
const MOST_BARS = 30;
/** Another comma between cells is no further away. */
const REACH = 40;

const UPRIGHTS = /[\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551]/g;
/** A line drawn between rows, with its corners. */
const DRAWN =
  /[\u250c-\u254b\u2552-\u256c]*[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550][\u2500-\u2501\u2504\u2505\u2508\u2509\u250c-\u254d\u2550\u2552-\u256c]*/g;
const GRID_LINE = /\+(?:[-=](?:\s?[-=]){2,}\+)+/g;
/** The line below the heads of a table in Markdown, perhaps broken by a margin; single dashes may be blank values. */
const RULE = /\|(?:\s*(?::(?:\s?-)+(?:\s?:)?|(?:-\s?)+:|-(?:\s?-){2,})\s*\|)+/g;
const QUOTED_NUMBER = /"([\d０-９]{1,3}(?:,[\d０-９]{3})+(?:\.[\d０-９]+)?)"/g;

/** Each line of a text as a paragraph. Linear in their length. */
export function bareLines(lines: readonly string[]): readonly Block[] {
  const plain = lines.map(withBars);
  const parted = holdsCommasBetweenCells(plain) ? plain.map(withSeparators) : plain;
  return parted.flatMap((line) => line.split('\n')).map((text) => ({ kind: 'paragraph', text }));
}

function withBars(line: string): string {
  return line
    .replace(DRAWN, '\n')
    .replace(GRID_LINE, '\n')
    .replace(RULE, '\n')
    .replace(UPRIGHTS, '|')
    .replace(QUOTED_NUMBER, (_, number: string) => number.replaceAll(',', ''));
}

const BETWEEN_CELLS = /,(?=[\d０-９,"]|$)|(?<=[\d０-９,"]),/g;
/** Between a label and its values: numbers with separators of thousands have none. */
const AFTER_LABEL = /[^\d０-９,"],(?=[\d０-９,"])/g;
const FEWEST_AFTER_LABELS = 10;

function holdsCommasBetweenCells(lines: readonly string[]): boolean {
  let [between, after, all, bars] = [0, 0, 0, 0];
  for (const line of lines) {
    between += line.match(BETWEEN_CELLS)?.length ?? 0;
    after += line.match(AFTER_LABEL)?.length ?? 0;
    all += line.match(/,/g)?.length ?? 0;
    bars += line.match(/[|｜\t]/g)?.length ?? 0;
  }
  return after >= FEWEST_AFTER_LABELS && between >= FEWEST_COMMAS && between >= all * MOST_IN_TEXT && bars < MOST_BARS;
}

/** A line with its commas as separators, but for those that no other is near to. */
function withSeparators(line: string): string {
  const places = [...line.matchAll(/,/g)].map(({ index }) => index);
  const alone = new Set(
    places.filter((at, i) => at - (places[i - 1] ?? -REACH) > REACH && (places[i + 1] ?? at + 2 * REACH) - at > REACH),
  );
  return line.replace(/,/g, (comma, at: number) => (alone.has(at) ? comma : SEPARATOR));
}
