/** Characters between which Chinese text has no spaces: ideographs, full-width forms and Chinese punctuation. */
export const WIDE =
  '\\u2018-\\u201d\\u2026\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6';

const WIDE_END = new RegExp(`[${WIDE}]$`);
const WIDE_START = new RegExp(`^[${WIDE}]`);
const SPACES_BETWEEN_WIDE = new RegExp(`(?<=[${WIDE}]) +(?=[${WIDE}])`, 'g');
const WORD_END = /[\p{L}\p{N}.,%]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

/** The lines of one label or sentence put together: 商业␤企业 is 商业企业, words of an alphabet keep a space. */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    const spaced = !WIDE_END.test(joined) && !WIDE_START.test(line) && WORD_END.test(joined) && WORD_START.test(line);
    joined += spaced ? ` ${line}` : line;
  }
  return joined;
}

/** The text without the spaces by which labels are set apart: 总 计 is 总计. */
export function withoutWideSpaces(text: string): string {
  return text.replace(SPACES_BETWEEN_WIDE, '');
}

/** Whether white space that holds a line break of the source, between these two characters, means no space (CSS Text 3, §4.1.3). */
export function breaksWithoutSpace(before: string, after: string): boolean {
  return WIDE_END.test(before) && WIDE_START.test(after);
}
