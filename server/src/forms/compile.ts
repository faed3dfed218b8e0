import { ordinalOf } from '../text/ordinals.ts';
import type {
  BlockDefinition,
  ColumnDefinition,
  Edition,
  GroupDefinition,
  LayoutRow,
  LineDefinition,
  Relation,
  RowDefinition,
  TableDefinition,
} from './edition.ts';
import type { Form, FormLine, FormRow, FormTable, Place } from './form.ts';
import { holder } from './held.ts';
import { keysOf } from './keys.ts';
import { officialLayout } from './layout.ts';

/** An edition with the answers to what is asked of it; `next` is the edition that replaced it, null while it is in force. */
export function compileForm(edition: Edition, next: Edition | null): Form {
  const tables = edition.tables.map(compileTable);
  const tableOf = byId(tables);
  const sectionOf = byId(edition.sections);
  const areaOf = byId(edition.areas);
  const form: Form = {
    ...edition,
    years: { first: edition.years.first, last: next && next.years.first - 1 },
    tables,
    table: (id) => tableOf.get(id) ?? null,
    section: (id) => sectionOf.get(id) ?? null,
    area: (id) => areaOf.get(id) ?? null,
    derived: holder(() => form),
  };
  return form;
}

/** A table with the answers to what is asked of it. */
function compileTable(definition: TableDefinition): FormTable {
  const columnOf = byId(definition.columns);
  const labelled = new Map(definition.columns.map((column) => [column.label, column]));
  const columns = new Map(
    definition.blocks.map((block) => [block.id, block.columns.flatMap((id) => columnOf.get(id) ?? [])]),
  );
  const columnsOf = ({ id }: BlockDefinition): readonly ColumnDefinition[] => columns.get(id) ?? [];
  const lines = definition.blocks.flatMap((block) => block.lines.map((line) => formLine(line, block, definition)));
  const rows = lines.flatMap((each): FormRow[] =>
    each.line.kind === 'row' ? [{ ...each, line: each.line, row: each.line, columns: columnsOf(each.block) }] : [],
  );
  const lineOf = new Map(lines.map((each) => [each.line.id, each]));
  const rowOf = new Map(rows.map((each) => [each.row.id, each]));
  const under = rowsByGroup(rows);
  const rowsUnder = (group: string): readonly RowDefinition[] => under.get(group) ?? [];
  const table: FormTable = {
    ...definition,
    relations: definition.relations.map((relation) => rowsOnly(relation, rowsUnder)),
    lines,
    rows,
    places: rows.flatMap(placesOf),
    get layout() {
      return table.derived(officialLayout);
    },
    get headLines() {
      return table.derived(headLinesOf);
    },
    get wideRow() {
      return table.derived(wideRowOf);
    },
    line: (id) => lineOf.get(id) ?? null,
    row: (id) => rowOf.get(id) ?? null,
    group: (id) => groupOf(lineOf.get(id)),
    column: (id) => columnOf.get(id) ?? null,
    columnLabelled: (label) => labelled.get(label) ?? null,
    blockOf: (line) => lineOf.get(line)?.block ?? null,
    columnsOf,
    groupsAbove: (line) => lineOf.get(line)?.groups ?? [],
    rowsUnder,
    derived: holder(() => table),
  };
  return table;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function formLine(line: LineDefinition, block: BlockDefinition, table: TableDefinition): FormLine {
  const ordinal = ordinalOf(line.label);
  const groups = groupsAbove(line, block.lines);
  return {
    line,
    block,
    groups,
    ordinal,
    bareLabel: line.label.slice(ordinal?.mark.length ?? 0),
    keys: keysOf(line, groups, block, table),
  };
}

function groupsAbove(line: LineDefinition, lines: readonly LineDefinition[]): readonly GroupDefinition[] {
  const before = lines.slice(0, Math.max(0, lines.indexOf(line)));
  const parent = before.find((other): other is GroupDefinition => other.kind === 'group' && other.id === line.parent);
  return parent ? [...groupsAbove(parent, before), parent] : [];
}

function groupOf(found: FormLine | undefined): GroupDefinition | null {
  return found?.line.kind === 'group' ? found.line : null;
}

function rowsByGroup(rows: readonly FormRow[]): ReadonlyMap<string, readonly RowDefinition[]> {
  const result = new Map<string, RowDefinition[]>();
  for (const { row, groups } of rows) {
    for (const { id } of groups) result.set(id, [...(result.get(id) ?? []), row]);
  }
  return result;
}

function placesOf({ row, columns }: FormRow): readonly Place[] {
  return columns.map((column, index) => ({ row, column, index }));
}

/** The relation with each group's id replaced by those of its rows. */
function rowsOnly(relation: Relation, rowsUnder: FormTable['rowsUnder']): Relation {
  if (relation.holds === 'in-each-row') return relation;
  const expand = (term: string): readonly string[] => {
    const rows = rowsUnder(term).map(({ id }) => id);
    return rows.length === 0 ? [term] : rows.filter((id) => id !== relation.total);
  };
  return { ...relation, left: relation.left.flatMap(expand), right: relation.right.flatMap(expand) };
}

function headLinesOf({ layout }: FormTable): readonly (readonly string[])[] {
  return layout
    .filter((cells) => cells.every((cell) => cell.value === undefined))
    .map((cells) => cells.flatMap((cell) => (cell.text === undefined || cell.text === '' ? [] : [cell.text])));
}

function wideRowOf({ layout, row }: FormTable): readonly Place[] {
  const cells: LayoutRow = layout.find((each) => each.length > 1 && each.every((cell) => cell.value)) ?? [];
  return cells.flatMap(({ value }): Place[] => {
    const found = value && row(value.row);
    const index = found?.columns.findIndex(({ id }) => id === value?.column) ?? -1;
    const column = found?.columns[index];
    return found && column ? [{ row: found.row, column, index }] : [];
  });
}
