// Reports torn in every way, with what is known of them.
import { numeral } from '../../../server/src/text/chinese-numerals.ts';
import { type DrawnTable, drawnTables } from './drawn-table.ts';
import type { Random } from './random.ts';
import type { Shape } from './shapes.ts';
import type { TableDamage } from './table-damage.ts';
import * as table from './table-damage.ts';
import type { TextDamage } from './text-damage.ts';
import * as text from './text-damage.ts';
import { traditional } from './traditional.ts';
import { type WholeReport, wholeReport } from './whole.ts';

/** A kind of damage; what it leaves of the borders between cells is not more than the shape had. */
export interface Damage {
  readonly name: string;
  readonly ofTable?: TableDamage;
  readonly ofText?: TextDamage;
  /** What happens to the figures before they are written: values that are no longer there. */
  readonly blanks?: (key: string) => boolean;
}

export const damages: readonly Damage[] = [
  { name: 'labels cut', ofTable: table.labelsCut },
  { name: 'heads lost', ofTable: table.headsLost },
  { name: 'notes in labels', ofTable: table.notesInLabels },
  { name: 'full-width digits', ofTable: table.wideDigits },
  { name: 'totals blank', blanks: (key) => key.startsWith('requests') && key.endsWith(' total') },
  { name: 'traditional', ofText: traditional },
  { name: 'metadata above', ofText: text.metadataAbove },
  { name: 'twice', ofText: text.twice },
  { name: 'lines merged', ofText: text.linesMerged },
  { name: 'wrap 20', ofText: text.wrapped(20) },
  { name: 'wrap 30', ofText: text.wrapped(30) },
  { name: 'wrap 40', ofText: text.wrapped(40) },
  { name: 'wrap 15–60', ofText: text.wrappedAnywhere },
  { name: 'one line', ofText: text.oneLine },
  { name: 'one line, spaces', ofText: text.oneLineWithSpaces },
];

/** A torn report. */
export interface Torn {
  readonly text: string;
  readonly report: WholeReport;
}

/** A random report in a shape, with damage or without. */
export function tear(random: Random, shape: Shape, damage: Damage | null): Torn {
  const blanks = shape.keepsBlanks && random.chance(30) ? random.pick([10, 50]) : 0;
  const whole = wholeReport(random, { blanks, faults: random.chance(20), extraRow: random.chance(10) });
  const figures = new Map(whole.figures);
  for (const key of figures.keys()) if (damage?.blanks?.(key)) figures.set(key, null);
  const report = { ...whole, figures };
  const drawn = drawnTables(report, random.pick(shape.layouts)).map((each) => damage?.ofTable?.(each, random) ?? each);
  const written = textOf(report, drawn, shape, random);
  return { text: damage?.ofText?.(written, random) ?? written, report };
}

function textOf(report: WholeReport, tables: readonly DrawnTable[], shape: Shape, random: Random): string {
  const isMarkdown = shape.headings === 'markdown';
  const indent = !isMarkdown && random.chance(50) ? '　　' : '';
  const between = isMarkdown || random.chance(50) ? '\n\n' : '\n';
  const paragraphs = (id: string): readonly string[] =>
    (report.prose.get(id) ?? []).map((paragraph) => indent + paragraph);
  const sections = report.form.sections.flatMap(({ id, ordinal, title, table: tableId }) => {
    const own = tables.find((each) => each.table.id === tableId);
    const heading = `${isMarkdown ? '## ' : ''}${numeral(ordinal)}、${title}`;
    return [heading, ...(own ? [shape.draw(own, random).join('\n')] : paragraphs(id))];
  });
  return [`${isMarkdown ? '# ' : ''}${report.title}`, ...paragraphs('preface'), ...sections].join(between);
}
