// The report as a list of what the form wants in it: what is there, what is still to be written, what is wrong.
import { deadline } from '../analysis/deadline.ts';
import type { RuleSettings, Severity } from '../analysis/settings.ts';
import type { CheckedFinding } from '../rules/engine/check.ts';
import { ruleByCode } from '../rules/index.ts';
import type { Language, Localized } from '../text/language.ts';
import { checklistParts, type Part } from './checklist-parts.ts';
import { type Range, rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';
import { dueText } from './status-texts.ts';

export interface ChecklistOptions {
  readonly language: Language;
  readonly settings: RuleSettings;
}

export interface Checklist {
  readonly version: number | null;
  /** Body and year, as far as they are known. */
  readonly name: string;
  /** How many errors and warnings there are. */
  readonly open: number;
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  readonly id: string;
  readonly kind: 'deadline' | 'finding' | Part['kind'];
  readonly label: string;
  readonly detail: string;
  readonly tooltip: string;
  /** `todo`: something is still to be written; `wrong`: something is to be mended; `note` is neither. */
  readonly state: 'done' | 'todo' | 'wrong' | 'note';
  readonly severity: Severity | null;
  readonly range: Range;
  readonly children: readonly ChecklistItem[];
}

/** The deadline, then the title and each part with its areas, its table and the findings in it, in the form's order. */
export function checklist(snapshot: Snapshot, options: ChecklistOptions): Checklist {
  const { report, version, tooLarge } = snapshot;
  const { findings } = snapshot.check(options.settings);
  const due = tooLarge ? null : deadline(snapshot.subject(options.settings));
  const make = maker(snapshot, options);
  const parts = tooLarge ? [] : checklistParts(snapshot.subject(options.settings), findings);
  return {
    version,
    name: [report.body?.text, report.year?.value].filter(Boolean).join(' · '),
    open: findings.filter(isOpen).length,
    items: [
      ...(due ? [make.deadline(dueText(due))] : []),
      ...(tooLarge ? findings.map((each) => make.finding(each)) : parts.map((part) => make.part(part))),
    ],
  };
}

type State = ChecklistItem['state'];

interface Maker {
  readonly deadline: (label: Localized) => ChecklistItem;
  readonly part: (part: Part) => ChecklistItem;
  readonly finding: (finding: CheckedFinding) => ChecklistItem;
}

function maker(snapshot: Snapshot, { language }: ChecklistOptions): Maker {
  const { lines } = snapshot;
  const finding = (found: CheckedFinding): ChecklistItem => {
    const range = rangeOf(lines, found.span);
    const number = range.start.line + 1;
    return {
      id: `${found.code}@${found.span.start}`,
      kind: 'finding',
      label: found.message()[language],
      detail: { zh: `第 ${number} 行`, en: `line ${number}` }[language],
      tooltip: '',
      state: stateOf(found),
      severity: found.severity,
      range,
      children: [],
    };
  };
  const part = ({ id, kind, label, note, tooltip, absent, place, inside, findings }: Part): ChecklistItem => {
    const children = [...inside.map(part), ...findings.map(finding)];
    const all = [...findings, ...inside.flatMap(findingsBelow)].filter(isOpen);
    const detail = all.length > 0 ? countsText(all) : absent ? NOT_WRITTEN : (note ?? NOTHING);
    return {
      id,
      kind,
      label: label[language],
      detail: detail[language],
      tooltip: tooltip?.[language] ?? '',
      state: worst([absent ? 'todo' : 'done', ...children.map(({ state }) => state)]),
      severity: null,
      range: rangeOf(lines, place),
      children,
    };
  };
  const top = rangeOf(lines, snapshot.report.title?.span ?? { start: 0, end: 0 });
  return {
    finding,
    part,
    deadline: (label) => ({
      id: 'deadline',
      kind: 'deadline',
      label: label[language],
      detail: '',
      tooltip: '',
      state: 'note',
      severity: null,
      range: top,
      children: [],
    }),
  };
}

const NOT_WRITTEN: Localized = { zh: '还没有写', en: 'not written yet' };
const NOTHING: Localized = { zh: '', en: '' };
/** The first that occurs is that of the whole. */
const worseFirst: readonly State[] = ['wrong', 'todo', 'done'];

function worst(states: readonly State[]): State {
  return worseFirst.find((state) => states.includes(state)) ?? 'done';
}

function findingsBelow({ findings, inside }: Part): readonly CheckedFinding[] {
  return [...findings, ...inside.flatMap(findingsBelow)];
}

function isOpen({ severity }: CheckedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

function asksForMore({ code }: CheckedFinding): boolean {
  return ruleByCode(code)?.asks === 'more';
}

function stateOf(finding: CheckedFinding): State {
  if (!isOpen(finding)) return 'note';
  return asksForMore(finding) ? 'todo' : 'wrong';
}

function countsText(findings: readonly CheckedFinding[]): Localized {
  const write = findings.filter(asksForMore).length;
  const mend = findings.length - write;
  const parts = [
    { number: mend, zh: `${mend} 处要改`, en: `${mend} to mend` },
    { number: write, zh: `${write} 处待写`, en: `${write} to write` },
  ].filter(({ number }) => number > 0);
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') };
}
