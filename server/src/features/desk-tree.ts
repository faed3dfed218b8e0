// The desk as a tree for an editor's side bar: bodies by state, filtered by a rule and sorted.

import type { Severity } from '../analysis/settings.ts';
import { ruleByCode } from '../rules/index.ts';
import { type Desk, type DeskEntry, type DeskState, stateNames } from '../tasks/desk.ts';
import { ruleCounts, stateCounts, statesIn } from '../tasks/desk-counts.ts';
import { deskTexts, headOf } from '../tasks/desk-texts.ts';
import type { ReviewedFinding } from '../tasks/review.ts';
import type { Language } from '../text/language.ts';
import type { Range } from '../text/line-index.ts';

export interface DeskTreeOptions {
  readonly language: Language;
  /** The code of the rule whose findings alone are shown; null for all. */
  readonly rule: string | null;
  /** `state`: as on the desk; `count`: those with most findings first; `name`: by their names. */
  readonly sort: 'state' | 'count' | 'name';
}

export interface DeskTree {
  readonly title: string;
  readonly year: number | null;
  /** Whom it is still waited for: all that aren't passed. */
  readonly open: number;
  readonly states: readonly DeskStateItem[];
  /** The rules that something is open of, for a filter. */
  readonly rules: readonly { readonly code: string; readonly title: string; readonly findings: number }[];
}

export interface DeskStateItem {
  readonly state: DeskState;
  readonly label: string;
  /** How many bodies there are, before a filter. */
  readonly count: number;
  readonly bodies: readonly DeskBodyItem[];
}

export interface DeskBodyItem {
  readonly body: string;
  /** Null where it has not reported. */
  readonly uri: string | null;
  readonly detail: string;
  readonly findings: readonly DeskFindingItem[];
}

export interface DeskFindingItem {
  readonly code: string;
  readonly label: string;
  readonly detail: string;
  readonly severity: Severity;
  readonly range: Range;
}

/** The tree of a desk. States that no body is in are left out, and with a filter bodies without such findings. */
export function deskTree(desk: Desk, { language, rule, sort }: DeskTreeOptions): DeskTree {
  const counts = stateCounts(desk);
  return {
    title: headOf(desk)[language],
    year: desk.year,
    open: desk.entries.length - counts.passed,
    states: statesIn(desk).flatMap((state): readonly DeskStateItem[] => {
      const entries = desk.entries.filter((entry) => entry.state === state);
      const bodies = entries.map((entry) => bodyItem(entry, rule, language));
      const shown = sorted(rule === null ? bodies : bodies.filter(({ findings }) => findings.length > 0), sort);
      if (shown.length === 0) return [];
      return [{ state, label: stateNames[state][language], count: counts[state], bodies: shown }];
    }),
    rules: ruleCounts(desk).map(({ code, findings }) => ({
      code,
      title: ruleByCode(code)?.title[language] ?? code,
      findings,
    })),
  };
}

function sorted(bodies: readonly DeskBodyItem[], sort: DeskTreeOptions['sort']): readonly DeskBodyItem[] {
  if (sort === 'state') return bodies;
  const byName = bodies.toSorted((a, b) => a.body.localeCompare(b.body, 'zh-CN'));
  return sort === 'name' ? byName : byName.toSorted((a, b) => b.findings.length - a.findings.length);
}

function bodyItem(entry: DeskEntry, rule: string | null, language: Language): DeskBodyItem {
  const { body, report, open, remarks, unread, due } = entry;
  const findings = [...open, ...remarks].filter(({ code }) => rule === null || code === rule);
  const remark = unread ?? (due === null ? null : deskTexts.due(due));
  return {
    body,
    uri: report?.source ?? null,
    detail: remark?.[language] ?? (findings.length === 0 ? '' : deskTexts.findings(findings.length)[language]),
    findings: findings.map((finding) => findingItem(finding, language)),
  };
}

function findingItem({ code, severity, message, range }: ReviewedFinding, language: Language): DeskFindingItem {
  const line = range.start.line + 1;
  const detail = { zh: `第 ${line} 行 ${code}`, en: `line ${line} ${code}` }[language];
  return { code, label: message[language], detail, severity, range };
}
