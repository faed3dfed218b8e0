// A report as a Word file.
import { Document, LineRuleType, Packer, Paragraph, type Table } from 'docx';
import type { DocumentElement, DocumentParagraph, ReportDocument } from './document.ts';
import { ownParts, timeless } from './docx-parts.ts';
import { pageOptions, styles } from './docx-styles.ts';
import { wordTable } from './docx-table.ts';
import {
  headingParagraph,
  itemParagraph,
  type Neighbours,
  signatureParagraphs,
  textParagraph,
  titleParagraph,
} from './docx-text.ts';

/** The bytes of the file: the same for the same report. Fonts are named, not embedded. */
export async function docxFile(document: ReportDocument): Promise<Uint8Array> {
  const file = new Document({
    styles,
    evenAndOddHeaderAndFooters: true,
    sections: [{ ...pageOptions, children: [titleParagraph(document), ...content(document.elements)] }],
  });
  return timeless(new Uint8Array(await Packer.toArrayBuffer(file, undefined, ownParts(document))));
}

function content(elements: readonly DocumentElement[]): readonly (Paragraph | Table)[] {
  const signature = elements.filter(isSignature);
  const isTable = (index: number): boolean => elements[index]?.kind === 'table';
  return [
    ...elements.flatMap((element, i) => {
      const neighbours = { tableBefore: isTable(i - 1), tableAfter: isTable(i + 1) };
      return isSignature(element) ? [] : blocks(element, neighbours);
    }),
    ...signatureParagraphs(signature),
    ...(isTable(elements.length - 1) ? [gap()] : []),
  ];
}

function blocks(element: DocumentElement, neighbours: Neighbours): readonly (Paragraph | Table)[] {
  switch (element.kind) {
    case 'table':
      return neighbours.tableBefore ? [gap(), wordTable(element)] : [wordTable(element)];
    case 'heading':
      return [headingParagraph(element, neighbours)];
    case 'item':
      return [itemParagraph(element, neighbours)];
    case 'paragraph':
      return [textParagraph(element, neighbours)];
  }
}

function isSignature(element: DocumentElement): element is DocumentParagraph {
  return element.kind === 'paragraph' && element.role === 'signature';
}

/** Between two tables, which Word would otherwise join, and after one at the end. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT } });
}
