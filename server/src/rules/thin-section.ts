import { placeholdersIn } from '../analysis/placeholders.ts';
import { headingSpan } from '../analysis/section-places.ts';
import { sectionProse } from '../analysis/section-prose.ts';
import type { Subject } from '../analysis/subject.ts';
import {
  contrasts,
  leastAboutProblems,
  measureWords,
  noProblems,
  praises,
  problemWords,
} from '../forms/content-words.ts';
import { anyOf } from '../text/any-of.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'thin-section';
/** The part that it looks at. */
const PART = 'problems';

/** The part about problems and improvements without a problem, or without an improvement. */
export const thinSection: Rule = {
  code,
  group: 'text',
  severity: 'warning',
  asks: 'more',
  title: { zh: '没有写明问题或改进情况', en: 'No problem, or no improvement, is told' },
  explanation: {
    zh: `第五部分只写了一两个字（「无」），或者找不到存在的问题，或者找不到改进的做法时警告。

《条例》要求报告存在的主要问题及改进情况，两样都要有。只写成绩、只写「无」，或者有问题没有改进措施，审核时会被退回。

怎样写没有规定：分不分小标题、写几条都可以，也不必一一对应。看不准的不提示。

做法：写明本年工作中的主要问题，以及针对它们的改进情况和下一步打算。

依据：《条例》第五十条第一款第（四）项。`,
    en: `Fires where part 五 is no more than a word or two (无), or no problem is found in it, or no improvement.

The Regulation asks for both: the main problems, and what is done about them. Praise alone, 无 alone, or problems without measures are sent back.

How it is written is free: with or without sub-headings, one or many. In doubt nothing is said.

What to do: tell the year’s main problems, what was done about them, and what is planned.

Source: article 50 (4) of the Regulation.`,
  },
  noFix: {
    zh: '问题和改进措施要由作者写。',
    en: 'the problems and measures are for the author to write.',
  },
  example: {
    wrong: `# 青禾镇2023年政府信息公开工作年度报告

{{thin-section:五、存在的主要问题及改进情况}}

无。
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

五、存在的主要问题及改进情况

部分栏目更新不够及时。已按月核对更新情况，下一步加强业务培训。
`,
  },
  check,
};

const NO_PROBLEM = new RegExp(
  `${anyOf(noProblems.denials)}${anyOf(noProblems.links)}{0,3}${anyOf(noProblems.what)}`,
  'g',
);
const PROBLEM = new RegExp(anyOf([...problemWords, ...contrasts]));
/** Done, or to be done; or that there is no problem. */
const WELL = new RegExp(`${anyOf([...measureWords, ...praises])}|${NO_PROBLEM.source}`);
const SENTENCE = /[。；;！？\n]/;
const CLAUSE = /[。；;！？\n，,：:]/;
const MEASURE = new RegExp(anyOf(measureWords));

function* check({ report }: Subject): Generator<Finding> {
  const prose = sectionProse(report, PART);
  if (!prose || prose.text.trim() === '') return;
  const missing = missingOf(prose.text, prose.sentences);
  if (!missing || placeholdersIn(prose.text).length > 0) return;
  yield finding(code, {
    span: headingSpan(prose.section),
    data: { section: PART, missing },
    message: () => messages[missing],
  });
}

type Missing = 'all' | 'problems' | 'measures';

const messages: Readonly<Record<Missing, Localized>> = {
  all: {
    zh: '这一部分太简单：要写明存在的主要问题和改进情况',
    en: 'too little: the main problems and the improvements belong here',
  },
  problems: { zh: '没有找到存在的问题，请写明', en: 'no problem is told here' },
  measures: { zh: '没有找到改进情况，请写明怎样改进', en: 'no improvement is told here' },
};

/**
 * What of the part is missing, by its text with sub-headings and by its sentences; null where both are told, and where
 * something is said that is understood as neither.
 */
function missingOf(text: string, sentences: string): Missing | null {
  if (sentences.replace(/[\s\d、，。；：:,.;（）()]/g, '').length < leastAboutProblems) return 'all';
  const told = text.replace(NO_PROBLEM, '');
  const stretches = (mark: RegExp): readonly string[] => sentences.split(mark).filter((each) => each.trim().length > 4);
  if (!PROBLEM.test(told)) return stretches(SENTENCE).every((each) => WELL.test(each)) ? 'problems' : null;
  if (MEASURE.test(told)) return null;
  return stretches(CLAUSE).every((each) => PROBLEM.test(each)) ? 'measures' : null;
}
