import type { Localized } from '../text/language.ts';
import { sizeLimits } from '../text/limits.ts';

const reports = (count: number): string => `${count} ${count === 1 ? 'report' : 'reports'}`;

/** What the commands that change files say. */
export const formatMessages = {
  tooLarge: (): Localized => ({
    zh: `文件超过 ${sizeLimits.zh}，没有排版。请确认它是一份报告。`,
    en: `the file has more than ${sizeLimits.en} and was not formatted. Make sure that it is a report.`,
  }),
  inputAlone: (): Localized => ({
    zh: '- 表示标准输入，不能和文件一起写。',
    en: '- is standard input and stands alone, without files.',
  }),
  formatted: (changed: number, same: number): Localized => ({
    zh: `${changed} 份已排版，${same} 份不用改。`,
    en: `${reports(changed)} formatted, ${same} left as they are.`,
  }),
  wouldFormat: (changed: number, same: number): Localized => ({
    zh: changed > 0 ? `${changed} 份需要排版，${same} 份不用。` : `${same} 份都不用排版。`,
    en:
      changed > 0 ? `${reports(changed)} to format, ${same} as they should be.` : `${reports(same)} as they should be.`,
  }),
  tableKept: (table: string, reason: string): Localized => ({
    zh: `${table}没有改为标准写法：${reason}。`,
    en: `${table} was not written in the canonical form: ${reason}.`,
  }),
  fixNeedsFile: (): Localized => ({
    zh: '--fix 直接改文件，不能用于标准输入。请写文件名或文件夹。',
    en: '--fix changes files and can’t be used on standard input. Name files or folders.',
  }),
  onlyWithFix: (option: string): Localized => ({
    zh: `${option} 要和 --fix 一起用。`,
    en: `${option} goes with --fix.`,
  }),
  fixed: (findings: number, files: number): Localized => ({
    zh: findings > 0 ? `已改正 ${findings} 处，改了 ${files} 份报告。` : '没有可以直接改正的问题。',
    en: findings > 0 ? `${findings} fixed in ${reports(files)}.` : 'nothing that can be fixed without asking.',
  }),
  fixFailed: (code: string, reason: string): Localized => ({
    zh: `规则 ${code} 自身出错，没有改正它的问题（${reason}）。`,
    en: `rule ${code} failed; its findings were not fixed (${reason}).`,
  }),
} as const;
