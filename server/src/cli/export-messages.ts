import type { Localized } from '../text/language.ts';

/** What `export` says beside the messages of every command. */
export const exportMessages = {
  needsOutput: (format: string): Localized => ({
    zh: `${format} 不是文本，不能写到屏幕上。请用 -o 写明文件名。`,
    en: `${format} is not text and can't go to standard output. Name a file with -o.`,
  }),
  needsFolder: (format: string): Localized => ({
    zh: `${format} 一份报告一个文件。导出多份报告时，请用 -o 写明放结果的文件夹。`,
    en: `${format} makes a file of each report. Name a folder for the results with -o to export several.`,
  }),
  nameNeedsFolder: (): Localized => ({
    zh: '--name 要和 -o 文件夹一起用。',
    en: '--name needs -o with a folder.',
  }),
  unknownPlaceholder: (name: string, names: readonly string[]): Localized => ({
    zh: `--name 里没有 {${name}}。可以用：${names.map((each) => `{${each}}`).join('、')}。`,
    en: `--name knows no {${name}}. It knows: ${names.map((each) => `{${each}}`).join(', ')}.`,
  }),
  hasErrors: (count: number): Localized => ({
    zh: `报告里有 ${count} 处错误，已照原样导出。用 nianbao check 查看，改正后请重新导出。`,
    en: `the report has ${count} ${count === 1 ? 'error' : 'errors'} and was exported as it is. See them with nianbao check, and export it again when they are corrected.`,
  }),
  isDraft: (count: number): Localized => ({
    zh: `报告里有 ${count} 处错误，已标明「草稿」导出。用 nianbao check 查看，改正后请重新导出。`,
    en: `the report has ${count} ${count === 1 ? 'error' : 'errors'} and was exported marked as a draft. See them with nianbao check, and export it again when they are corrected.`,
  }),
  notClean: (count: number): Localized => ({
    zh: `报告里有 ${count} 处错误，没有导出。用 nianbao check 查看，改正后再导出。`,
    en: `the report has ${count} ${count === 1 ? 'error' : 'errors'} and was not exported. See them with nianbao check, and export it when they are corrected.`,
  }),
  oneDemand: (): Localized => ({
    zh: '--require-clean 和 --mark-draft 只能用一个。',
    en: '--require-clean and --mark-draft exclude each other.',
  }),
  haveErrors: (reports: number, count: number): Localized => ({
    zh: `有 ${reports} 份报告共 ${count} 处错误，数据已照原样导出。用 nianbao check 查看。`,
    en: `${reports} ${reports === 1 ? 'report has' : 'reports have'} ${count} ${count === 1 ? 'error' : 'errors'} in all; the data were exported as they are. See them with nianbao check.`,
  }),
  leftOut: (count: number, first: string): Localized => ({
    zh: `网页上的 ${count} 行信息（「${first}」等）不是报告的内容，没有导出。`,
    en: `${count} ${count === 1 ? 'line' : 'lines'} of the web page around the report (“${first}” …) ${count === 1 ? 'was' : 'were'} left out.`,
  }),
  progress: (done: number, total: number): Localized => ({
    zh: `正在导出 ${done}/${total}`,
    en: `exporting ${done}/${total}`,
  }),
} as const;
