import type { SimilarPart } from '../analysis/part-copies.ts';
import { headingSpan } from '../analysis/section-places.ts';
import type { RuleSettings } from '../analysis/settings.ts';
import { partSketches } from '../analysis/sketch-parts.ts';
import { sectionById } from '../report/lookup.ts';
import type { Report } from '../report/report.ts';
import type { Localized } from '../text/language.ts';
import { finding } from './engine/finding.ts';
import { isOn } from './engine/is-on.ts';
import type { Rule } from './engine/rule.ts';

const code = 'copied-text';

/** A part says nearly the same as last year's, or as another body's. */
export const copiedText: Rule = {
  code,
  group: 'across-files',
  severity: 'hint',
  isOptional: true,
  title: { zh: '内容与其他报告雷同', en: 'The text is that of another report' },
  explanation: {
    zh: `第一、五、六部分的文字，与本单位往年的报告或者文件夹里别的单位的报告九成以上相同。数字不同不算不同；格式和通知规定的话、各家都写的套话不参加比较，太短的部分也不比较。

格式文件要求防止内容雷同、敷衍塞责。照抄上年，多半连上年的问题和打算也抄了过来。

做法：按本年的实际情况改写。

依据：年度报告格式文件关于防止内容雷同、敷衍塞责的要求。`,
    en: `Nine tenths or more of part one, five or six are those of an earlier report of the same body, or of another body’s in the folder. Figures make no difference; what the form and the notices prescribe and what every report says isn’t compared, and neither are parts that are very short.

The notice of the form asks for reports that are no copies. Who copies last year’s mostly copies its problems and plans too.

Rewrite the part as things were this year.

Source: the notice of the form, on reports that are alike.`,
  },
  noFix: { zh: '本年的情况只有作者知道。', en: 'only the author knows how things were this year.' },
  example: {
    others: {
      '青禾镇-2022.nianbao': `# 青禾镇人民政府2022年政府信息公开工作年度报告

五、存在的主要问题及改进情况

主要问题是村务公开栏更新不够及时，有的村半年才换一次，群众看到的是旧内容。改进情况是由驻村干部每月检查一次，公开栏和网站同步更新，年底逐村核对。
`,
    },
    wrong: `# 青禾镇人民政府2023年政府信息公开工作年度报告

{{copied-text:五、存在的主要问题及改进情况}}

主要问题是村务公开栏更新不够及时，有的村半年才换一次，群众看到的是旧内容。改进情况是由驻村干部每月检查一次，公开栏和网站同步更新，年底逐村核对。
`,
    right: `# 青禾镇人民政府2023年政府信息公开工作年度报告

五、存在的主要问题及改进情况

主要问题是依申请公开的答复不够规范，有两件没有写明救济途径。改进情况是请县司法局培训了经办人员，答复书改用统一样式，发出以前由党政办复核。
`,
  },
  knows: ({ copies }) => copies !== null,
  *check({ report, source, copies }) {
    if (!copies || source === null) return;
    const own = { source, body: report.body?.text ?? null, year: report.year?.value ?? null };
    for (const part of partSketches(report)) {
      const section = sectionById(report, part.section);
      const [first] = copies.of(part, own);
      if (!section || !first) continue;
      yield finding(code, {
        span: headingSpan(section),
        data: { section: part.section, other: first.source, percent: percentOf(first) },
        related: () => [{ file: first.source, place: first.place, message: () => nameOf(first) }],
        message: () => messageOf(first),
      });
    }
  },
};

/** Whether the parts of other reports have to be known for a report under settings. */
export function looksForCopies(settings: RuleSettings, { forms }: Pick<Report, 'forms'>): boolean {
  return isOn(copiedText, { rules: { ...forms.severities, ...settings.rules } });
}

function percentOf({ similarity }: SimilarPart): number {
  return Math.floor(similarity * 100);
}

function nameOf({ body, year, source }: SimilarPart): Localized {
  const zh = `${body ?? source}${year === null ? '' : `${year}年`}`;
  return {
    zh: `${zh}报告的这一部分`,
    en: `this part of the report of ${body ?? source}${year === null ? '' : `, ${year}`}`,
  };
}

function messageOf(other: SimilarPart): Localized {
  const percent = percentOf(other);
  const name = nameOf(other);
  return other.isOwn
    ? {
        zh: `这一部分与本单位${other.year}年的报告约 ${percent}% 相同（数字不算），请按本年情况改写`,
        en: `This part is to about ${percent} % that of this body’s report for ${other.year}, figures aside; rewrite it for this year`,
      }
    : {
        zh: `这一部分与${name.zh}约 ${percent}% 相同（数字不算），请核对`,
        en: `This part is to about ${percent} % the same as ${name.en}, figures aside`,
      };
}
