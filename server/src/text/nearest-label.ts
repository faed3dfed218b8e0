import { distance } from 'fastest-levenshtein';

/** How far a misspelt label may be from the official one: edits allowed for its length. */
function tolerance(length: number): number {
  if (length < 3) return 0;
  if (length < 7) return 1;
  return Math.min(4, Math.floor(length * 0.3));
}

/**
 * The one label that `text` is a misspelt or cut form of, or null where none or more than one fits.
 * Both sides are canonical. A cut form is a beginning of at least four characters.
 */
export function nearestLabel(text: string, labels: readonly string[]): string | null {
  if (text.length < 2 || text.length > 120) return null;
  let best: string | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const label of labels) {
    const cost = cutOrMisspelt(text, label);
    if (cost === null || cost > bestCost) continue;
    tied = cost === bestCost && label !== best;
    best = label;
    bestCost = cost;
  }
  return tied ? null : best;
}

function cutOrMisspelt(text: string, label: string): number | null {
  if (text.length >= 4 && label.length > text.length && label.startsWith(text)) return 0.5;
  if (Math.abs(text.length - label.length) > tolerance(label.length)) return null;
  const edits = distance(text, label);
  return edits <= tolerance(label.length) ? edits : null;
}
