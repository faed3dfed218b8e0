import type { Subject } from '../analysis/subject.ts';
import { filled, titleTemplate, usualName } from '../forms/template.ts';
import { bodyOfTitle } from '../report/identity.ts';
import type { Report, Title } from '../report/report.ts';
import { yearsNamed } from '../report/report-year.ts';
import { canonical } from '../text/canonical.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'title-wording';
/** A longer line marked as a title is no title to judge. */
const LONGEST = 120;

/** The title is in other words than the usual ones. */
export const titleWording: Rule = {
  code,
  group: 'text',
  severity: 'hint',
  title: { zh: '标题表述不规范', en: 'The title is in other words' },
  explanation: {
    zh: `标题不叫「年度报告」（……政府信息公开工作报告、……情况的报告、……年报），或者「年度」写了两次（2023年度……年度报告）时提示。

通行的写法是「机关全称＋年份＋年政府信息公开工作年度报告」。这样的标题照样认作标题，年度和机关都从中读取。

做法：用快速修复改成通行写法，或者自己改。

依据：《条例》第四十九条、第五十条的提法是「政府信息公开工作年度报告」；标题怎样写没有另作规定，所以只是提示。`,
    en: `Fires where the title isn’t called 年度报告 (…政府信息公开工作报告, …情况的报告, …年报), or says 年度 twice (2023年度…年度报告).

The usual wording is “{body}{year}年政府信息公开工作年度报告”. Such a line is taken for the title all the same, and tells body and year.

What to do: let the fix write the usual wording, or change it yourself.

Source: articles 49 and 50 of the Regulation say 政府信息公开工作年度报告; the title as such isn’t prescribed, hence only a hint.`,
  },
  example: {
    wrong: '{{title-wording:青禾镇2023年度政府信息公开工作报告}}\n\n一、总体情况\n',
    right: '青禾镇2023年政府信息公开工作年度报告\n\n一、总体情况\n',
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  const { title } = report;
  const problem = title && problemOf(title, report);
  if (!title || !problem) return;
  const fix = fixOf(report, title);
  yield finding(code, {
    span: title.span,
    data: { problem },
    fixes: () => (fix ? [fix] : []),
    message: () =>
      problem === 'ending'
        ? {
            zh: `标题的通行写法是「机关＋年份＋年${usualName}」`,
            en: `the usual title is “{body}{year}年${usualName}”`,
          }
        : { zh: '标题里「年度」写了两次', en: 'the title says 年度 twice' },
  });
}

function problemOf({ text }: Title, { forms: { words } }: Report): 'ending' | 'twice' | null {
  if (text.length > LONGEST) return null;
  const title = canonical(text);
  if (words.endsAsTitleVariant(title)) return 'ending';
  return words.saysYearTwice(title) ? 'twice' : null;
}

/** The usual title, where this one tells body and year, and stands on one line. */
function fixOf({ tree, forms: { words } }: Report, title: Title): Fix | null {
  const body = bodyOfTitle(title, words)?.text;
  const [year, ...others] = yearsNamed(title);
  if (!body || year === undefined || others.length > 0) return null;
  if (tree.text.slice(title.span.start, title.span.end) !== title.text) return null;
  const text = filled(titleTemplate, body, String(year));
  return {
    title: { zh: `改为「${text}」`, en: `Change to “${text}”` },
    edits: [{ span: title.span, text }],
    certain: false,
  };
}
