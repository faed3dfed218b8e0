import { allContradictions } from '../../server/src/analysis/contradictions.ts';
import { breakdowns, mentions } from '../../server/src/analysis/mentions.ts';
import { type Subject, subjectOf } from '../../server/src/analysis/subject.ts';
import type { BlockDefinition } from '../../server/src/forms/edition.ts';
import type { Form, FormTable } from '../../server/src/forms/form.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { Span } from '../../server/src/text/span.ts';

type Values = Readonly<
  Record<string, Readonly<Record<string, readonly (number | null)[] | Readonly<Record<string, number | null>>>>>
>;

/** A labelled paragraph of a report. */
export interface GoldParagraph {
  readonly id: string;
  readonly source: string;
  readonly year: number;
  readonly edition: string;
  readonly text: string;
  readonly values?: Values | null;
  readonly pair?: string;
  readonly mentions: readonly GoldMention[];
}

export interface GoldMention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly says: string;
  readonly means: readonly string[];
  readonly weak?: readonly string[];
  readonly agrees: boolean | null;
  /** The parts of a list whose total this is. */
  readonly sum_of?: readonly string[];
}

export interface GoldResult {
  readonly id: string;
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly means: readonly string[] }[];
  readonly warnings: readonly { readonly start: number; readonly end: number }[];
}

/** What is linked and warned of in a paragraph, as a report with its values. */
export function resultOf(gold: GoldParagraph): GoldResult {
  const { subject, start } = subjectWith(gold, gold.text.replace(/\n/g, ' '));
  const at = (span: Span) => ({ start: span.start - start, end: span.end - start });
  return {
    id: gold.id,
    mentions: mentions(subject)
      .filter(({ readings }) => readings.length > 0)
      .map(({ span, readings }) => ({ ...at(span), means: readings.map((formula) => formula.text) })),
    warnings: warningsOf(subject).map(at),
  };
}

/** The paragraphs, all of one report for 2023 with these values, in which something is warned of. */
export function warnedOf(paragraphs: readonly string[], values: Values): readonly string[] {
  const { subject } = subjectWith({ year: 2023, edition: '2021', values }, paragraphs.join('\n'));
  const lines = new LineIndex(subject.report.tree.text);
  return warningsOf(subject).map(({ start }) => {
    const line = lines.lineAt(start);
    return subject.report.tree.text.slice(lines.lineStart(line), lines.lineEnd(line));
  });
}

function subjectWith(gold: Pick<GoldParagraph, 'year' | 'edition' | 'values'>, text: string) {
  const head = `# 某单位${gold.year}年政府信息公开工作年度报告\n\n一、总体情况\n\n`;
  return { subject: subjectOf(readReport(`${head}${text}\n\n${tablesOf(gold)}`)), start: head.length };
}

function warningsOf(subject: Subject): readonly Span[] {
  return [
    ...allContradictions(subject).map(({ mention }) => mention.span),
    ...breakdowns(subject).map(({ total }) => total.span),
  ];
}

function tablesOf({ edition, values }: Pick<GoldParagraph, 'edition' | 'values'>): string {
  const form = standardForms().byId(edition);
  if (!form || !values) return '';
  return form.tables.map((table) => tableOf(form, table, values)).join('\n');
}

function tableOf(form: Form, table: FormTable, values: Values): string {
  const section = form.section(table.section);
  const head = `${'〇一二三四五六七八九'.charAt(section?.ordinal ?? 0)}、${section?.title ?? ''}\n\n`;
  return head + table.blocks.map((block) => blockOf(table, block, values)).join('');
}

function blockOf(table: FormTable, block: BlockDefinition, values: Values): string {
  const columns = table.columnsOf(block);
  const rows = block.lines.flatMap((line) => {
    if (line.kind === 'group') return [`| ${line.label} |`];
    const row = values[table.id]?.[line.id];
    if (!row) return [];
    const cells = columns.map(
      ({ id }, i) => (Array.isArray(row) ? row[i] : (row as Readonly<Record<string, number | null>>)[id]) ?? '',
    );
    return [`| ${line.label} | ${cells.join(' | ')} |`];
  });
  return `| ${[block.corner, ...columns.map(({ label }) => label)].join(' | ')} |\n${rows.join('\n')}\n`;
}

/** Values for every cell of a form, as `next` gives them. */
export function valuesBy({ tables }: Form, next: () => number): Values {
  return Object.fromEntries(
    tables.map(({ id, rows, blocks }) => [
      id,
      Object.fromEntries(
        rows.map(({ row, columns }) => {
          const cells = columns.map((column) => [column.id, next()] as const);
          return [row.id, blocks.length > 1 ? Object.fromEntries(cells) : cells.map(([, value]) => value)];
        }),
      ),
    ]),
  );
}
