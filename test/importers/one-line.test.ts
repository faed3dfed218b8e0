import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { editions, newestEdition } from '../support/forms.ts';
import { gluedRows, tabRows, textLines } from '../support/shapes.ts';
import { keyOf, placesOf, sampleReport, soundValues, valuesIn } from './sample-report.ts';
import { accounted } from './show.ts';

const forms = editions.filter((edition) => edition.tables.length > 0);

function imported(text: string): Imported {
  const result = importText(text);
  if ('failure' in result) throw new Error(result.failure.zh);
  expect(accounted(result.numbers)).toBe(result.numbers.found);
  return result;
}

const said = ({ notes }: Imported): string => notes.map(({ message }) => message.zh).join('\n');

describe.each(forms)('a report of $id on one line', (edition) => {
  test.each([
    ['with TABs between its cells', tabRows, ''],
    ['with single spaces', textLines, ' '],
  ])('%s comes in whole', (_, shape, joint) => {
    fc.assert(
      fc.property(soundValues(edition), (values) => {
        const { markup } = imported(sampleReport(edition, shape, values).replace(/\s*\n\s*/g, joint));
        expect(valuesIn(markup, edition)).toEqual(values);
      }),
      { numRuns: 8 },
    );
  });

  test('with nothing between its cells has its values, or blanks where its sums leave a choice', () => {
    fc.assert(
      fc.property(soundValues(edition), (values) => {
        const result = imported(sampleReport(edition, gluedRows, values).replace(/\s+/g, ''));
        const found = valuesIn(result.markup, edition);
        const wrong = placesOf(edition)
          .map(keyOf)
          .filter((key) => (found.get(key) ?? null) !== null && found.get(key) !== values.get(key));
        expect(wrong).toEqual([]);
        expect(said(result)).toContain('推断');
        const report = readReport(result.markup);
        expect(report.sections.map(({ definition }) => definition?.id)).toEqual(edition.sections.map(({ id }) => id));
        const open = new Set(['blank-cell', 'outcome-total', 'request-balance']);
        const errors = check(subjectOf(report)).findings.filter(
          ({ severity, code }) => severity === 'error' && !open.has(code),
        );
        expect(errors.map(({ code }) => code)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  }, 30_000);
});

describe('prose on one line', () => {
  const { markup } = imported(
    '标题：青禾镇人民政府2024年政府信息公开工作年度报告发布时间：2025-01-20来源：办公室青禾镇人民政府2024年政府信息公开工作年度报告根据条例要求，编制本报告。一、总体情况（一）主动公开。公开信息126条。（二）依申请公开。收到申请4件。五、存在的主要问题及改进情况（一）问题。更新不及时。1.加强培训。2.定期检查。六、其他需要报告的事项无。',
  );

  test('has its paragraphs again', () => {
    expect(markup.split('\n\n')).toEqual(
      expect.arrayContaining([
        '根据条例要求，编制本报告。',
        '（一）主动公开。公开信息126条。',
        '（二）依申请公开。收到申请4件。',
        '1.加强培训。',
        '2.定期检查。',
      ]),
    );
  });

  test('has the title of the report, not what is above it', () => {
    expect(readReport(markup).title?.text).toBe('青禾镇人民政府2024年政府信息公开工作年度报告');
  });
});

test('digits that can be parted in several ways are left blank where these differ, with what they may be', () => {
  const { markup } = imported(
    '青禾镇人民政府2024年政府信息公开工作年度报告一、总体情况无。二、主动公开政府信息情况规章000行政规范性文件3112行政许可5行政处罚7行政强制0行政事业性收费0三、收到和处理政府信息公开申请情况',
  );
  expect(markup).toContain('// 待核：行政规范性文件：原文为“3112”，本年废止、现行有效可能是 1 12 或者 11 2');
  expect(markup).toMatch(/\| 行政规范性文件 +\| +3 \| +\| +\|/);
});

test('headings of years without a form are found where their text runs on behind them', () => {
  const { markup } = imported(
    '云溪县水务局2015年政府信息公开工作年度报告根据条例要求，编制本报告。一、概述（一）加强领导。召开会议3次。二、主动公开政府信息情况公开信息126条。三、依申请公开政府信息情况收到申请4件，均已答复。四、政府信息公开收费及减免情况本年度没有收费。五、行政复议、行政诉讼情况无。',
  );
  expect(markup.split('\n').filter((line) => /^[一二三四五]、/.test(line))).toEqual([
    '一、概述',
    '二、主动公开政府信息情况',
    '三、依申请公开政府信息情况',
    '四、政府信息公开收费及减免情况',
    '五、行政复议、行政诉讼情况',
  ]);
});

test('a heading in other words ends where its title does', () => {
  const { markup } = imported(
    '青禾镇2023年政府信息公开工作年度报告 一、总体情况 2023年公开信息3条。五、存在的主要问题及改进情况 解读单一。六、其他需要说明的事项无其他事项。',
  );
  expect(
    markup
      .split('\n')
      .filter((line) => line !== '')
      .slice(-2),
  ).toEqual(['六、其他需要说明的事项', '无其他事项。']);
});

test('what a page says above a report ends at the space before its first sentence', () => {
  const result = imported(
    '青禾镇2023年政府信息公开工作年度报告 来源：青禾镇 根据条例要求，编制本报告。一、总体情况（一）主动公开。公开信息3条。五、存在的主要问题及改进情况解读单一。六、其他需要报告的事项无。',
  );
  expect(result.markup.split('\n')).toContain('根据条例要求，编制本报告。');
  expect(said(result)).toContain('来源：青禾镇');
});

describe('values before their label', () => {
  const [values = new Map<string, number | null>()] = fc.sample(soundValues(newestEdition), { seed: 4, numRuns: 1 });
  const table = (unavailable: string): string =>
    sampleReport(newestEdition, textLines, values).replace(
      /(1\.本机关不掌握相关政府信息) ([\d ]+)\n(2\.没有现成信息需要另行制作) ([\d ]+)\n/,
      unavailable,
    );
  const shown = (text: string): ReadonlyMap<string, number | null> =>
    valuesIn(imported(text.replace(/\s*\n\s*/g, ' ')).markup, newestEdition);

  test('go to it, as there are as many runs of values as labels', () => {
    expect(shown(table('$2 $1 $4 $3\n'))).toEqual(values);
  });

  test('are in doubt where the numbers of runs and labels differ', () => {
    const found = shown(table('$2 $1 $4 5 0 0 0 0 0 5 $3\n'));
    const wrong = [...values].filter(([key, value]) => (found.get(key) ?? value) !== value);
    expect(wrong).toEqual([]);
  });
});
