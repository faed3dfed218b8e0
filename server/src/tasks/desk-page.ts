// The desk as a page of its own: bodies by state with what is open in each part, and what is open by rule.
import { screenRules } from '../exporters/html-style.ts';
import { severityNames } from '../rules/engine/rule-page.ts';
import { ruleByCode } from '../rules/index.ts';
import { escaped } from '../text/escape.ts';
import type { Language } from '../text/language.ts';
import { type Desk, type DeskEntry, stateNames } from './desk.ts';
import { openIn, openParts, ruleCounts, stateCounts, statesIn } from './desk-counts.ts';
import { deskTexts, headOf } from './desk-texts.ts';
import type { ReportPart, ReviewedFinding } from './review.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const MOST_NAMED = 12;

const style = `
${screenRules}
main { max-width: 90rem; padding-top: 2rem; }
h1 { text-align: left; margin-bottom: 1rem; font-size: 1.5rem; }
p { text-indent: 0; }
table { table-layout: auto; margin: 1rem 0 2rem; }
th, td { text-align: left; vertical-align: top; }
tbody th { min-width: 13em; }
td.count { text-align: center; font-variant-numeric: tabular-nums; }
td.count small { display: block; color: var(--ink); opacity: .75; font-size: .75rem; overflow-wrap: anywhere; }
thead th { position: sticky; top: 0; }
.states { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
.states b { font-size: 1.25rem; }
.state { white-space: nowrap; font-weight: bold; }
.revise { color: #b3261e; }
.verify { color: #8a5300; }
.passed { color: #146c2e; }
.missing { color: #5b6470; }
a { color: var(--heading); }
@media (prefers-color-scheme: dark) {
  .revise { color: #ff8a80; }
  .verify { color: #ffc46b; }
  .passed { color: #7ddb97; }
  .missing { color: #aab3bf; }
}
`.trim();

/** The page. `letters` gives the address of the letter to a body, null where it gets none. */
export function deskPage(desk: Desk, language: Language, letters: (entry: DeskEntry) => string | null): string {
  const title = headOf(desk)[language];
  return `<!DOCTYPE html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${states(desk, language)}
${deskTexts
  .turnedOn()
  .map((text) => `<p>${escaped(text[language])}</p>\n`)
  .join('')}${bodies(desk, language, letters)}
${rulesTable(desk, language)}
</main>
</body>
</html>
`;
}

function states(desk: Desk, language: Language): string {
  const counts = stateCounts(desk);
  const items = statesIn(desk).map(
    (state) => `<li class="${state}">${escaped(stateNames[state][language])} <b>${counts[state]}</b></li>`,
  );
  return `<ul class="states">${items.join('')}</ul>`;
}

function bodies(desk: Desk, language: Language, letters: (entry: DeskEntry) => string | null): string {
  const parts = openParts(desk);
  const heads = [
    ...[deskTexts.state, deskTexts.body, deskTexts.errors, deskTexts.warnings].map((head) => head[language]),
    ...parts.map(({ heading }) => heading),
    deskTexts.noPart[language],
  ];
  const rows = desk.entries.map((entry) => bodyRow(entry, [...parts, null], language, letters(entry)));
  return `<table>\n<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function bodyRow(
  entry: DeskEntry,
  parts: readonly (ReportPart | null)[],
  language: Language,
  letter: string | null,
): string {
  const { state, body, open } = entry;
  const name = letter === null ? escaped(body) : `<a href="${escaped(letter)}">${escaped(body)}</a>`;
  const remark = entry.unread ?? (entry.due === null ? null : deskTexts.due(entry.due));
  const why = remark === null ? '' : `<br><small>${escaped(remark[language])}</small>`;
  const count = (severity: ReviewedFinding['severity']) => open.filter((each) => each.severity === severity).length;
  return [
    `<tr><td class="state ${state}">${escaped(stateNames[state][language])}</td><th scope="row">${name}${why}</th>`,
    ...[count('error'), count('warning')].map((each) => `<td class="count">${each === 0 ? '' : each}</td>`),
    ...parts.map((part) => `<td class="count">${partCell(openIn(entry, part))}</td>`),
    '</tr>',
  ].join('');
}

/** How many there are, and of which rules. */
function partCell(findings: readonly ReviewedFinding[]): string {
  if (findings.length === 0) return '';
  const codes = [...Map.groupBy(findings, ({ code }) => code)].map(([code, each]) =>
    each.length === 1 ? code : `${code} ×${each.length}`,
  );
  return `${findings.length}<small>${escaped(codes.join('，'))}</small>`;
}

function rulesTable(desk: Desk, language: Language): string {
  const counts = ruleCounts(desk);
  if (counts.length === 0) return '';
  const { severity, rule, what, count, whose } = deskTexts;
  const heads = [severity, rule, what, count, whose].map((head) => `<th scope="col">${escaped(head[language])}</th>`);
  const rows = counts.map((each) =>
    [
      `<tr><td>${escaped(severityNames[each.severity][language])}</td><th scope="row">${escaped(each.code)}</th>`,
      `<td>${escaped(ruleByCode(each.code)?.title[language] ?? '')}</td><td class="count">${each.findings}</td>`,
      `<td>${escaped(namesOf(desk, each.code))}</td></tr>`,
    ].join(''),
  );
  return `<h2>${escaped(deskTexts.rulesFound[language])}</h2>\n<table>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function namesOf({ entries }: Desk, code: string): string {
  const names = entries.filter(({ open }) => open.some((finding) => finding.code === code)).map(({ body }) => body);
  return names.length <= MOST_NAMED ? names.join('、') : `${names.slice(0, MOST_NAMED).join('、')}…（${names.length}）`;
}
