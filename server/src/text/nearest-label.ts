import { distance } from 'fastest-levenshtein';

const CUT_LENGTH = 4;
const LONGEST = 120;
const MOST_TOLERATED = 4;

/** How many edits a misspelt label may be away from the official one, by its length. */
function tolerance(length: number): number {
  if (length < 3) return 0;
  if (length < 7) return 1;
  return Math.min(MOST_TOLERATED, Math.floor(length * 0.3));
}

/** Labels made ready to be looked through for one text after another. */
export interface LabelSet {
  readonly labels: readonly string[];
  /** Of each label two numbers: which of 64 classes of characters it holds. */
  readonly held: Int32Array;
}

/** Makes a set of canonical labels, in their order. */
export function labelSet(labels: Iterable<string>): LabelSet {
  const all = [...labels];
  const held = new Int32Array(2 * all.length);
  all.forEach((label, i) => void held.set(classesIn(label), 2 * i));
  return { labels: all, held };
}

function classesIn(text: string): readonly [number, number] {
  let [low, high] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const kind = Math.imul(text.charCodeAt(i), 0x9e3779b1) >>> 26;
    if (kind < 32) low |= 1 << kind;
    else high |= 1 << (kind - 32);
  }
  return [low, high];
}

function bitsIn(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The labels that `text` is a misspelt or cut form of, all of them equally near; empty where none fits. Both sides are
 * canonical. A cut form is a beginning of at least four characters. `maxEdits` lowers the tolerance, and excludes cuts
 * longer than it.
 */
export function nearestLabels(
  text: string,
  { labels, held }: LabelSet,
  maxEdits = Number.POSITIVE_INFINITY,
): readonly string[] {
  if (text.length < 2 || text.length > LONGEST) return [];
  const [low, high] = classesIn(text);
  let best: string[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? '';
    // What a text holds and a label doesn't costs an edit for each.
    const foreign = bitsIn(low & ~(held[2 * i] ?? 0)) + bitsIn(high & ~(held[2 * i + 1] ?? 0));
    if (foreign > MOST_TOLERATED) continue;
    const cost = misspellingCost(text, label, maxEdits);
    if (cost === null || cost > bestCost) continue;
    if (cost < bestCost) best = [];
    best.push(label);
    bestCost = cost;
  }
  return best;
}

/** The one nearest label, or null where none or several are equally near. */
export function nearestLabel(text: string, labels: LabelSet, maxEdits?: number): string | null {
  const [first, second] = nearestLabels(text, labels, maxEdits);
  return first !== undefined && second === undefined ? first : null;
}

/** Whether `text` is a misspelt or cut form of this one label. */
export function isNearLabel(text: string, label: string, maxEdits = Number.POSITIVE_INFINITY): boolean {
  return text.length >= 2 && text.length <= LONGEST && misspellingCost(text, label, maxEdits) !== null;
}

function misspellingCost(text: string, label: string, maxEdits: number): number | null {
  const lost = label.length - text.length;
  if (text.length >= CUT_LENGTH && lost > 0 && lost <= maxEdits && label.startsWith(text)) return 0.5;
  const allowed = Math.min(tolerance(label.length), maxEdits);
  if (allowed === 0 || Math.abs(lost) > allowed || isFarther(text, label, allowed)) return null;
  const edits = distance(text, label);
  return edits <= allowed ? edits : null;
}

/** How often each UTF-16 unit is left to be matched; all zero between calls. */
const left = new Int16Array(0x10000);

/**
 * Whether so many characters of the longer text have no like in the shorter that the two must be more than `edits` apart:
 * each of them costs an edit. False says nothing.
 */
export function isFarther(one: string, other: string, edits: number): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  for (let i = 0; i < short.length; i++) left[short.charCodeAt(i)] = (left[short.charCodeAt(i)] ?? 0) + 1;
  let unmatched = 0;
  for (let i = 0; i < long.length && unmatched <= edits; i++) {
    const unit = long.charCodeAt(i);
    const count = left[unit] ?? 0;
    if (count > 0) left[unit] = count - 1;
    else unmatched++;
  }
  for (let i = 0; i < short.length; i++) left[short.charCodeAt(i)] = 0;
  return unmatched > edits;
}
