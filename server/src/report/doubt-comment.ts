// The comment above a row whose values an import left open: what the source has, and what they may be. It is written here and read back here.
import type { ColumnDefinition } from '../forms/edition.ts';
import { labelIn } from '../forms/labels.ts';

/** What is known of a row that is left open. */
export interface Doubt {
  readonly label: string;
  /** The cells that the source has. */
  readonly found: readonly string[];
  readonly columns: readonly ColumnDefinition[];
  /** What its values may be, one text for each column; only where these differ they are open. */
  readonly readings: readonly (readonly string[])[];
  /** Why they are open, where there are no readings. */
  readonly reason: string;
}

/** What the open cells of a row may hold: the columns by their index, and a text for each. */
export interface Candidate {
  readonly columns: readonly number[];
  readonly texts: readonly string[];
}

const SHOWN = 6;
const BLANK = '空';
const MAY_BE = '可能是';
const OR = ' 或者 ';
const CANDIDATES = new RegExp(`”，([^”]*?)${MAY_BE} (.+?)(?:，等\\d+种读法)?$`, 'u');

/** The comment, without its slashes. */
export function doubtComment({ label, found, columns, readings, reason }: Doubt): string {
  const source = found.map((cell) => (cell === '' ? '（空）' : cell)).join(' ');
  const head = `待核：${label}：原文为“${source}”`;
  if (readings.length === 0) return `${head}，${reason}，请对照原文填写`;
  const open = columns.flatMap((_, i) => (readings.some((values) => values[i] !== readings[0]?.[i]) ? [i] : []));
  if (open.length === 0) return `${head}，数是推断的，请对照原文核对`;
  const names = open.length === columns.length ? [] : open.map((i) => nameOf(columns, i));
  const all = [...new Set(readings.map((values) => open.map((i) => values[i] || BLANK).join(' ')))];
  const more = all.length > SHOWN ? `，等${all.length}种读法` : '';
  return `${head}，${names.join('、')}${MAY_BE} ${all.slice(0, SHOWN).join(OR)}${more}`;
}

/** What a comment says the open cells of a row with these columns may hold; none where it is another comment, or another row's. */
export function candidatesIn(comment: string, columns: readonly ColumnDefinition[]): readonly Candidate[] {
  const [, names = '', all] = CANDIDATES.exec(comment) ?? [];
  if (all === undefined) return [];
  const known = columns.map((_, i) => nameOf(columns, i));
  const open = names === '' ? [...columns.keys()] : names.split('、').map((name) => known.indexOf(name));
  if (open.includes(-1)) return [];
  const candidates = all.split(OR).map((each) => ({
    columns: open,
    texts: each.split(' ').map((text) => (text === BLANK ? '' : text)),
  }));
  return candidates.filter(({ texts }) => texts.length === open.length);
}

function nameOf(columns: readonly ColumnDefinition[], i: number): string {
  const column = columns[i];
  return column ? labelIn('short', column) : '';
}
