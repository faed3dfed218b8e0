// Words about the form that several features show.
import type { LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';

/** The labels of the groups that a row or group stands under, the outermost first. */
export function groupsOf(table: FormTable, line: LineDefinition): readonly string[] {
  return table.groupsAbove(line.id).map(({ label }) => label);
}
