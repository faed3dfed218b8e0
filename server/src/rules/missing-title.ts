import { isBlank, isContent, reportSpan } from '../analysis/section-places.ts';
import type { Subject } from '../analysis/subject.ts';
import type { Report } from '../report/report.ts';
import { finding } from './engine/finding.ts';
import { insertBlock } from './engine/insertion.ts';
import type { Finding, Fix, Rule } from './engine/rule.ts';

const code = 'missing-title';

/** No title line: neither `# …` nor a line that ends in 年度报告 before the first section. */
export const missingTitle: Rule = {
  code,
  group: 'structure',
  severity: 'hint',
  asks: 'more',
  title: { zh: '没有标题', en: 'No title' },
  explanation: {
    zh: `正文前面没有标题行时提示。标题行是以「# 」开头的一行；没有这样的行时，第一部分以前、以「年度报告」结尾的一行就是标题，分成几行写的也是；都没有时，写明年份的「……政府信息公开工作报告」「……年报」一类的一行也认作标题（title-wording）。

导出的文件和汇总的数据都从标题取机关名称和年度，没有标题，别人拿到文件不知道是谁、哪一年的报告。

做法：在最前面写一行「# 机关全称＋年份＋年政府信息公开工作年度报告」。依据：各机关发布的年度报告通行写法，《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）没有另作规定，所以只是提示。`,
    en: `Fires when no title stands before the text. A title is a line that begins with “# ”; without one, the first line before part 一 that ends in 年度报告, else one with its year in other words such as …政府信息公开工作报告 (title-wording).

Exports and collected data take the body and the year from the title; without it nobody can tell whose report it is, or of which year.

What to do: write “# {body}{year}年政府信息公开工作年度报告” at the top. Source: the usage of published reports; the form (国办公开办函〔2021〕30号) doesn’t prescribe it, hence only a hint.`,
  },
  example: {
    wrong: '{{missing-title:一、总体情况}}\n\n（一）主动公开。2023年公开政府信息120条。\n',
    right:
      '# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n（一）主动公开。2023年公开政府信息120条。\n',
  },
  check,
};

function* check({ report }: Subject): Generator<Finding> {
  if (report.title) return;
  const blank = isBlank(report);
  yield finding(code, {
    span: reportSpan(report),
    fixes: () => fixes(report),
    message: () =>
      blank
        ? { zh: '文件是空的：先写标题，再写六个部分', en: 'The file is empty: begin with the title' }
        : {
            zh: '没有标题：在最前面加一行「机关全称＋年份＋年政府信息公开工作年度报告」',
            en: 'No title: begin with a line “{body}{year}年政府信息公开工作年度报告”',
          },
  });
}

function fixes(report: Report): readonly Fix[] {
  const { year, body, tree } = report;
  if (!year || !body) return [];
  const title = `# ${body.text}${year.value}年政府信息公开工作年度报告`;
  const first = tree.lines.find(isContent);
  return [
    {
      title: first
        ? { zh: `加标题「${title.slice(2)}」`, en: `Insert the title “${title.slice(2)}”` }
        : {
            zh: `加标题「${title.slice(2)}」，各部分此后再补`,
            en: `Insert the title “${title.slice(2)}”; the parts come next`,
          },
      edits: [insertBlock(tree.text, first?.span.start ?? tree.text.length, title)],
      certain: false,
    },
  ];
}
