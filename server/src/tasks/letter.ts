// 退回修改意见: what a body is told to correct and to verify, as a document that the exporters' writers write.
import type {
  DocumentCell,
  DocumentElement,
  DocumentParagraph,
  DocumentRow,
  DocumentTable,
  ReportDocument,
} from '../exporters/document.ts';
import { adviceOf, basisOf } from '../rules/engine/rule-basis.ts';
import type { Span } from '../text/span.ts';
import type { DeskEntry } from './desk.ts';
import { letterTexts } from './letter-texts.ts';
import type { ReviewedFinding } from './review.ts';

/** Nothing of a letter stands in the report's text. */
const NOWHERE: Span = { start: 0, end: 0 };
const HEADER_SHARES = [0.16, 0.34, 0.16, 0.34];
const REMARK_SHARES = [0.07, 0.33, 0.6];
const LIST_SHARES = [0.07, 0.15, 0.32, 0.3, 0.16];

/** The letter to a body about its report; null where nothing is to be said of it. */
export function letterOf(entry: DeskEntry): ReportDocument | null {
  const parts = partsOf(entry);
  if (parts.length === 0 && entry.unread === null) return null;
  const { body, report, open, unread } = entry;
  const count = (severity: ReviewedFinding['severity']): number =>
    open.filter((each) => each.severity === severity).length;
  const year = report?.year ?? null;
  const isToRevise = entry.state === 'revise';
  return {
    language: 'zh-CN',
    title: { text: isToRevise ? letterTexts.titleToRevise : letterTexts.titleToVerify, span: null },
    body: null,
    year,
    edition: '',
    elements: [
      headerTable(body, year),
      paragraph(letterTexts.addressee(body), 'addressee'),
      paragraph(
        unread
          ? letterTexts.unread(unread.zh)
          : letterTexts.opening(report?.title ?? letterTexts.report(year), count('error'), count('warning')),
      ),
      ...parts.flatMap(({ heading, elements }, i) => [
        headingElement(letterTexts.heading(i + 1, heading)),
        ...elements,
      ]),
      ...letterTexts.signature.map((text) => paragraph(text, 'signature')),
    ],
    omissions: [],
  };
}

interface LetterPart {
  readonly heading: string;
  readonly elements: readonly DocumentElement[];
}

function partsOf({ open, remarks, report }: DeskEntry): readonly LetterPart[] {
  const ofSeverity = (severity: ReviewedFinding['severity']) => open.filter((finding) => finding.severity === severity);
  const doubts = report?.imported?.doubts ?? [];
  const parts: readonly LetterPart[] = [
    { heading: letterTexts.toCorrect, elements: listOf(ofSeverity('error'), report?.imported != null) },
    { heading: letterTexts.toVerify, elements: listOf(ofSeverity('warning'), report?.imported != null) },
    { heading: letterTexts.remarks, elements: remarksOf(remarks, report?.imported != null) },
    { heading: letterTexts.doubts, elements: doubts.map(({ zh }, i) => paragraph(`${i + 1}. ${zh}`)) },
  ];
  return parts.filter(({ elements }) => elements.length > 0);
}

function listOf(findings: readonly ReviewedFinding[], imported: boolean): readonly DocumentElement[] {
  if (findings.length === 0) return [];
  const rows = findings.map((finding, i) => [
    String(i + 1),
    placeText(finding, imported),
    finding.message.zh,
    remedyText(finding),
    basisText(finding),
  ]);
  return [tableOf(LIST_SHARES, [letterTexts.heads, ...rows], 1)];
}

function remarksOf(remarks: readonly ReviewedFinding[], imported: boolean): readonly DocumentElement[] {
  if (remarks.length === 0) return [];
  const rows = remarks.map((finding, i) => [
    String(i + 1),
    placeText(finding, imported),
    String(finding.data.remark ?? finding.message.zh),
  ]);
  return [tableOf(REMARK_SHARES, [letterTexts.remarkHeads, ...rows], 1)];
}

/** Where a finding stands, as a reader of the printed report finds it; lines are named where the report is the markup. */
export function placeText({ part, table, quote, range }: ReviewedFinding, imported: boolean): string {
  const where = part ? letterTexts.part(part.ordinal) + (table ? `（${table.zh}）` : '') : letterTexts.wholeReport;
  const line = imported ? '' : letterTexts.line(range.start.line + 1);
  return [where, ...(line === '' ? [] : [line]), ...(quote === '' ? [] : [letterTexts.quoted(quote)])].join('，');
}

/** What is to be done: the ways to mend it, else the value that would be right, else what the rule asks for. */
export function remedyText({ fixes, data, code }: ReviewedFinding): string {
  const [first, ...others] = fixes.map(({ zh }) => zh);
  if (first !== undefined) {
    return others.length === 0 ? first : letterTexts.alternatives([first, ...others]);
  }
  if (data.expected !== undefined) return letterTexts.shouldBe(data.expected);
  return adviceOf(code) || letterTexts.verify;
}

/** By what right: what the rule rests on, else the article that asks for the part. */
export function basisText({ code, part }: ReviewedFinding): string {
  return basisOf(code) || (part?.legal ?? '');
}

function headerTable(body: string, year: number | null): DocumentTable {
  const rows = letterTexts.header(body, year).map(
    (texts): DocumentRow => ({
      startsGroup: false,
      cells: texts.map((text, column) => cellOf(text, column, column % 2 === 0 ? 'row' : null)),
      span: null,
    }),
  );
  return { ...emptyTable, columnShares: HEADER_SHARES, rows };
}

function tableOf(
  columnShares: readonly number[],
  texts: readonly (readonly string[])[],
  headerRows: number,
): DocumentTable {
  const rows = texts.map(
    (row, i): DocumentRow => ({
      startsGroup: false,
      cells: row.map((text, column) => cellOf(text, column, i < headerRows ? 'col' : null)),
      span: null,
    }),
  );
  return { ...emptyTable, headerRows, columnShares, rows };
}

const emptyTable = { kind: 'table', table: null, edition: null, caption: null, headerRows: 0, span: NOWHERE } as const;

function cellOf(text: string, column: number, scope: DocumentCell['scope']): DocumentCell {
  const kind = scope === null ? 'value' : 'header';
  return { kind, text, scope, column, colspan: 1, rowspan: 1, place: null, value: null, span: null };
}

function headingElement(text: string): DocumentElement {
  return { kind: 'heading', level: 2, text, section: null, span: NOWHERE };
}

function paragraph(text: string, role: DocumentParagraph['role'] = 'text'): DocumentParagraph {
  return { kind: 'paragraph', lead: null, text, role, span: NOWHERE };
}
