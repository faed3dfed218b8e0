import { standardForms } from '../../server/src/forms/index.ts';

/** The standard forms, newest first, and the ways to one of them. */
export const {
  all: editions,
  newest: newestEdition,
  byId: editionById,
  forYear: editionForYear,
  tables: formTables,
} = standardForms();
