// One report as the desk has it: what was found in it, as plain data that outlives the report and crosses threads.
import { sectionAt } from '../analysis/section-at.ts';
import { officialHeading } from '../analysis/section-places.ts';
import type { Severity } from '../analysis/settings.ts';
import type { Subject } from '../analysis/subject.ts';
import { citations } from '../forms/citation-text.ts';
import type { SectionDefinition } from '../forms/edition.ts';
import { type CheckedFinding, check } from '../rules/engine/check.ts';
import { fingerprints } from '../rules/engine/fingerprint.ts';
import { fixesOf } from '../rules/engine/fix-all.ts';
import { type FilePlace, filePlace } from '../rules/engine/render.ts';
import type { FindingData } from '../rules/engine/rule.ts';
import { privateData } from '../rules/private-data.ts';
import type { Localized } from '../text/language.ts';
import { LineIndex, type Range } from '../text/line-index.ts';

const MOST_QUOTED = 30;
const MOST_FIXES = 3;

export interface ReviewedReport {
  /** As its user calls it. */
  readonly file: string;
  /** Its path or URI. */
  readonly source: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly findings: readonly ReviewedFinding[];
  /** Null for a report that is written in the markup. */
  readonly imported: ImportedFrom | null;
  /** Rules that failed, with the reason. */
  readonly failures: readonly string[];
}

/** What the import of a report leaves to be compared with the original. */
export interface ImportedFrom {
  readonly doubts: readonly Localized[];
}

export interface ReviewedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Localized;
  readonly range: Range;
  /** The part of the form that it stands in; null before the first and in parts of the report's own. */
  readonly part: ReportPart | null;
  /** The table that it is about; null for none. */
  readonly table: Localized | null;
  /** What stands at the place, shortened; empty where that is a value or a whole part. */
  readonly quote: string;
  /** The first ways to mend it. */
  readonly fixes: readonly Localized[];
  readonly related: readonly ReviewedRelated[];
  readonly data: FindingData;
  /** What tells it from others of all reports; see `fingerprints`. */
  readonly key: string;
  /** Set where it was known before. */
  readonly baselined?: true;
}

export interface ReviewedRelated extends FilePlace {
  readonly message: Localized;
}

/** A part that the form prescribes. */
export interface ReportPart {
  readonly id: string;
  /** 1 for 一、 and so on. */
  readonly ordinal: number;
  /** With its ordinal: `一、总体情况`. */
  readonly heading: string;
  /** The articles that ask for it, in one line. */
  readonly legal: string;
}

/** Looks at a report as every face does; `file` is what its user calls it. All findings are kept, however many. */
export function reviewOf(
  subject: Subject,
  {
    file,
    source,
    imported = null,
  }: Pick<ReviewedReport, 'file' | 'source'> & Partial<Pick<ReviewedReport, 'imported'>>,
): ReviewedReport {
  const { report } = subject;
  const { text } = report.tree;
  const lines = new LineIndex(text);
  const { findings, failures } = check(subject, Number.POSITIVE_INFINITY);
  const keys = fingerprints({ text, lines }, findings, report);
  return {
    file,
    source,
    body: report.body?.text ?? null,
    year: report.year?.value ?? null,
    title: report.title?.text ?? null,
    findings: findings.map((finding, i) => reviewed(subject, finding, lines, keys[i] ?? '')),
    imported,
    failures: failures.map(({ code, error }) => `${code}: ${String(error)}`),
  };
}

function reviewed(subject: Subject, finding: CheckedFinding, lines: LineIndex, key: string): ReviewedFinding {
  const { code, severity, message, span, data, related } = finding;
  return {
    code,
    severity,
    message: message(),
    range: lines.rangeOf(span),
    part: partOf(subject, finding),
    table: subject.report.edition.tables.find(({ id }) => id === data.table)?.name ?? null,
    quote: quoteOf(subject, finding),
    fixes: fixesOf(finding)
      .slice(0, MOST_FIXES)
      .map(({ title }) => title),
    related: related().map((each) => ({ message: each.message(), ...filePlace(each, lines) })),
    data,
    key,
    ...(finding.baselined ? { baselined: true } : {}),
  };
}

/** The part that the finding names, or that its table belongs to, or that it stands in. */
function partOf({ report }: Subject, { span, data }: CheckedFinding): ReportPart | null {
  const { sections } = report.edition;
  const named = sections.find(({ id, table }) => id === data.section || (table !== null && table === data.table));
  const definition = named ?? sectionAt(report, span.start)?.definition ?? null;
  return definition && reportPart(definition);
}

/** A part of the form by its definition. */
export function reportPart(definition: SectionDefinition): ReportPart {
  return {
    id: definition.id,
    ordinal: definition.ordinal,
    heading: officialHeading(definition),
    legal: citations(definition.legal),
  };
}

/** Of tables the message names row and column; a part's heading says nothing more than the part, and private data go no further. */
function quoteOf({ report }: Subject, { code, span, data }: CheckedFinding): string {
  const isHeading = report.sections.some(({ line }) => line.span.start <= span.start && span.end <= line.span.end);
  if (data.table !== undefined || data.column !== undefined || isHeading || code === privateData.code) return '';
  const text = report.tree.text
    .slice(span.start, span.end)
    .replace(/[|｜\s]+/g, ' ')
    .trim();
  const characters = [...text];
  return characters.length <= MOST_QUOTED ? text : `${characters.slice(0, MOST_QUOTED).join('')}…`;
}
