// Headings and paragraphs as Word has them.
import { legalXml } from '../text/escape.ts';
import type { DocumentHeading, DocumentItem, DocumentParagraph, ReportDocument } from './document.ts';
import { HeadingLevel, Paragraph, TextRun } from './docx-package.ts';
import { exactly, runFont, styleIds } from './docx-styles.ts';
import { LINE, sizes, tableDistance } from './paper.ts';
import { signatureRights } from './signature-place.ts';
import type { Typeface, Typefaces } from './typefaces.ts';

const CHARACTER = sizes.text * 10;

interface RunOptions {
  /** In half-points; 三号 where it isn't given. */
  readonly size?: number;
  readonly breakBefore?: boolean;
}

/** Text in a typeface. */
export function run(
  text: string,
  typeface: Typeface,
  fonts: Typefaces,
  { size = sizes.text, breakBefore = false }: RunOptions = {},
): TextRun {
  const font = runFont(fonts, typeface);
  return new TextRun({ text: legalXml(text, ''), font, size, ...(breakBefore ? { break: 1 } : {}) });
}

/** A date alone below the title stands close to it. */
export function titleParagraph({ title, elements: [first] }: ReportDocument, fonts: Typefaces): Paragraph {
  const isDated = first?.kind === 'paragraph' && first.role === 'dateline';
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    ...(isDated ? { spacing: { after: 0 } } : {}),
    children: title.lines.map((line, i) =>
      run(line, 'title', fonts, { size: sizes.title, ...(i > 0 ? { breakBefore: true } : {}) }),
    ),
  });
}

/** Whether a paragraph stands right below or right above a table, from which it keeps some distance. */
export interface Neighbours {
  readonly tableBefore: boolean;
  readonly tableAfter: boolean;
}

export function headingParagraph(
  { level, text }: DocumentHeading,
  neighbours: Neighbours,
  fonts: Typefaces,
): Paragraph {
  return new Paragraph({
    heading: level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    ...distance(neighbours),
    children: [run(text, level === 2 ? 'heading' : 'lead', fonts)],
  });
}

export function textParagraph(
  { lead, text, role }: DocumentParagraph,
  neighbours: Neighbours,
  fonts: Typefaces,
): Paragraph {
  return new Paragraph({
    style: role === 'dateline' ? styleIds.dateline : styleIds.text,
    ...(role === 'addressee' ? { indent: { firstLine: 0, firstLineChars: 0 } } : {}),
    ...distance(neighbours),
    children: [
      ...(lead === null ? [] : [run(lead, 'lead', fonts)]),
      ...(text === '' ? [] : [run(text, role === 'dateline' ? 'lead' : 'text', fonts)]),
    ],
  });
}

export function plainParagraph(text: string, fonts: Typefaces): Paragraph {
  return new Paragraph({ style: styleIds.text, children: [run(text, 'text', fonts)] });
}

export function itemParagraph({ mark, text }: DocumentItem, neighbours: Neighbours, fonts: Typefaces): Paragraph {
  return new Paragraph({ style: styleIds.text, ...distance(neighbours), children: [run(mark + text, 'text', fonts)] });
}

/** Body and date at the end. */
export function signatureParagraphs(lines: readonly DocumentParagraph[], fonts: Typefaces): readonly Paragraph[] {
  const rights = signatureRights(lines);
  return lines.map(
    ({ text }, i) =>
      new Paragraph({
        style: styleIds.signature,
        indent: { right: Math.round((rights[i] ?? 2) * CHARACTER) },
        keepNext: i < lines.length - 1,
        ...(i === 0 ? { spacing: { ...exactly(LINE), before: LINE } } : {}),
        children: [run(text, 'text', fonts)],
      }),
  );
}

function distance({ tableBefore, tableAfter }: Neighbours) {
  if (!tableBefore && !tableAfter) return {};
  return {
    spacing: {
      ...exactly(LINE),
      ...(tableBefore ? { before: tableDistance.below } : {}),
      ...(tableAfter ? { after: tableDistance.above } : {}),
    },
  };
}
