// Headings and paragraphs as Word has them.

import { displayWidth } from '../text/display-width.ts';
import { legalXml } from '../text/escape.ts';
import type { DocumentHeading, DocumentItem, DocumentParagraph, ReportDocument } from './document.ts';
import { HeadingLevel, Paragraph, TextRun } from './docx-package.ts';
import { exactly, LINE, runFont, sizes, styleIds, type Typeface, textArea } from './docx-styles.ts';

const CHARACTER = sizes.text * 10;
const TITLE_CHARACTERS = Math.floor(textArea.width / (sizes.title * 10));

/** Text in a typeface; `size` in half-points. */
export function run(text: string, typeface: Typeface, size: number = sizes.text, breakBefore = false): TextRun {
  return new TextRun({ text: legalXml(text, ''), font: runFont(typeface), size, ...(breakBefore ? { break: 1 } : {}) });
}

/** How many Chinese characters wide a text is. */
function characters(text: string): number {
  return displayWidth(text, 2) / 2;
}

export function titleParagraph(document: ReportDocument): Paragraph {
  const lines = titleLines(document);
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    children: lines.map((line, i) => run(line, 'title', sizes.title, i > 0)),
  });
}

/** A title too long for one line has the body on the first and the rest on the second, so that no word is cut. */
function titleLines({ title, body }: ReportDocument): readonly string[] {
  const { text } = title;
  if (characters(text) <= TITLE_CHARACTERS) return [text];
  const start = body !== null && text.startsWith(body) ? body.length : text.search(/\d{4}\s*年/);
  return start > 0 && start < text.length ? [text.slice(0, start), text.slice(start)] : [text];
}

/** Whether a paragraph stands right below or right above a table, from which it keeps some distance. */
export interface Neighbours {
  readonly tableBefore: boolean;
  readonly tableAfter: boolean;
}

export function headingParagraph({ level, text }: DocumentHeading, neighbours: Neighbours): Paragraph {
  return new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    ...distance(neighbours),
    children: [run(text, level === 2 ? 'heading' : 'lead')],
  });
}

export function textParagraph({ lead, text, role }: DocumentParagraph, neighbours: Neighbours): Paragraph {
  return new Paragraph({
    style: role === 'dateline' ? styleIds.dateline : styleIds.text,
    ...(role === 'addressee' ? { indent: { firstLine: 0, firstLineChars: 0 } } : {}),
    ...distance(neighbours),
    children: [
      ...(lead === null ? [] : [run(lead, 'lead')]),
      ...(text === '' ? [] : [run(text, role === 'dateline' ? 'lead' : 'text')]),
    ],
  });
}

export function plainParagraph(text: string): Paragraph {
  return new Paragraph({ style: styleIds.text, children: [run(text, 'text')] });
}

export function itemParagraph({ mark, text }: DocumentItem, neighbours: Neighbours): Paragraph {
  return new Paragraph({ style: styleIds.text, ...distance(neighbours), children: [run(mark + text, 'text')] });
}

/**
 * Body and date at the end: the body two characters from the right edge, the date beginning two characters further right
 * than it; where the date is the longer one, it is the date that stands two characters from the edge.
 */
export function signatureParagraphs(lines: readonly DocumentParagraph[]): readonly Paragraph[] {
  const [name, date] = lines.length > 1 ? lines : [null, lines[0]];
  const shift = name && date ? characters(name.text) - characters(date.text) - 2 : 0;
  const rights = name && date ? [2 + Math.max(0, -shift), 2 + Math.max(0, shift)] : [4];
  return lines.map(
    ({ text }, i) =>
      new Paragraph({
        style: styleIds.signature,
        indent: { right: Math.round((rights[i] ?? 2) * CHARACTER) },
        keepNext: i < lines.length - 1,
        ...(i === 0 ? { spacing: { ...exactly(LINE), before: LINE } } : {}),
        children: [run(text, 'text')],
      }),
  );
}

function distance({ tableBefore, tableAfter }: Neighbours) {
  if (!tableBefore && !tableAfter) return {};
  return {
    spacing: {
      ...exactly(LINE),
      ...(tableBefore ? { before: LINE / 2 } : {}),
      ...(tableAfter ? { after: LINE / 7 } : {}),
    },
  };
}
