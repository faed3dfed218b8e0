import { describe, expect, test } from 'vitest';
import type { RuleSettings } from '../../server/src/analysis/settings.ts';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { ownEdits } from '../../server/src/rules/engine/rule.ts';
import { rulesWithTexts as rules } from '../../server/src/rules/index.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { cleanReport, withLine } from '../features/support.ts';
import { neighboursIn, readFixture } from '../support/fixture.ts';
import { remark, unmark } from '../support/marks.ts';

const carriedOver = '二、上年结转政府信息公开申请数量';
const received = '一、本年新收政府信息公开申请数量';

function row(label: string, values: string): string {
  return `| ${label} | ${values.split(' ').join(' | ')} |`;
}

/** The clean report beside last year's, whose 结转下年度 has these values; `own` replaces rows of this year's. */
async function found(lastYear: string, own: Readonly<Record<string, string>>) {
  const before = withLine('| 四、结转下年度', row('四、结转下年度继续办理', lastYear)).replaceAll('2023', '2022');
  let text = cleanReport.replace('---\n', '---\n上年: 2022.nianbao\n');
  for (const [label, values] of Object.entries(own)) text = withLine(`| ${label}`, row(label, values), text);
  const fixture = readFixture(`//- 2022.nianbao\n${before}//- 2023.nianbao\n${text}`);
  const report = readReport(text);
  const { findings } = check(subjectOf(report, await neighboursIn(fixture, report)));
  return { text, findings: findings.filter(({ code }) => code === 'carry-over') };
}

describe('carry-over', () => {
  test('says the cell, both values and the difference', async () => {
    const { findings } = await found('3 0 0 0 0 0 3', {});
    expect(findings.map(({ message }) => message())).toEqual([
      {
        zh: '表三 二、上年结转政府信息公开申请数量 · 自然人：填 1，上年报告的「四、结转下年度继续办理」是 3，少 2',
        en: 'Table 3 (requests), 二、上年结转政府信息公开申请数量 · 自然人: 1, but “四、结转下年度继续办理” of last year’s report is 3, 2 more',
      },
    ]);
    expect(findings[0]?.data).toMatchObject({ row: 'carried-over', column: 'person', expected: 3, found: 1 });
  });

  test('relates last year’s cells, in their file, and what follows in this one', async () => {
    const { text, findings } = await found('3 0 0 0 0 0 3', {});
    const [person, total, own] = findings[0]?.related() ?? [];
    expect(person).toMatchObject({ file: '/reports/2022.nianbao', place: { start: 16, end: 17 } });
    expect(total).toMatchObject({ file: '/reports/2022.nianbao' });
    const span = own && 'span' in own ? own.span : { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe('1');
    expect(own?.message().zh).toBe('总计：填 1，上年报告是 3');
  });

  test('of a row that was not taken over, and of values in other columns, all at once', async () => {
    const left = await found('2 0 1 0 0 0 3', { [carriedOver]: '0 0 0 0 0 0 0' });
    expect(left.findings.map(({ message }) => message().zh)).toEqual([
      '表三 二、上年结转政府信息公开申请数量：全是 0，上年报告的「四、结转下年度继续办理」有自然人 2、科研机构 1、总计 3，没有抄过来',
    ]);
    const moved = await found('0 1 0 0 0 0 1', {});
    expect(moved.findings.map(({ message }) => message().zh)).toEqual([
      '表三 二、上年结转政府信息公开申请数量：合计与上年报告的「四、结转下年度继续办理」一致，栏目不一致；上年报告是自然人 0、商业企业 1',
    ]);
  });

  test('its fix writes last year’s figures and the total that follows, and says whether the table then agrees', async () => {
    const { text, findings } = await found('1 0 0 0 0 0 1', { [carriedOver]: '0 0 0 0 0 0 0' });
    const [fix] = findings[0]?.fixes?.() ?? [];
    expect(fix).toMatchObject({ certain: false, title: { zh: '改为上年报告的数 1（表三勾稽关系成立）' } });
    const fixed = Revision.of(text).with(fix ? ownEdits(fix) : []).text;
    expect(fixed).toContain(row(carriedOver, '1 0 0 0 0 0 1'));
  });

  test('a fix after which other figures have to change says so', async () => {
    const { findings } = await found('2 1 0 0 0 0 3', { [carriedOver]: '0 0 0 0 0 0 0' });
    expect(findings[0]?.fixes?.().map(({ title }) => title)).toEqual([
      {
        zh: '整行改为上年报告的数（表三别的数也要改，勾稽关系才成立）',
        en: 'Write the figures of last year’s report; Table 3 (requests) then still doesn’t agree',
      },
    ]);
  });

  test('of two columns each has its own finding and fix; the other’s share of the total stays', async () => {
    const { text, findings } = await found('2 1 0 0 0 0 3', { [carriedOver]: '3 3 0 0 0 0 6' });
    const fixed = findings.map((finding) => {
      const [fix] = finding.fixes?.() ?? [];
      return Revision.of(text)
        .with(fix ? ownEdits(fix) : [])
        .text.split('\n')
        .find((line) => line.includes(carriedOver));
    });
    expect(fixed).toEqual([row(carriedOver, '2 3 0 0 0 0 5'), row(carriedOver, '3 1 0 0 0 0 4')]);
  });

  test('nothing of any other row', async () => {
    const { findings } = await found('1 0 0 0 0 0 1', { [received]: '9 9 9 9 9 9 9' });
    expect(findings).toEqual([]);
  });
});

describe.each(rules.filter(({ group }) => group === 'across-files').map((rule) => [rule.code, rule] as const))(
  'the example of %s',
  (code, { example, isOptional }) => {
    const marked = async (text: string) => {
      const { previous, others = {} } = example;
      const files = Object.entries({
        ...(previous === undefined ? {} : { '青禾镇-2022.nianbao': previous }),
        ...others,
      });
      const beside = files.map(([name, each]) => `//- ${name}\n${each}`).join('');
      const fixture = readFixture(`${beside}//- 报告-2023.nianbao\n${text}`);
      const report = readReport(text);
      const settings: RuleSettings = { rules: isOptional ? { [code]: 'hint' } : {} };
      const { findings } = check(subjectOf(report, { ...(await neighboursIn(fixture, report)), settings }));
      return remark(
        text,
        findings.filter((each) => each.code === code),
      );
    };

    test('fires where it is marked, and is silent when put right', async () => {
      const { text, expected } = unmark(example.wrong);
      expect(await marked(text)).toBe(remark(text, expected));
      expect(expected).toHaveLength(1);
      expect(await marked(example.right)).toBe(example.right);
    });
  },
);
