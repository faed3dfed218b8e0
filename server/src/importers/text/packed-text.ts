// The texts that a record of a scraper or an interface holds.
import { standardForms } from '../../forms/index.ts';
import { canonical } from '../../text/canonical.ts';

/** Shorter values of a record are names, dates and addresses. */
const SHORTEST_TEXT = 200;
const LONGEST_TITLE = 100;
const DEEPEST = 12;

/** The main text of a record, and its title where it has one of its own. */
export interface PackedText {
  readonly title: string | null;
  readonly text: string;
}

/** The texts in JSON or in JSON Lines; null where it is neither, or holds none. Linear in its length. */
export function packedTexts(source: string): readonly PackedText[] | null {
  const trimmed = source.trim();
  if (!/^[[{"]/.test(trimmed)) return null;
  const whole = parsed(trimmed);
  const values = whole ?? linesParsed(trimmed);
  const texts = values?.flatMap((value) => textsIn(value, 0)) ?? [];
  return texts.length > 0 ? texts : null;
}

function parsed(text: string): readonly unknown[] | null {
  try {
    return [JSON.parse(text)];
  } catch {
    return null;
  }
}

function linesParsed(text: string): readonly unknown[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  return values.every((value) => value !== null) ? values.flat() : null;
}

function textsIn(value: unknown, depth: number): readonly PackedText[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') return value.length < SHORTEST_TEXT ? [] : [{ title: null, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const values: readonly unknown[] = Object.values(value);
  const own = values.filter((each): each is string => typeof each === 'string');
  const [longest = ''] = [...own].sort((a, b) => b.length - a.length);
  const inner = values.flatMap((each) => (typeof each === 'object' ? textsIn(each, depth + 1) : []));
  if (Array.isArray(value)) return [...own.flatMap((each) => textsIn(each, depth + 1)), ...inner];
  if (longest.length < SHORTEST_TEXT) return inner;
  const { endsAsTitle, endsAsTitleVariant } = standardForms().words;
  const title = own.find((each) => {
    const text = each.length <= LONGEST_TITLE ? canonical(each) : '';
    return endsAsTitle(text) || endsAsTitleVariant(text);
  });
  return [{ title: title ?? null, text: longest }, ...inner];
}
