// Code lens: over the report what is still to do and by when, over each table whether its numbers add up.
import type { CodeLens, Command } from 'vscode-languageserver-types';
import { type Deadline, deadline } from '../analysis/deadline.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { fails, residual } from '../figures/values.ts';
import { figuresOf } from '../report/figures-of.ts';
import { countingTables } from '../report/lookup.ts';
import type { Table } from '../report/report.ts';
import { readCell } from '../text/cell-value.ts';
import type { Language, Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';

export interface CodeLensOptions {
  readonly language: Language;
  readonly settings: RuleSettings;
  /** Whether the client has the commands `nianbao.*`; without them every lens only tells. */
  readonly commands: boolean;
}

/** What a lens says, and the command that it runs, if any. */
interface Told {
  readonly text: Localized;
  readonly command?: string;
  readonly arguments?: readonly unknown[];
}

/** The lenses of the report's title and of each table that counts; none for a text that is too large. */
export function codeLenses(snapshot: Snapshot, options: CodeLensOptions): CodeLens[] {
  const { report, tooLarge } = snapshot;
  if (tooLarge) return [];
  const title = report.title?.span ?? { start: 0, end: 0 };
  return [
    ...written(snapshot, title, reportLenses(snapshot, options), options),
    ...countingTables(report).flatMap((table) =>
      written(snapshot, table.span, tableLenses(snapshot, table, options), options),
    ),
  ];
}

/** Lenses on the line on which a span begins. */
function written(
  { lines }: Snapshot,
  { start }: Span,
  lenses: readonly Told[],
  { language, commands }: CodeLensOptions,
): CodeLens[] {
  const range = rangeOf(lines, { start, end: start });
  return lenses.map(({ text, command = '', arguments: given }): CodeLens => {
    const title = text[language];
    // One without a command would have to be resolved.
    const told: Command =
      commands && command !== ''
        ? { title, command, ...(given ? { arguments: [...given] } : {}) }
        : { title, command: '' };
    return { range, command: told };
  });
}

function reportLenses(snapshot: Snapshot, { settings, commands }: CodeLensOptions): readonly Told[] {
  const due = deadline(snapshot.subject(settings));
  return [
    { text: toDo(snapshot, settings), command: 'nianbao.showProblems' },
    ...(due ? [{ text: dueText(due) }] : []),
    ...(commands ? [{ text: { zh: '填报表单', en: 'Fill in the form' }, command: 'nianbao.openForm' }] : []),
  ];
}

/** How much is left to mend and to look at. */
function toDo(snapshot: Snapshot, settings: RuleSettings): Localized {
  const { findings } = snapshot.check(settings);
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors + warnings === 0) return { zh: '没有要改的', en: 'Nothing left to mend' };
  const parts = [
    { number: errors, zh: `错误 ${errors} 处`, en: `${errors} ${errors === 1 ? 'error' : 'errors'}` },
    { number: warnings, zh: `警告 ${warnings} 处`, en: `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}` },
  ].filter(({ number }) => number > 0);
  return {
    zh: `待处理：${parts.map(({ zh }) => zh).join('、')}`,
    en: `To do: ${parts.map(({ en }) => en).join(', ')}`,
  };
}

function dueText({ year, by: { month, day } }: Deadline): Localized {
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    zh: `${year}年${month}月${day}日以前公布`,
    en: `Due by ${year}-${two(month)}-${two(day)}`,
  };
}

/** Whether the table's relations hold, and where not all do, what works out its totals. */
function tableLenses({ lines }: Snapshot, table: Table, { commands }: CodeLensOptions): readonly Told[] {
  const { held, failing, open } = relationCounts(table);
  if (held + failing + open === 0) return [];
  const at = rangeOf(lines, { start: table.span.start, end: table.span.start });
  const recompute: Told = {
    text: { zh: '重算总计', en: 'Recompute totals' },
    command: 'nianbao.recomputeTotals',
    arguments: ['table', at],
  };
  const fill: Told = {
    text: { zh: '空格补 0 并求和', en: 'Fill zeros and totals' },
    command: 'nianbao.fillBlanks',
    arguments: [at],
  };
  return [
    { text: relationsText(held, failing, open) },
    ...(commands && hasBlanks(table) ? [fill] : []),
    ...(commands && failing + open > 0 ? [recompute] : []),
  ];
}

function hasBlanks(table: Table): boolean {
  return [...table.rows.values()].some(
    (row) => !row.misfit && row.cells.some(({ text }) => readCell(text).kind === 'blank'),
  );
}

interface RelationCounts {
  readonly held: number;
  readonly failing: number;
  /** Those that lack a number. */
  readonly open: number;
}

function relationCounts(table: Table): RelationCounts {
  const { plan, values } = figuresOf(table);
  const residues = plan.instances.map((instance) => residual(instance, values));
  const open = residues.filter(Number.isNaN).length;
  const failing = plan.instances.filter((instance, number) => fails(instance, residues[number])).length;
  return { held: residues.length - open - failing, failing, open };
}

function relationsText(held: number, failing: number, open: number): Localized {
  if (failing + open === 0) return { zh: '勾稽关系全部相符', en: 'All relations hold' };
  const parts = [
    { number: failing, zh: '处不符', en: 'don’t hold' },
    { number: open, zh: '处缺数，未核对', en: 'lack numbers' },
    { number: held, zh: '处相符', en: 'hold' },
  ].filter(({ number }) => number > 0);
  return {
    zh: `勾稽关系：${parts.map(({ number, zh }) => `${number} ${zh}`).join('；')}`,
    en: `Relations: ${parts.map(({ number, en }) => `${number} ${en}`).join(', ')}`,
  };
}
