import type { Edition } from './edition.ts';
import { edition2008 } from './edition-2008.ts';
import { edition2019 } from './edition-2019.ts';
import { edition2021 } from './edition-2021.ts';

/** Every edition, newest first. */
export const editions: readonly Edition[] = [edition2021, edition2019, edition2008];

/** The form in force. */
export const newestEdition: Edition = edition2021;

/** The edition of an id such as `2021`, or null. */
export function editionById(id: string): Edition | null {
  return editions.find((edition) => edition.id === id) ?? null;
}

/** The form that the reports for a year are written in; null for a year before the first form. */
export function editionForYear(year: number): Edition | null {
  return editions.find(({ years }) => year >= years.first && (years.last === null || year <= years.last)) ?? null;
}
