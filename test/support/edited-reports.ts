// A report with random values, and what two people may do to it in the same weeks.
import fc from 'fast-check';
import { readReport } from '../../server/src/report/bind.ts';
import { canonicalTable } from '../../server/src/report/canonical-table.ts';
import { conflictsIn } from '../../server/src/report/conflicts.ts';
import { formatting } from '../../server/src/report/format.ts';
import { saidBy } from '../../server/src/tasks/diff-tokens.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { corpus } from './corpus.ts';

const sample = corpus.find(({ name }) => name === 'examples/青禾镇-2023')?.text ?? '';

/** One thing that is done to a report; `at` is a number from which its place follows. */
export interface ReportEdit {
  readonly kind: 'value' | 'layout' | 'sentence';
  readonly how: number;
  readonly at: number;
  readonly value: number;
}

/** What one person does: to tables alone, or to the text as well. */
export function reportEdits(what: 'tables' | 'all'): fc.Arbitrary<readonly ReportEdit[]> {
  const kinds =
    what === 'tables'
      ? (['value', 'value', 'layout'] as const)
      : (['value', 'layout', 'sentence', 'sentence'] as const);
  const edit = fc.record({ kind: fc.constantFrom(...kinds), how: fc.nat(99), at: fc.nat(2000), value: fc.nat(99_999) });
  return fc.array(edit, { minLength: 1, maxLength: 9 });
}

/** The sample with other values. */
export function startingReport(seed: number): string {
  let state = seed;
  return sample.replace(/\| +\d+(?= \|)/g, (cell) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % 3 === 0 ? `| ${state % 1000}` : cell;
  });
}

export function editedReport(text: string, edits: readonly ReportEdit[]): string {
  return edits.reduce(
    (before, edit) =>
      (edit.kind === 'value' ? withValue : edit.kind === 'layout' ? withLayout : withSentence)(before, edit),
    text,
  );
}

function withValue(text: string, { at, value, how }: ReportEdit): string {
  const cells = readReport(text).tables.flatMap(({ rows }) => [...rows.values()].flatMap(({ cells }) => cells));
  const cell = cells[at % cells.length];
  if (!cell) return text;
  const written = how < 10 ? '' : how < 20 ? `${value}件` : String(value);
  return `${text.slice(0, cell.span.start)}${written}${text.slice(cell.span.end)}`;
}

const layouts: readonly ((text: string, edit: ReportEdit) => string)[] = [
  (text) => Revision.of(text).with(formatting(readReport(text))).text,
  (text) => labelled(text, 'official'),
  (text) => labelled(text, 'short'),
  (text) => text.replaceAll(/ +\|/g, ' |'),
  (text) => text.replaceAll(/\r?\n/g, '\r\n'),
  (text, { at }) => withLine(text, at, (line) => (line === '' ? ['', ''] : [line])),
  (text, { at }) =>
    withLine(text, at, (line) =>
      /^[|\s]*[^|\s]/.test(line) && !line.includes('|') && line !== '---' ? [`　　${line}`] : [line],
    ),
  (text, { at }) =>
    withLine(text, at, (line) => (line.startsWith('|') ? [line.slice(1, -1).replaceAll('|', '\t').trim()] : [line])),
];

function withLayout(text: string, edit: ReportEdit): string {
  return layouts[edit.how % layouts.length]?.(text, edit) ?? text;
}

function labelled(text: string, style: 'short' | 'official'): string {
  const report = readReport(text);
  const edits = report.tables.flatMap((table) => {
    const result = canonicalTable(report, table, style);
    return result.kind === 'edits' ? result.edits : [];
  });
  return Revision.of(text).with(edits).text;
}

function withLine(text: string, at: number, change: (line: string) => readonly string[]): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(lineBreak);
  const inBody = 5 + (at % Math.max(1, lines.length - 6));
  return lines.toSpliced(inBody, 1, ...change(lines[inBody] ?? '')).join(lineBreak);
}

const prose = /[^。；\r\n]+[。；]/g;

/** A sentence is changed, added or taken away, or gets a line of its own. */
function withSentence(text: string, { at, how, value }: ReportEdit): string {
  const start = text.indexOf('一、总体情况');
  const end = text.indexOf('二、主动公开政府信息情况');
  const found = [...text.slice(start, end).matchAll(prose)].filter(({ 0: image }) => !/^（/.test(image));
  const one = found[at % Math.max(1, found.length)];
  if (!one) return text;
  const [from, to] = [start + one.index, start + one.index + one[0].length];
  const put = (replacement: string): string => text.slice(0, from) + replacement + text.slice(to);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const fresh = `当年另办${at}、${value}件。`;
  switch (how % 4) {
    case 0:
      return put(one[0].replace(/[。；]$/, `（${value}）$&`));
    case 1:
      return put(one[0] + fresh);
    case 2:
      return found.length > 4 ? put('') : text;
    default:
      return put(`${one[0]}${lineBreak}${lineBreak}${fresh}`);
  }
}

/** What each place of a report's tables says. */
export function valuesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    readReport(text).tables.flatMap(({ definition, rows }) =>
      [...rows.values()].flatMap(({ row, cells }) =>
        cells.map((cell): [string, string] => [`${definition.id} ${row.id} ${cell.column.id}`, saidBy(cell.text)]),
      ),
    ),
  );
}

/** How often each sentence of the text stands in a report. */
export function sentencesOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const shown = text.replace(/^.*\|.*$|^.*\t.*$/gm, '').replace(/[ 　]/g, '');
  for (const [sentence] of shown.matchAll(prose)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return counts;
}

/** The text with one side of each conflict taken. */
export function resolved(text: string, side: 'ours' | 'theirs'): string {
  return conflictsIn(text).reduceRight((whole, { span, ours, marks }) => {
    const [, middle, last] = marks;
    const inner = side === 'ours' ? ours : { start: middle?.end ?? 0, end: last?.start ?? 0 };
    const kept = whole.slice(inner.start, inner.end).replace(/^\r?\n/, '');
    const rest = whole.slice(span.end).replace(/^\r?\n/, '');
    return whole.slice(0, span.start) + kept + rest;
  }, text);
}
