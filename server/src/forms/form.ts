// A form compiled: its data, and the answers to what is asked of it.
import type { Ordinal } from '../text/ordinals.ts';
import type {
  AreaDefinition,
  BlockDefinition,
  ColumnDefinition,
  Edition,
  GroupDefinition,
  LayoutRow,
  LineDefinition,
  RowDefinition,
  SectionDefinition,
  TableDefinition,
} from './edition.ts';
import type { Holder } from './held.ts';
import type { Pack, PackSeverity } from './pack.ts';
import type { Words } from './words.ts';

/** A row or group at its place in the form. */
export interface FormLine {
  readonly line: LineDefinition;
  readonly block: BlockDefinition;
  /** The groups that it stands under, outermost first. */
  readonly groups: readonly GroupDefinition[];
  readonly ordinal: Ordinal | null;
  /** Its label without the ordinal. */
  readonly bareLabel: string;
  /** The numbers by which it is called for short, such as `3.5` for （三）… 5.…. */
  readonly keys: readonly string[];
}

/** A row with values at its place in the form. */
export interface FormRow extends FormLine {
  readonly line: RowDefinition;
  readonly row: RowDefinition;
  readonly columns: readonly ColumnDefinition[];
}

/** Where a table has a value: the cell `index` of a row. */
export interface Place {
  readonly row: RowDefinition;
  readonly column: ColumnDefinition;
  readonly index: number;
}

/** A table compiled. Its relations name rows and columns only. */
export interface FormTable extends TableDefinition, Holder<FormTable> {
  /** Every row and group, in the order of the form. */
  readonly lines: readonly FormLine[];
  /** The rows with values, in the order of the form. */
  readonly rows: readonly FormRow[];
  /** Every place of a value, row by row. */
  readonly places: readonly Place[];
  /** The official form, row by row, as a grid with merged cells. */
  readonly layout: readonly LayoutRow[];
  /** The printed texts of the official form's lines that hold no value, line by line. */
  readonly headLines: readonly (readonly string[])[];
  /** The places of the official form's row that has no label, in order; empty where it has none. */
  readonly wideRow: readonly Place[];
  readonly line: (id: string) => FormLine | null;
  readonly row: (id: string) => FormRow | null;
  readonly group: (id: string) => GroupDefinition | null;
  readonly column: (id: string) => ColumnDefinition | null;
  /** The column whose official label this is. */
  readonly columnLabelled: (label: string) => ColumnDefinition | null;
  /** The block that a row or group stands in. */
  readonly blockOf: (line: string) => BlockDefinition | null;
  readonly columnsOf: (block: BlockDefinition) => readonly ColumnDefinition[];
  /** The groups that a row or group stands under, outermost first. */
  readonly groupsAbove: (line: string) => readonly GroupDefinition[];
  /** The rows that stand under a group, directly or not. */
  readonly rowsUnder: (group: string) => readonly RowDefinition[];
}

/** An edition compiled. */
export interface Form extends Edition, Holder<Form> {
  /** The reporting years that it is the form of; `last` is null while it is in force. */
  readonly years: { readonly first: number; readonly last: number | null };
  readonly tables: readonly FormTable[];
  readonly table: (id: string) => FormTable | null;
  readonly section: (id: string) => SectionDefinition | null;
  readonly area: (id: string) => AreaDefinition | null;
}

/** The forms of all years, with what packs add to them. */
export interface Forms extends Holder<Forms> {
  /** Newest first. */
  readonly all: readonly Form[];
  /** The form in force. */
  readonly newest: Form;
  /** Every table of every form. */
  readonly tables: readonly FormTable[];
  readonly words: Words;
  /** The packs that these forms are made with. */
  readonly packs: readonly Pack[];
  /** The most characters of a section's text, by the section's id, as these packs have it. */
  readonly limits: Readonly<Record<string, number>>;
  /** Severities by the code of the rule, as these packs have them. */
  readonly severities: Readonly<Record<string, PackSeverity>>;
  /** The form of an id such as `2021`. */
  readonly byId: (id: string) => Form | null;
  /** The form that the reports for a year are written in; null for a year before the first form. */
  readonly forYear: (year: number) => Form | null;
  /** The same forms for every body and year: for a part of a report that tells neither. */
  readonly settled: () => Forms;
  /** These forms with what those packs add that are meant for a body and a year; null where one isn't known. */
  readonly fitting: (body: string | null, year: number | null) => Forms;
}
