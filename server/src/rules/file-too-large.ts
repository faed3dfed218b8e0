import { maxFileSize } from '../text/limits.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

const MILLION = 1_000_000;

export const fileTooLarge: Rule = {
  code: 'file-too-large',
  group: 'limits',
  severity: 'warning',
  title: { zh: '文件太大，未作检查', en: 'A file too large to be checked' },
  explanation: {
    zh: `文件超过 ${maxFileSize / MILLION} 百万字，没有检查。

一份年度报告通常不到一万字。请确认打开的是不是年度报告，或者是不是把许多报告拼在了一个文件里；一份报告存一个文件。`,
    en: `The file has more than ${maxFileSize / MILLION} million characters and was not checked.

An annual report seldom has more than ten thousand. Make sure that this is one, and not many in one file: keep each report in a file of its own.`,
  },
  noFix: {
    zh: '要由作者拆分文件，或者去掉不属于报告的内容。',
    en: 'the file is for the author to split, or to rid of what is no part of the report.',
  },
  example: {
    wrong: '{{file-too-large:一、总体情况}}\n',
    right: '一、总体情况\n',
  },
  *check({
    report: {
      tree: { text },
    },
  }) {
    if (text.length <= maxFileSize) return;
    const end = text.slice(0, 200).search(/[\r\n]/);
    yield finding('file-too-large', {
      span: { start: 0, end: end < 0 ? 200 : end },
      data: { size: text.length, limit: maxFileSize },
      message: () => ({
        zh: `文件有 ${text.length} 字，超过 ${maxFileSize} 字的上限，未作检查`,
        en: `The file has ${text.length} characters, more than the limit of ${maxFileSize}, and was not checked`,
      }),
    });
  },
};
