// Which row of a form the fragments of labels around values speak for.
import type { BlockDefinition, RowDefinition } from '../../forms/edition.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Fragment } from './line-groups.ts';

/** A row of the form that a group of values may belong to. */
export interface Target {
  readonly row: RowDefinition;
  readonly block: BlockDefinition;
  readonly labels: readonly string[];
}

/** The row that a fragment labels by itself, or null. */
export function rowNamed({ canonical: text }: Fragment, vocabulary: Vocabulary): string | null {
  const term = vocabulary.terms.get(text);
  return term?.row && !term.isHead ? term.row.id : null;
}

/** How much of the row's label the fragments make up, from 0 to 1. */
export function support(target: Target, fragments: readonly Fragment[], vocabulary: Vocabulary): number {
  const length = target.labels[0]?.length ?? 1;
  let sum = 0;
  for (const fragment of fragments)
    if (belongsTo(fragment, target, vocabulary)) sum += fragment.canonical.length / length;
  return Math.min(1, sum);
}

export function belongsTo(fragment: Fragment, target: Target, vocabulary: Vocabulary): boolean {
  const named = rowNamed(fragment, vocabulary);
  if (named !== null) return named === target.row.id;
  const text = fragment.canonical;
  const term = vocabulary.terms.get(text);
  if (term) return term.row?.id === target.row.id;
  if (text.length > 1 && target.labels[0]?.includes(text)) return true;
  return vocabulary.nearest(text)?.row?.id === target.row.id;
}
