import { distance } from 'fastest-levenshtein';

const CUT_LENGTH = 4;

/** How many edits a misspelt label may be away from the official one, by its length. */
function tolerance(length: number): number {
  if (length < 3) return 0;
  if (length < 7) return 1;
  return Math.min(4, Math.floor(length * 0.3));
}

/**
 * The labels that `text` is a misspelt or cut form of, all of them equally near; empty where none fits. Both sides are
 * canonical. A cut form is a beginning of at least four characters. `maxEdits` lowers the tolerance, and excludes cuts
 * longer than it.
 */
export function nearestLabels(
  text: string,
  labels: readonly string[],
  maxEdits = Number.POSITIVE_INFINITY,
): readonly string[] {
  if (text.length < 2 || text.length > 120) return [];
  let best: string[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const label of labels) {
    const cost = misspellingCost(text, label, maxEdits);
    if (cost === null || cost > bestCost) continue;
    if (cost < bestCost) best = [];
    best.push(label);
    bestCost = cost;
  }
  return best;
}

/** The one nearest label, or null where none or several are equally near. */
export function nearestLabel(text: string, labels: readonly string[], maxEdits?: number): string | null {
  const [first, second] = nearestLabels(text, labels, maxEdits);
  return first !== undefined && second === undefined ? first : null;
}

function misspellingCost(text: string, label: string, maxEdits: number): number | null {
  const lost = label.length - text.length;
  if (text.length >= CUT_LENGTH && lost > 0 && lost <= maxEdits && label.startsWith(text)) return 0.5;
  const allowed = Math.min(tolerance(label.length), maxEdits);
  if (allowed === 0 || Math.abs(lost) > allowed) return null;
  const edits = distance(text, label);
  return edits <= allowed ? edits : null;
}
