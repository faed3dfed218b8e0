import { areaNames } from '../analysis/areas.ts';
import { placeholdersIn } from '../analysis/placeholders.ts';
import { textAroundTables } from '../analysis/prose.ts';
import { headingSpan } from '../analysis/section-places.ts';
import { sectionProse } from '../analysis/section-prose.ts';
import type { Subject } from '../analysis/subject.ts';
import { bodyKind } from '../forms/bodies.ts';
import { duties, dutiesArea } from '../forms/content-words.ts';
import type { Section } from '../report/report.ts';
import { canonical } from '../text/canonical.ts';
import { cover, type Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'duty-results';
const PART = 'overview';
/** A part as short as this, in characters, is a sketch; what is missing there shows anyway. */
const SKETCH = 200;

/** A government's report without appraisal, public evaluation or accountability. */
export const dutyResults: Rule = {
  code,
  group: 'text',
  severity: 'hint',
  asks: 'more',
  title: { zh: '缺工作考核、社会评议或责任追究结果', en: 'Appraisal, public evaluation or accountability isn’t told' },
  explanation: {
    zh: `各级人民政府（县、乡镇人民政府等）的报告里，找不到工作考核、社会评议、责任追究结果中的一样时提示。用别的说法也算写了，如「考评」「满意度测评」「没有发生追责情形」；部门和街道的报告不提示。

《条例》规定，各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果情况；格式要求写在总体情况的「监督保障」里。

做法：在「监督保障」里补写；没有开展或没有发生的，写明没有。

依据：《条例》第五十条第一款第（四）项；国办公开办函〔2021〕30号。`,
    en: `Fires where the report of a government (of a county, a town …) doesn’t tell of one of the three: appraisal, public evaluation, accountability. Other words count too (考评, 满意度测评, 没有发生追责情形). Departments and sub-districts are left alone.

The Regulation asks governments for the results of all three; the form puts them under 监督保障 in 总体情况.

What to do: add them there; where there was none, say so.

Source: article 50 (4) of the Regulation; 国办公开办函〔2021〕30号.`,
  },
  noFix: {
    zh: '这几项的内容要由作者写。',
    en: 'what happened is for the author to write.',
  },
  example: {
    wrong: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。2023年，我镇通过县政府网站政府信息公开专栏、微信公众号和村务公开栏公开信息120条，其中工作动态60条、财政信息12条、政策文件18条、民生服务30条，公开内容准确、及时。

（二）依申请公开。2023年，我镇收到政府信息公开申请2件，均已在法定期限内答复。

（三）政府信息管理。制定信息发布审核流程，逐条登记，定期清理失效信息。

（四）政府信息公开平台建设。维护政府信息公开专栏，在便民服务中心设公开专区。

{{duty-results:（五）监督保障}}。明确专人负责，召开工作会议2次，开展业务培训1次。
`,
    right: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

一、总体情况

（一）主动公开。2023年，我镇通过县政府网站政府信息公开专栏、微信公众号和村务公开栏公开信息120条，其中工作动态60条、财政信息12条、政策文件18条、民生服务30条，公开内容准确、及时。

（二）依申请公开。2023年，我镇收到政府信息公开申请2件，均已在法定期限内答复。

（三）政府信息管理。制定信息发布审核流程，逐条登记，定期清理失效信息。

（四）政府信息公开平台建设。维护政府信息公开专栏，在便民服务中心设公开专区。

（五）监督保障。把政府信息公开纳入年度考核；开展社会评议，群众满意度较高；没有发生责任追究情形。
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const area = report.edition.areas.find(({ id }) => id === dutiesArea);
  const kind = bodyKind(report.body?.text ?? '');
  if (!area || (kind !== 'government' && kind !== 'town')) return;
  const prose = sectionProse(report, PART);
  if (!prose || prose.text.length < SKETCH) return;
  const text = textAroundTables(subject);
  const missing = duties.filter(({ words }) => !words.some((word) => text.includes(word)));
  if (missing.length === 0 || placeholdersIn(prose.text).length > 0) return;
  const titles = missing.map(({ title }) => title);
  yield finding(code, {
    span: placeOf(prose.section, areaNames(report.edition).get(area) ?? []),
    data: { section: PART, missing: missing.map(({ id }) => id) },
    message: () => ({
      zh: `没有找到${titles.join('、')}的情况；各级人民政府的报告应当写明`,
      en: `${titles.join(', ')} isn’t told; a government’s report has to`,
    }),
  });
}

/** The sub-heading of the area where they belong, else the section's heading. */
function placeOf(section: Section, names: readonly string[]): Span {
  const line = section.subsections.find(({ title }) => names.some((name) => canonical(title.text).includes(name)));
  return line ? cover(line.mark.span, line.title.span) : headingSpan(section);
}
