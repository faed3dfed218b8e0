/** Characters between which Chinese text has no spaces: ideographs, full-width forms and Chinese punctuation. */
export const WIDE =
  '\\u2018-\\u201d\\u2026\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6';

const WIDE_END = new RegExp(`[${WIDE}]$`);
const WIDE_START = new RegExp(`^[${WIDE}]`);
const SPACES_BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}]) +(?=[${WIDE}])`, 'g');
const NUMBER_IN_PROSE_END = /\p{Script=Han}[0-9０-９][0-9０-９.,]*$/u;
const NUMBER_IN_PROSE_START = /^[0-9０-９][0-9０-９.,]* ?\p{Script=Han}/u;
const WORD_END = /[\p{L}\p{N}.,%]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** The lines of one label or cell put together: 商业␤企业 is 商业企业, words of an alphabet and numbers keep a space. */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) joined += isSpaced(joined, line) ? ` ${line}` : line;
  return joined;
}

/** The lines of one paragraph put together, as `joinLines` does, but that Chinese text goes on within a number: 共1␤70条 is 共170条. */
export function joinProse(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) joined += isSpaced(joined, line) && !isCutNumber(joined, line) ? ` ${line}` : line;
  return joined;
}

function isSpaced(before: string, line: string): boolean {
  return !WIDE_END.test(before) && !WIDE_START.test(line) && WORD_END.test(before) && WORD_START.test(line);
}

/** Whether a line ends and the next begins with a digit, one of them in the midst of Chinese text. */
function isCutNumber(before: string, line: string): boolean {
  if (!/[0-9０-９][.,]?$/.test(before) || !/^[0-9０-９]/.test(line)) return false;
  return NUMBER_IN_PROSE_END.test(before) || NUMBER_IN_PROSE_START.test(line);
}

const SENTENCE = /[，。；：,;:]/;
const SPACES_IN_SENTENCE = new RegExp(`(?<=[${WIDE}]) +(?=[${WIDE}\\d])|(?<=\\d) +(?=[${WIDE}%]|\\.\\d)`, 'g');
const SPACES_IN_NUMBER =
  /(?<=[\p{Script=Han}〔〕。，、；“（])\d+(?: +\d+)+(?=[\p{Script=Han}〕.%])|(?<=\d\.) +(?=\d+%)/gu;
/** Spaces that no author puts there. */
const STRAY = /[\p{Script=Han}〔〕。，、；“（] *\d+ +\d[\d ]*[\p{Script=Han}〕]|〔 *\d+ +〕|〔 +\d/u;

/** Whether numbers in sentences of a text are torn by spaces. */
export function holdsStraySpaces(text: string): boolean {
  return STRAY.test(text);
}

/** A paragraph without the spaces that a wrap or a PDF file left within its words and numbers: 公开 1 70 条 is 公开170条. What is no sentence stays. */
export function withoutStraySpaces(text: string): string {
  if (!text.includes(' ') || !SENTENCE.test(text)) return text;
  const joined = text.replace(SPACES_IN_SENTENCE, '');
  // No number begins with a 0 before other digits: these are several.
  return joined.replace(SPACES_IN_NUMBER, (number) => (/^0 /.test(number) ? number : number.replaceAll(' ', '')));
}

/** The text without the spaces by which labels are set apart: 总 计 is 总计. */
export function withoutWideSpaces(text: string): string {
  return text.replace(SPACES_BETWEEN_WIDE, '');
}

/** Whether white space that holds a line break of the source, between these two characters, means no space (CSS Text 3, §4.1.3). */
export function breaksWithoutSpace(before: string, after: string): boolean {
  return WIDE_END.test(before) && WIDE_START.test(after);
}
