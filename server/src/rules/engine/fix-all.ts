// What may be mended without asking, for every face: the command line writes it to the file, editors offer it as one action.

import type { Subject } from '../../analysis/subject.ts';
import { readReport } from '../../report/bind.ts';
import { formatTable } from '../../report/format.ts';
import type { Report, Table } from '../../report/report.ts';
import { displayWidth } from '../../text/display-width.ts';
import { compatible, type Edit, Revision } from '../../text/edit.ts';
import { lastUpTo } from '../../text/sorted.ts';
import type { Span } from '../../text/span.ts';
import { check } from './check.ts';
import { type Finding, type Fix, ownEdits } from './rule.ts';

/** A fix may make another possible; no report needs so many rounds. */
const MOST_ROUNDS = 50;

export interface FixAllOptions {
  /** A rule whose fix is made although it isn't certain, where it is the only one: the user asked for it. */
  readonly also?: string | null;
  /** Told of a rule whose fixes threw; it costs its own fixes alone. */
  readonly onFailure?: (code: string, error: unknown) => void;
}

export interface FixedReport {
  readonly text: string;
  /** The edits that make the report's text this one. */
  readonly edits: readonly Edit[];
  /** How many findings were mended. */
  readonly fixed: number;
}

/**
 * Makes every certain fix, again and again until none is left, and formats the tables that were touched. Suppressed
 * findings and rules that are off are left alone, and so are other files. `subjectOf` makes the subject of each text
 * that the report comes to have.
 */
export function fixAll(text: string, subjectOf: (text: string) => Subject, options: FixAllOptions = {}): FixedReport {
  let revision = Revision.of(text);
  let subject = subjectOf(text);
  let fixed = 0;
  const seen = new Set([revision.text]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const sets = compatible(certainFixes(subject, options));
    if (sets.length === 0) break;
    const next = revision.with(sets.flat());
    if (seen.has(next.text)) break;
    seen.add(next.text);
    revision = next;
    fixed += sets.length;
    subject = subjectOf(revision.text);
  }
  if (fixed > 0) revision = formatted(revision, subject.report, () => true);
  return { text: revision.text, edits: revision.edits(), fixed };
}

function certainFixes(subject: Subject, options: FixAllOptions): readonly (readonly Edit[])[] {
  return check(subject, Number.POSITIVE_INFINITY).findings.flatMap((finding) => {
    const fixes = fixesOf(finding, options.onFailure);
    const certain = options.also === finding.code ? fixes : fixes.filter((fix) => fix.certain);
    const [fix, ...others] = certain;
    if (!fix || others.length > 0) return [];
    const edits = ownEdits(fix);
    return edits.length > 0 && edits.length === fix.edits.length ? [edits] : [];
  });
}

/** So many fixes of a finding are offered, wherever. */
const MOST_FIXES = 8;

/** The fixes that a finding offers, the same for every face; none where making them throws, of which `onFailure` is told. */
export function fixesOf(finding: Finding, onFailure?: FixAllOptions['onFailure']): readonly Fix[] {
  try {
    return finding.fixes?.().slice(0, MOST_FIXES) ?? [];
  } catch (error) {
    onFailure?.(finding.code, error);
    return [];
  }
}

/** The edits of one fix, and what they need beside so that a table that was formatted stays so. */
export function keepingTablesFormatted(report: Report, edits: readonly Edit[]): readonly Edit[] {
  if (edits.every((edit) => keepsBars(report.tree.text, edit))) return edits;
  const kept = report.tables.filter(
    (table) => edits.some(({ span }) => meets(span, table.span)) && isFormatted(report, table),
  );
  if (kept.length === 0) return edits;
  const revision = Revision.of(report.tree.text).with(edits);
  const ids = new Set(kept.map(({ definition }) => definition.id));
  return formatted(revision, readReport(revision.text, report.forms), ({ definition }) =>
    ids.has(definition.id),
  ).edits();
}

/** Whether every bar stands where it stood: what is put in is as wide as what it replaces, and parts no cells or lines. */
function keepsBars(text: string, { span, text: replacement }: Edit): boolean {
  const old = text.slice(span.start, span.end);
  return !/[|｜\t\r\n]/.test(old + replacement) && displayWidth(old) === displayWidth(replacement);
}

function isFormatted(report: Report, table: Table): boolean {
  return formatTable(report, table).every((row) => row.edits.length === 0);
}

/** Formats the tables of a revision, read as `report`, in which something has changed. */
function formatted(revision: Revision, report: Report, isWanted: (table: Table) => boolean): Revision {
  const changed = revision.changed();
  const isTouched = ({ span }: Table): boolean =>
    (lastUpTo(changed, span.end, ({ start }) => start)?.end ?? -1) >= span.start;
  const touched = report.tables.filter((table) => isWanted(table) && isTouched(table));
  return revision.with(touched.flatMap((table) => formatTable(report, table).flatMap(({ edits }) => edits)));
}

function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
