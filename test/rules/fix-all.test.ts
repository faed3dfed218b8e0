import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings, type RuleSettings } from '../../server/src/analysis/settings.ts';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { formatting } from '../../server/src/report/format.ts';
import { check, maxFindings } from '../../server/src/rules/engine/check.ts';
import { fixAll, fixesOf } from '../../server/src/rules/engine/fix-all.ts';
import { corpus } from '../support/corpus.ts';
import { individuals, reportOf } from '../support/figures.ts';
import { newestEdition } from '../support/forms.ts';

function fixed(text: string, settings: RuleSettings = defaultSettings, also: string | null = null) {
  return fixAll(text, (each) => subjectOf(readReport(each), { settings }), { also });
}

function codes(text: string): readonly string[] {
  return check(subjectOf(readReport(text))).findings.map(({ code }) => code);
}

/** Every value of every table, as the number that it is read as. */
function values(text: string): unknown {
  return readReport(text).tables.map(({ rows }) =>
    [...rows].map(([id, { cells }]) => [id, cells.map(({ value }) => value)]),
  );
}

const heading = '---\n年度: 2023\n---\n二、主动公开政府信息情况\n';

describe('what is certain', () => {
  test('official labels and heads, ordinals and plain numbers; the tables are formatted then', () => {
    const text = `${heading}|第二十条第（六）项|本年处理决定数|
|行政处伐|1,204件|
|行政强制|5|
六、收到和处理政府信息公开申请情况
`;
    const done = fixed(text);
    expect(done.text).toBe(`${heading}| 第二十条第（六）项 | 本年处理决定数量 |
| 行政处罚           |             1204 |
| 行政强制           |                5 |
三、收到和处理政府信息公开申请情况
`);
    expect(done.fixed).toBe(4);
  });

  test('again and again, until nothing is left: a label put right shows that its row stands in the wrong place', () => {
    const text = `${heading}| 第二十条第（六）项 | 本年处理决定数量 |\n| 行政强制 | ２ |\n| 行政处伐 | １ |\n`;
    const done = fixed(text);
    expect(done.text).toBe(
      `${heading}| 第二十条第（六）项 | 本年处理决定数量 |\n| 行政处罚           |                1 |\n| 行政强制           |                2 |\n`,
    );
  });

  test('nothing where there is nothing to fix, not even formatting', () => {
    const text = `${heading}|第二十条第（六）项|本年处理决定数量|\n|行政处罚|1|\n|行政强制|1|\n`;
    expect(fixed(text)).toEqual({ text, edits: [], fixed: 0 });
  });

  test('also behind more errors that it can’t mend than are listed', () => {
    const text = `---\n年度: 2023\n---\n一、总体情况\n${'公开信息XX条。\n'.repeat(maxFindings + 1)}二、主动公开政府信息情况\n| 第二十条第（六）项 | 本年处理决定数量 |\n| 行政处罚 | １２ |\n| 行政强制 | 1 |\n`;
    expect(codes(text)).not.toContain('number-format');
    expect(fixed(text).text).toContain('| 行政处罚           |               12 |');
  });

  test('not what is suppressed or off', () => {
    const text = `${heading}| 第二十条第（六）项 | 本年处理决定数量 |\n// nianbao-ignore row-label: 本地写法\n| 行政处伐 | 1 |\n| 行政强制 | 1 |\n`;
    expect(fixed(text).text).toBe(text);
    const misspelt = text.replace(/\/\/.*\n/, '');
    expect(fixed(misspelt).fixed).toBe(1);
    expect(fixed(misspelt, { rules: { 'row-label': 'off' } }).fixed).toBe(0);
  });

  test('a rule whose fixes throw costs its own fixes alone', () => {
    const failures: string[] = [];
    const text = `${heading}|第二十条第（六）项|本年处理决定数量|\n|行政处伐|1|\n`;
    const [finding] = check(subjectOf(readReport(text))).findings.filter(({ code }) => code === 'row-label');
    if (!finding) throw new Error('no finding');
    const broken = {
      ...finding,
      fixes: () => {
        throw new Error('broken');
      },
    };
    expect(fixesOf(broken, (code) => failures.push(code))).toEqual([]);
    expect(failures).toEqual(['row-label']);
  });
});

describe('what is not', () => {
  const certain = (text: string) => {
    const report = readReport(text);
    return check(subjectOf(report)).findings.flatMap((finding) =>
      fixesOf(finding)
        .filter((fix) => fix.certain)
        .map(() => finding.code),
    );
  };

  test.each([
    ['a replaced notice, by number', '根据国办公开办函〔2019〕60号，编制本报告。'],
    ['a replaced notice, by title', '根据《关于政府信息公开工作年度报告有关事项的通知》，编制年度报告。'],
    ['articles of the former Regulation', '根据《条例》第三十一条、第三十二条编制年度报告。'],
  ])('%s', (_, sentence) => {
    const text = `---\n年度: 2023\n---\n${sentence}\n`;
    expect(codes(text)).toContain('stale-citation');
    expect(certain(text)).not.toContain('stale-citation');
  });

  test('brackets of a document number are', () => {
    expect(certain('---\n年度: 2023\n---\n根据国办公开办函[2021]30号，编制本报告。\n')).toContain('stale-citation');
  });

  test('a label that says more, a head that says another unit', () => {
    const rows = '|第二十条第（六）项|本年处理决定数量|\n|行政处罚（含3个分局）|1|\n|行政强制|0|\n';
    const fee = '|第二十条第（八）项|本年收费金额（单位：元）|\n|行政事业性收费|0|\n';
    expect(codes(heading + rows + fee)).toEqual(expect.arrayContaining(['row-label', 'column-label']));
    expect(certain(heading + rows + fee)).toEqual([]);
  });

  test('blanks, unless asked for; and then not where the relations leave another value', () => {
    const text = reportOf(newestEdition, 'requests', {
      received: ['', 0, 0, 0, 0, 0, 0],
      'carried-over': [4, 0, 0, 0, 0, 0, ''],
      granted: individuals(4),
      total: individuals(4),
    });
    expect(fixed(text).fixed).toBe(0);
    const done = fixed(text, defaultSettings, 'blank-cell');
    expect(done.fixed).toBe(1);
    expect(readReport(done.text).tables[0]?.rows.get('received')?.cells[0]?.value).toBe(0);
    expect(codes(done.text)).toContain('blank-cell');
  });

  test('a number that arithmetic is about: of any table, values change by no fix', () => {
    const cells = fc.array(fc.constantFrom('0', '3', '12', '１２', '1,204', '5件', '无', ''), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(
        cells,
        cells,
        cells,
        fc.constantFrom('一、本年新收', '二、上年接转政府信息公开申请数量', '（七）总计'),
        (one, two, three, label) => {
          const text = reportOf(newestEdition, 'requests', { received: one, granted: two, total: three }).replace(
            '（七）总计',
            label,
          );
          const done = fixed(text);
          expect(values(done.text)).toEqual(values(text));
          if (done.fixed > 0) expect(formatting(readReport(done.text))).toEqual([]);
          expect(fixed(done.text).fixed).toBe(0);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test.each(corpus.map(({ name, text }) => [name, text]))('%s: its values stay, and one run is enough', (name, text) => {
  const done = fixed(text);
  if (!name.includes('twice')) expect(values(done.text)).toEqual(values(text));
  expect(fixed(done.text)).toMatchObject({ fixed: 0, edits: [] });
});
