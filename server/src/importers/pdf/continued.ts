import { standardForms } from '../../forms/index.ts';
import { isRowLabel } from '../../report/label-index.ts';
import { canonical } from '../../text/canonical.ts';

type Rows = readonly (readonly string[])[];

/**
 * A table and its continuation on the next page, with the labels put together that the end of the page tore: （四）无 and
 * 法提供. A row whose halves stand on both pages becomes one. What is no label of the form when joined stays as it is.
 */
export function joinedOverPages(rows: Rows, next: Rows): Rows {
  const before = rows.map((row) => [...row]);
  const after = next.map((row) => [...row]);
  const [last, first] = [before.at(-1), after[0]];
  if (!last || !first || last.length !== first.length) return [...rows, ...next];
  let isTornRow = false;
  first.forEach((rest, column) => {
    const upper = before.findLast((row) => row[column] !== '');
    const begun = upper?.[column] ?? '';
    if (!upper || rest === '' || !isTornLabel(begun, rest)) return;
    upper[column] = begun + rest;
    first[column] = '';
    isTornRow ||= upper === last;
  });
  const fits = last.every((text, column) => text === '' || first[column] === '');
  if (!isTornRow || !fits) return [...before, ...after];
  const whole = last.map((text, column) => text || (first[column] ?? ''));
  return [...before.slice(0, -1), whole, ...after.slice(1)];
}

function isTornLabel(begun: string, rest: string): boolean {
  const forms = standardForms();
  return !isRowLabel(canonical(rest), forms) && isRowLabel(canonical(begun + rest), forms);
}
