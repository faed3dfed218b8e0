// The report as it will be published, in pieces that a preview can replace one by one, with its findings put in their places.
import type { DocumentElement, ReportDocument } from '../exporters/document.ts';
import { documentOf } from '../exporters/document-of.ts';
import { classNames } from '../exporters/html.ts';
import { type Dress, elementHtml, titleElement } from '../exporters/html-elements.ts';
import type { CheckedFinding, RuleSettings } from '../rules/check.ts';
import type { Severity } from '../rules/rule.ts';
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

/**
 * A piece of the page. In its HTML, `data-at` is the place of a part in the source, `start-end` as offsets from the
 * block's own start, so that a change elsewhere leaves it as it is; and `data-share` a column's share of the width in per cent.
 */
export interface PreviewBlock {
  readonly html: string;
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
  /** `cell`: the part of the block whose `data-at` is `at`; `block`: the whole; `before`: what is wrong isn't shown in any block. */
  readonly where: 'cell' | 'block' | 'before';
  readonly at: string | null;
  /** Null unless it is suppressed; then the reason as given, perhaps empty. */
  readonly suppressed: string | null;
}

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
  const title = { html: titleElement(document.title, dressFrom(0)), span: document.title.span };
  let tables = 0;
  const elements = document.elements.map((element) => {
    if (element.kind === 'table') tables++;
    return { html: elementHtml(element, tables, dressFrom(element.span.start)), span: element.span };
  });
  return [title, ...elements];
}

/** Parts in the dress of the page, with their places; `start` is where their block begins. */
function dressFrom(start: number): Dress {
  return {
    attributes: (part, of) => {
      const names = classNames(part, of);
      const isCell = 'colspan' in of && of.span !== null;
      return (names === '' ? '' : ` class="${names}"`) + (isCell ? ` data-at="${at(of.span, start)}"` : '');
    },
    column: (share) => ` data-share="${Math.round(share * 1000) / 10}"`,
    ids: true,
  };
}

function at(span: Span, start: number): string {
  return `${span.start - start}-${span.end - start}`;
}

type Place = Pick<PreviewFinding, 'block' | 'where' | 'at'>;

/** The smallest part of the page that a place in the source lies in. */
function placeOf(span: Span, blocks: readonly PreviewBlock[], { elements }: ReportDocument): Place {
  const block = blocks.findIndex((each) => each.span && meets(each.span, span));
  if (block < 0) {
    const next = blocks.findIndex((each) => each.span && each.span.start >= span.end);
    return { block: next < 0 ? blocks.length : next, where: 'before', at: null };
  }
  const element = elements[block - 1];
  if (element?.kind !== 'table') return { block, where: 'block', at: null };
  const cell = cellAt(element, span);
  if (!cell) return { block, where: 'before', at: null };
  return { block, where: 'cell', at: at(cell, element.span.start) };
}

function meets(outer: Span, inner: Span): boolean {
  return overlap(outer, inner) || encloses(outer, inner);
}

function cellAt(table: Extract<DocumentElement, { kind: 'table' }>, span: Span): Span | null {
  const cells = table.rows.flatMap(({ cells: inRow }) => inRow.flatMap((cell) => (cell.span ? [cell.span] : [])));
  const around = cells.filter((cell) => touches(cell, span.start) && touches(cell, span.end));
  return around.reduce<Span | null>((least, cell) => (least && length(least) <= length(cell) ? least : cell), null);
}

function length({ start, end }: Span): number {
  return end - start;
}
