import type { Localized } from '../text/language.ts';

/** Ids are open: another edition or a pack may bring more. */
export type EditionId = string;
export type TableId = string;
export type SectionId = string;
export type AreaId = string;

/** One form of the report: what the notice in force for these years prescribes (docs/form.md). Pure data; `Form` is it compiled. */
export interface Edition {
  readonly id: EditionId;
  readonly name: Localized;
  /** The first reporting year that it is the form of; it ends where the next edition begins. */
  readonly years: { readonly first: number };
  readonly notice: Notice;
  /** In the prescribed order; empty where the edition prescribes none (2008). */
  readonly sections: readonly SectionDefinition[];
  /** The five areas that section `overview` has to cover; empty where none are prescribed. */
  readonly areas: readonly AreaDefinition[];
  /** The statutory contents looked for in any heading, where sections are free (2008); else empty. */
  readonly contents: readonly ContentDefinition[];
  readonly tables: readonly TableDefinition[];
  /** The customary preface, with `{year}` and `{body}` to fill in. */
  readonly preface: string;
  /** Until when in the following year the report has to be published, by statute. */
  readonly deadlines: Deadlines;
}

/** A day of a year; the month counts from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

export interface Deadlines {
  /** Of the departments of governments of county level and above. */
  readonly department: MonthDay;
  /** Of those governments themselves. */
  readonly government: MonthDay;
  /** The article that says so. */
  readonly legal: Citation;
}

/** A document by which a form or a rule was issued. */
export interface Notice {
  /** Without the outer 《》. */
  readonly title: string;
  /** The 文号, in the official brackets 〔〕. */
  readonly number: string;
}

export interface SectionDefinition {
  readonly id: SectionId;
  /** 1 for 一、 and so on. */
  readonly ordinal: number;
  /** The official title, without its ordinal. */
  readonly title: string;
  /** Wordings that published reports use for it. */
  readonly variants: readonly string[];
  /** Recognises further wordings: one of these sets of words has to occur whole. */
  readonly keywords: readonly (readonly string[])[];
  /** The table that the section holds, or null for prose. */
  readonly table: TableId | null;
  readonly description: Localized;
  readonly legal: readonly Citation[];
}

export interface AreaDefinition {
  readonly id: AreaId;
  /** 1 for （一） and so on. */
  readonly ordinal: number;
  readonly title: string;
  /** Words any one of which, in a sub-heading or in the text, shows that the area is covered. */
  readonly names: readonly string[];
  readonly description: Localized;
}

export interface ContentDefinition {
  readonly id: string;
  readonly title: string;
  /** The content is there where a heading holds one of these sets of words whole. */
  readonly keywords: readonly (readonly string[])[];
  readonly legal: readonly Citation[];
}

export interface Citation {
  /** Such as 《中华人民共和国政府信息公开条例》. */
  readonly work: string;
  /** Such as 第三十六条第（七）项. */
  readonly article: string;
}

export interface TableDefinition {
  readonly id: TableId;
  readonly section: SectionId;
  /** What practitioners call it: 表二, 表三, 表四. */
  readonly name: Localized;
  readonly columns: readonly ColumnDefinition[];
  /** Blocks with a header of their own: several in `disclosure`, one in the other tables. */
  readonly blocks: readonly BlockDefinition[];
  readonly relations: readonly Relation[];
  readonly official: OfficialLayout;
}

/** How the official form arranges the rows and groups of a table, from which its grid is derived. */
export type OfficialLayout =
  /** Blocks one below the other, each under its corner and a line of heads that starts with `firstHead`. */
  | { readonly kind: 'stacked'; readonly firstHead: string; readonly width: number }
  /** Groups as merged cells beside their rows, `depth` columns of labels in all, below lines of heads. */
  | { readonly kind: 'grouped'; readonly heads: readonly LayoutRow[]; readonly depth: number }
  /** All values on one line, each row's columns below its label; `over` are heads above the labels of several rows. */
  | { readonly kind: 'wide'; readonly over: readonly { readonly label: string; readonly rows: readonly string[] }[] };

/** A header and the rows below it that share its columns. */
export interface BlockDefinition {
  readonly id: string;
  /** The first cell of the canonical header: 第二十条第（一）项, or （勾稽关系：…）, or nothing (`disputes`). */
  readonly corner: string;
  /** What canonical tables have for it, where that isn't the corner itself. */
  readonly shortCorner?: string;
  /** Other texts that the corner cell has, such as the longer official sentence. */
  readonly cornerVariants: readonly string[];
  readonly columns: readonly string[];
  readonly lines: readonly LineDefinition[];
}

export type LineDefinition = GroupDefinition | RowDefinition;

interface LabelledLine {
  readonly id: string;
  /** The official label. */
  readonly label: string;
  /** What canonical tables have for it, where that isn't the official label itself. */
  readonly short?: string;
  /** Labels in use that differ from the official one and mean this line. */
  readonly aliases: readonly string[];
  /** The group that it stands under, or null. */
  readonly parent: string | null;
  /** What is counted here. */
  readonly description: Localized;
  /** The articles that the line normally rests on; the form itself names none. */
  readonly legal: readonly Citation[];
}

/** A row that only heads others: 三、本年度办理结果, （三）不予公开. It has no values of its own. */
export interface GroupDefinition extends LabelledLine {
  readonly kind: 'group';
}

/** A row with values. */
export interface RowDefinition extends LabelledLine {
  readonly kind: 'row';
}

export interface ColumnDefinition {
  readonly id: string;
  readonly label: string;
  readonly short?: string;
  readonly aliases: readonly string[];
  /** `count`: whole and ≥ 0; `change`: whole, signed; `amount`: ≥ 0, decimals allowed. */
  readonly kind: 'count' | 'change' | 'amount';
  /** The unit that the form gives for the column, or null. */
  readonly unit: string | null;
  /** Set where another edition has a column of this id that counts something else: no value is carried between them. */
  readonly ownMeaning?: true;
  readonly description: Localized;
}

/** The code of the rule that reports a failure. */
export type RelationCode =
  | 'request-balance'
  | 'outcome-total'
  | 'applicant-total'
  | 'dispute-total'
  | 'impossible-stock';

/**
 * What has to hold between cells: the sum of `left` equals (or is at most) the sum of `right`.
 * In each column the terms are row ids, where a group's id stands for all rows under it but the total; in each row they
 * are column ids.
 */
export interface Relation {
  readonly code: RelationCode;
  readonly holds: 'in-each-column' | 'in-each-row';
  readonly left: readonly string[];
  readonly comparison: '=' | '<=';
  readonly right: readonly string[];
  /** The term at which a failure is reported. */
  readonly total: string;
  /** For `in-each-row`: the rows that it holds in; absent for every row of the table. */
  readonly rows?: readonly string[];
  /** The relation in the words of the form. */
  readonly text: Localized;
}

export type LayoutRow = readonly LayoutCell[];

/** A cell of the official form: a printed text or the place of a value. */
export interface LayoutCell {
  /** The printed text; absent where a value stands. */
  readonly text?: string;
  readonly value?: { readonly row: string; readonly column: string };
  /** What the cell heads; absent for a value. */
  readonly scope?: 'corner' | 'column' | 'row' | 'group';
  readonly colspan: number;
  readonly rowspan: number;
}
