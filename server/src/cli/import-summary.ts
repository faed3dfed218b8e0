import { isComplete, type NumberCount, whereNumbersAre } from '../importers/number-count.ts';
import type { Imported, ImportFailure, ImportNote } from '../importers/source.ts';
import type { Language, Localized } from '../text/language.ts';
import { padEnd } from './columns.ts';
import { printable } from './printable.ts';

const kindNames: Readonly<Record<ImportNote['kind'], Localized>> = {
  recognised: { zh: '识别', en: 'recognised' },
  guessed: { zh: '推断', en: 'guessed' },
  dropped: { zh: '未收', en: 'left out' },
  doubtful: { zh: '存疑', en: 'doubtful' },
};
const order: readonly ImportNote['kind'][] = ['recognised', 'guessed', 'dropped', 'doubtful'];
const numbersName: Localized = { zh: '数字', en: 'numbers' };
const doubts: Localized = {
  zh: '有存疑的地方，请对照原文核对。',
  en: 'Some places are doubtful: compare them with the original.',
};

/** What an import did, for standard error. `target` is the file that was written, or null for standard output. */
export function importSummary(imported: Imported, source: string, target: string | null, language: Language): string {
  const { notes, numbers } = imported;
  const width = language === 'zh' ? 6 : 12;
  const line = (name: Localized, text: string): string => `  ${padEnd(name[language], width)}${printable(text)}`;
  const lines = order.flatMap((kind) =>
    notes.filter((note) => note.kind === kind).map((note) => line(kindNames[kind], note.message[language])),
  );
  const isDoubtful = notes.some(({ kind }) => kind === 'doubtful') || !isComplete(numbers);
  return [
    target === null ? printable(source) : printable(`${source} → ${target}`),
    ...lines,
    line(numbersName, comparison(numbers)[language]),
    ...(isDoubtful ? [`  ${doubts[language]}`] : []),
    '',
  ].join('\n');
}

/** What an import gave or why it failed, as a line of JSON. */
export function importLine(file: string, result: Imported | ImportFailure, language: Language): string {
  if ('failure' in result) return `${JSON.stringify({ file, error: result.failure[language] })}\n`;
  const { markup, notes, numbers } = result;
  const told = notes.map(({ kind, message }) => ({ kind, message: message[language] }));
  return `${JSON.stringify({ file, markup, notes: told, numbers })}\n`;
}

function comparison(numbers: NumberCount): Localized {
  const { found } = numbers;
  if (isComplete(numbers)) {
    return { zh: `原文 ${found} 个，全部写出。`, en: `${found} in the source, all of them written.` };
  }
  const where = whereNumbersAre(numbers);
  return { zh: `原文表格里 ${found} 个：${where.zh}。`, en: `${found} in the source’s tables: ${where.en}.` };
}
