// The report as it will be published, in pieces that a preview can replace one by one, with its findings put in their places.

import { agrees } from '../analysis/contradictions.ts';
import { linkedMentions } from '../analysis/mention-links.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import type { Subject } from '../analysis/subject.ts';
import { writtenIn } from '../analysis/table-elements.ts';
import type { DocumentCell, DocumentElement, DocumentTable } from '../exporters/document.ts';
import { documentOf } from '../exporters/document-of.ts';
import { elementHtml, titleElement } from '../exporters/html-elements.ts';
import { signatureRights } from '../exporters/signature-place.ts';
import type { Report } from '../report/report.ts';
import { type CheckedFinding, maxFindings } from '../rules/engine/check.ts';
import type { Severity } from '../rules/engine/rule.ts';
import type { Language } from '../text/language.ts';
import { encloses, overlap, type Span } from '../text/span.ts';
import { SpanIndex } from '../text/span-index.ts';
import { blankTables, formDress, previewDress, signatureDress } from './form-cells.ts';
import type { Snapshot } from './snapshot.ts';

export interface ReportPreview {
  /** The client's version of the text that it was made from. */
  readonly version: number | null;
  readonly title: string;
  /** The title, then an element each. */
  readonly blocks: readonly PreviewBlock[];
  /** In the order of the text, suppressed ones among them, at most `maxFindings` of these. */
  readonly findings: readonly PreviewFinding[];
  /** In the order of the text. */
  readonly links: readonly PreviewLink[];
}

/** A number of the text, or the words of a denial or a claim, and the cells that it may mean, in the source. */
export interface PreviewLink {
  readonly number: Span;
  readonly cells: readonly Span[];
  /** Null where that isn't known. */
  readonly agrees: boolean | null;
}

/** A piece of the page. Nothing in it changes when the text changes elsewhere, but `span`. */
export interface PreviewBlock {
  /** `data-share` is a column's share of the width in per cent, `data-right` how many characters a line stands from the right edge of the paper. What stands at tables and cells to be edited: see `formDress`. */
  readonly html: string;
  /** Of a table, for each cell in its order where it begins and ends in the source, from the block's start; -1 for cells that the source doesn't hold. */
  readonly cells: readonly number[];
  /** Its place in the source; null for a title or a table that the source doesn't hold. */
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

/** The report in the official form, in pieces, with the findings at their places. A table that a part lacks is there, blank. */
export function preview(
  snapshot: Snapshot,
  { language, settings }: { readonly language: Language; readonly settings: RuleSettings },
): ReportPreview {
  const document = documentOf(snapshot.report);
  const elements = withBlankTables(document.elements, snapshot.report);
  const title = { html: titleElement(document.title, previewDress), cells: [], span: document.title.span };
  const blocks = [title, ...blocksOf(elements, snapshot.report)];
  const { findings, suppressed } = snapshot.check(settings);
  const placeOf = placesOn(blocks, elements);
  const place = (finding: CheckedFinding, reason: string | null): PreviewFinding => ({
    severity: finding.severity,
    code: finding.code,
    message: finding.message()[language],
    span: finding.span,
    ...placeOf(finding.span),
    suppressed: reason,
  });
  const placed = [
    ...findings.map((finding) => place(finding, null)),
    ...suppressed.slice(0, maxFindings).map(({ finding, reason }) => place(finding, reason)),
  ];
  return {
    version: snapshot.version,
    title: document.title.text,
    blocks,
    findings: placed.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    links: linksOf(snapshot.subject(settings)),
  };
}

function linksOf(subject: Subject): readonly PreviewLink[] {
  return linkedMentions(subject).map(({ mention, cells }) => ({
    number: mention.span,
    cells: [...cells.keys()].map(({ node }) => writtenIn(node)),
    agrees: agrees(subject.report, mention),
  }));
}

/** An element of the page; a blank table that the source doesn't hold has no span. */
type PageElement = DocumentElement | (Omit<DocumentTable, 'span'> & { readonly span: null });

function withBlankTables(elements: readonly DocumentElement[], report: Report): readonly PageElement[] {
  const blanks = blankTables(report);
  if (blanks.length === 0) return elements;
  return elements.flatMap((element): readonly PageElement[] => {
    const blank =
      element.kind === 'heading' && blanks.find(({ section }) => section.line.span.start === element.span.start);
    return blank ? [element, { ...blank.table, span: null }] : [element];
  });
}

function blocksOf(elements: readonly PageElement[], report: Report): readonly PreviewBlock[] {
  let tables = 0;
  const rights = placesOfSignature(elements);
  return elements.map((element) => {
    if (element.kind !== 'table') {
      const right = rights.get(element);
      const dress = right === undefined ? previewDress : signatureDress(right);
      return { html: elementHtml(element, tables, dress), cells: [], span: element.span };
    }
    tables++;
    const { span } = element;
    const html = elementHtml({ ...element, span: span ?? { start: 0, end: 0 } }, tables, formDress(element, report));
    return { html, cells: cellPlaces(element), span };
  });
}

/** How many characters body and date at the end stand from the right edge of the paper. */
function placesOfSignature(elements: readonly PageElement[]): ReadonlyMap<PageElement, number> {
  const lines = elements.flatMap((each) => (each.kind === 'paragraph' && each.role === 'signature' ? [each] : []));
  const rights = signatureRights(lines);
  return new Map(lines.map((line, i) => [line, rights[i] ?? 0]));
}

function cellPlaces(table: Extract<PageElement, { kind: 'table' }>): readonly number[] {
  const start = table.span?.start ?? 0;
  return cellsOf(table).flatMap(({ span }) => (span ? [span.start - start, span.end - start] : [-1, -1]));
}

function cellsOf({ rows }: Pick<DocumentTable, 'rows'>): readonly DocumentCell[] {
  return rows.flatMap(({ cells }) => cells);
}

type Place = Pick<PreviewFinding, 'block' | 'where' | 'cell'>;

/** A function that gives the smallest part of the page that a place in the source lies in. */
function placesOn(blocks: readonly PreviewBlock[], elements: readonly PageElement[]): (span: Span) => Place {
  const index = new SpanIndex(blocks.map(({ span }) => span));
  const cells = new Map<PageElement, CellIndex>();
  return (span) => {
    const block = index.around(span).find((i) => meets(blocks[i]?.span ?? null, span));
    if (block === undefined) return { block: index.from(span.end) ?? blocks.length, where: 'before', cell: null };
    const element = elements[block - 1];
    if (element?.kind !== 'table') return { block, where: 'block', cell: null };
    const known = cells.get(element) ?? cellIndex(element);
    cells.set(element, known);
    const cell = cellAt(known, span);
    return cell < 0 ? { block, where: 'before', cell: null } : { block, where: 'cell', cell };
  };
}

function meets(outer: Span | null, inner: Span): boolean {
  return outer !== null && (overlap(outer, inner) || encloses(outer, inner));
}

interface CellIndex {
  readonly spans: readonly (Span | null)[];
  readonly index: SpanIndex;
}

function cellIndex(table: Pick<DocumentTable, 'rows'>): CellIndex {
  const spans = cellsOf(table).map(({ span }) => span);
  return { spans, index: new SpanIndex(spans) };
}

/** The number of the smallest cell that a place lies in; -1 where it is no cell's. */
function cellAt({ spans, index }: CellIndex, place: Span): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const i of index.around(place)) {
    const span = spans[i];
    if (!span || !encloses(span, place) || span.end - span.start >= least) continue;
    [best, least] = [i, span.end - span.start];
  }
  return best;
}
