import { isTooLarge, maxFileSize, maxPieces, piecesOf, sizeLimits } from '../text/limits.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

export const fileTooLarge: Rule = {
  code: 'file-too-large',
  group: 'limits',
  severity: 'warning',
  title: { zh: '文件太大，未作检查', en: 'A file too large to be checked' },
  explanation: {
    zh: `文件超过 ${sizeLimits.zh}，没有检查。

一份年度报告通常不到一万字、六百行和格子。请确认打开的是不是年度报告，或者是不是把许多报告拼在了一个文件里；一份报告存一个文件。`,
    en: `The file has more than ${sizeLimits.en} and was not checked.

An annual report seldom has more than ten thousand characters, or six hundred lines and cells. Make sure that this is one, and not many in one file: keep each report in a file of its own.`,
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
    if (!isTooLarge(text)) return;
    const end = text.slice(0, 200).search(/[\r\n]/);
    yield finding('file-too-large', {
      span: { start: 0, end: end < 0 ? 200 : end },
      ...(text.length > maxFileSize ? tooLong(text.length) : tooManyPieces(piecesOf(text))),
    });
  },
};

type Told = Pick<Finding, 'data' | 'message'>;

function tooLong(size: number): Told {
  return {
    data: { size, limit: maxFileSize },
    message: () => ({
      zh: `文件有 ${size} 字，超过 ${maxFileSize} 字的上限，未作检查`,
      en: `The file has ${size} characters, more than the limit of ${maxFileSize}, and was not checked`,
    }),
  };
}

function tooManyPieces(size: number): Told {
  return {
    data: { size, limit: maxPieces },
    message: () => ({
      zh: `文件有 ${size} 行和格子，超过 ${maxPieces} 的上限，未作检查`,
      en: `The file has ${size} lines and cells, more than the limit of ${maxPieces}, and was not checked`,
    }),
  };
}
