import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word file with this body. `parts` adds or replaces other files of the archive. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': wordXml('document', `<w:body>${body}</w:body>`),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A part of a Word file, such as `word/numbering.xml`. */
export function wordXml(root: string, content: string): string {
  const others =
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"';
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${W}" ${others}>${content}</w:${root}>`;
}

/** A paragraph; `properties` is what stands in its `w:pPr`. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${text ? run(text) : ''}</w:p>`;
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`;
}

/** A cell; `properties` is what stands in its `w:tcPr`, such as a merge. */
export function tc(text: string | readonly string[], properties = ''): string {
  const paragraphs = (typeof text === 'string' ? [text] : text).map((each) => p(each));
  return `<w:tc>${properties ? `<w:tcPr>${properties}</w:tcPr>` : ''}${paragraphs.join('')}</w:tc>`;
}

export function tbl(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

export const gridSpan = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
export const vMergeStart = '<w:vMerge w:val="restart"/>';
export const vMergeOn = '<w:vMerge/>';
