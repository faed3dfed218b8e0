import type { Form } from '../forms/form.ts';
import { type Formula, formulaOf } from '../forms/formula.ts';
import type { Quantity } from '../forms/quantities.ts';

/** The formulas that a quantity has in a form, one for each way to read it; those whose cells the form lacks are left out. */
export function formulasOf(form: Form, quantity: Quantity): readonly Formula[] {
  return quantity.readings.flatMap((rows) => formula(form, sumText(quantity, rows)) ?? []);
}

/** That a quantity is nothing. */
export function zeroFormulas(form: Form, quantity: Quantity): readonly Formula[] {
  return quantity.readings.flatMap((rows) => formula(form, `${sumText(quantity, rows)}=0`) ?? []);
}

/** That two quantities are the same, reading by reading. */
export function sameFormulas(form: Form, one: Quantity, other: Quantity): readonly Formula[] {
  return one.readings.flatMap((rows, i) => {
    const others = other.readings[i];
    return (others && formula(form, `${sumText(one, rows)}=${sumText(other, others)}`)) ?? [];
  });
}

/** A quantity as a percentage of another. */
export function shareFormulas(form: Form, part: Quantity, whole: Quantity): readonly Formula[] {
  const [rows] = whole.readings;
  if (!rows) return [];
  return part.readings.flatMap((each) => {
    const text = sumText(part, each);
    return formula(form, `100*${text.includes('+') ? `(${text})` : text}/${sumText(whole, rows)}`) ?? [];
  });
}

/** A quantity in other columns of its rows. */
export function inColumns(quantity: Quantity, columns: readonly string[]): Quantity {
  return { ...quantity, columns };
}

/** Quantities of one table added up; each with its first reading. */
export function added(quantities: readonly Quantity[]): Quantity | null {
  const [first, ...others] = quantities;
  if (!first || others.length === 0) return first ?? null;
  return { ...first, readings: [[...new Set(quantities.flatMap(({ readings }) => readings[0] ?? []))]] };
}

function sumText({ table, columns }: Quantity, rows: readonly string[]): string {
  return rows
    .flatMap((row) => columns.map((column) => `${table}.${row}.${column}`))
    .map((cell) => (cell.includes('*') ? `sum(${cell})` : cell))
    .join('+');
}

/** The formula of a text, made once for a form; see `formulaOf`. */
export function formula(form: Form, text: string): Formula | null {
  const made = form.derived(formulasMade);
  const known = made.get(text);
  if (known !== undefined) return known;
  const value = formulaOf(form, text);
  made.set(text, value);
  return value;
}

function formulasMade(): Map<string, Formula | null> {
  return new Map();
}
