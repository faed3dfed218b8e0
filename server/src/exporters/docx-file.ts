// A report as a Word file.
import type { DocumentElement, DocumentRow, DocumentTable, ReportDocument } from './document.ts';
import { Document, LineRuleType, Packer, Paragraph, type Table } from './docx-package.ts';
import { finished, ownParts } from './docx-parts.ts';
import { pageOptions, styles } from './docx-styles.ts';
import { wordTable } from './docx-table.ts';
import {
  headingParagraph,
  itemParagraph,
  type Neighbours,
  plainParagraph,
  signatureParagraphs,
  textParagraph,
  titleParagraph,
} from './docx-text.ts';
import { NotWritten } from './not-written.ts';
import { asUsual, type Publication } from './publication.ts';
import { signatureOf } from './signature-place.ts';
import { type Typefaces, typefaceSets } from './typefaces.ts';

/** Paragraphs and cells together; a report has some hundred. */
const MAX_BLOCKS = 20_000;
/** No table in Word has more. */
const MAX_COLUMNS = 63;
const TOO_LONG = {
  zh: `段落和表格的格子超过 ${MAX_BLOCKS / 10_000} 万个，没有导出 Word 文件。请确认它是一份报告。`,
  en: `there are more than ${MAX_BLOCKS.toLocaleString('en')} paragraphs and cells; no Word file was made. Make sure that it is a report.`,
};

/** The bytes of the file: the same for the same report. Fonts are named, not embedded. Throws `NotWritten` for what is too long. */
export async function docxFile(document: ReportDocument, how: Publication = asUsual): Promise<Uint8Array> {
  if (blockCount(document.elements) > MAX_BLOCKS) throw new NotWritten(TOO_LONG);
  const fonts = typefaceSets[how.page.fonts];
  const children = [titleParagraph(document, fonts), ...content(document.elements, fonts)];
  const file = new Document({
    styles: styles(fonts),
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...pageOptions(how, fonts), children }],
  });
  const archive = await Packer.toArrayBuffer(file, undefined, ownParts(document, fonts));
  return finished(new Uint8Array(archive), fonts);
}

function blockCount(elements: readonly DocumentElement[]): number {
  return elements.reduce(
    (sum, element) => sum + (element.kind === 'table' ? element.rows.length * element.columnShares.length : 1),
    0,
  );
}

function content(elements: readonly DocumentElement[], fonts: Typefaces): readonly (Paragraph | Table)[] {
  const signature = signatureOf(elements);
  const isTable = (index: number): boolean => {
    const element = elements[index];
    return element?.kind === 'table' && fitsWord(element);
  };
  return [
    ...elements.flatMap((element, i) => {
      const neighbours = { tableBefore: isTable(i - 1), tableAfter: isTable(i + 1) };
      return signature.some((line) => line === element) ? [] : blocks(element, neighbours, fonts);
    }),
    ...signatureParagraphs(signature, fonts),
    ...(isTable(elements.length - 1) ? [gap()] : []),
  ];
}

function blocks(element: DocumentElement, neighbours: Neighbours, fonts: Typefaces): readonly (Paragraph | Table)[] {
  switch (element.kind) {
    case 'table':
      if (!fitsWord(element)) return element.rows.map((row) => rowParagraph(row, fonts));
      return neighbours.tableBefore ? [gap(), wordTable(element, fonts)] : [wordTable(element, fonts)];
    case 'heading':
      return [headingParagraph(element, neighbours, fonts)];
    case 'item':
      return [itemParagraph(element, neighbours, fonts)];
    case 'paragraph':
      return [textParagraph(element, neighbours, fonts)];
  }
}

function fitsWord({ columnShares }: DocumentTable): boolean {
  return columnShares.length <= MAX_COLUMNS;
}

function rowParagraph({ cells }: DocumentRow, fonts: Typefaces): Paragraph {
  return plainParagraph(cells.map(({ text }) => text).join(' | '), fonts);
}

/** Between two tables, which Word would otherwise join, and after one at the end. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT } });
}
