import { type Signature, signature } from '../analysis/signature.ts';
import type { Subject } from '../analysis/subject.ts';
import { isSameBody } from '../forms/body-names.ts';
import { bodyOfTitle } from '../report/identity.ts';
import type { Report } from '../report/report.ts';
import type { Part } from '../syntax/tree.ts';
import { canonical } from '../text/canonical.ts';
import type { Localized } from '../text/language.ts';
import { greatest } from '../text/lists.ts';
import { finding } from './engine/finding.ts';
import type { Finding, Rule } from './engine/rule.ts';

const code = 'body-name';

/** Front matter, title and signature name different bodies. */
export const bodyName: Rule = {
  code,
  group: 'text',
  severity: 'warning',
  title: { zh: '机关名称前后不一致', en: 'Front matter, title and signature name different bodies' },
  explanation: {
    zh: `文件头里写的机关、标题里的机关和文末落款的机关不是同一个时警告，位置是与其他各处不同的那一个；只有两处、分不出哪一处对的，以标题为准。

简称和全称、省去上级地名、写到政府办公室的，都算同一个机关：「青禾镇」「云岭县青禾镇人民政府」「青禾镇人民政府办公室」不提示。主管部门替本级政府落款的，也不提示。

机关名称不一致，多半是套用了别的单位的报告，汇总时会算到别的机关名下。

做法：核对是哪个机关的报告，改正那一处，并通读全文，看还有没有别的单位的内容。

依据：《条例》第四十九条，年度报告由各行政机关分别编制、公布。`,
    en: `Fires when the body in the front matter, in the title and in the signature at the end isn’t one; at the one that differs from the others. Where only two are written, the title holds.

Abbreviations, names without the places above, and the office of a government are the same body: 青禾镇, 云岭县青禾镇人民政府 and 青禾镇人民政府办公室 agree. A department that signs for its government is no finding either.

Different names mostly mean that another body’s report was copied; when reports are collected, the figures then count for that body.

What to do: see whose report it is, correct the name, and read the text for what else was left of the other report.

Source: article 49 of the Regulation: each body draws up its own report.`,
  },
  example: {
    wrong: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

六、其他需要报告的事项

2023年未收取信息处理费。

{{body-name:云岭县白石镇人民政府}}
2024年1月20日
`,
    right: `# 云岭县青禾镇人民政府2023年政府信息公开工作年度报告

六、其他需要报告的事项

2023年未收取信息处理费。

青禾镇人民政府
2024年1月20日
`,
  },
  check,
};

interface Named {
  readonly where: 'frontMatter' | 'title' | 'signature';
  readonly name: Part;
}

const places: Readonly<Record<Named['where'], Localized>> = {
  frontMatter: { zh: '文件头', en: 'the front matter' },
  title: { zh: '标题', en: 'the title' },
  signature: { zh: '落款', en: 'the signature' },
};

function* check(subject: Subject): Generator<Finding> {
  const { report } = subject;
  const named = namesIn(report, signature(subject));
  if (named.length < 2) return;
  const odd = oddOne(named);
  if (!odd) return;
  const others = named.filter((each) => each !== odd && !agree(each, odd));
  const [right] = others;
  if (!right) return;
  yield finding(code, {
    span: odd.name.span,
    data: { where: odd.where },
    related: () =>
      others.map(({ where, name }) => ({
        span: name.span,
        message: () => ({ zh: `${places[where].zh}：${name.text}`, en: `${places[where].en}: ${name.text}` }),
      })),
    fixes: () => [
      {
        title: { zh: `改为「${right.name.text}」`, en: `Change to “${right.name.text}”` },
        edits: [{ span: odd.name.span, text: right.name.text }],
        certain: false,
      },
    ],
    message: () => ({
      zh: `${places[odd.where].zh}写的是「${odd.name.text}」，${places[right.where].zh}是「${right.name.text}」`,
      en: `${places[odd.where].en} says “${odd.name.text}”, ${places[right.where].en} “${right.name.text}”`,
    }),
  });
}

/** The title first: where only two are written, it holds. */
function namesIn(report: Report, signed: Signature | null): readonly Named[] {
  const given = report.frontMatter.findLast(({ key }) => key === 'body')?.entry.value ?? null;
  const title = bodyOfTitle(report.title, report.forms.words);
  const all: readonly { readonly where: Named['where']; readonly name: Part | null }[] = [
    { where: 'title', name: title },
    { where: 'signature', name: signed?.body ?? null },
    { where: 'frontMatter', name: given },
  ];
  return all.flatMap(({ where, name }) => (name && isName(report, name.text) ? [{ where, name }] : []));
}

function isName({ forms: { words } }: Report, text: string): boolean {
  return text.length <= 40 && words.endsAsBody(canonical(text));
}

function agree(one: Named, other: Named): boolean {
  return isSameBody(one.name.text, other.name.text);
}

/** The one that agrees with fewest of the others; of two, the last. Null where all agree. */
function oddOne(named: readonly Named[]): Named | null {
  const against = (each: Named): number => named.filter((other) => !agree(each, other)).length;
  const most = greatest(named.map(against));
  return most === 0 ? null : (named.findLast((each) => against(each) === most) ?? null);
}
