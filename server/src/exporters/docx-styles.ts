// The typography of GB/T 9704 as Word has it. Lengths are in twips (twentieths of a point), sizes in half-points.
import {
  AlignmentType,
  Footer,
  Header,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from './docx-package.ts';
import { pageNumberLooks, type Side } from './page-number.ts';
import { A4, FOOTER, HEADER, LINE, margins, sizes, TEXT_TRACKING, TITLE_LINE } from './paper.ts';
import { draftMark, type Publication } from './publication.ts';
import { hasLatin, LATIN_FONT, type Typeface, type Typefaces } from './typefaces.ts';

export const styleIds = {
  text: 'ReportText',
  dateline: 'ReportDateline',
  signature: 'ReportSignature',
  cell: 'ReportCell',
};

/** The fonts of a run: the quotation marks and dashes that Chinese shares with English are Chinese here. */
export function runFont(typefaces: Typefaces, typeface: Typeface) {
  const { name } = typefaces[typeface];
  const latin = hasLatin(typeface) ? LATIN_FONT : name;
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: LATIN_FONT, hint: 'eastAsia' } as const;
}

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
const twoCharacters = { firstLine: sizes.text * 20, firstLineChars: 200 } as const;
const inText = (fonts: Typefaces, typeface: Typeface) =>
  ({ font: runFont(fonts, typeface), size: sizes.text, color: 'auto', characterSpacing: TEXT_TRACKING }) as const;

const heading = (name: string, fonts: Typefaces, typeface: Typeface) => ({
  name,
  basedOn: 'Normal',
  next: styleIds.text,
  quickFormat: true,
  run: inText(fonts, typeface),
  paragraph: { spacing: exactly(LINE), indent: twoCharacters, keepNext: true },
});

const paragraphStyles = (fonts: Typefaces): readonly IParagraphStyleOptions[] => [
  {
    id: styleIds.text,
    name: '公文正文',
    basedOn: 'Normal',
    quickFormat: true,
    run: inText(fonts, 'text'),
    paragraph: { spacing: exactly(LINE), indent: twoCharacters, alignment: AlignmentType.BOTH },
  },
  {
    id: styleIds.dateline,
    name: '公文日期',
    basedOn: 'Normal',
    next: styleIds.text,
    run: inText(fonts, 'lead'),
    paragraph: { spacing: { ...exactly(LINE), after: LINE }, alignment: AlignmentType.CENTER },
  },
  {
    id: styleIds.signature,
    name: '公文署名',
    basedOn: 'Normal',
    run: inText(fonts, 'text'),
    paragraph: { spacing: exactly(LINE), alignment: AlignmentType.RIGHT, keepLines: true },
  },
  {
    id: styleIds.cell,
    name: '公文表格',
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: runFont(fonts, 'table'), size: 21 },
  },
];

export const styles = (fonts: Typefaces): IStylesOptions => ({
  default: {
    document: {
      run: { font: runFont(fonts, 'text'), size: sizes.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: styleIds.text,
      quickFormat: true,
      run: { font: runFont(fonts, 'title'), size: sizes.title },
      paragraph: {
        spacing: { ...exactly(TITLE_LINE), before: LINE / 2, after: LINE },
        alignment: AlignmentType.CENTER,
        keepNext: true,
      },
    },
    heading1: heading('heading 1', fonts, 'heading'),
    heading2: heading('heading 2', fonts, 'lead'),
  },
  paragraphStyles: [...paragraphStyles(fonts)],
});

/** A page: A4 upright, its number at the foot where the publication has it, and what a draft says at the head. */
export function pageOptions(how: Publication, fonts: Typefaces) {
  const look = pageNumberLooks[how.page.pageNumbers];
  const draft = draftMark(how);
  return {
    properties: { page: { size: A4, margin: { ...margins, header: HEADER, footer: FOOTER, gutter: 0 } } },
    ...(look ? { footers: onBoth((side) => pageNumber(side(look), look, fonts)) } : {}),
    ...(draft ? { headers: onBoth(() => draftHeader(draft, fonts)) } : {}),
  };
}

/** For right and left pages. */
function onBoth<Value>(make: (side: <Each>(of: { readonly right: Each; readonly left: Each }) => Each) => Value) {
  return { default: make(({ right }) => right), even: make(({ left }) => left) };
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Readonly<Record<Side, unknown>>;

/** `— 1 —`, one character away from the edge of the text. */
function pageNumber(side: Side, around: { readonly before: string; readonly after: string }, fonts: Typefaces): Footer {
  const { name } = fonts.table;
  return new Footer({
    children: [
      new Paragraph({
        alignment: alignments[side],
        ...(side === 'center' ? {} : { indent: { [side]: sizes.pageNumber * 10 } }),
        spacing: exactly(sizes.pageNumber * 13),
        children: [
          new TextRun({
            children: [around.before, PageNumber.CURRENT, around.after].filter((part) => part !== ''),
            font: { ascii: name, hAnsi: name, eastAsia: name, cs: LATIN_FONT },
            size: sizes.pageNumber,
          }),
        ],
      }),
    ],
  });
}

function draftHeader(text: string, fonts: Typefaces): Header {
  const font = runFont(fonts, 'heading');
  const run = new TextRun({ text, font, size: sizes.pageNumber });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run] })] });
}
