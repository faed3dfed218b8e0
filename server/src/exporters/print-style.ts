// The page on A4 paper, in the type of official documents (GB/T 9704): what `docx-styles.ts` is for Word, as a style sheet.
import { defaultPageStyle } from '../forms/page-style.ts';
import { screenRules } from './html-style.ts';
import { type PageNumberLook, pageNumberLooks, type Side } from './page-number.ts';
import { FOOTER_SIZE, LINE, marginSizes, sizes, TEXT_TRACKING, TITLE_LINE, tableDistance } from './paper.ts';
import { draftMark, type Publication } from './publication.ts';
import { BROAD_MARGIN, lineHeight, NARROW_MARGIN, TABLE_SIZES, verticalMargin } from './table-fit.ts';
import { hasLatin, LATIN_FONT, type Typeface, type Typefaces, typefaceSets } from './typefaces.ts';

/** Figures and Latin letters alone, so that quotation marks and dashes are those of the Chinese font. */
const LATIN = 'Nianbao Latin';

/** Has to stand at the top of a style sheet that holds `paperRules`. */
export const latinFace = `@font-face { font-family: "${LATIN}"; src: local("${LATIN_FONT}"), local("TimesNewRomanPSMT"), local("Liberation Serif"); unicode-range: U+20-7E; }`;

const generic: Readonly<Record<Typeface, string>> = {
  title: '"Noto Serif CJK SC", serif',
  heading: '"Noto Sans CJK SC", sans-serif',
  lead: '"AR PL UKai CN", "Noto Serif CJK SC", serif',
  text: '"Noto Serif CJK SC", serif',
  table: '"Songti SC", "Noto Serif CJK SC", serif',
};

/** Chromium ends a page between a heading and its table, or between a table's heads and its rows, where there is one. */
const NO_CAPTION = '  caption { display: none; }';

/** A pixel, the thinnest line of a browser and the step of its columns, in twips. */
const PIXEL = 15;
/** What a cell's padding gives to its line, which is half a point in Word, and to a column that is rounded down. */
const BROADER_LINE = (PIXEL - 10) / 2;
const NARROWER_COLUMN = PIXEL / 2;

function family(fonts: Typefaces, typeface: Typeface): string {
  const { name, instead } = fonts[typeface];
  const names = [...(hasLatin(typeface) ? [LATIN] : []), name, ...instead];
  return `${names.map((each) => `"${each}"`).join(', ')}, ${generic[typeface]}`;
}

/** Twips as points. */
function pt(twips: number): string {
  return `${Math.round((twips / 20) * 100) / 100}pt`;
}

/** The rules of elements on paper, of the screen's as well where these are shown; in no `@media` of their own. */
export function paperRules(fonts: Typefaces = typefaceSets[defaultPageStyle.fonts]): string {
  const text = `${pt(sizes.text * 10)}/${pt(LINE)}`;
  return `
  :root {
    color-scheme: light;
    --paper: #fff; --around: #fff; --ink: #000; --heading: #000; --line: #000; --head: #fff;
  }
  body { font: ${text} ${family(fonts, 'text')}; letter-spacing: ${pt(TEXT_TRACKING)}; text-autospace: no-autospace; text-spacing-trim: space-all; }
  main { max-width: none; padding: 0; }
  h1 { margin: 0 0 ${pt(LINE)}; padding: ${pt(LINE / 2)} 0 0; letter-spacing: 0; font: ${pt(sizes.title * 10)}/${pt(TITLE_LINE)} ${family(fonts, 'title')}; }
  h2 { margin: 0; text-indent: 2em; font: ${text} ${family(fonts, 'heading')}; }
  h3, .lead { font: ${text} ${family(fonts, 'lead')}; }
  h3 { margin: 0; text-indent: 2em; }
  h1, h2, h3 { break-after: avoid; }
  p { margin: 0; orphans: 1; widows: 1; }
  .dateline { margin: -${pt(LINE)} 0 ${pt(LINE)}; font-family: ${family(fonts, 'lead')}; }
  .signature { margin: 0 var(--right, 4em) 0 0; break-inside: avoid; }
  :not(.signature) + .signature { margin-top: ${pt(LINE)}; }
  .signature:has(+ .signature) { break-after: avoid; }
  .draft { display: none; }
  .table-box { margin: ${pt(tableDistance.above)} 0 ${pt(tableDistance.below)}; overflow: visible; }
  table, table.wide { min-width: 0; table-layout: fixed; font-family: ${family(fonts, 'table')}; letter-spacing: 0; }
  th, td { border-width: .5pt; }
  th { text-wrap: wrap; }
  .corner { text-align: center; }
  .whole { white-space: normal; }
${TABLE_SIZES.map(tableRules).join('\n')}
  thead { display: table-header-group; break-inside: avoid; }
  thead + tbody, thead + tbody > tr:first-child { break-before: avoid; }
  tr, .divided-row > :not([rowspan]), .kept-divided-row > :not([rowspan]) { break-inside: avoid; }
  .divided-row, .kept-divided-row { break-inside: auto; }
  .kept-row, .kept-divided-row { break-after: avoid; }
`.replace(/^\n|\n$/g, '');
}

function tableRules(size: number): string {
  const padding = (side: number): string =>
    `${pt(verticalMargin(size) - BROADER_LINE)} ${pt(side - BROADER_LINE - NARROWER_COLUMN)}`;
  return [
    `  .fit-${size} { font-size: ${pt(size * 10)}; line-height: ${pt(lineHeight(size))}; }`,
    `  .fit-${size} :is(th, td) { padding: ${padding(BROAD_MARGIN)}; }`,
    `  .fit-${size}.narrow :is(th, td) { padding: ${padding(NARROW_MARGIN)}; }`,
  ].join('\n');
}

/** The style sheet of a whole page: on a screen, and on paper where it is printed. */
export function pageStyle(how: Publication): string {
  return `${screenRules}\n${printRules(how)}`;
}

/** What is printed: the page with its margins, its number and a draft's mark, and `paperRules`. */
function printRules(how: Publication): string {
  const fonts = typefaceSets[how.page.fonts];
  const { top, right, bottom, left } = marginSizes;
  const draft = draftMark(how);
  const look = pageNumberLooks[how.page.pageNumbers];
  return [
    latinFace,
    `@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;${draft === null ? '' : ` @top-right { content: "${draft}"; font: ${pt(sizes.pageNumber * 10)} ${family(fonts, 'heading')}; }`} }`,
    ...(look ? [`@page :right { ${numberBox(look, look.right, fonts)} }`] : []),
    ...(look ? [`@page :left { ${numberBox(look, look.left, fonts)} }`] : []),
    '@media print {',
    paperRules(fonts),
    NO_CAPTION,
    '}',
  ].join('\n');
}

/** The number one character away from the edge of the text. */
function numberBox({ before, after }: PageNumberLook, side: Side, fonts: Typefaces): string {
  const { name, instead } = fonts.table;
  const names = [name, ...instead].map((each) => `"${each}"`).join(', ');
  const size = sizes.pageNumber;
  const indent = side === 'center' ? '' : ` padding-${side}: ${pt(size * 10)};`;
  const content = [before && `"${before}"`, 'counter(page)', after && `"${after}"`].filter(Boolean).join(' ');
  return `@bottom-${side} { content: ${content}; font: ${pt(size * 10)}/${pt(lineHeight(size))} ${names}, ${generic.table}; vertical-align: bottom; padding-bottom: ${FOOTER_SIZE}mm;${indent} }`;
}
