// The report as it will be published, in pieces that a preview can replace one by one, with its findings put in their places.

import type { RuleSettings } from '../analysis/settings.ts';
import type { DocumentCell, DocumentElement, DocumentTable, ReportDocument } from '../exporters/document.ts';
import { documentOf } from '../exporters/document-of.ts';
import { pageDress } from '../exporters/html.ts';
import { type Dress, elementHtml, titleElement } from '../exporters/html-elements.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import type { Severity } from '../rules/engine/rule.ts';
import type { Language } from '../text/language.ts';
import { encloses, overlap, type Span, touches } from '../text/span.ts';
import type { Snapshot } from './snapshot.ts';

export interface ReportPreview {
  /** The client's version of the text that it was made from. */
  readonly version: number | null;
  readonly title: string;
  /** The title, then an element each. */
  readonly blocks: readonly PreviewBlock[];
  /** In the order of the text, suppressed ones among them. */
  readonly findings: readonly PreviewFinding[];
}

/** A piece of the page. Nothing in it changes when the text changes elsewhere, but `span`. */
export interface PreviewBlock {
  /** `data-share` is a column's share of the width in per cent. */
  readonly html: string;
  /** Of a table, for each cell in its order where it begins and ends in the source, from the block's start; -1 for cells that the form prints. */
  readonly cells: readonly number[];
  /** Its place in the source; null for a title that the source doesn't hold. */
  readonly span: Span | null;
}

export interface PreviewFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** The block that it belongs to, or stands before; the number of blocks for the end of the page. */
  readonly block: number;
  /** `cell`: the cell of the block with the number `cell`; `block`: the whole; `before`: what is wrong isn't shown in any block. */
  readonly where: 'cell' | 'block' | 'before';
  readonly cell: number | null;
  /** Null unless it is suppressed; then the reason as given, perhaps empty. */
  readonly suppressed: string | null;
}

/** The report in the official form, in pieces, with the findings at their places. */
export function preview(
  snapshot: Snapshot,
  { language, settings }: { readonly language: Language; readonly settings: RuleSettings },
): ReportPreview {
  const document = documentOf(snapshot.report);
  const blocks = blocksOf(document);
  const { findings, suppressed } = snapshot.check(settings);
  const place = (finding: CheckedFinding, reason: string | null): PreviewFinding => ({
    severity: finding.severity,
    code: finding.code,
    message: finding.message()[language],
    span: finding.span,
    ...placeOf(finding.span, blocks, document),
    suppressed: reason,
  });
  const placed = [
    ...findings.map((finding) => place(finding, null)),
    ...suppressed.map(({ finding, reason }) => place(finding, reason)),
  ];
  return {
    version: snapshot.version,
    title: document.title.text,
    blocks,
    findings: placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  };
}

function blocksOf(document: ReportDocument): readonly PreviewBlock[] {
  const title = { html: titleElement(document.title, dress), cells: [], span: document.title.span };
  let tables = 0;
  const elements = document.elements.map((element) => {
    if (element.kind === 'table') tables++;
    return { html: elementHtml(element, tables, dress), cells: cellPlaces(element), span: element.span };
  });
  return [title, ...elements];
}

/** The dress of the page; its columns' widths are left to a script, since no style may stand at an element. */
const dress: Dress = { ...pageDress, column: (share) => ` data-share="${Math.round(share * 1000) / 10}"` };

function cellPlaces(element: DocumentElement): readonly number[] {
  if (element.kind !== 'table') return [];
  const { start } = element.span;
  return cellsOf(element).flatMap(({ span }) => (span ? [span.start - start, span.end - start] : [-1, -1]));
}

function cellsOf({ rows }: DocumentTable): readonly DocumentCell[] {
  return rows.flatMap(({ cells }) => cells);
}

type Place = Pick<PreviewFinding, 'block' | 'where' | 'cell'>;

/** The smallest part of the page that a place in the source lies in. */
function placeOf(span: Span, blocks: readonly PreviewBlock[], { elements }: ReportDocument): Place {
  const block = blocks.findIndex((each) => each.span && meets(each.span, span));
  if (block < 0) {
    const next = blocks.findIndex((each) => each.span && each.span.start >= span.end);
    return { block: next < 0 ? blocks.length : next, where: 'before', cell: null };
  }
  const element = elements[block - 1];
  if (element?.kind !== 'table') return { block, where: 'block', cell: null };
  const cell = cellAt(element, span);
  return cell < 0 ? { block, where: 'before', cell: null } : { block, where: 'cell', cell };
}

function meets(outer: Span, inner: Span): boolean {
  return overlap(outer, inner) || encloses(outer, inner);
}

/** The number of the smallest cell that a place lies in; -1 where it is no cell's. */
function cellAt(table: DocumentTable, place: Span): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  cellsOf(table).forEach(({ span }, i) => {
    if (!span || !touches(span, place.start) || !touches(span, place.end)) return;
    if (span.end - span.start >= least) return;
    [best, least] = [i, span.end - span.start];
  });
  return best;
}
