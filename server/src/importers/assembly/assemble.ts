import type { FormTable } from '../../forms/form.ts';
import { standardForms } from '../../forms/index.ts';
import { canonicalStyle, type LabelStyle } from '../../forms/labels.ts';
import { rowText } from '../../report/align.ts';
import type { Report } from '../../report/report.ts';
import { frontMatterMarkup, textMarkup } from '../../report/report-markup.ts';
import { noReport, notes } from '../assembly-notes.ts';
import { singleText } from '../headings.ts';
import { failures } from '../notes.ts';
import { isComplete, type NumberCount, numbersAmong, numbersIn } from '../number-count.ts';
import type { Outline, Region } from '../regions.ts';
import { type Disputed, disputedRows, type Opinion } from '../rows/second-opinion.ts';
import type { TableText, TableTextOptions } from '../rows/table-text.ts';
import type { Block, Imported, ImportFailure, ImportNote, Source } from '../source.ts';
import { bareLines } from '../text/bare-lines.ts';
import { wordsOf } from '../words.ts';
import { asItStands, withUnreadTables } from './as-it-stands.ts';
import { comesFurther, type Extent, isDeduplicated, lengthOf, placedIn } from './evidence.ts';
import { closingChrome, type Opening, openingOf } from './identity.ts';
import { withHeadingNumbers } from './numbered-headings.ts';
import { formatted, ownMarkup } from './own-markup.ts';
import { partedBlock } from './parted-headings.ts';
import { type Recognised, recognised } from './recognised.ts';
import { withoutRowNumbers } from './row-numbers.ts';
import { tidied } from './tidied.ts';

const MAX_BLOCKS = 60_000;
const MAX_TABLES = 100;
/** Fewer headings than that are no report, where there is neither title nor table nor a year. */
const FEWEST_SECTIONS = 2;

/**
 * Puts a foreign report in order and writes it as markup: title, body and year, headings, text word for word, every table
 * in its canonical form; what is doubtful stands in comments. A failure where the source is no report. Front matter of the
 * source stays, and what it tells isn't guessed. `labels` are those of its tables.
 *
 * The borders of the source are trusted first. Where that leaves anything out of place they are doubted, all of them, and the
 * reading that has more of the report in its place is taken. Markup as an import writes it stays as it is where no reading has more.
 */
export function assemble(source: Source, labels: LabelStyle = canonicalStyle): Imported | ImportFailure {
  const own = source.text === undefined ? null : ownMarkup(source.text, labels);
  if (own?.isSettled) return asItIs(own.report, source);
  const best = bestOf(source, labels);
  const standing = own && asItIs(own.report, source);
  return standing && best.inPlace <= placedIn(own.report) - standing.numbers.stray ? standing : best.imported;
}

function bestOf(given: Source, labels: LabelStyle): Pick<Arranged, 'imported' | 'inPlace'> {
  if (given.blocks.length > MAX_BLOCKS) return { imported: failures.tooMuchText(), inPlace: -1 };
  const { blocks, notes: own } = withHeadingNumbers(withoutRowNumbers(given.blocks.map(tidied)).flatMap(partedBlock));
  const source = own.length > 0 ? { ...given, notes: [...given.notes, ...own] } : given;
  const standing = asItStands(blocks);
  const trusted = arrange(source, standing, labels);
  // Where its form sets no parts, no more is known of it than that a line is longer than any that a report has.
  const isWhole = trusted.inPlace >= trusted.ofForm && !(trusted.ofForm === 0 && source.lines);
  if (isWhole || lengthOf(blocks) > LONGEST_DOUBTED) return trusted;
  const order = recognised(source.lines ? bareLines(source.lines) : blocks, standardForms(), trusted.form);
  if (!order) return trusted;
  const unread = withUnreadTables(order);
  const doubted = arrange(source, unread, labels);
  const isDoubted = comesFurther(doubted, trusted);
  const [best, other] = isDoubted ? [doubted, trusted] : [trusted, doubted];
  const disputed = disputedRows(best, other);
  if (disputed.size === 0) return best;
  return { ...best, imported: arrange(source, isDoubted ? unread : standing, labels, disputed).imported };
}

/** What values count for among numbers that were parted without its being said of each row. */
const PARTED = 0.8;
/** Longer sources are no reports. */
const LONGEST_DOUBTED = 120_000;

interface Arranged extends Opinion, Extent {
  readonly imported: Imported | ImportFailure;
  /** How many a report of its form has. */
  readonly ofForm: number;
  /** The id of the form of its year, or null. */
  readonly form: string | null;
}

function arrange(source: Source, order: Recognised, labels: LabelStyle, disputed?: Disputed): Arranged {
  const { blocks, outline } = order;
  const given = source.frontMatter ?? '';
  const opening = openingOf(blocks, outline, given);
  const deduplicated = isDeduplicated(source.blocks);
  const options = { labels, unknowable: deduplicated, disputed };
  const tables = tableTexts(order, opening.year?.value ?? null, options);
  const written = [...tables.values()];
  const form = opening.year ? standardForms().forYear(opening.year.value) : null;
  const { tables: ownTables, sections } = form ?? standardForms().newest;
  const ofForm = ownTables.reduce((sum, { places }) => sum + places.length, sections.length);
  if (opening.title === null && written.length === 0 && !looksLikeReport(outline, opening)) {
    const isText = blocks.some((block) => singleText(block) !== null || block.kind === 'row');
    return {
      imported: isText ? noReport() : failures.empty(),
      report: null,
      inPlace: -1,
      tables: 0,
      ofForm,
      form: form?.id ?? null,
    };
  }
  const body = bodyOf(blocks, outline, opening, tables);
  const extraRows = [...new Set(written.flatMap((table) => table.extraRows))];
  const front = frontMatterMarkup(
    [
      ...(opening.body ? [{ key: 'body' as const, value: opening.body }] : []),
      ...(opening.year && !opening.year.told ? [{ key: 'year' as const, value: String(opening.year.value) }] : []),
      ...extraRows.map((value) => ({ key: 'extra-row' as const, value })),
    ],
    given,
  );
  const title = opening.title === null ? [] : [`# ${opening.title}`];
  const paragraphs = [...title, ...body.paragraphs];
  const report = formatted(`${front}${paragraphs.join('\n\n')}\n`);
  const numbers = countOf(report, written, numbersOutside(blocks, outline, tables));
  const imported = {
    markup: report.tree.text,
    notes: [
      ...order.notes,
      ...allNotes(source, outline, opening, written, extraRows, deduplicated),
      ...droppedNotes(body.chrome),
      ...numberNotes(numbers),
    ],
    numbers,
  };
  const inPlace = placedIn(report) - numbers.stray;
  const trust = written.some(({ isParted }) => isParted) ? PARTED : 1;
  return { imported, report, inPlace: inPlace * trust, tables: written.length, ofForm, form: form?.id ?? null };
}

/** Markup as it stands. */
function asItIs(report: Report, source: Source): Imported {
  const { edition, sections, tables, tree } = report;
  const { written, stray } = numbersIn(report, []);
  const numbers = { found: written + stray, written, commented: 0, stray };
  const recognised = notes.recognised(
    edition,
    sections.length,
    tables.map(({ definition }) => definition),
  );
  return {
    markup: tree.text.endsWith('\n') ? tree.text : `${tree.text}\n`,
    notes: [...source.notes, recognised, ...numberNotes(numbers)],
    numbers,
  };
}

function looksLikeReport({ headings }: Outline, { year }: Opening): boolean {
  const sections = new Set([...headings.values()].flatMap(({ definition }) => definition?.id ?? []));
  return sections.size >= (year ? 1 : FEWEST_SECTIONS);
}

/** The tables by their regions. */
function tableTexts(
  { outline, write }: Recognised,
  year: number | null,
  options: TableTextOptions,
): ReadonlyMap<Region, TableText> {
  const texts = new Map<Region, TableText>();
  for (const region of outline.regions.slice(0, MAX_TABLES)) {
    const text = write(region, year, options);
    if (text) texts.set(region, text);
  }
  return texts;
}

interface Body {
  readonly paragraphs: readonly string[];
  readonly chrome: readonly string[];
}

/** Everything but the title, in order: headings and text as they are, tables rewritten. */
function bodyOf(
  blocks: readonly Block[],
  outline: Outline,
  opening: Opening,
  tables: ReadonlyMap<Region, TableText>,
): Body {
  const chrome = new Set([...opening.chrome, ...closingChrome(blocks, outline)]);
  const starts = new Map([...tables.keys()].map((region) => [region.from, region]));
  const paragraphs: string[] = [];
  let rows: string[] = [];
  const endRows = (): void => {
    if (rows.length > 0) paragraphs.push(rows.join('\n'));
    rows = [];
  };
  for (let i = 0; i < blocks.length; i++) {
    const region = starts.get(i);
    if (region) {
      endRows();
      paragraphs.push((tables.get(region)?.lines ?? []).join('\n'));
      i = region.to - 1;
      continue;
    }
    const block = blocks[i];
    if (!block || opening.titleBlocks.has(i) || chrome.has(i)) continue;
    const text = outline.headings.get(i)?.text ?? singleText(block);
    if (text === null && block.kind === 'row' && block.cells.some((cell) => cell !== '')) {
      rows.push(rowText(block.cells));
    } else if (text !== null) {
      endRows();
      paragraphs.push(textMarkup(text));
    }
  }
  endRows();
  return { paragraphs, chrome: [...chrome].sort((a, b) => a - b).flatMap((i) => shownText(blocks[i])) };
}

function shownText(block: Block | undefined): readonly string[] {
  if (!block) return [];
  const text = block.kind === 'paragraph' ? block.text : block.cells.filter((cell) => cell !== '').join(' ');
  return text === '' ? [] : [text];
}

function allNotes(
  source: Source,
  outline: Outline,
  opening: Opening,
  tables: readonly TableText[],
  extraRows: readonly string[],
  deduplicated: boolean,
): readonly ImportNote[] {
  const edition = (opening.year && standardForms().forYear(opening.year.value)) ?? standardForms().newest;
  const bound = tables.flatMap((table) => table.tables);
  const lostValues = deduplicated && tables.some((table) => table.notes.some(({ kind }) => kind === 'doubtful'));
  const definitions = new Map<string, FormTable>(bound.map(({ definition }) => [definition.id, definition]));
  return [
    ...source.notes,
    notes.recognised(edition, outline.headings.size, [...definitions.values()]),
    ...(opening.body ? [notes.body(opening.body)] : []),
    ...yearNotes(opening),
    ...(extraRows.length > 0 ? [notes.extraRows(extraRows)] : []),
    ...(tables.length < outline.regions.length ? [notes.unread()] : []),
    ...(lostValues ? [notes.deduplicated()] : []),
    ...tables.flatMap((table) => table.notes),
  ];
}

function yearNotes({ year }: Opening): readonly ImportNote[] {
  if (!year) return [notes.noYear()];
  return year.told ? [] : [notes.year(year.value)];
}

function droppedNotes(chrome: readonly string[]): readonly ImportNote[] {
  return chrome.length > 0 ? [notes.chrome(chrome)] : [];
}

/** `outside` are numbers that stand in parts of tables, and in no table; where their rows were bound after all they are written. */
function countOf(report: Report, tables: readonly TableText[], outside: number): NumberCount {
  const sum = (of: (table: TableText) => number): number => tables.reduce((total, table) => total + of(table), 0);
  const { written, stray } = numbersIn(
    report,
    tables.flatMap(({ loose }) => loose),
  );
  const found = sum(({ numbers }) => numbers.found) + outside;
  const commented = sum(({ numbers }) => numbers.commented);
  const left = Math.max(0, found - written - commented - stray);
  const unread = outside + sum(({ numbers }) => numbers.unread);
  return { found, commented, written, stray: stray + Math.min(unread, left) };
}

/** How many numbers stand in rows and lines of the parts that hold tables, but in none of these. */
function numbersOutside(
  blocks: readonly Block[],
  { headings }: Outline,
  tables: ReadonlyMap<Region, TableText>,
): number {
  const starts = new Map([...tables.keys()].map((region) => [region.from, region]));
  let [count, isTablePart] = [0, false];
  for (let i = 0; i < blocks.length; i++) {
    const region = starts.get(i);
    const [block, heading] = [blocks[i], headings.get(i)];
    if (heading) isTablePart = heading.table !== null;
    else if (region) i = region.to - 1;
    else if (isTablePart && block) count += numbersAmong(wordsIn(block));
  }
  return count;
}

/** The cells of a row, and the words of a line that is no sentence. */
function wordsIn(block: Block): readonly string[] {
  if (block.kind === 'row') return block.cells;
  return /[。，；：]/.test(block.text) ? [] : wordsOf(block.text);
}

/** What there is to say of where the numbers of tables came to. */
export function numberNotes(numbers: NumberCount): readonly ImportNote[] {
  if (!isComplete(numbers)) return [notes.numbers(numbers)];
  return numbers.found > 0 ? [notes.numbersKept(numbers.found)] : [];
}
