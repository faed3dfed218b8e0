// Code lens: over the report what is still to do and by when, over each table whether its numbers add up.
import type { CodeLens } from 'vscode-languageserver-types';
import { isBlank } from '../analysis/cell-trouble.ts';
import { deadline } from '../analysis/deadline.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { countingTables } from '../report/lookup.ts';
import type { Table } from '../report/report.ts';
import type { Language, Localized } from '../text/language.ts';
import type { Span } from '../text/span.ts';
import { rangeOf } from './positions.ts';
import type { Snapshot } from './snapshot.ts';
import { dueText, relationCounts, relationsText } from './status-texts.ts';
import { summary } from './summary.ts';

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
  return lenses.map(({ text, command, arguments: given }): CodeLens => {
    const title = text[language];
    // One without a command would have to be resolved.
    if (!commands || command === undefined) return { range, command: { title, command: '' } };
    return { range, command: { title, command, ...(given ? { arguments: [...given] } : {}) } };
  });
}

function reportLenses(snapshot: Snapshot, options: CodeLensOptions): readonly Told[] {
  const { settings, commands } = options;
  const due = deadline(snapshot.subject(settings));
  return [
    { text: toDo(snapshot, options), command: 'nianbao.showProblems' },
    ...(due ? [{ text: dueText(due) }] : []),
    ...(commands ? [{ text: { zh: '填报表单', en: 'Fill in the form' }, command: 'nianbao.openForm' }] : []),
  ];
}

/** How much is left to mend and to look at. */
function toDo(snapshot: Snapshot, options: CodeLensOptions): Localized {
  const { errors, warnings } = summary(snapshot, options);
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

/** Whether the table's relations hold, and where not all do, what works out its totals. */
function tableLenses({ lines }: Snapshot, table: Table, { commands }: CodeLensOptions): readonly Told[] {
  const counts = relationCounts(table);
  const text = relationsText(counts);
  if (!text) return [];
  const { failing, open } = counts;
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
    { text },
    ...(commands && hasBlanks(table) ? [fill] : []),
    ...(commands && failing + open > 0 ? [recompute] : []),
  ];
}

function hasBlanks(table: Table): boolean {
  return [...table.rows.values()].some((row) => !row.misfit && row.cells.some(isBlank));
}
