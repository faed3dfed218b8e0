// Three versions of a report become one: cells are merged by row and column, text by sentence.

import type { Forms } from '../forms/form.ts';
import { readReport } from '../report/bind.ts';
import { canonicalTable } from '../report/canonical-table.ts';
import type { Report } from '../report/report.ts';
import { Revision } from '../text/edit.ts';
import { append } from '../text/lists.ts';
import { alignment } from './diff-alignment.ts';
import { type Token, tokensOf } from './diff-tokens.ts';
import { type Hunk, hunksOf, isChanged, resolved } from './merge-hunks.ts';
import { type MergeMarks, type Segment, withMarks } from './merge-marks.ts';
import { kept, mergedToken, type Side } from './merge-rows.ts';

/** The texts of a report: what two people started from, and what each made of it. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface Merged {
  readonly text: string;
  /** How many places are marked that both have changed in different ways. */
  readonly conflicts: number;
}

/**
 * Merges what two people made of a report. What only one has changed is taken; what both have changed alike is taken once;
 * what they have changed in different ways is marked, line by line, with everything else on the line merged. How tables and
 * lines are laid out is never a conflict. Null where a version holds a conflict that isn't settled.
 */
export function mergeReports(versions: Versions, forms: Forms, marks: MergeMarks): Merged | null {
  const reports = alike(
    [versions.base, versions.ours, versions.theirs].map((text) => readReport(text, forms)),
    forms,
  );
  if (reports.some(({ conflicts }) => conflicts.length > 0)) return null;
  const [base = [], ours = [], theirs = []] = reports.map(tokensOf);
  const segments = mergedTokens(base, ours, theirs);
  return withMarks(segments, marks, lineBreakOf(versions));
}

/** The reports with their tables written in one way, where only some of them have the values of several rows on one line. */
function alike(reports: readonly Report[], forms: Forms): readonly Report[] {
  const wide = reports.map(wideTables);
  const differing = new Set(wide.flatMap((ids) => [...ids]).filter((id) => !wide.every((ids) => ids.has(id))));
  if (differing.size === 0) return reports;
  return reports.map((report) => {
    const edits = report.tables.flatMap((table) => {
      const result = differing.has(table.definition.id) ? canonicalTable(report, table, 'short') : null;
      return result?.kind === 'edits' && result.changes === 'wide-row' ? result.edits : [];
    });
    return edits.length > 0 ? readReport(Revision.of(report.tree.text).with(edits).text, forms) : report;
  });
}

function wideTables({ tables }: Report): ReadonlySet<string> {
  const isWide = tables.filter(({ lines }) => lines.some((line, i) => line.line === lines[i - 1]?.line));
  return new Set(isWide.map(({ definition }) => definition.id));
}

/** The line break of most lines: as theirs where only they have changed it. */
function lineBreakOf({ base, ours, theirs }: Versions): string {
  const [old, our, their] = [base, ours, theirs].map((text) => (/\r\n|\n|\r/.exec(text) ?? ['\n'])[0]);
  return (our === old ? their : our) ?? '\n';
}

function mergedTokens(base: readonly Token[], ours: readonly Token[], theirs: readonly Token[]): readonly Segment[] {
  const [our, their] = sidesOf(base, ours, theirs);
  const segments: Segment[] = [];
  let at = 0;
  const keepTo = (end: number): void => {
    for (; at < end; at++) {
      const [token, a, b] = [base[at], our.token(at), their.token(at)];
      if (token && a && b) append(segments, mergedToken(token, a, b));
    }
  };
  for (const group of groupsOf(hunksOf(base, our), hunksOf(base, their))) {
    keepTo(group.start);
    append(
      segments,
      resolved(base.slice(group.start, group.end), version(our, group, 'ours'), version(their, group, 'theirs'), group),
    );
    at = Math.max(at, group.end);
  }
  keepTo(base.length);
  return segments;
}

/** Which tokens of each side are which of the base. What one side has taken away and the other has changed is the same token in neither. */
function sidesOf(base: readonly Token[], ours: readonly Token[], theirs: readonly Token[]): readonly [Side, Side] {
  const [our, their] = [alignment(base, ours), alignment(base, theirs)];
  for (const [i, token] of base.entries()) {
    const [a, b] = [ours[our[i] ?? -1], theirs[their[i] ?? -1]];
    if (a && !b && isChanged(token, a)) our[i] = -1;
    if (b && !a && isChanged(token, b)) their[i] = -1;
  }
  return [kept(ours, our), kept(theirs, their)];
}

export interface Group {
  readonly start: number;
  readonly end: number;
  readonly ours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/** Hunks of both sides that are about the same place, put together; in order. */
function groupsOf(ours: readonly Hunk[], theirs: readonly Hunk[]): readonly Group[] {
  const all = [
    ...ours.map((hunk) => ({ hunk, side: 'ours' as const })),
    ...theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((a, b) => a.hunk.start - b.hunk.start || a.hunk.end - b.hunk.end);
  const groups: { start: number; end: number; ours: Hunk[]; theirs: Hunk[] }[] = [];
  for (const { hunk, side } of all) {
    const last = groups.at(-1);
    if (last && meets(last, hunk, side)) {
      last.end = Math.max(last.end, hunk.end);
      last[side].push(hunk);
    } else groups.push({ start: hunk.start, end: hunk.end, ours: [], theirs: [], [side]: [hunk] });
  }
  return groups;
}

/** Whether a hunk is about the place of those before it: it overlaps them, inserts where they insert, or brings the same as they do right beside them. */
function meets(group: Group, hunk: Hunk, side: 'ours' | 'theirs'): boolean {
  if (hunk.start < group.end) return true;
  if (hunk.start > group.end) return false;
  if (hunk.start === hunk.end && group.start === group.end) return true;
  const others = new Set(group[side === 'ours' ? 'theirs' : 'ours'].flatMap(({ tokens }) => shownIds(tokens)));
  return shownIds(hunk.tokens).some((id) => others.has(id));
}

function shownIds(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap(({ kind, id }) => (kind === 'break' ? [] : [id]));
}

/** What a side has in the place of a group. */
function version(side: Side, group: Group, name: 'ours' | 'theirs'): readonly Token[] {
  const tokens: Token[] = [];
  const hunks = new Map(group[name].map((hunk) => [hunk.start, hunk]));
  for (let at = group.start; at <= group.end; ) {
    const hunk = hunks.get(at);
    if (hunk) append(tokens, hunk.tokens);
    hunks.delete(at);
    if (hunk && hunk.end > at) at = hunk.end;
    else {
      const token = at < group.end ? side.token(at) : null;
      if (token) tokens.push(token);
      at++;
    }
  }
  return tokens;
}
