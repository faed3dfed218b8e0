import { countingTables } from '../report/lookup.ts';
import type { Section, Table } from '../report/report.ts';
import { sectionsInOrder } from './section-places.ts';
import { fact } from './subject.ts';

/** A table in the part of another one, which stands in its part. */
export interface SwappedTables {
  /** The one that comes first in the text. */
  readonly first: Misplaced;
  readonly second: Misplaced;
}

export interface Misplaced {
  readonly table: Table;
  readonly section: Section;
}

/** The tables that stand in each other’s parts, in the order of the text; where the parts themselves are out of order, none. */
export const swappedTables = fact(({ report }): readonly SwappedTables[] => {
  const kept: readonly Section[] = sectionsInOrder(report);
  const misplaced = countingTables(report).flatMap((table): Misplaced[] => {
    const { section, definition } = table;
    const due = section?.definition?.table ?? null;
    return section && due !== null && due !== definition.id && kept.includes(section) ? [{ table, section }] : [];
  });
  return misplaced.flatMap((first, i): SwappedTables[] => {
    const second = misplaced
      .slice(i + 1)
      .find(
        (other) =>
          other.table.definition.id === first.section.definition?.table &&
          other.section.definition?.table === first.table.definition.id,
      );
    return second ? [{ first, second }] : [];
  });
});
