/** A day as ISO 8601 writes it: 2024-01-31. */
export function isoDate(year: number, { month, day }: { readonly month: number; readonly day: number }): string {
  return [year, two(month), two(day)].join('-');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
