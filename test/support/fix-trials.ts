// What is wrong with a fix once it is made: that its finding stays, that an error comes which its title doesn't name, or that
// something changes which it doesn't touch.
import { type Subject, subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { Report } from '../../server/src/report/report.ts';
import { type CheckedFinding, check } from '../../server/src/rules/engine/check.ts';
import { fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import { type Edit, type Fix, ownEdits } from '../../server/src/rules/engine/rule.ts';
import { ruleByCode } from '../../server/src/rules/index.ts';
import { edited } from './fixes.ts';

export interface Trial {
  readonly finding: CheckedFinding;
  readonly fix: Fix;
  readonly trouble: readonly string[];
}

export const findingsOf = (subject: Subject) => check(subject, Number.POSITIVE_INFINITY).findings;

/** Every fix of a text's findings, each made and looked at. */
export function trialsOf(text: string): readonly Trial[] {
  const report = readReport(text);
  const before = findingsOf(subjectOf(report));
  return before.flatMap((finding) =>
    fixesOf(finding).map((fix) => {
      const edits = ownEdits(fix);
      const fixed = readReport(edited(text, edits));
      const after = findingsOf(subjectOf(fixed));
      return { finding, fix, trouble: [...troubleWith(fix, finding, before, after), ...spoilt(report, fixed, edits)] };
    }),
  );
}

/** What the titles of fixes say where something is wrong afterwards, and of which findings they say it. */
const NAMED: readonly (readonly [RegExp, (code: string) => boolean])[] = [
  [/仍不符|变为不符|式不符|总计不符/, (code) => kindOf(code) === 'arithmetic'],
  [/留空/, (code) => code === 'blank-cell'],
  [/待写|没有内容/, (code) => code === 'empty-section' || code === 'missing-subsection'],
  [/仍不是规定的部分/, (code) => code === 'unknown-section'],
  [/仍不是标题/, (code) => code === 'subsection-number'],
  [/另写/, (code) => code === 'empty-section'],
  [/仍不是表样的行|没有行名的一行仍在/, (code) => code === 'unknown-row'],
  [/此后再补/, (code) => code === 'missing-section'],
  [/不是这一年的格式/, (code) => code === 'edition-mismatch'],
  [/再填年度/, (code) => code === 'front-matter'],
  [
    /其下的表此后才核对/,
    (code) => ruleByCode(code)?.group === 'tables' || code === 'edition-mismatch' || kindOf(code) === 'arithmetic',
  ],
  [/仍有两行/, (code) => code === 'duplicate-row'],
  [/其下的内容此后才核对/, () => true],
];

/** That its finding stays, or that an error comes that its title doesn't name. */
export function troubleWith(
  fix: Fix,
  finding: CheckedFinding,
  before: readonly CheckedFinding[],
  after: readonly CheckedFinding[],
): readonly string[] {
  const title = `${finding.code} 「${fix.title.zh}」`;
  const isNamed = (code: string) => NAMED.some(([words, of]) => words.test(fix.title.zh) && of(code));
  const number = (findings: readonly CheckedFinding[]) => findings.filter(({ code }) => code === finding.code).length;
  const stays = number(after) >= number(before) && !isNamed(finding.code) ? [`${title} leaves its finding`] : [];
  const errors = [counts(before.filter(isError)), counts(after.filter(isError))] as const;
  const warnings = [counts(before.filter(isWarning)), counts(after.filter(isWarning))] as const;
  const come = [
    ...[...errors[1]].filter(([kind, count]) => count > (errors[0].get(kind) ?? 0)),
    ...[...warnings[1]].filter(([kind]) => !warnings[0].has(kind)),
  ];
  return [...stays, ...come.filter(([kind]) => !isNamed(kind)).map(([kind]) => `${title} brings ${kind}`)];
}

/** A code; of arithmetic, where one slip stands for another, the whole group. */
function kindOf(code: string): string {
  return code === 'arithmetic' || ruleByCode(code)?.group === 'arithmetic' ? 'arithmetic' : code;
}

/** How much there is of each kind: findings, those of several rows as many times. */
function counts(findings: readonly CheckedFinding[]): ReadonlyMap<string, number> {
  const sum = (total: number, { data }: CheckedFinding) => total + (Array.isArray(data.rows) ? data.rows.length : 1);
  return new Map(
    [...Map.groupBy(findings, ({ code }) => kindOf(code))].map(([kind, list]) => [kind, list.reduce(sum, 0)]),
  );
}

const isError = ({ severity }: CheckedFinding) => severity === 'error';

/** A warning of the report's make. That the text says otherwise than a value is seen once the value is there, and isn't meant. */
function isWarning({ code, severity }: CheckedFinding): boolean {
  const group = ruleByCode(code)?.group;
  return severity === 'warning' && (group === 'structure' || group === 'tables');
}

/** Edits that change nothing, and values that stand in lines without an edit but in another place of the form than before. */
function spoilt(before: Report, after: Report, edits: readonly Edit[]): readonly string[] {
  const { text } = before.tree;
  const idle = edits.every(({ span, text: written }) => text.slice(span.start, span.end) === written);
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const moved = [...old].flatMap(([offset, place]) => {
    const line = lineAround(text, offset);
    if (edits.some(({ span }) => span.start <= line.end && line.start <= span.end && span.start !== span.end))
      return [];
    if (edits.some(({ span }) => line.start < span.start && span.start < line.end)) return [];
    const shift = edits
      .filter(({ span }) => span.end <= line.start)
      .reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), 0);
    const place2 = now.get(offset + shift);
    return place2 === undefined || place2 === place ? [] : [`${place} becomes ${place2}`];
  });
  return [...(idle ? ['changes nothing'] : []), ...moved.slice(0, 1)];
}

function lineAround(text: string, offset: number) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}

/** The place in the form of each value, by its offset. */
function valuesOf({ tables }: Report): ReadonlyMap<number, string> {
  return new Map(
    tables.flatMap((table) =>
      [...table.rows.values()].flatMap(({ row, cells }) =>
        cells.map(({ node, column }): [number, string] => [
          node.span.start,
          `${table.definition.id}.${row.id}.${column.id}`,
        ]),
      ),
    ),
  );
}
