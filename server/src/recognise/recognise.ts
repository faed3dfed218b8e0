import type { Forms } from '../forms/form.ts';
import { misspeltPlaces } from './misspelt.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Reading } from './reading.ts';
import { readingOf } from './reading-of-steps.ts';
import { search } from './search.ts';
import type { Stream } from './stream.ts';

/**
 * The likeliest reading of a stream as a report; null where it is none, as there is too much to choose from. `form` is the id of
 * the edition that its year asks for, or null. Linear in the length of the stream.
 */
export function recognise(stream: Stream, forms: Forms, form: string | null): Reading | null {
  const exact = occurrencesIn(stream, forms);
  const first = search(stream, exact, forms, form);
  if (!first) return null;
  const misspelt = misspeltPlaces(stream, first, exact, forms);
  if (misspelt.size === 0) return readingOf(stream, first, forms);
  const second = search(stream, occurrencesIn(stream, forms, misspelt), forms, form);
  return second && readingOf(stream, second, forms);
}
