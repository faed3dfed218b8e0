import type { Form, Forms } from '../../forms/form.ts';
import { paragraphsOf } from '../../recognise/paragraphs.ts';
import type { ReadingLine, ReadingPart, TablePart } from '../../recognise/reading.ts';
import { recognise } from '../../recognise/recognise.ts';
import { type Stream, sourceTexts, streamOf } from '../../recognise/stream.ts';
import { append } from '../../text/lists.ts';
import { notes } from '../assembly-notes.ts';
import type { Heading } from '../headings.ts';
import { joinLines, withoutStraySpaces } from '../joined-lines.ts';
import type { Outline, Region } from '../regions.ts';
import type { TableText, TableTextOptions } from '../rows/table-text.ts';
import type { Block, ImportNote } from '../source.ts';
import { openingParagraphs } from '../text/opening-text.ts';
import { partedAtHeading } from './parted-headings.ts';
import { labelText, recognisedTableText } from './recognised-table.ts';
import { tokensOf } from './tokens.ts';

/** A source put in order: its blocks, one paragraph or row each, and what they are. */
export interface Recognised {
  readonly blocks: readonly Block[];
  readonly outline: Outline;
  /** What is to be said of how it was read. */
  readonly notes: readonly ImportNote[];
  /** Writes the table of a region; null where it is none. */
  readonly write: (region: Region, year: number | null, options: TableTextOptions) => TableText | null;
}

/** The blocks of a source as they are read when every border in them is doubted; null where it is no report. */
export function recognised(blocks: readonly Block[], forms: Forms, form: string | null): Recognised | null {
  const stream = streamOf(tokensOf(blocks));
  const result: Block[] = [];
  const headings = new Map<number, Heading>();
  const tables = new Map<Region, TablePart>();
  const reading = recognise(stream, forms, form);
  if (!reading) return null;
  reading.parts.forEach((part, i, parts) => {
    if (part.kind === 'heading') {
      const text = headingText(stream, part);
      headings.set(result.length, { text, definition: part.section, table: part.section.table });
      result.push({ kind: 'paragraph', text });
    } else if (part.kind === 'prose') {
      const isOpening = parts.slice(0, i).every(({ kind }) => kind === 'prose');
      for (const text of proseTexts(stream, part, isOpening, form === null ? null : forms.byId(form)))
        result.push({ kind: 'paragraph', text });
    } else {
      const from = result.length;
      append(
        result,
        part.lines.map((line) => rowOf(stream, line)),
      );
      tables.set({ table: part.table.id, from, to: result.length }, part);
    }
  });
  return {
    blocks: result,
    outline: { headings, regions: [...tables.keys()] },
    notes: reading.pageMarks > 0 ? [notes.pageMarks(reading.pageMarks)] : [],
    write: (region, year, options) => {
      const part = tables.get(region);
      return part ? recognisedTableText(stream, part, year, options) : null;
    },
  };
}

function headingText(stream: Stream, part: ReadingPart): string {
  return labelText(stream, part).replace(/^(.{1,3}?)[.．,，]/, '$1、');
}

/** The paragraphs of prose: tokens that hold nothing else are paragraphs already, others lost their line ends. */
function proseTexts(
  stream: Stream,
  { from, to }: ReadingPart,
  isOpening: boolean,
  form: Form | null,
): readonly string[] {
  const texts: string[] = [];
  for (let start = from; start < to; ) {
    const token = stream.token[start];
    let end = start;
    while (end < to && stream.token[end] === token) end++;
    const isTorn = stream.token[start - 1] === token || stream.token[end] === token;
    const whole = sourceTexts(stream, start, end).join('');
    // The marks of a heading in Markdown stand before it, at the end of what it is torn from.
    const text = isTorn ? whole.replace(/\s*#+$/, '') : whole;
    const parted = isOpening ? openingParagraphs : paragraphsOf;
    const own = isTorn ? parted(text).map(withoutStraySpaces) : [text];
    append(texts, isTorn ? own.flatMap((each) => partedAtHeading(each, form?.contents)) : own);
    start = end;
  }
  return texts.filter((text) => text !== '');
}

function rowOf(stream: Stream, { labels, cells }: ReadingLine): Block {
  const texts = labels.map(({ from, to }) => joinLines(sourceTexts(stream, from, to)));
  return { kind: 'row', cells: [...texts, ...cells] };
}
