import { hash } from '../text/hash.ts';
import type { DocumentContext } from './context.ts';

/** What the findings of a report depend on, in short: its text, whichever version a client calls it, and what is around it. */
export function resultIdOf({ snapshot, stamp }: DocumentContext): string {
  return `${hash(snapshot.text)}.${stamp}`;
}
