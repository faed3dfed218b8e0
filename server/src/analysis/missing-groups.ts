import type { GroupDefinition } from '../forms/edition.ts';
import { labelIndex } from '../report/label-index.ts';
import type { Report, Table, TableLine } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { judgedTables } from './judged-tables.ts';
import { fact } from './subject.ts';

/** A group of the form that a table names nowhere, with the table's first row or group under it. */
export interface MissingGroup {
  readonly group: GroupDefinition;
  readonly below: TableLine;
}

export interface TableWithoutGroups {
  readonly table: Table;
  /** In the order of the form; at least one. */
  readonly groups: readonly MissingGroup[];
}

/** The judged tables that have rows of a group but not the group's own label. */
export const missingGroups = fact((subject): readonly TableWithoutGroups[] =>
  judgedTables(subject).flatMap((table) => {
    const groups = groupsMissingIn(table, subject.report);
    return groups.length > 0 ? [{ table, groups }] : [];
  }),
);

function groupsMissingIn(table: Table, report: Report): readonly MissingGroup[] {
  const { definition, lines } = table;
  const unnamed = definition.derived(groupsOf).filter((group) => !isNamed(group, table));
  if (unnamed.length === 0) return [];
  const asText = namesBetweenRows(table, report);
  return unnamed.flatMap((line): MissingGroup | readonly MissingGroup[] => {
    if (asText.has(line.id)) return [];
    const rows = new Set(definition.rowsUnder(line.id).map(({ id }) => id));
    const isRowUnder = (each: TableLine): boolean => each.kind === 'value' && rows.has(each.row.id);
    if (!lines.some(isRowUnder)) return [];
    const at = lines.findIndex(
      (each) => isRowUnder(each) || (each.kind === 'group' && definition.groupsAbove(each.group.id).includes(line)),
    );
    const below = lines[at];
    return below && !mayBeTheGroup(lines[at - 1]) ? { group: line, below } : [];
  });
}

function groupsOf({ lines }: Table['definition']): readonly GroupDefinition[] {
  return lines.flatMap(({ line }) => (line.kind === 'group' ? line : []));
}

/** Whether the label of a group stands in a table. */
function isNamed({ id }: GroupDefinition, { lines }: Table): boolean {
  return lines.some(
    (line) =>
      (line.kind === 'value' || line.kind === 'group') && line.labels.some(({ definition }) => definition.id === id),
  );
}

/** The ids of rows and groups whose label stands alone between the rows of a table, without a bar. */
function namesBetweenRows({ definition, span }: Table, { tree }: Report): ReadonlySet<string> {
  const { rows } = labelIndex(definition);
  return new Set(
    tree.lines.flatMap((line) => {
      if (line.kind === 'row' || line.span.start < span.start || line.span.end > span.end) return [];
      return rows.get(canonical(tree.text.slice(line.span.start, line.span.end)))?.definition.id ?? [];
    }),
  );
}

/** Whether a line is one of which another rule says that it isn't understood. */
function mayBeTheGroup(line: TableLine | undefined): boolean {
  return line?.kind === 'unknown';
}
