// Parts of a Word file that the library leaves open, and its archive.

import { unzipSync, zipSync } from 'fflate';
import { usualName } from '../forms/template.ts';
import { escaped, legalXml } from '../text/escape.ts';
import type { ReportDocument } from './document.ts';
import { LATIN_FONT, type Typefaces } from './typefaces.ts';

interface Part {
  readonly path: string;
  readonly data: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** The first that an archive can name; no file says when it was made, so that the same report gives the same bytes. */
const TIME = new Date(1980, 0, 1);

/** Parts that stand instead of the library's own. */
export function ownParts(document: ReportDocument, fonts: Typefaces): readonly Part[] {
  return [
    { path: 'docProps/core.xml', data: properties(document) },
    { path: 'word/fontTable.xml', data: fontTable(fonts) },
  ];
}

/** The same archive with nothing in it that depends on when it was written. */
export function timeless(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: TIME, level: 6 });
}

function properties({ title, body, language }: ReportDocument): string {
  const author = xml(body ?? '');
  return `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title.text)}</dc:title><dc:subject>${usualName}</dc:subject><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dc:language>${language}</dc:language></cp:coreProperties>`;
}

/** Word takes the other names where a font is missing. */
function fontTable(typefaces: Typefaces): string {
  const fonts = Object.values(typefaces).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  const latin = `<w:font w:name="${LATIN_FONT}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return `${DECLARATION}<w:fonts xmlns:w="${WORD}">${fonts.join('')}${latin}</w:fonts>`;
}

function xml(text: string): string {
  return escaped(legalXml(text, ''));
}
