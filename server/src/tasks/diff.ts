// What differs between two reports: values by row and column, text by sentence, headings. How they are laid out makes no difference.

import { labelIn } from '../forms/labels.ts';
import type { Report, Table } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { LineIndex } from '../text/line-index.ts';
import { append } from '../text/lists.ts';
import { alignment } from './diff-alignment.ts';
import { isFormRow, saidBy, type Token, textOf, tokensOf } from './diff-tokens.ts';

export interface ReportDiff {
  readonly before: Version;
  readonly after: Version;
  /** Whether the reports are of two years: then nearly all differs, and what counts is by how much. */
  readonly betweenYears: boolean;
  /** Front matter, titles and headings. */
  readonly headings: readonly TextChange[];
  /** In the order of the form. */
  readonly values: readonly ValueChange[];
  readonly texts: readonly TextChange[];
}

export interface Version {
  readonly body: string | null;
  readonly year: number | null;
}

export interface ValueChange {
  readonly table: string;
  readonly tableName: Localized;
  readonly row: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly columnLabel: string;
  /** Null where the report has no such row. */
  readonly before: Value | null;
  readonly after: Value | null;
  /** Null where one of them is no number. */
  readonly difference: number | null;
  /** The difference in percent of the value before, to one decimal; null where there is none or that is 0. */
  readonly percent: number | null;
}

export interface Value {
  /** As written, without the white space around it; empty for a blank. */
  readonly text: string;
  readonly value: number | null;
  /** Zero-based. */
  readonly line: number;
}

/** Sentences, headings or other lines that stand in place of others; one of the lists may be empty. */
export interface TextChange {
  readonly kind: 'sentence' | 'heading' | 'comment' | 'row' | 'entry';
  /** The id of the part that it stands in, null before the first and in parts that the form doesn't have. */
  readonly section: string | null;
  /** The heading of that part. */
  readonly heading: string | null;
  readonly before: readonly Passage[];
  readonly after: readonly Passage[];
}

export interface Passage {
  readonly text: string;
  /** Zero-based. */
  readonly line: number;
}

/** The differences of two versions of a report, or of the reports of two years. */
export function diffReports(before: Report, after: Report): ReportDiff {
  const changes = textChanges(before, after);
  const isHeading = ({ kind }: TextChange): boolean => kind === 'heading' || kind === 'entry';
  const years = [before.year?.value ?? null, after.year?.value ?? null];
  return {
    before: versionOf(before),
    after: versionOf(after),
    betweenYears: years[0] !== null && years[1] !== null && years[0] !== years[1],
    headings: changes.filter(isHeading),
    values: valueChanges(before, after),
    texts: changes.filter((change) => !isHeading(change)),
  };
}

/** Whether the reports say the same. */
export function isSame({ headings, values, texts }: ReportDiff): boolean {
  return headings.length + values.length + texts.length === 0;
}

function versionOf({ body, year }: Report): Version {
  return { body: body?.text ?? null, year: year?.value ?? null };
}

interface PlacedValue extends Omit<ValueChange, 'before' | 'after' | 'difference' | 'percent'> {
  readonly is: Value;
}

function valueChanges(before: Report, after: Report): readonly ValueChange[] {
  const old = valuesOf(before);
  const now = valuesOf(after);
  const keys = [...old.keys()].filter((key) => !now.has(key));
  const changes: ValueChange[] = [];
  for (const key of [...now.keys(), ...keys]) {
    const [a, b] = [old.get(key), now.get(key)];
    const place = b ?? a;
    if (!place || (a && b && saidBy(a.is.text) === saidBy(b.is.text))) continue;
    const { is, ...rest } = place;
    changes.push({ ...rest, before: a?.is ?? null, after: b?.is ?? null, ...amounts(a?.is, b?.is) });
  }
  return changes;
}

function amounts(before: Value | undefined, after: Value | undefined): Pick<ValueChange, 'difference' | 'percent'> {
  const [old, now] = [before?.value ?? null, after?.value ?? null];
  if (old === null || now === null) return { difference: null, percent: null };
  const difference = Number((now - old).toFixed(6));
  return { difference, percent: old === 0 ? null : Math.round((difference / Math.abs(old)) * 1000) / 10 };
}

function valuesOf(report: Report): ReadonlyMap<string, PlacedValue> {
  const values = new Map<string, PlacedValue>();
  for (const table of report.tables) if (table.repeats === null) addValues(values, table);
  return values;
}

function addValues(values: Map<string, PlacedValue>, table: Table): void {
  const { definition } = table;
  for (const { row } of definition.rows) {
    for (const { column, text, value } of table.rows.get(row.id)?.cells ?? []) {
      values.set(`${definition.id} ${row.id} ${column.id}`, {
        table: definition.id,
        tableName: definition.name,
        row: row.id,
        rowLabel: labelIn('short', row),
        column: column.id,
        columnLabel: labelIn('short', column),
        is: { text, value, line: table.rows.get(row.id)?.line.number ?? 0 },
      });
    }
  }
}

/** What differs beside the values of the form's tables. */
function textChanges(before: Report, after: Report): readonly TextChange[] {
  const [old, now] = [comparable(before), comparable(after)];
  const partners = alignment(old.tokens, now.tokens);
  const changes: TextChange[] = [];
  let [i, j] = [0, 0];
  const close = (toOld: number, toNow: number): void => {
    const gone = old.tokens.slice(i, toOld);
    const come = now.tokens.slice(j, toNow);
    append(changes, changesOf(gone.map(old.placed), come.map(now.placed)));
  };
  for (const [at, partner] of partners.entries()) {
    if (partner < 0) continue;
    close(at, partner);
    const [a, b] = [old.tokens[at], now.tokens[partner]];
    if (a && b && !saysSame(a, b)) append(changes, changesOf([old.placed(a)], [now.placed(b)]));
    [i, j] = [at + 1, partner + 1];
  }
  close(old.tokens.length, now.tokens.length);
  return changes;
}

interface Placed {
  readonly kind: TextChange['kind'];
  readonly section: string | null;
  readonly heading: string | null;
  readonly passage: Passage;
}

function comparable(report: Report): {
  readonly tokens: readonly Token[];
  readonly placed: (token: Token) => Placed;
} {
  const lines = new LineIndex(report.tree.text);
  const tokens = tokensOf(report).filter((token) => token.kind !== 'break' && !isFormRow(token));
  return {
    tokens,
    placed: (token) => {
      const section = report.sections.findLast(({ span }) => span.start <= token.span.start) ?? null;
      return {
        kind: token.kind === 'break' ? 'sentence' : token.kind,
        section: section?.definition?.id ?? null,
        heading: section ? section.line.mark.text + section.title.text : null,
        passage: { text: textOf(token).trim(), line: lines.positionAt(token.span.start).line },
      };
    },
  };
}

function saysSame(a: Token, b: Token): boolean {
  return a.cells.length === b.cells.length && a.cells.every(({ says }, i) => says === b.cells[i]?.says);
}

/** What changes are told together: of one kind, in one part. */
function partOf({ kind, section, heading }: Placed): string {
  return kind === 'heading' ? kind : `${kind} ${section ?? canonical(heading ?? '')}`;
}

/** A change of each kind among tokens that stand in place of others. */
function changesOf(before: readonly Placed[], after: readonly Placed[]): readonly TextChange[] {
  const groups = Map.groupBy([...before, ...after], partOf);
  return [...groups.values()].map((group) => {
    const [first] = group;
    return {
      kind: first?.kind ?? 'sentence',
      section: first?.section ?? null,
      heading: first?.heading ?? null,
      before: group.filter((each) => before.includes(each)).map(({ passage }) => passage),
      after: group.filter((each) => after.includes(each)).map(({ passage }) => passage),
    };
  });
}
