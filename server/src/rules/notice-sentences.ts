import { type ProseLine, reportProse, sentences, textAroundTables } from '../analysis/prose.ts';
import type { Subject } from '../analysis/subject.ts';
import { noticeCues, noticeEnd, noticeStretch } from '../forms/notice-sentences.ts';
import type { Span } from '../text/span.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'notice-sentences';

/** Sentences that the notice says to those who write a report, left in as the report's own. */
export const noticeSentences: Rule = {
  code,
  group: 'text',
  severity: 'warning',
  title: { zh: '误留格式通知的说明文字', en: 'Instructions of the notice left in' },
  explanation: {
    zh: `正文里有格式通知的原话时警告，例如「年度报告……是《条例》确立的法定制度安排」「该部分以表格形式报告。表格如下：」「这一项报告本机关……」。

这些话是通知写给填报单位看的，说明每一部分怎样写，不是本机关的情况。照抄进报告，审核时会被退回。

做法：删去，写本机关本年度的情况。引用通知的名称和文号作为编制依据的，不在此列。

依据：国办公开办函〔2021〕30号印发的《中华人民共和国政府信息公开工作年度报告格式》。`,
    en: `Fires on the notice’s own words in the text, such as 年度报告……是《条例》确立的法定制度安排, 该部分以表格形式报告。表格如下： or 这一项报告本机关…….

They tell those who write a report what each part is to hold; they are no facts about the body. Reports that copy them are sent back.

What to do: delete them, and write about the body’s own year. The notice’s title and number as the basis of the report are no finding.

Source: the form issued with 国办公开办函〔2021〕30号.`,
  },
  example: {
    wrong: `# 青禾镇2023年政府信息公开工作年度报告

二、主动公开政府信息情况

{{notice-sentences:该部分以表格形式报告。表格如下：}}
`,
    right: `# 青禾镇2023年政府信息公开工作年度报告

二、主动公开政府信息情况

2023年主动公开的政府信息如下：
`,
  },
  check,
};

function* check(subject: Subject): Generator<Finding> {
  const text = textAroundTables(subject);
  if (!noticeCues.some((cue) => text.includes(cue))) return;
  for (const line of reportProse(subject)) {
    const span = noticeSpan(line);
    if (!span) continue;
    yield finding(code, {
      span,
      fixes: () => [
        {
          title: { zh: '删去，另写本年度的情况', en: 'Delete it, then write about the year' },
          edits: [{ span, text: '' }],
          certain: false,
        },
      ],
      message: () => ({
        zh: '这是格式通知里说明怎样填报的话，不是本机关的情况，请删去或改写',
        en: 'the notice says this to those who write a report; it is no fact about this body: delete or rewrite it',
      }),
    });
  }
}

/** From the first to the last sentence of a line that is the notice's, or null. */
function noticeSpan(line: ProseLine): Span | null {
  if (!noticeStretch.test(line.text)) return null;
  const all = sentences(line);
  const first = all.findIndex(({ text }) => noticeStretch.test(text));
  const last = all.findLastIndex(({ text }) => noticeStretch.test(text));
  const next = all[last + 1];
  const [from, to] = [all[first], next && noticeEnd.test(next.text) ? next : all[last]];
  return from && to ? { start: from.start, end: to.start + to.text.trimEnd().length } : null;
}
