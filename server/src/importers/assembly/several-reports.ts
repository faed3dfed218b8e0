// A file that holds the reports of several bodies, each put in order by itself.
import { frontMatterSpelling } from '../../forms/front-matter.ts';
import { standardForms } from '../../forms/index.ts';
import { canonicalStyle, type LabelStyle } from '../../forms/labels.ts';
import { readReport } from '../../report/bind.ts';
import { maxFileSize } from '../../text/limits.ts';
import { notes } from '../assembly-notes.ts';
import type { NumberCount } from '../number-count.ts';
import type { Block, Imported, ImportFailure, ImportNote, Source } from '../source.ts';
import { readText } from '../text/text-source.ts';
import { assemble, numberNotes } from './assemble.ts';
import { ownMarkup } from './own-markup.ts';
import { type ReportStart, reportStarts } from './report-starts.ts';
import { tokensOf } from './tokens.ts';

/** More are no collection of reports. */
const MOST_REPORTS = 1000;
const MOST_ROUNDS = 3;
const LONG = 200_000;

/**
 * What a source holds as markup: as `assemble` does, and where it holds several reports below each other, each of them in
 * `reports` as well. What is written of all is one below the other then, as only one can stand in a file.
 */
export function assembleAll(source: Source, labels?: LabelStyle): Imported | ImportFailure {
  const sources = partsOf(source);
  const parts = sources.length > 1 ? sources.map((part) => settled(assemble(part, labels), labels)) : [];
  const reports = parts.filter((part): part is Imported => !('failure' in part));
  const isWhole = reports.length > 1 && reports.length === parts.length;
  return isWhole ? together(reports) : settled(assemble(source, labels), labels);
}

/** What was written read again, as long as that puts more of the report in its place: so that importing it once more changes nothing. */
function settled(first: Imported | ImportFailure, labels: LabelStyle = canonicalStyle): Imported | ImportFailure {
  let last = first;
  for (let round = 0; round < MOST_ROUNDS && !('failure' in last); round++) {
    if (ownMarkup(last.markup, labels)?.isSettled !== false) return last;
    const source = readText(last.markup);
    const next = 'failure' in source ? source : assemble(source, labels);
    if ('failure' in next || next.markup === last.markup) return last;
    last = after(last, next);
  }
  return last;
}

/** A second reading with what was said of the first; numbers that the first had found are not forgotten. */
function after(first: Imported, next: Imported): Imported {
  const { written, commented } = next.numbers;
  const found = Math.max(first.numbers.found, next.numbers.found);
  const numbers = { found, written, commented, stray: Math.max(0, found - written - commented) };
  const counts = [first, next].flatMap((each) => numberNotes(each.numbers));
  const said = new Map([...first.notes, ...next.notes].map((note) => [note.message.zh, note]));
  for (const { message } of counts) said.delete(message.zh);
  return { markup: next.markup, notes: [...said.values(), ...numberNotes(numbers)], numbers };
}

/** A source in as many as there are reports in it. */
function partsOf(source: Source): readonly Source[] {
  const parts = source.text === undefined ? blockParts(source) : textParts(source, source.text);
  return parts.length > MOST_REPORTS ? [source] : parts;
}

function textParts(source: Source, text: string): readonly Source[] {
  if (text.length > maxFileSize || (text.length > LONG && !holdsTitle(text))) return [source];
  const starts = reportStarts([{ text, border: 'line', isCell: false }], standardForms());
  const cuts = [0, ...starts.map(({ offset }) => withFrontMatter(text, offset)), text.length];
  if (starts.length === 0) return [source];
  const parts = cuts.slice(1).map((cut, i) => readText(text.slice(cuts[i], cut).trim()));
  const read = parts.filter((part): part is Source => !('failure' in part));
  return read.length < parts.length ? [source] : withNotes(source, read);
}

/** Whether a long text, which need not be looked through in vain, names a report. */
function holdsTitle(text: string): boolean {
  return standardForms().words.titleEndings.some((ending) => text.includes(ending));
}

/** The place of the front matter that stands right above a place, or the place itself. */
function withFrontMatter(text: string, at: number): number {
  const above = text.slice(Math.max(0, at - 2000), at);
  return at - (/(?<=^|\n)---\n(?:[^\n:：]+[:：][^\n]*\n)+---\s*$/.exec(above)?.[0].length ?? 0);
}

function blockParts(source: Source): readonly Source[] {
  const tokens = source.blocks.flatMap((block, index) => tokensOf([block]).map((token) => ({ token, index })));
  const starts = reportStarts(
    tokens.map(({ token }) => token),
    standardForms(),
  );
  if (starts.length === 0) return [source];
  const blocks: Block[][] = [[]];
  const at = new Map(starts.map((start): [number, ReportStart] => [tokens[start.token]?.index ?? 0, start]));
  source.blocks.forEach((block, i) => {
    const start = at.get(i);
    if (start && block.kind === 'paragraph') {
      const before = block.text.slice(0, start.offset);
      if (before.trim() !== '') blocks.at(-1)?.push({ kind: 'paragraph', text: before });
      blocks.push([{ kind: 'paragraph', text: block.text.slice(start.offset) }]);
    } else if (start) blocks.push([block]);
    else blocks.at(-1)?.push(block);
  });
  const { frontMatter, ...others } = source;
  const parts = blocks.map(
    (own, i): Source => ({ ...others, ...(i === 0 && frontMatter ? { frontMatter } : {}), blocks: own }),
  );
  return withNotes(
    source,
    parts.map((part) => ({ ...part, notes: [] })),
  );
}

/** The parts, the first with what there is to say of their source. */
function withNotes({ notes }: Source, parts: readonly Source[]): readonly Source[] {
  return parts.map((part, i) => (i === 0 ? { ...part, notes } : part));
}

/** Reports one below the other: a file has one front matter. */
function together(reports: readonly Imported[]): Imported {
  const read = reports.map(({ markup }) => readReport(markup));
  const fronts = read.map(({ tree }) => tree.text.slice(0, tree.frontMatter?.span.end ?? 0));
  const [first = '', ...others] = fronts.map((front) => front.split('\n').slice(1, -1));
  const more = [...new Set(others.flat())].filter((line) => !first.includes(line) && !isIdentity(line));
  const lines = [...first, ...more];
  const bodies = reports.map(({ markup }, i) => markup.slice(fronts[i]?.length ?? 0).trim());
  const front = lines.length > 0 ? `---\n${lines.join('\n')}\n---\n` : '';
  const titles = read.map(({ title }, i) => title?.text ?? String(i + 1));
  return {
    markup: `${front}${bodies.join('\n\n')}\n`,
    notes: [notes.severalReports(titles), ...reports.flatMap((report, i) => notesOf(report, titles[i] ?? ''))],
    numbers: sumOf(reports.map(({ numbers }) => numbers)),
    reports,
  };
}

function isIdentity(line: string): boolean {
  return (['body', 'year'] as const).some((key) => line.startsWith(`${frontMatterSpelling(key)}:`));
}

/** What is to be said of one report among others. */
function notesOf(report: Imported, title: string): readonly ImportNote[] {
  return report.notes.map(({ kind, message }) => ({
    kind,
    message: { zh: `【${title}】${message.zh}`, en: `[${title}] ${message.en}` },
  }));
}

function sumOf(counts: readonly NumberCount[]): NumberCount {
  const sum = (of: (count: NumberCount) => number): number => counts.reduce((total, count) => total + of(count), 0);
  return {
    found: sum(({ found }) => found),
    written: sum(({ written }) => written),
    commented: sum(({ commented }) => commented),
    stray: sum(({ stray }) => stray),
  };
}
