import type { Localized } from '../text/language.ts';
import type { Desk } from './desk.ts';
import { deskRules } from './desk-rules.ts';

/** What every face of the desk says. */
export const deskTexts = {
  state: { zh: '状态', en: 'state' },
  body: { zh: '单位', en: 'body' },
  errors: { zh: '错误', en: 'errors' },
  warnings: { zh: '警告', en: 'warnings' },
  /** Of what stands in no part of the form. */
  noPart: { zh: '其他', en: 'other' },
  problemList: { zh: '问题清单', en: 'problems' },
  bodiesSheet: { zh: '各单位', en: 'bodies' },
  letter: { zh: '退回修改意见', en: 'letter' },
  rulesFound: { zh: '问题分类', en: 'Problems by rule' },
  rule: { zh: '规则', en: 'rule' },
  what: { zh: '问题', en: 'problem' },
  severity: { zh: '级别', en: 'severity' },
  count: { zh: '处数', en: 'findings' },
  whose: { zh: '涉及单位', en: 'bodies' },
  due: (day: string): Localized => ({ zh: `应于 ${day} 前报送`, en: `due by ${day}` }),
  findings: (count: number): Localized => ({ zh: `${count} 处`, en: `${count}` }),
  bodies: (count: number): Localized => ({
    zh: `${count} 个单位`,
    en: `in ${count} ${count === 1 ? 'body' : 'bodies'}`,
  }),
  /** What the desk checks that other faces don't. */
  turnedOn: (): readonly Localized[] =>
    deskRules.length === 0
      ? []
      : [
          {
            zh: `审核工作台另外启用的规则：${deskRules.join('、')}（nianbao.json 里设了的，按所设的级别）`,
            en: `rules that the desk turns on: ${deskRules.join(', ')} (unless nianbao.json sets them)`,
          },
        ],
} as const;

/** What lies on the desk. */
export function headOf({ year, entries, others }: Desk): Localized {
  const count = entries.length;
  const compared = others === 0 ? '' : `，用作对照的其他年度报告 ${others} 份`;
  return {
    zh: `${year === null ? '各年度' : `${year}年度`}政府信息公开工作年度报告审核：${count} 个单位${compared}`,
    en: `Annual reports on government information disclosure${year === null ? '' : ` of ${year}`}: ${count} ${count === 1 ? 'body' : 'bodies'}${others === 0 ? '' : `, and ${others} reports of other years to compare with`}`,
  };
}
