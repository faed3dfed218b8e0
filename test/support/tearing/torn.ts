// Reports torn in every way, with what is known of them.
import { numeral } from '../../../server/src/text/chinese-numerals.ts';
import { placesOf } from '../../importers/sample-report.ts';
import { decidablePlaces } from './decidable.ts';
import { type DrawnTable, drawnTables } from './drawn-table.ts';
import { unmarked } from './marked-digits.ts';
import * as page from './page-damage.ts';
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
  readonly blanks?: (key: string, value: number | null) => boolean;
  /** How tables stand in the report: each twice, or in the parts of others. */
  readonly tables?: 'twice' | 'swapped';
  /** How the digits of values are spelt. */
  readonly digit?: (digit: string) => string;
  /** What parts cells, or blank ones, that is gone. */
  readonly removes?: readonly ('lines' | 'separators')[];
}

export const damages: readonly Damage[] = [
  { name: 'labels cut', ofTable: table.labelsCut },
  { name: 'heads lost', ofTable: table.headsLost },
  { name: 'notes in labels', ofTable: table.notesInLabels },
  { name: 'full-width digits', digit: (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0) },
  { name: 'totals blank', blanks: (key) => key.startsWith('requests') && key.endsWith(' total') },
  { name: 'traditional', ofText: traditional },
  { name: 'metadata above', ofText: text.metadataAbove },
  { name: 'twice', ofText: text.twice },
  { name: 'spaces in sentences', ofText: text.spacesInSentences },
  { name: 'lines merged', ofText: text.linesMerged },
  { name: 'wrap 20', ofText: text.wrapped(20) },
  { name: 'wrap 30', ofText: text.wrapped(30) },
  { name: 'wrap 40', ofText: text.wrapped(40) },
  { name: 'wrap 15–60', ofText: text.wrappedAnywhere },
  { name: 'one line', ofText: text.oneLine, removes: ['lines'] },
  { name: 'one line, spaces', ofText: text.oneLineWithSpaces, removes: ['lines'] },
  { name: 'no separators', ofText: text.withoutSeparators, removes: ['separators'] },
  {
    name: 'no separators, one line',
    ofText: (each, random) => text.oneLine(text.withoutSeparators(each, random), random),
    removes: ['separators', 'lines'],
  },
];

/** Damage that is rarer; by itself, as chance chooses among those above. */
export const rareDamages: readonly Damage[] = [
  { name: 'page numbers in tables', ofTable: page.pageNumbers },
  { name: 'heads again', ofTable: page.headsAgain },
  { name: 'sentences between rows', ofTable: page.sentencesBetween },
  { name: 'titles above tables', ofTable: page.titleAbove },
  { name: 'numbered rows', ofTable: page.numberedRows },
  { name: 'remarks', ofTable: page.remarks },
  { name: 'rows twice', ofTable: page.rowsTwice },
  { name: 'units', ofTable: page.units },
  { name: 'separators of thousands', ofTable: page.separators },
  { name: 'signs for zero', ofTable: page.signs, blanks: (_, value) => value === 0 },
  { name: 'numbers in labels', ofTable: page.numbersInLabels },
  { name: 'last column first', ofTable: page.lastColumnFirst },
  { name: 'a column gone', ofTable: page.columnGone },
  { name: 'numbers in headings', ofText: page.numbersInHeadings },
  { name: 'page numbers', ofText: page.pageNumbersBetween },
  { name: 'tables twice', tables: 'twice' },
  { name: 'tables in others’ parts', tables: 'swapped' },
];

/** One damage after the other. */
export function both(one: Damage, other: Damage): Damage {
  const all = [one, other];
  return {
    name: `${one.name} + ${other.name}`,
    ofTable: (table, random) => all.reduce((torn, { ofTable }) => ofTable?.(torn, random) ?? torn, table),
    ofText: (text, random) => all.reduce((torn, { ofText }) => ofText?.(torn, random) ?? torn, text),
    blanks: (key, value) => all.some(({ blanks }) => blanks?.(key, value)),
    ...all.reduce((found, { tables }) => (tables ? { tables } : found), {}),
    digit: (digit) => all.reduce((spelt, each) => each.digit?.(spelt) ?? spelt, digit),
    removes: all.flatMap(({ removes }) => removes ?? []),
  };
}

/** A torn report. */
export interface Torn {
  readonly text: string;
  readonly report: WholeReport;
  /** The keys of the places whose values can be told from the text; this takes its time. */
  readonly decidable: () => ReadonlySet<string>;
}

/** A random report in a shape, with damage or without. */
export function tear(random: Random, shape: Shape, damage: Damage | null): Torn {
  const blanks = shape.keepsBlanks && random.chance(30) ? random.pick([10, 50]) : 0;
  const whole = wholeReport(random, { blanks, faults: random.chance(20), extraRow: random.chance(10) });
  const figures = new Map(whole.figures);
  for (const [key, value] of figures) if (damage?.blanks?.(key, value)) figures.set(key, null);
  const report = { ...whole, figures };
  const drawn = drawnTables(report, random.pick(shape.layouts)).map((each) => damage?.ofTable?.(each, random) ?? each);
  const written = textOf(report, drawn, { shape, tables: damage?.tables }, random);
  const text = damage?.ofText?.(written, random) ?? written;
  const keepsBlanks = shape.keepsBlanks && !isBlankLost(shape, damage);
  const decidable = (): ReadonlySet<string> =>
    decidablePlaces({ text, tables: drawn, places: placesOf(report.form), figures, keepsBlanks });
  return { text: unmarked(text, damage?.digit), report, decidable };
}

/** Whether the lines or signs are gone by which a blank cell is known. */
function isBlankLost({ borders }: Shape, damage: Damage | null): boolean {
  const removes = damage?.removes ?? [];
  return removes.includes('separators') || (borders === 'line' && removes.includes('lines'));
}

interface Writing {
  readonly shape: Shape;
  readonly tables: Damage['tables'];
}

function textOf(report: WholeReport, drawn: readonly DrawnTable[], { shape, tables }: Writing, random: Random): string {
  const isMarkdown = shape.headings === 'markdown';
  const indent = !isMarkdown && random.chance(50) ? '　　' : '';
  const between = isMarkdown || random.chance(50) ? '\n\n' : '\n';
  const paragraphs = (id: string): readonly string[] =>
    (report.prose.get(id) ?? []).map((paragraph) => indent + paragraph);
  const sections = report.form.sections.flatMap(({ id, ordinal, title, table: tableId }) => {
    const at = drawn.findIndex((each) => each.table.id === tableId);
    const own = drawn[tables === 'swapped' && at >= 0 ? (at + 1) % drawn.length : at];
    const heading = `${isMarkdown ? '## ' : ''}${numeral(ordinal)}、${title}`;
    const text = own ? shape.draw(own, random).join('\n') : null;
    return [heading, ...(text === null ? paragraphs(id) : tables === 'twice' ? [text, text] : [text])];
  });
  return [`${isMarkdown ? '# ' : ''}${report.title}`, ...paragraphs('preface'), ...sections].join(between);
}
