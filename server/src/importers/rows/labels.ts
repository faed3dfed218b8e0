import { canonical } from '../../text/canonical.ts';
import { withoutNotes } from '../../text/label-notes.ts';
import { joinLines } from '../joined-lines.ts';
import type { Term, Vocabulary } from '../vocabulary.ts';

/** A label put together from its fragments. */
export interface Label {
  /** As the source has it, its fragments joined. */
  readonly text: string;
  /** What it is, or null where the table has nothing like it. */
  readonly term: Term | null;
  /** Whether it is a spelling that is in use, and no misspelt or cut one. */
  readonly exact: boolean;
}

const COST = {
  label: 0.1,
  join: 0.15,
  offBoundary: 0.3,
  near: 1.2,
  nearJoin: 0.25,
  piece: 1,
  unknown: 2,
  unknownCharacter: 0.3,
  character: 0.9,
};
const MAX_JOINED = 5;
/** Beyond, a text is no heap of labels. */
const MAX_LENGTH = 4000;

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly label: Label | null;
}

/**
 * The labels that consecutive fragments make up, at the least cost: labels torn over fragments are joined, labels glued
 * to one another are parted, misspelt ones are recognised by whole fragments. Nothing of the text is lost: what is no
 * label comes back as one without a term.
 */
export function labelsOf(fragments: readonly string[], vocabulary: Vocabulary): readonly Label[] {
  const parts = fragments.map((text) => ({ text, canonical: canonical(text) })).filter((part) => part.canonical !== '');
  const whole = parts.map((part) => part.canonical).join('');
  if (whole.length > MAX_LENGTH) return fragments.map((text) => ({ text, term: null, exact: false }));
  const starts = new Map<number, number>();
  let at = 0;
  parts.forEach((part, i) => {
    starts.set(at, i);
    at += part.canonical.length;
  });
  starts.set(at, parts.length);
  return backtrack(cheapest(whole, parts, starts, vocabulary), whole, parts, starts);
}

interface Part {
  readonly text: string;
  readonly canonical: string;
}

function cheapest(
  whole: string,
  parts: readonly Part[],
  starts: ReadonlyMap<number, number>,
  vocabulary: Vocabulary,
): readonly Step[] {
  const steps: Step[] = [{ cost: 0, from: 0, label: null }];
  const partAt = parts.flatMap((part, i) => Array.from(part.canonical, () => i));
  const offer = (to: number, cost: number, from: number, label: Label | null): void => {
    const known = steps[to];
    if (!known || cost < known.cost) steps[to] = { cost, from, label };
  };
  for (let i = 0; i < whole.length; i++) {
    const here = steps[i];
    if (!here) continue;
    const onBoundary = starts.has(i);
    for (const term of vocabulary.termsAt(whole, i)) {
      const end = i + term.text.length;
      const off = (onBoundary ? 0 : COST.offBoundary) + (starts.has(end) ? 0 : COST.offBoundary);
      const joins = COST.join * ((partAt[end - 1] ?? 0) - (partAt[i] ?? 0));
      offer(end, here.cost + COST.label + off + joins, i, { text: '', term, exact: true });
    }
    const first = starts.get(i);
    if (first !== undefined) offerFragments(first, i, here.cost, parts, vocabulary, offer);
    offer(i + 1, here.cost + COST.character, i, null);
  }
  return steps;
}

function offerFragments(
  first: number,
  at: number,
  cost: number,
  parts: readonly Part[],
  vocabulary: Vocabulary,
  offer: (to: number, cost: number, from: number, label: Label | null) => void,
): void {
  let joined = '';
  for (let count = 1; count <= MAX_JOINED; count++) {
    const part = parts[first + count - 1];
    if (!part) return;
    joined += part.canonical;
    if (count === 1) {
      const unknown = vocabulary.holds(joined)
        ? COST.piece
        : Math.max(COST.unknown, joined.length * COST.unknownCharacter);
      offer(at + joined.length, cost + unknown, at, { text: '', term: null, exact: false });
    }
    const bare = withoutNotes(joined);
    const term = bare.length <= 120 ? vocabulary.nearest(bare) : null;
    const near = COST.near + COST.nearJoin * (count - 1);
    if (term) offer(at + joined.length, cost + near, at, { text: '', term, exact: false });
  }
}

function backtrack(
  steps: readonly Step[],
  whole: string,
  parts: readonly Part[],
  starts: ReadonlyMap<number, number>,
): readonly Label[] {
  const labels: Label[] = [];
  let loose = '';
  const flush = (): void => {
    if (loose !== '') labels.push({ text: loose, term: null, exact: false });
    loose = '';
  };
  for (let end = whole.length; end > 0; ) {
    const { from, label } = steps[end] ?? { from: end - 1, label: null };
    if (label) {
      flush();
      labels.push({ ...label, text: sourceText(from, end, whole, parts, starts) });
    } else loose = whole.slice(from, end) + loose;
    end = from;
  }
  flush();
  return labels.reverse();
}

/** The fragments between two places joined as the source writes them; the canonical text where they were parted inside. */
function sourceText(
  from: number,
  to: number,
  whole: string,
  parts: readonly Part[],
  starts: ReadonlyMap<number, number>,
): string {
  const [first, last] = [starts.get(from), starts.get(to)];
  if (first === undefined || last === undefined) return whole.slice(from, to);
  return joinLines(parts.slice(first, last).map((part) => part.text));
}
