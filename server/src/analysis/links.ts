// What the values of a report have to do with one another, and with those of other reports.

import { type Address, participations } from '../figures/participations.ts';
import { carriedRows, stocks } from '../forms/continuity.ts';
import type { Relation } from '../forms/edition.ts';
import type { Forms } from '../forms/form.ts';
import { cellAt } from '../report/lookup.ts';
import type { Cell, FrontMatterEntry, Table } from '../report/report.ts';
import type { Part } from '../syntax/tree.ts';
import type { Element } from './element.ts';
import { type IndexedReport, type IndexedValue, indexedValue } from './indexed-report.ts';
import { type LinkedMention, mentionsOf } from './mention-links.ts';
import type { Subject } from './subject.ts';

/**
 * What the end of a link is to its beginning: an `addend` of it, the `total` that it goes into, another term of a relation
 * that is no plain sum (`balance`), what it was `carried` on from in last year's report, the same value of a `child` whose
 * report this one sums up, the `report` that an entry of the front matter names, or
 * a `cell` that a number of the text may mean.
 */
export type LinkKind = 'addend' | 'total' | 'balance' | 'carried' | 'child' | 'report' | 'cell';

export interface Link {
  readonly kind: LinkKind;
  /** The relation of the form that says so; null where none does. */
  readonly relation: Relation | null;
  readonly from: LinkStart;
  readonly to: LinkEnd;
}

export type LinkStart = ValueEnd | EntryEnd | MentionEnd;
export type LinkEnd = ValueEnd | FileEnd | UnresolvedEnd;

/** A value of this report. */
export interface ValueEnd {
  readonly kind: 'value';
  readonly table: Table;
  readonly cell: Cell;
}

type Value = Pick<ValueEnd, 'table' | 'cell'>;

/** An entry of this report's front matter. */
export interface EntryEnd {
  readonly kind: 'entry';
  readonly entry: FrontMatterEntry;
}

/** A number, a denial or a claim in this report's text, with the cells that it may mean. */
export interface MentionEnd extends LinkedMention {
  readonly kind: 'mention';
}

/** Another report, or a value of it. */
export interface FileEnd {
  readonly kind: 'file';
  readonly report: IndexedReport;
  /** Null where the whole report is meant. */
  readonly address: ValueAddress | null;
  /** Null where the whole report is meant, or it has no such value. */
  readonly value: IndexedValue | null;
}

/** What there should be and isn't: a row of this report, or another report. */
export interface UnresolvedEnd {
  readonly kind: 'unresolved';
  readonly address: ValueAddress | null;
  /** The other report's path as the front matter writes it; null where it names none, or none is needed. */
  readonly named: Part | null;
}

/** Where a value stands in any report, by ids. */
export interface ValueAddress {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** The links that begin at an element or a number of the text, those to other places of this report first; none for most elements. */
export function linksOf(subject: Subject, element: Element | MentionEnd): readonly Link[] {
  if (element.kind === 'mention') return cellLinks(element);
  if (element.kind === 'entry') return reportLinks(subject, { kind: 'entry', entry: element.entry });
  return element.kind === 'value' ? valueLinks(subject, element) : [];
}

/**
 * The links of this subject that end at one of its elements or at a value or the whole of another report. What other
 * subjects link to isn't known here.
 */
export function linksTo(subject: Subject, end: Element | FileEnd): readonly Link[] {
  if (end.kind === 'file') {
    const starts = end.address === null ? entries(subject) : [];
    return [...starts.flatMap((start) => reportLinks(subject, start)), ...acrossLinks(subject, end)].filter(
      ({ to }) => to.kind === 'file' && isSameFileEnd(to, end),
    );
  }
  if (end.kind !== 'value') return [];
  const { table } = end;
  const partners = new Set(termLinks(end).flatMap(({ to }) => (to.kind === 'value' ? [to.cell] : [])));
  return [
    ...[...partners].flatMap((cell) => termLinks({ table, cell })),
    ...mentionsOf(subject, end.cell).flatMap((each) => cellLinks({ kind: 'mention', ...each })),
  ].filter(({ to }) => to.kind === 'value' && to.cell === end.cell);
}

/** A value that stands in a relation with another. */
export interface RelatedCell {
  readonly cell: Cell;
  /** Whether it is the total of such a relation. */
  readonly isTotal: boolean;
}

/** The other values of this report that stand in a relation with a value, each once. */
export function relatedCells({ table, cell }: Value): readonly RelatedCell[] {
  if (!counts({ table, cell })) return [];
  const totals = new Map<Cell, boolean>();
  for (const { total, others } of participations(table.definition, cell)) {
    for (const place of others) {
      const other = cellAt(table, place.row.id, place.column.id);
      if (other) totals.set(other, totals.get(other) === true || place === total);
    }
  }
  return [...totals].map(([each, isTotal]) => ({ cell: each, isTotal }));
}

function valueLinks(subject: Subject, { table, cell }: Value): readonly Link[] {
  const start: ValueEnd = { kind: 'value', table, cell };
  return [...termLinks(start), ...carriedLinks(subject, start), ...childLinks(subject, start)];
}

function cellLinks(from: MentionEnd): readonly Link[] {
  return [...from.cells].map(([cell, table]) => ({
    kind: 'cell',
    relation: null,
    from,
    to: { kind: 'value', table, cell },
  }));
}

/** Whether a value counts: it stands in the first table of its form and in the first row of its label. */
function counts({ table, cell }: Value): boolean {
  return table.repeats === null && cellAt(table, cell.row.id, cell.column.id) === cell;
}

/** To the other terms of its relations: from a total to what it sums up, from that to the total. */
function termLinks({ table, cell }: Value): readonly Link[] {
  const from: ValueEnd = { kind: 'value', table, cell };
  if (!counts(from)) return [];
  return participations(table.definition, cell).flatMap(({ relation, role, total, others }) => {
    const ends = role === 'addend' && total ? [total] : others;
    const kind = role === 'addend' ? 'total' : role === 'total' ? 'addend' : 'balance';
    return ends.map((address): Link => ({ kind, relation, from, to: endHere(table, address) }));
  });
}

function endHere(table: Table, { row, column }: Address): LinkEnd {
  const cell = cellAt(table, row.id, column.id);
  if (cell) return { kind: 'value', table, cell };
  return { kind: 'unresolved', address: { table: table.definition.id, row: row.id, column: column.id }, named: null };
}

/** To the value of last year's report with which this year's has to begin. */
function carriedLinks(subject: Subject, from: ValueEnd): readonly Link[] {
  const { table, cell } = from;
  const row = openingRow(table, cell);
  if (row === null || !counts(from)) return [];
  const address = { table: table.definition.id, row, column: cell.column.id };
  const { previous } = subject;
  if (previous && !isComparable(from, previous, subject.report.forms)) return [];
  const to: LinkEnd = previous
    ? { kind: 'file', report: previous, address, value: indexedValue(previous, address.table, row, address.column) }
    : { kind: 'unresolved', address, named: namedBy(subject, 'previous')[0] ?? null };
  return [{ kind: 'carried', relation: null, from, to }];
}

/** The row of last year's report whose value passes on to a place, in the same column; null where none does. */
function openingRow({ definition }: Table, { row, column }: Cell): string | null {
  const carried = carriedRows.find((each) => each.table === definition.id && each.to === row.id);
  if (carried) return carried.from;
  return stocks.some((stock) => stock.table === definition.id && stock.column === column.id) ? row.id : null;
}

/** To the same value of every report that this one sums up. */
function childLinks(subject: Subject, from: ValueEnd): readonly Link[] {
  if (!counts(from)) return [];
  const { table, cell } = from;
  const address = { table: table.definition.id, row: cell.row.id, column: cell.column.id };
  const link = (to: LinkEnd): Link => ({ kind: 'child', relation: null, from, to });
  const missing = subject.missing.filter(({ key }) => key === 'children');
  return [
    ...subject.children
      .filter((report) => isComparable(from, report, subject.report.forms))
      .map((report) => {
        const value = indexedValue(report, address.table, address.row, address.column);
        return link({ kind: 'file', report, address, value });
      }),
    ...missing.map(({ named }) => link({ kind: 'unresolved', address, named })),
  ];
}

/** Whether the form of another report has the column, and it counts the same there. */
function isComparable({ table, cell: { column } }: ValueEnd, { edition }: IndexedReport, forms: Forms): boolean {
  if (table.edition.id === edition) return true;
  const same = forms.byId(edition)?.table(table.definition.id)?.column(column.id);
  return same != null && !same.ownMeaning && !column.ownMeaning;
}

/**
 * From an entry to the reports that it names. Of several that name last year's report the first counts; of several that name
 * children each has the links of all, since a pattern's reports aren't known one from another.
 */
function reportLinks(subject: Subject, from: EntryEnd): readonly Link[] {
  const { key, entry } = from.entry;
  if ((key !== 'previous' && key !== 'children') || !entry.value) return [];
  if (key === 'previous' && namedBy(subject, key)[0] !== entry.value) return [];
  const link = (to: LinkEnd): Link => ({ kind: 'report', relation: null, from, to });
  const missing = subject.missing.find(({ named }) => named.span.start === entry.value?.span.start);
  if (missing) return [link({ kind: 'unresolved', address: null, named: missing.named })];
  const reports = key === 'children' ? subject.children : subject.previous ? [subject.previous] : [];
  return reports.map((report) => link({ kind: 'file', report, address: null, value: null }));
}

/** The links of all values to other reports that may end at a value of one. */
function acrossLinks(subject: Subject, { address }: FileEnd): readonly Link[] {
  if (address === null) return [];
  return subject.report.tables
    .filter(({ repeats, definition }) => repeats === null && definition.id === address.table)
    .flatMap((table) =>
      [...table.rows.values()].flatMap(({ cells }) =>
        cells
          .filter(({ column }) => column.id === address.column)
          .map((cell): ValueEnd => ({ kind: 'value', table, cell })),
      ),
    )
    .flatMap((from) => [...carriedLinks(subject, from), ...childLinks(subject, from)]);
}

function entries({ report }: Subject): readonly EntryEnd[] {
  return report.frontMatter.map((entry) => ({ kind: 'entry', entry }));
}

function namedBy({ report }: Subject, key: FrontMatterEntry['key']): readonly Part[] {
  return report.frontMatter.flatMap(({ key: own, entry }) => (own === key && entry.value ? [entry.value] : []));
}

function isSameFileEnd(one: FileEnd, other: FileEnd): boolean {
  const [a, b] = [one.address, other.address];
  return (
    one.report.source === other.report.source && a?.table === b?.table && a?.row === b?.row && a?.column === b?.column
  );
}
