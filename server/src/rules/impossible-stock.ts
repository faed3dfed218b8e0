import { type BrokenBound, brokenBounds } from '../analysis/arithmetic.ts';
import { exactSum } from '../figures/decimal.ts';
import { termMessage } from '../figures/messages.ts';
import { rowName } from '../forms/names.ts';
import { spanAt } from '../report/figures-of.ts';
import type { Localized } from '../text/language.ts';
import { relatedTerms, saidInText } from './engine/arithmetic.ts';
import { finding } from './engine/finding.ts';
import type { Rule } from './engine/rule.ts';

export const impossibleStock: Rule = {
  code: 'impossible-stock',
  group: 'arithmetic',
  severity: 'warning',
  title: { zh: '表二的几个数不可能同时成立', en: 'Figures in table two that can’t all be right' },
  explanation: {
    zh: `表二某一行的几个数放在一起不可能成立。

2021 年格式：规章、行政规范性文件的「现行有效件数」加「本年废止件数」，少于「本年制发件数」。本年制发的文件到年底要么仍然有效，要么已经废止；少了，上年年底的现行有效件数就成了负数。

2019 年格式：「本年新公开数量」大于「对外公开总数量」；或者「上一年项目数量」加「本年增/减」小于 0。

请与司法行政部门的文件清理结果核对。若因清理口径调整确有出入，可以用 nianbao-ignore 写明原因。

依据：由年度报告格式表二各栏的含义推出。`,
    en: `The figures of a row in table two cannot all be right.

Form of 2021: for regulations and normative documents, 现行有效件数 plus 本年废止件数 is less than 本年制发件数. What was made this year is either in force at its end or repealed; otherwise the stock of the year before would have been negative.

Form of 2019: more newly published than published in total, or items of the year before plus the change less than 0.

Compare with the register of documents in force. Where a review changed what is counted, say so in a nianbao-ignore comment.

Source: follows from the columns of table two of the official form.`,
  },
  noFix: {
    zh: '几个数里哪一个错，要核对后才知道。',
    en: 'which of the values is wrong takes the records.',
  },
  example: {
    wrong: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 6 | 0 | {{impossible-stock:2}} |
`,
    right: `二、主动公开政府信息情况

| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 6 | 0 | 21 |
`,
  },
  *check(subject) {
    for (const bound of brokenBounds(subject)) {
      const { table, definition, plan, values, instance, excess } = bound;
      const place = plan.places[instance.total.place];
      const span = spanAt(table, bound, instance.total.place);
      if (!place || !span) continue;
      yield finding('impossible-stock', {
        span,
        data: {
          table: definition.id,
          row: place.row.id,
          column: place.column.id,
          found: values[instance.total.place] ?? 0,
          difference: excess,
        },
        related: () => [
          ...relatedTerms(
            table,
            bound,
            instance,
            instance.terms.filter((term) => term !== instance.total),
          ),
          ...saidInText(subject, bound),
        ],
        message: () => message(bound),
      });
    }
  },
};

/** 表二 行政规范性文件：本年制发件数 6，多于 现行有效件数 2 + 本年废止件数 0 = 2. */
function message(bound: BrokenBound): Localized {
  const { definition, plan, instance } = bound;
  const row = plan.places[instance.total.place]?.row;
  const name = row ? rowName(definition, row) : definition.name;
  const [left, right] = [side(bound, 1), side(bound, -1)];
  const { text } = instance.relation;
  if (left.names === '') {
    return {
      zh: `${name.zh}：${right.names} = ${right.sum}，小于 0。应为：${text.zh}`,
      en: `${name.en}: ${right.names} = ${right.sum}, less than 0. It has to be: ${text.en}`,
    };
  }
  return {
    zh: `${name.zh}：${left.names}，多于 ${right.names}${right.total}，差 ${bound.excess}。应为：${text.zh}`,
    en: `${name.en}: ${left.names} is more than ${right.names}${right.total}, by ${bound.excess}. It has to be: ${text.en}`,
  };
}

/** One side of the relation: its terms with their values, their sum, and ` = sum` where there is more than one term. */
function side(
  bound: BrokenBound,
  sign: 1 | -1,
): { readonly names: string; readonly sum: number; readonly total: string } {
  const terms = bound.instance.terms.filter((term) => term.sign === sign);
  const sum = exactSum(terms.map(({ place }) => bound.values[place] ?? Number.NaN));
  const names = terms.map((term) => termMessage(bound, bound.instance, term).zh).join(' + ');
  return { names, sum, total: terms.length > 1 ? ` = ${sum}` : '' };
}
