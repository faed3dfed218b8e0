import type { Localized } from '../text/language.ts';
import type { ImportFailure, ImportNote } from './source.ts';

/** What the reading of pages has to say. */
export const htmlNotes = {
  aroundReport: (characters: number): ImportNote =>
    note(
      'dropped',
      `网页上报告以外的内容没有收，共 ${characters} 字。`,
      `${characters} characters of the page around the report were left out.`,
    ),
  hidden: (count: number): ImportNote =>
    note(
      'dropped',
      `网页上没有显示的内容没有收，共 ${count} 处。`,
      `Hidden parts of the page were left out: ${count}.`,
    ),
  reportWasHidden: (): ImportNote =>
    note(
      'guessed',
      '报告在网页上不显示的部分或导航栏里，连同周围的内容一起收了。请检查开头和结尾。',
      'The report stands in a hidden or marginal part of the page and was read with what is around it. Check its beginning and its end.',
    ),
  titleFromMetadata: (title: string): ImportNote =>
    note(
      'guessed',
      `正文里没有标题，用了网页自带的标题：${title}`,
      `The text has no title; the page's own was taken: ${title}`,
    ),
  tooDeep: (): ImportNote =>
    note(
      'dropped',
      '网页的层次嵌套过深，后面的内容没有读。',
      'The page is nested too deeply; the rest of it was not read.',
    ),
  tooLarge: (): ImportNote =>
    note('dropped', '网页大得不像一份报告，没有读。', 'The page is too large for a report and was not read.'),
} as const;

/** What the reading of PDF files has to say. */
export const pdfNotes = {
  pageMarks: (count: number): ImportNote =>
    note(
      'dropped',
      `页码、页眉和页脚没有收，共 ${count} 处。`,
      `Page numbers, headers and footers were left out: ${count}.`,
    ),
  emptyPages: (pages: readonly number[]): ImportNote =>
    note(
      'doubtful',
      `第 ${pages.join('、')} 页没有文字，可能是图片，没有收。请对照原文补上。`,
      `No text on page ${pages.join(', ')}: perhaps a picture. Nothing of it was read; compare with the original.`,
    ),
  unruledTables: (): ImportNote =>
    note(
      'guessed',
      'PDF 里没有画出框线的表格，表格是按文字的顺序排的。请核对表格里的数。',
      'No table with ruled lines was found; tables were put together by the order of their text. Check their numbers.',
    ),
  unreadableText: (count: number): ImportNote =>
    note(
      'doubtful',
      `有 ${count} 个字符认不出来。请对照原文检查。`,
      `${count} characters could not be recognised. Compare with the original.`,
    ),
} as const;

/** What is said of an import, in both languages. */
export function note(kind: ImportNote['kind'], zh: string, en: string): ImportNote {
  return { kind, message: { zh, en } };
}

/** Why a file can't be imported, and what to do. */
export const failures = {
  empty: (): ImportFailure => failure('文件是空的。', 'the file is empty.'),
  tooLarge: (megabytes: number): ImportFailure =>
    failure(
      `文件超过 ${megabytes} MB，没有读。请确认它是一份报告；图片多的，删去图片再试。`,
      `the file is larger than ${megabytes} MB and was not read. Make sure that it is a report; if it holds many pictures, remove them and try again.`,
    ),
  tooMuchText: (): ImportFailure =>
    failure('文字太多，不像一份报告，没有读。', 'there is too much text for a report; the file was not read.'),
  oldWord: (): ImportFailure =>
    failure(
      '这是旧版 Word 或 WPS 文件（.doc、.wps）。请用 Word 或 WPS 打开，另存为 .docx 再导入。',
      'this is an old Word or WPS file (.doc, .wps). Open it in Word or WPS, save it as .docx, and import that.',
    ),
  notImportable: (what: Localized): ImportFailure =>
    failure(
      `文件是${what.zh}，不是报告。可以导入 Word（.docx）、PDF、网页和文本文件。`,
      `the file is ${what.en}, not a report. Word (.docx), PDF, HTML and text files can be imported.`,
    ),
  notText: (): ImportFailure =>
    failure(
      '认不出这是什么文件。可以导入 Word（.docx）、PDF、网页和文本文件。',
      'this kind of file is not known. Word (.docx), PDF, HTML and text files can be imported.',
    ),
  lockedWord: (): ImportFailure =>
    failure(
      '这个 Word 文件加了密码，读不了。请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入。',
      "this Word file is protected by a password and can't be read. Open it in Word or WPS, save it as .docx without the password, and import that.",
    ),
  emptyPage: (): ImportFailure =>
    failure(
      '网页里没有文字。正文可能是打开网页以后才载入的：请在浏览器里打开，全选、复制，再粘贴导入，或者另存为完整的网页。',
      'the page holds no text; perhaps it is loaded when the page is shown. Open it in a browser, copy all of it and paste that, or save the page completely.',
    ),
  damagedDocx: (): ImportFailure =>
    failure(
      '读不了这个 Word 文件，它可能损坏了或者加了密码。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。',
      "this Word file can't be read: it is damaged or protected by a password. Open it in Word or WPS, save it as a new .docx, and import that.",
    ),
  notDocx: (): ImportFailure =>
    failure(
      '这个压缩包里没有 Word 正文，不是 .docx 文件。压缩包请先解压，再导入里面的报告。',
      'this archive holds no Word text and is no .docx file. Unpack an archive first, then import the report in it.',
    ),
  zipBomb: (): ImportFailure =>
    failure(
      '这个文件解开后大得不正常，没有读。请用 Word 或 WPS 打开，另存为新的 .docx 再导入。',
      'this file grows beyond all measure when unpacked and was not read. Open it in Word or WPS, save it as a new .docx, and import that.',
    ),
  damagedPdf: (): ImportFailure =>
    failure('读不了这个 PDF 文件，它可能损坏了。', "this PDF file can't be read; it may be damaged."),
  pdfBomb: (): ImportFailure =>
    failure(
      '这个 PDF 解开后大得不正常，没有读。请用生成它的软件另存一份，或者找 Word 原件导入。',
      'this PDF grows beyond all measure when unpacked and was not read. Save it anew, or import the Word original.',
    ),
  lockedPdf: (): ImportFailure =>
    failure(
      '这个 PDF 加了密码，读不了。请去掉密码，另存一份再导入。',
      "this PDF is protected by a password and can't be read. Save a copy without the password, and import that.",
    ),
  scannedPdf: (): ImportFailure =>
    failure(
      '这个 PDF 里没有文字，是扫描件或图片。请找 Word 原件导入，或者先做文字识别（OCR）。',
      'this PDF holds no text: it is a scan or a picture. Import the Word original, or run text recognition (OCR) first.',
    ),
  tooManyPages: (limit: number): ImportFailure =>
    failure(
      `这个 PDF 超过 ${limit} 页，不像一份报告，没有读。`,
      `this PDF has more than ${limit} pages, too many for a report, and was not read.`,
    ),
} as const;

/** A failure, in both languages. */
export function failure(zh: string, en: string): ImportFailure {
  return { failure: { zh, en } };
}
