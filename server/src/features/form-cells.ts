// What the page tells of the cells of a form's tables, so that they can be edited: which place each is, and why one can't be.
import type { DocumentCell, DocumentTable } from '../exporters/document.ts';
import { formTable } from '../exporters/form-table.ts';
import { pageDress } from '../exporters/html.ts';
import type { Dress, HtmlPart, HtmlSource } from '../exporters/html-elements.ts';
import { placeNumber, relationPlan } from '../figures/plan.ts';
import { sumsAt } from '../figures/sums.ts';
import type { FormTable } from '../forms/form.ts';
import type { Report, Section, Table } from '../report/report.ts';
import type { RowLine } from '../syntax/tree.ts';
import { escaped } from '../text/escape.ts';
import { lastUpTo } from '../text/sorted.ts';

/** The dress of the page; its columns' widths are left to a script, since no style may stand at an element. */
export const previewDress: Dress = {
  ...pageDress,
  column: (share) => ` data-share="${Math.round(share * 1000) / 10}"`,
};

/** The dress of a line so many characters from the right edge of the paper. */
export function signatureDress(right: number): Dress {
  return { ...previewDress, attributes: (part, of) => `${previewDress.attributes(part, of)} data-right="${right}"` };
}

/**
 * The dress of a table. The box of one that can be edited has its id as `data-table`; a value has its place as `data-row`
 * and `data-column`, and `data-total` where it is the sum of others; or why it can't be edited as `data-locked`: `count` in a
 * row with a wrong count of values, `extra` for what belongs to no column, `repeat` in a second table of the same form.
 */
export function formDress(
  table: Pick<DocumentTable, 'table' | 'edition' | 'rows'> & { readonly span: { readonly start: number } | null },
  report: Report,
): Dress {
  const definition =
    table.edition === null ? null : (report.forms.byId(table.edition)?.table(table.table ?? '') ?? null);
  if (!definition) return previewDress;
  const start = table.span?.start ?? -1;
  const around = lastUpTo(report.tables, start, ({ span }) => span.start);
  const bound = around?.span.start === start ? around : null;
  const misfits = bound ? misfitLines(bound) : [];
  const own = (part: HtmlPart, of: HtmlSource): string => {
    if (part === 'table-box') return ` data-table="${escaped(definition.id)}"`;
    return isValue(part, of) ? cellData(of, definition, { bound, misfits }) : '';
  };
  return { ...previewDress, attributes: (part, of) => previewDress.attributes(part, of) + own(part, of) };
}

function isValue(part: HtmlPart, of: HtmlSource): of is DocumentCell {
  return (part === 'value' || part === 'text-value') && 'place' in of;
}

/** The table that a cell is of, if it is in the source, and the lines of it whose values don't fit. */
interface Source {
  readonly bound: Table | null;
  readonly misfits: readonly RowLine[];
}

function cellData({ place, span }: DocumentCell, definition: FormTable, { bound, misfits }: Source): string {
  if (bound?.repeats) return ' data-locked="repeat"';
  if (!place) return ` data-locked="${span && isMisfit(misfits, span.start) ? 'count' : 'extra'}"`;
  const plan = relationPlan(definition);
  const isTotal = sumsAt(plan, placeNumber(plan, place.row, place.column)).length > 0;
  return ` data-row="${escaped(place.row)}" data-column="${escaped(place.column)}"${isTotal ? ' data-total' : ''}`;
}

function misfitLines({ lines }: Table): readonly RowLine[] {
  return lines.flatMap((line) => (line.kind === 'value' && line.misfit ? [line.line] : []));
}

function isMisfit(misfits: readonly RowLine[], offset: number): boolean {
  const line = lastUpTo(misfits, offset, ({ span }) => span.start);
  return line !== null && offset <= line.span.end;
}

/** The forms of tables that parts of a report lack, blank. */
export function blankTables(report: Report): readonly { readonly section: Section; readonly table: DocumentTable }[] {
  const present = new Set([
    ...report.tables.map(({ definition }) => definition.id),
    ...report.tornParts.map(({ table }) => table.id),
  ]);
  return report.sections.flatMap((section) => {
    const id = section.definition?.table;
    const definition = id ? report.edition.table(id) : null;
    if (!definition || section.repeats || present.has(definition.id)) return [];
    return [{ section, table: formTable(blank(definition, section, report)) }];
  });
}

function blank(definition: FormTable, section: Section, { edition }: Report): Table {
  const { end } = section.line.span;
  const nothing = { repeats: null, lines: [], rows: new Map() };
  return { definition, edition, section, span: { start: end, end }, ...nothing };
}
