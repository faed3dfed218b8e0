import { standardForms } from '../../server/src/forms/index.ts';

/** The standard forms, newest first, and the ways to one of them. */
export const {
  all: editions,
  newest: newestEdition,
  byId: editionById,
  forYear: editionForYear,
  tables: formTables,
} = standardForms();

/** The form of 2023, the year of most samples: a newer form changes nothing in them. */
export const sampleForm = editionForYear(2023) ?? newestEdition;
