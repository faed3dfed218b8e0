// Importing for the editor: the markup, and what is to be said about it in the user's language.
import type { LabelStyle } from '../forms/labels.ts';
import type { ImportLimits } from '../importers/import-limits.ts';
import { isComplete, type NumberCount, whereNumbersAre } from '../importers/number-count.ts';
import type { RunImport } from '../importers/run-import.ts';
import type { Imported, ImportNote } from '../importers/source.ts';
import type { Language, Localized } from '../text/language.ts';
import { partFileNames } from '../workspace/part-file-names.ts';
import { reportExtensions } from '../workspace/report-files.ts';

export interface ImportSource {
  /** The file's name, or an empty one for a clipboard. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly from?: 'text' | 'html';
}

export interface ImportedFile {
  readonly markup: string;
  readonly fileName: string;
  readonly notes: readonly { readonly kind: ImportNote['kind']; readonly message: string }[];
  readonly numbers: NumberCount;
  /** One sentence for a message. */
  readonly summary: string;
  /** All notes, line by line. */
  readonly details: string;
  /** Whether something has to be compared with the original. */
  readonly doubtful: boolean;
  /** Where the file holds several reports, each by itself. */
  readonly reports?: readonly ImportedFile[];
}

const names: Readonly<Record<ImportNote['kind'], Localized>> = {
  doubtful: { zh: '存疑', en: 'Doubtful' },
  dropped: { zh: '没有收', en: 'Left out' },
  guessed: { zh: '推断', en: 'Guessed' },
  recognised: { zh: '识别', en: 'Recognised' },
};
const order: readonly ImportNote['kind'][] = ['doubtful', 'dropped', 'guessed', 'recognised'];

export interface ImportSettings {
  /** Where and how files are imported. */
  readonly run: RunImport;
  readonly limits: ImportLimits;
  readonly signal: AbortSignal;
  readonly labels: LabelStyle;
  readonly language: Language;
}

/** Imports a file or a clipboard. Never throws, whatever the bytes. */
export async function importFile(
  { name, bytes, from }: ImportSource,
  { run, limits, signal, labels, language }: ImportSettings,
): Promise<ImportedFile | { readonly failure: string }> {
  const imported = await run(bytes, { name, labels, limits, signal, ...(from ? { from } : {}) });
  if ('failure' in imported) return { failure: imported.failure[language] };
  const base = baseName(name) || { zh: '导入的报告', en: 'imported report' }[language];
  const { reports = [] } = imported;
  const fileNames = partFileNames(
    base,
    reports.map(({ markup }) => markup),
  );
  return {
    ...toldOf(imported, `${base}${reportExtensions[0] ?? ''}`, language),
    ...(reports.length > 0 ? { reports: reports.map((each, i) => toldOf(each, fileNames[i] ?? '', language)) } : {}),
  };
}

/** An import with what is to be said of it. */
function toldOf(imported: Imported, fileName: string, language: Language): ImportedFile {
  const { markup, numbers } = imported;
  const notes = order.flatMap((kind) =>
    imported.notes.filter((note) => note.kind === kind).map((note) => ({ kind, message: note.message[language] })),
  );
  const doubts = notes.filter(({ kind }) => kind === 'doubtful').length;
  const doubtful = doubts > 0 || !isComplete(numbers);
  const compared = comparison(numbers)[language];
  const check = { zh: `有 ${doubts} 处存疑，请对照原文核对。`, en: `${doubts} doubtful: compare with the original.` };
  return {
    markup,
    fileName,
    notes,
    numbers,
    summary: doubts > 0 ? `${compared}${language === 'zh' ? '' : ' '}${check[language]}` : compared,
    details: [
      compared,
      ...notes.map((note) => `${names[note.kind][language]}${language === 'zh' ? '：' : ': '}${note.message}`),
    ].join('\n'),
    doubtful,
  };
}

function baseName(name: string): string {
  return name.replace(/^.*[\\/]/s, '').replace(/\.[^.]*$/, '');
}

function comparison(numbers: NumberCount): Localized {
  const { found } = numbers;
  if (isComplete(numbers)) {
    return { zh: `原文的 ${found} 个数全部写出。`, en: `All ${found} numbers of the source were written.` };
  }
  const where = whereNumbersAre(numbers);
  return {
    zh: `原文表格里有 ${found} 个数：${where.zh}。`,
    en: `${found} numbers in the source’s tables: ${where.en}.`,
  };
}
