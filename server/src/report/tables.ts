import type { TableId } from '../forms/edition.ts';
import type { Form, Forms, FormTable } from '../forms/form.ts';
import { isSilent } from '../syntax/lines.ts';
import type { Line, RowLine } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import { isPlainCount, readCell } from '../text/cell-value.ts';
import { labelIndex, ownerOfLabel } from './label-index.ts';
import { isExact, type Section, type Table, type TableLine, type ValueRow } from './report.ts';
import { bindLines } from './table-lines.ts';

/** Outside the part that holds the table, so many of its lines have to be recognised before it is taken for one. */
const LINES_ELSEWHERE = 3;
const TEXTS_TO_ASK = 4;

/** Consecutive rows that belong to one table, by their labels; null where no label tells. */
interface Run {
  readonly owner: TableId | null;
  readonly lines: readonly RowLine[];
}

/** What tables are bound with: the report's own form, the forms of all years, and the canonical labels of declared rows. */
export interface TableContext {
  readonly own: Form;
  readonly forms: Forms;
  readonly extraRows: ReadonlySet<string>;
}

/** Binds every table among the lines of one section (or of the preface, `section` null) to the form that it fits best. */
export function bindTables(lines: readonly Line[], section: Section | null, context: TableContext): readonly Table[] {
  const expected = section?.definition?.table ?? null;
  const tables: Table[] = [];
  for (const run of joinRuns(splitRuns(lines, expected, context.forms), context.forms)) {
    const table = run.owner === null ? null : bestFit(run.lines, run.owner, context);
    if (table === null) continue;
    const recognised = table.lines.filter((line) => line.kind !== 'unknown' && line.kind !== 'blank').length;
    if (recognised < (run.owner === expected ? 1 : LINES_ELSEWHERE)) continue;
    tables.push({ ...table, section });
  }
  return tables;
}

/** Rows up to the next line that is none; blank lines and comments don't part them, another table's labels do. */
function splitRuns(lines: readonly Line[], expected: TableId | null, forms: Forms): readonly Run[] {
  const runs: { owner: TableId | null; lines: RowLine[] }[] = [];
  let open: { owner: TableId | null; lines: RowLine[] } | null = null;
  for (const line of lines) {
    if (isSilent(line)) continue;
    if (line.kind !== 'row') {
      open = null;
      continue;
    }
    const owner = ownerOfLine(line, forms);
    if (open === null || (owner !== null && open.owner !== null && owner !== open.owner)) {
      open = { owner, lines: [] };
      runs.push(open);
    }
    open.owner ??= owner;
    open.lines.push(line);
  }
  return runs.map((run) => ({ owner: run.owner ?? expected, lines: run.lines }));
}

function ownerOfLine(line: RowLine, forms: Forms): TableId | null {
  let asked = 0;
  for (const cell of line.cells) {
    if (cell.text === '' || readCell(cell.text).kind !== 'text') continue;
    const owner = ownerOfLabel(canonical(cell.text), forms);
    if (owner !== null) return owner;
    if (++asked === TEXTS_TO_ASK) break;
  }
  return null;
}

/** Puts together the pieces of a table that a page or a line of text parted, and parts a table from its copy below it. */
function joinRuns(runs: readonly Run[], forms: Forms): readonly Run[] {
  const result: { owner: TableId | null; lines: RowLine[]; seen: Set<string> }[] = [];
  for (const run of runs) {
    const definition = definitionOf(run.owner, forms);
    const rows = run.lines.map((line) => rowsOf(line, definition));
    const nextLabelled = nextOf(rows);
    for (const [i, line] of run.lines.entries()) {
      const open = result.at(-1);
      const begins = i === 0 || (rows[i]?.length === 0 && rows[i - 1]?.length !== 0);
      const next = begins ? (nextLabelled[i] ?? []) : [];
      const repeats = next.some((row) => open?.seen.has(row));
      const fresh = open === undefined || open.owner !== run.owner || repeats;
      const target = fresh ? { owner: run.owner, lines: [], seen: new Set<string>() } : open;
      if (fresh) result.push(target);
      target.lines.push(line);
      for (const row of rows[i] ?? []) target.seen.add(row);
    }
  }
  return result;
}

/** For each place the first list at or after it that isn't empty. */
function nextOf(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const result: (readonly string[])[] = [];
  let next: readonly string[] = [];
  for (let i = rows.length - 1; i >= 0; i--) {
    const own = rows[i] ?? [];
    if (own.length > 0) next = own;
    result[i] = next;
  }
  return result;
}

/** The newest form's table of an id, or null. */
function definitionOf(owner: TableId | null, { tables }: Forms): FormTable | null {
  return tables.find(({ id }) => id === owner) ?? null;
}

/** The ids of the row that a line is labelled as; none for heads, groups and what isn't recognised word for word. */
function rowsOf(line: RowLine, table: FormTable | null): readonly string[] {
  if (!table || isHeaderOf(line, table)) return [];
  const { rows } = labelIndex(table);
  const ids: string[] = [];
  for (const { text } of line.cells) {
    if (text === '') continue;
    if (readCell(text).kind === 'number') break;
    const definition = rows.get(canonical(text))?.definition;
    if (definition?.kind === 'row') ids.push(definition.id);
  }
  return ids;
}

function isHeaderOf(line: RowLine, table: FormTable): boolean {
  const { heads, rows } = labelIndex(table);
  let known = 0;
  for (const { text } of line.cells) if (text !== '' && !isPlainCount(text) && heads.has(canonical(text))) known++;
  if (known !== 1) return known > 1;
  const first = line.cells.find(({ text }) => text !== '')?.text ?? '';
  return !rows.has(canonical(first));
}

type Fitted = Omit<Table, 'section'>;

/** Which form lines fit is seen by so many of them: some ten times a form's rows. */
const LINES_TO_FIT = 400;

/** The lines bound to the edition whose form they fit best; the report's own where none fits better. */
function bestFit(lines: readonly RowLine[], id: TableId, context: TableContext): Fitted | null {
  const best = fitted(lines.slice(0, LINES_TO_FIT), id, context);
  if (best === null || lines.length <= LINES_TO_FIT) return best;
  const { definition, edition } = best;
  return fittedTable(definition, edition, trimmed(bindLines(lines, definition, context.extraRows)));
}

function fitted(lines: readonly RowLine[], id: TableId, { own, forms, extraRows }: TableContext): Fitted | null {
  const order = [own, ...forms.all.filter((form) => form !== own)];
  let best: { table: Fitted; fit: Fit } | null = null;
  for (const edition of order) {
    const definition = edition.table(id);
    if (!definition) continue;
    const bound = trimmed(bindLines(lines, definition, extraRows));
    const fit = fitOf(bound, definition);
    if (best === null || fit.score > best.fit.score) best = { table: fittedTable(definition, edition, bound), fit };
    if (fit.perfect) break;
  }
  return best?.table ?? null;
}

function fittedTable(definition: FormTable, edition: Form, lines: readonly TableLine[]): Fitted {
  const rows = new Map<string, ValueRow>();
  for (const line of lines) if (line.kind === 'value' && !rows.has(line.row.id)) rows.set(line.row.id, line);
  const first = lines[0]?.line.span.start ?? 0;
  return {
    definition,
    edition,
    span: { start: first, end: lines.at(-1)?.line.span.end ?? first },
    repeats: null,
    lines,
    rows,
  };
}

interface Fit {
  readonly score: number;
  /** Every row of the form once with its values, and nothing else. */
  readonly perfect: boolean;
}

function fitOf(lines: readonly TableLine[], definition: FormTable): Fit {
  let score = 0;
  let good = 0;
  for (const line of lines) {
    if (line.kind === 'value') {
      score += pointsOf(line);
      if (isExact(line.labels.at(-1)?.match ?? 'official')) score += 0.5;
      if (!line.misfit) good++;
    } else if (line.kind === 'header') {
      score += line.heads.filter((head) => isExact(head.match)).length * 0.5;
    } else if (line.kind === 'unknown' || (line.kind === 'group' && line.surplus.length > 0)) score -= 1;
  }
  const clean = lines.every((line) => line.kind !== 'unknown' && !(line.kind === 'group' && line.surplus.length > 0));
  return {
    score,
    perfect:
      clean &&
      good === definition.rows.length &&
      lines.every((line) => line.kind !== 'header' || line.heads.every((head) => isExact(head.match))),
  };
}

/** A text among the values is the label of a row that the form doesn't have. A row that fits no better in another form is no vote for that. */
function pointsOf({ misfit, cells }: ValueRow): number {
  return misfit || cells.some((cell) => cell.reading.kind === 'text') ? -1 : 2;
}

/** Without the lines before the first and after the last that belong to the form; what touches the last with a label stays. */
function trimmed(bound: readonly TableLine[]): readonly TableLine[] {
  const belongs = (line: TableLine): boolean => line.kind !== 'unknown' && line.kind !== 'blank';
  const first = bound.findIndex(belongs);
  if (first < 0) return [];
  let last = bound.findLastIndex(belongs);
  while (touchesNext(bound, last)) last++;
  return bound.slice(first, last + 1);
}

function touchesNext(bound: readonly TableLine[], last: number): boolean {
  const next = bound[last + 1];
  return next?.kind === 'unknown' && next.line.number - (bound[last]?.line.number ?? 0) <= 1;
}
