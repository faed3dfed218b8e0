// The typography of GB/T 9704 as Word has it. Lengths are in twips (twentieths of a point), sizes in half-points.
import {
  AlignmentType,
  Footer,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from './docx-package.ts';

export type Typeface = 'title' | 'heading' | 'lead' | 'text' | 'table';

/** Chinese fonts that Windows or WPS have on the machines of offices, and what else to take where they are missing. */
export const typefaces: Readonly<Record<Typeface, { readonly name: string; readonly instead: readonly string[] }>> = {
  title: { name: '方正小标宋简体', instead: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', '宋体', 'SimSun'] },
  heading: { name: '黑体', instead: ['SimHei', '华文黑体', 'STHeiti'] },
  lead: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', '华文楷体', 'STKaiti'] },
  text: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', '华文仿宋', 'STFangsong'] },
  table: { name: '宋体', instead: ['SimSun', '华文宋体', 'STSong'] },
};

/** Figures and Latin letters in text and tables; titles and headings have them in their own typeface. */
export const LATIN_FONT = 'Times New Roman';

/** 二号, 三号, 四号. */
export const sizes = { title: 44, text: 32, pageNumber: 28 } as const;

const MILLIMETRE = 1440 / 25.4;
/** 28 points. */
export const LINE = 28 * 20;
const TITLE_LINE = 34 * 20;
/** Brings 28 characters into a line of 156 mm, as the standard asks. */
const TEXT_TRACKING = -5;

const mm = (length: number): number => Math.round(length * MILLIMETRE);

const A4 = { width: 11_906, height: 16_838 } as const;
const MARGINS = { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) } as const;
/** From the page's edge to the page number, whose dash then stands 7 mm below the text. */
const FOOTER = mm(25);

/** The width and height of the text on a page. */
export const textArea = {
  width: A4.width - MARGINS.left - MARGINS.right,
  height: A4.height - MARGINS.top - MARGINS.bottom,
} as const;

export const styleIds = {
  text: 'ReportText',
  dateline: 'ReportDateline',
  signature: 'ReportSignature',
  cell: 'ReportCell',
};

/** The fonts of a run: the quotation marks and dashes that Chinese shares with English are Chinese here. */
export function runFont(typeface: Typeface) {
  const { name } = typefaces[typeface];
  const latin = typeface === 'title' || typeface === 'heading' ? name : LATIN_FONT;
  return { ascii: latin, hAnsi: latin, eastAsia: name, cs: LATIN_FONT, hint: 'eastAsia' } as const;
}

export const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
const twoCharacters = { firstLine: sizes.text * 20, firstLineChars: 200 } as const;
const inText = (typeface: Typeface) =>
  ({ font: runFont(typeface), size: sizes.text, color: 'auto', characterSpacing: TEXT_TRACKING }) as const;

const heading = (name: string, typeface: Typeface) => ({
  name,
  basedOn: 'Normal',
  next: styleIds.text,
  quickFormat: true,
  run: inText(typeface),
  paragraph: { spacing: exactly(LINE), indent: twoCharacters, keepNext: true },
});

const paragraphStyles: readonly IParagraphStyleOptions[] = [
  {
    id: styleIds.text,
    name: '公文正文',
    basedOn: 'Normal',
    quickFormat: true,
    run: inText('text'),
    paragraph: { spacing: exactly(LINE), indent: twoCharacters, alignment: AlignmentType.BOTH },
  },
  {
    id: styleIds.dateline,
    name: '公文日期',
    basedOn: 'Normal',
    next: styleIds.text,
    run: inText('lead'),
    paragraph: { spacing: { ...exactly(LINE), after: LINE }, alignment: AlignmentType.CENTER },
  },
  {
    id: styleIds.signature,
    name: '公文署名',
    basedOn: 'Normal',
    run: inText('text'),
    paragraph: { spacing: exactly(LINE), alignment: AlignmentType.RIGHT, keepLines: true },
  },
  {
    id: styleIds.cell,
    name: '公文表格',
    basedOn: 'Normal',
    quickFormat: true,
    run: { font: runFont('table'), size: 21 },
  },
];

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: runFont('text'), size: sizes.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    title: {
      name: 'Title',
      basedOn: 'Normal',
      next: styleIds.text,
      quickFormat: true,
      run: { font: runFont('title'), size: sizes.title },
      paragraph: {
        spacing: { ...exactly(TITLE_LINE), before: LINE / 2, after: LINE },
        alignment: AlignmentType.CENTER,
        keepNext: true,
      },
    },
    heading1: heading('heading 1', 'heading'),
    heading2: heading('heading 2', 'lead'),
  },
  paragraphStyles: [...paragraphStyles],
};

/** A page: A4 upright, the number at its foot on the outer side. */
export const pageOptions = {
  properties: {
    page: { size: A4, margin: { ...MARGINS, header: mm(15), footer: FOOTER, gutter: 0 } },
  },
  footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
} as const;

/** `— 1 —`, one character away from the edge of the text. */
function pageNumber(side: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const space = sizes.pageNumber * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side,
        indent: side === AlignmentType.LEFT ? { left: space } : { right: space },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: {
              ascii: typefaces.table.name,
              hAnsi: typefaces.table.name,
              eastAsia: typefaces.table.name,
              cs: LATIN_FONT,
            },
            size: sizes.pageNumber,
          }),
        ],
      }),
    ],
  });
}
