// Completion in a table's part: rows, headers and column heads that are not there yet, or the whole table.

import { labelStyleOf, type RuleSettings } from '../analysis/settings.ts';
import { citations } from '../forms/citation-text.ts';
import type { BlockDefinition, LineDefinition } from '../forms/edition.ts';
import type { FormTable } from '../forms/form.ts';
import { cornerIn, knownCorners, type LabelStyle, labelIn, labelStyles } from '../forms/labels.ts';
import { labelIndex } from '../report/label-index.ts';
import { headerMarkup, rowMarkup, tableMarkup } from '../report/markup.ts';
import type { Table, TableLine } from '../report/report.ts';
import { styleOf } from '../report/written-labels.ts';
import { canonical } from '../text/canonical.ts';
import type { Language } from '../text/language.ts';
import { greatest } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { blankMark, type Candidate } from './candidates.ts';
import { type Place, type TablePlace, tableAt } from './completion-place.ts';
import { groupsOf } from './describe.ts';

export interface TableOptions {
  readonly language: Language;
  readonly settings: RuleSettings;
}

/** Rows and column heads that the table at the cursor doesn't have yet. */
export function tableCandidates(place: Place, { language, settings }: TableOptions): readonly Candidate[] {
  const here = tableAt(place);
  if (!here) return [];
  const wanted = labelStyleOf(settings);
  const style = here.table ? styleOf(here.table, place.snapshot.report, wanted) : wanted;
  const cell = cellAt(place);
  if (cell.before.length > 0 && !cell.before.every((text) => isGroup(here.definition, text))) {
    return columnHeads(cell, here.definition, style, language);
  }
  const whole =
    here.table || cell.before.length > 0 || place.after.trim() !== '' ? [] : [wholeTable(place, here, style, language)];
  return [
    ...whole,
    ...missingLines(place, here).map((each) => lineCandidate(each, cell, here.definition, style, language)),
  ];
}

/** The cell at the cursor, on a line that need not hold a bar yet. */
interface CellPlace {
  /** The non-blank cells before it. */
  readonly before: readonly string[];
  /** All others on the line. */
  readonly others: readonly string[];
  /** Its text, to the cursor or to its end. */
  readonly text: Span;
  /** From the start of its text to the end of the line. */
  readonly rest: Span;
  readonly hasBar: boolean;
  /** Whether white space stands between the bar and the text. */
  readonly spaced: boolean;
  /** Whether values stand after it, or as many places for them as `bars` says. */
  readonly hasValues: boolean;
  readonly barsAfter: number;
}

function cellAt({ snapshot, textStart, before, after, offset, line }: Place): CellPlace {
  const bar = greatest(['|', '｜', '\t'].map((mark) => before.lastIndexOf(mark)));
  const typed = before.slice(bar + 1);
  const start = textStart + bar + 1 + (typed.length - typed.trimStart().length);
  const own = /^[^|｜\t]*/.exec(after)?.[0] ?? '';
  const tail = after.slice(own.length);
  const earlier = cellsOf(before.slice(0, bar + 1));
  return {
    before: earlier,
    others: [...earlier, ...cellsOf(tail)],
    text: { start, end: Math.max(offset, offset + own.trimEnd().length) },
    rest: { start, end: line.end },
    hasBar: bar >= 0,
    spaced: bar < 0 || /\s/.test(snapshot.text[start - 1] ?? ''),
    hasValues: cellsOf(tail).length > 0,
    barsAfter: tail.replace(/[^|｜\t]/g, '').length,
  };
}

function cellsOf(text: string): readonly string[] {
  return text
    .split(/[|｜\t]/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

function isGroup(table: FormTable, text: string): boolean {
  return labelIndex(table).rows.get(canonical(text))?.definition.kind === 'group';
}

type FormLine =
  | { readonly kind: 'header'; readonly block: BlockDefinition }
  | { readonly kind: 'line'; readonly block: BlockDefinition; readonly line: LineDefinition };

function formLines(definition: FormTable): readonly FormLine[] {
  return definition.blocks.flatMap((block) => [
    { kind: 'header' as const, block },
    ...block.lines.map((line) => ({ kind: 'line' as const, block, line })),
  ]);
}

/** The lines of the form that the table lacks: those that follow the line above first, all in the form's order. */
function missingLines(place: Place, { definition, table }: TablePlace): readonly FormLine[] {
  const lines = formLines(definition);
  const present = new Set(table?.lines.flatMap(idsOf));
  const above = table ? lastAbove(table, place.line.start) : new Set<string>();
  const from = lines.findLastIndex((line) => above.has(idOf(line))) + 1;
  return [...lines.slice(from), ...lines.slice(0, from)].filter((line) => !present.has(idOf(line)));
}

function lastAbove(table: Table, offset: number): ReadonlySet<string> {
  const last = table.lines.findLast((each) => each.line.span.start < offset && idsOf(each).length > 0);
  return new Set(last ? idsOf(last) : []);
}

function idOf(line: FormLine): string {
  return line.kind === 'header' ? `header ${line.block.id}` : `${line.line.kind} ${line.line.id}`;
}

/** The form's lines that a line of the table stands for: its row, the groups whose labels stand on it, its header. */
function idsOf(line: TableLine): readonly string[] {
  if (line.kind === 'header') return line.block ? [`header ${line.block.id}`] : [];
  if (line.kind === 'group') return line.labels.map(({ definition }) => `group ${definition.id}`);
  if (line.kind !== 'value') return [];
  return [...line.labels.map(({ definition }) => `${definition.kind} ${definition.id}`), `row ${line.row.id}`];
}

const blanks = () => blankMark;

function lineCandidate(
  form: FormLine,
  cell: CellPlace,
  table: FormTable,
  style: LabelStyle,
  language: Language,
): Candidate {
  return form.kind === 'header'
    ? headerCandidate(form.block, cell, table, style, language)
    : rowCandidate(form, cell, table, style, language);
}

function rowCandidate(
  { block, line }: Extract<FormLine, { kind: 'line' }>,
  cell: CellPlace,
  table: FormTable,
  style: LabelStyle,
  language: Language,
): Candidate {
  const label = labelIn(style, line);
  const others = labelStyles.map((each) => labelIn(each, line)).filter((other) => other !== label);
  const legal = citations(line.legal);
  const keepsValues = cell.hasValues || (line.kind === 'row' && cell.barsAfter > block.columns.length);
  return {
    label,
    kind: line.kind === 'group' ? 'Class' : 'Field',
    // A long detail would leave the label itself no room in the list.
    detail: table.name[language],
    documentation: [[...others, ...groupsOf(table, line)].join(' · '), line.description[language], legal]
      .filter((text) => text !== '')
      .join('\n\n'),
    ...(keepsValues
      ? { span: cell.text, insert: spacedOut(label, cell) }
      : { span: cell.rest, insert: inCell(rowMarkup(table, block, line, style, blanks), cell) }),
    otherLabels: others,
    shortForms: table.line(line.id)?.keys ?? [],
  };
}

function headerCandidate(
  block: BlockDefinition,
  cell: CellPlace,
  table: FormTable,
  style: LabelStyle,
  language: Language,
): Candidate {
  const corner = cornerIn(style, block);
  const heads = table.columnsOf(block).map((column) => labelIn(style, column));
  return {
    label: [corner, ...heads].filter((text) => text !== '').join(' | '),
    kind: 'Struct',
    detail: { zh: `${table.name.zh} · 表头`, en: `${table.name.en} · header` }[language],
    span: cell.hasValues ? cell.text : cell.rest,
    ...(cell.hasValues
      ? { insert: spacedOut(corner, cell) }
      : { insert: inCell(headerMarkup(table, block, style), cell) }),
    shortForms: ['bt', '表头'],
  };
}

/** A label with the space that goes before it. */
function spacedOut(label: string, { spaced }: CellPlace): string {
  return spaced ? label : ` ${label}`;
}

/** A row's markup as it goes on after the bar that is there, or whole where there is none. */
function inCell(markup: string, { hasBar, spaced }: CellPlace): string {
  return hasBar ? markup.replace(/^\| /, spaced ? '' : ' ') : markup;
}

function wholeTable(place: Place, { definition }: TablePlace, style: LabelStyle, language: Language): Candidate {
  const { name } = definition;
  return {
    label: { zh: `${name.zh}（整张表）`, en: `${name.en} (whole)` }[language],
    kind: 'Snippet',
    documentation: tableMarkup(definition, style),
    insert: tableMarkup(definition, style, blanks),
    span: { start: place.textStart, end: place.line.end },
    shortForms: [canonical(name.zh), canonical(name.en).toLowerCase(), 'zzb'],
  };
}

/** On a line that begins with a corner or a head: the heads of its block that it lacks. */
function columnHeads(cell: CellPlace, table: FormTable, style: LabelStyle, language: Language): readonly Candidate[] {
  const { heads } = labelIndex(table);
  const officials = cell.others.flatMap((text) => heads.get(canonical(text))?.official ?? []);
  const first = canonical(cell.before[0] ?? '');
  if (!heads.has(first)) return [];
  const corner = table.blocks.find((block) => knownCorners(block).some((text) => canonical(text) === first));
  const blocks = corner ? [corner] : table.blocks;
  return table.columns
    .filter(({ id, label }) => blocks.some((block) => block.columns.includes(id)) && !officials.includes(label))
    .map((column) => ({
      label: labelIn(style, column),
      otherLabels: [column.label],
      kind: 'Field',
      detail: { zh: `${table.name.zh} · 列`, en: `${table.name.en} · column` }[language],
      documentation: column.description[language],
      insert: spacedOut(labelIn(style, column), cell),
      span: cell.text,
    }));
}
