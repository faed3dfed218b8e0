// The desk as a terminal shows it.

import { severityNames } from '../rules/engine/rule-page.ts';
import { ruleByCode } from '../rules/index.ts';
import { type Desk, type DeskEntry, type DeskState, stateNames } from '../tasks/desk.ts';
import { openIn, openParts, ruleCounts, stateCounts, statesIn } from '../tasks/desk-counts.ts';
import { deskTexts, headOf } from '../tasks/desk-texts.ts';
import { numeral } from '../text/chinese-numerals.ts';
import { displayWidth } from '../text/display-width.ts';
import type { Language } from '../text/language.ts';
import { greatest } from '../text/lists.ts';
import { padEnd, padStart } from './columns.ts';
import { type Paint, painter, type Style } from './formats/paint.ts';
import { printable } from './printable.ts';

export interface OverviewOptions {
  readonly language: Language;
  readonly color: boolean;
}

const MOST_NAME = 40;
const styles: Readonly<Record<DeskState, Style>> = {
  missing: 'faint',
  revise: 'error',
  verify: 'warning',
  passed: 'information',
};

/** Head, a line for each body with what is open in each part, and what is open by rule. */
export function overviewText(desk: Desk, { language, color }: OverviewOptions): string {
  const paint = painter(color);
  return [
    paint('strong', headOf(desk)[language]),
    ...deskTexts.turnedOn().map((text) => paint('faint', text[language])),
    states(desk, language, paint),
    '',
    ...bodies(desk, language, paint),
    ...rulesOf(desk, language, paint),
    '',
  ].join('\n');
}

function states(desk: Desk, language: Language, paint: Paint): string {
  const counts = stateCounts(desk);
  return statesIn(desk)
    .map((state) => paint(styles[state], `${stateNames[state][language]} ${counts[state]}`))
    .join(' · ');
}

function bodies(desk: Desk, language: Language, paint: Paint): readonly string[] {
  const { entries } = desk;
  if (entries.length === 0) return [];
  const parts = openParts(desk);
  const nameWidth = Math.min(MOST_NAME, greatest(entries.map(({ body }) => displayWidth(body)))) + 2;
  const stateWidth = greatest(Object.values(stateNames).map((name) => displayWidth(name[language]))) + 2;
  const heads = [deskTexts.errors, deskTexts.warnings].map((head) => head[language]);
  const widths = heads.map((head) => displayWidth(head) + 2);
  const partNames = [...parts.map(({ ordinal }) => numeral(ordinal)), deskTexts.noPart[language]];
  const head = [
    padEnd(deskTexts.state[language], stateWidth),
    padEnd(deskTexts.body[language], nameWidth),
    ...heads.map((text, i) => padStart(text, widths[i] ?? 0)),
    '  ',
    ...partNames.map((name) => padStart(name, displayWidth(name) + 3)),
  ].join('');
  return [
    paint('faint', head),
    ...entries.map((entry) =>
      [
        paint(styles[entry.state], padEnd(stateNames[entry.state][language], stateWidth)),
        padEnd(cut(printable(entry.body), nameWidth - 2), nameWidth),
        ...(['error', 'warning'] as const).map((severity, i) => padStart(count(entry, severity), widths[i] ?? 0)),
        '  ',
        ...[...parts, null].map((part, i) =>
          padStart(dot(openIn(entry, part).length), displayWidth(partNames[i] ?? '') + 3),
        ),
        remark(entry, language),
      ].join(''),
    ),
    '',
  ];
}

function remark({ unread, due }: DeskEntry, language: Language): string {
  const text = unread ?? (due === null ? null : deskTexts.due(due));
  return text ? `  ${printable(text[language])}` : '';
}

function count({ open }: DeskEntry, severity: 'error' | 'warning'): string {
  return dot(open.filter((finding) => finding.severity === severity).length);
}

function dot(count: number): string {
  return count === 0 ? '·' : String(count);
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > width - 2) break;
    kept += character;
  }
  return `${kept}…`;
}

function rulesOf(desk: Desk, language: Language, paint: Paint): readonly string[] {
  const counts = ruleCounts(desk);
  const codeWidth = greatest([0, ...counts.map(({ code }) => code.length)]) + 2;
  return counts.map(({ code, severity, findings, bodies: held }) =>
    [
      paint(severity, padEnd(severityNames[severity][language], 9)),
      padStart(deskTexts.findings(findings)[language], 8),
      padStart(deskTexts.bodies(held)[language], 12),
      `  ${padEnd(code, codeWidth)}`,
      paint('faint', ruleByCode(code)?.title[language] ?? ''),
    ].join(''),
  );
}
