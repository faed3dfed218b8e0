// Parts of a Word file that the library leaves open, and its archive.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

/** The same archive with what the library has no option for, and nothing in it that depends on when it was written. */
export function finished(archive: Uint8Array, fonts: Typefaces): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).map(([path, part]) => {
    const mend = mends.get(path);
    return [path, mend ? strToU8(mend(strFromU8(part), fonts)) : part] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: TIME, level: 6 });
}

/** Every page is filled with its lines, and every line with its characters: no room for lone lines, none around figures. */
const PARAGRAPHS =
  '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';
const NORMAL = /<w:style w:type="paragraph" w:styleId="Normal"[^>]*><w:name w:val="Normal"\/><w:qFormat\/>/;

const mends: ReadonlyMap<string, (part: string, fonts: Typefaces) => string> = new Map([
  ['word/styles.xml', (styles) => styles.replace(NORMAL, (start) => start + PARAGRAPHS)],
  ['word/theme/theme1.xml', (theme, fonts) => theme.replace(/<a:(m\w+Font)>.*?<\/a:\1>/gs, themeFont(fonts))],
]);

function themeFont({ heading, text }: Typefaces): (all: string, element: string) => string {
  return (_, element) => {
    const { name } = element === 'majorFont' ? heading : text;
    const latin = element === 'majorFont' ? name : LATIN_FONT;
    return `<a:${element}><a:latin typeface="${latin}"/><a:ea typeface="${name}"/><a:cs typeface="${LATIN_FONT}"/></a:${element}>`;
  };
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
