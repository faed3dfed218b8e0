import type { Forms } from '../forms/form.ts';
import { misspeltPlaces } from './misspelt.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Reading } from './reading.ts';
import { readingOf } from './reading-of-steps.ts';
import { search } from './search.ts';
import type { Stream } from './stream.ts';

/**
 * The likeliest reading of a stream as a report. `form` is the id of the edition that its year asks for, or null. Linear in the
 * length of the stream.
 */
export function recognise(stream: Stream, forms: Forms, form: string | null): Reading {
  const exact = occurrencesIn(stream, forms);
  const first = search(stream, exact, forms, form);
  const misspelt = misspeltPlaces(stream, first.steps, exact, forms);
  if (misspelt.size === 0) return readingOf(stream, first.steps, forms);
  const all = occurrencesIn(stream, forms, misspelt);
  return readingOf(stream, search(stream, all, forms, form).steps, forms);
}
