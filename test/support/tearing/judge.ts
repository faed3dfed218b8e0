// How much of a torn report an import has brought back.
import type { Imported, ImportFailure } from '../../../server/src/importers/source.ts';
import { readReport } from '../../../server/src/report/bind.ts';
import { tableById } from '../../../server/src/report/lookup.ts';
import type { Report, ValueRow } from '../../../server/src/report/report.ts';
import { keyOf, type Place, placesOf } from '../../importers/sample-report.ts';
import type { Torn } from './torn.ts';
import { traditional } from './traditional.ts';
import type { ExtraRow } from './whole.ts';

/** What became of a cell: `doubtful` is blank with a comment, or said to be inferred; `wrong` another number without a word; `lost` gone without one. */
export type Outcome = 'right' | 'doubtful' | 'wrong' | 'lost';

export interface Verdict {
  /** How many cells; cells that the report left blank count only where they came out with a number. */
  readonly cells: Readonly<Record<Outcome, number>>;
  /** How many cells that the report filled are decidable, and how many of these are right. */
  readonly decidable: { readonly cells: number; readonly right: number };
  /** Whether the row that the form hasn't is there with all its values; null where the report has none. */
  readonly extraRow: boolean | null;
  /** Cells said to be inferred that hold another number. */
  readonly inferredWrong: number;
  /** The places of the wrong and the lost, to read. */
  readonly faults: readonly string[];
  /** Paragraphs of prose that are there to the character, those that aren't, and among these those of which characters are gone. */
  readonly prose: { readonly kept: number; readonly torn: readonly string[]; readonly lost: readonly string[] };
  /** Whether body, year and headings are those of the report. */
  readonly isFramed: boolean;
}

/** Judges an import by the report that it was torn from. */
export function judge({ report: whole, text, decidable }: Torn, result: Imported | ImportFailure): Verdict {
  const imported = 'failure' in result ? null : result;
  const report = readReport(imported?.markup ?? '');
  const cells = { right: 0, doubtful: 0, wrong: 0, lost: 0 };
  const faults: string[] = [];
  let inferredWrong = 0;
  const told = { cells: 0, right: 0 };
  const known = decidable();
  for (const place of placesOf(whole.form)) {
    const wanted = whole.figures.get(keyOf(place)) ?? null;
    const row = rowAt(report, place);
    const found = row?.cells.find(({ column }) => column.id === place.column)?.value ?? null;
    if (wanted === null && found === null) continue;
    const isMarked = row !== null && isDoubted(report, row, imported);
    const outcome = outcomeOf(wanted, found, isMarked);
    cells[outcome]++;
    if (wanted !== null && known.has(keyOf(place))) {
      told.cells++;
      if (outcome === 'right') told.right++;
    }
    if (outcome === 'wrong' || outcome === 'lost') faults.push(`${outcome} ${keyOf(place)}: ${wanted} → ${found}`);
    if (outcome === 'doubtful' && found !== null) inferredWrong++;
  }
  const prose = proseIn(whole.prose, imported?.markup ?? '', text);
  const extraRow = whole.extraRow && isExtraRowThere(whole.extraRow, imported?.markup ?? '', text);
  return { cells, decidable: told, extraRow, inferredWrong, faults, prose, isFramed: isFramed(report, whole) };
}

function isExtraRowThere({ label, values }: ExtraRow, markup: string, text: string): boolean {
  const wanted = [label, ...values.map(String)].join('|');
  const own = text.includes(traditional('政府信息公开')) ? traditional(wanted) : wanted;
  return markup
    .normalize('NFKC')
    .replace(/[ \u3000]/g, '')
    .includes(own.normalize('NFKC'));
}

function outcomeOf(wanted: number | null, found: number | null, isMarked: boolean): Outcome {
  if (wanted === found) return 'right';
  if (isMarked) return 'doubtful';
  return found === null ? 'lost' : 'wrong';
}

function rowAt(report: Report, { table, row }: Place): ValueRow | null {
  return tableById(report, table.id)?.rows.get(row) ?? null;
}

/** Whether a comment above the row, or what is said of the import, tells that its values are in doubt or inferred. */
function isDoubted(report: Report, { line, row }: ValueRow, imported: Imported | null): boolean {
  const { lines } = report.tree;
  const above = lines[lines.indexOf(line) - 1];
  if (above?.kind === 'comment') return true;
  const texts = [row.label, row.short ?? row.label];
  return (imported?.notes ?? []).some(
    ({ kind, message }) =>
      (kind === 'guessed' || kind === 'doubtful') && texts.some((text) => message.zh.includes(text)),
  );
}

/** Paragraphs as they were, in the characters of the torn text. */
function proseIn(prose: Torn['report']['prose'], markup: string, text: string): Verdict['prose'] {
  const lines = new Set(markup.split('\n').map((line) => line.replace(/^\\/, '').trim()));
  const isTraditional = text.includes(traditional('政府信息公开'));
  const paragraphs = [...prose.values()].flat().map((each) => (isTraditional ? traditional(each) : each));
  const torn = paragraphs.filter((paragraph) => !lines.has(paragraph));
  const characters = markup.replace(/\s/g, '');
  const lost = torn.filter((paragraph) => !characters.includes(paragraph.replace(/\s/g, '')));
  return { kept: paragraphs.length - torn.length, torn, lost };
}

function isFramed(report: Report, whole: Torn['report']): boolean {
  const sections = new Set(report.sections.map(({ definition }) => definition?.id));
  return (
    report.year?.value === whole.year &&
    whole.form.sections.every(({ id }) => sections.has(id)) &&
    [whole.title, traditional(whole.title)].includes(report.title?.text ?? '')
  );
}
