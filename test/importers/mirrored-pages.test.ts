// Pages as archives and mirrors keep them: a head of metadata, headings without their numbers, dashes for blank cells.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardForms } from '../../server/src/forms/index.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { gluedRows, type Shape, tabRows } from '../support/shapes.ts';
import { keyOf, placesOf, sampleReport, soundValues, type Values, valuesIn } from './sample-report.ts';

const form = standardForms().newest;
const [values = new Map() as Values] = fc.sample(soundValues(form), { seed: 11, numRuns: 1 });

function imported(text: string): Imported {
  const result = importText(text);
  if ('failure' in result) throw new Error(result.failure.zh);
  return result;
}

const said = ({ notes }: Imported): string => notes.map(({ message }) => message.zh).join('\n');

describe('a head of metadata', () => {
  const text = sampleReport(form, gluedRows, values).replace(/\s+/g, '');
  const withoutTitle = text.replace(/^.*?年度报告/, '');

  test.each([
    [
      'with the path of a file that ends as titles do',
      [
        '标题: 青禾县2022年度政府信息公开工作年度报告',
        '发布时间: 2023-01-18 09:30',
        '文号: ',
        '栏目: 公开年报',
        '保存位置: gk/nb/202301/51_青禾县2022年度政府信息公开工作年度报告',
        '图片见 list.tsv(同目录)',
        '================ 正文 ================',
      ],
      withoutTitle,
      '青禾县2022年度政府信息公开工作年度报告',
    ],
    [
      'above a text with a title of its own',
      [
        '题名：云岭县水利局年报',
        '来源：云岭县',
        '发布日期：2023-02-01',
        '存档：/nb/7/云岭县水利局2022年政府信息公开工作年度报告',
        '----------',
      ],
      text,
      `青禾镇人民政府${form.years.first}年政府信息公开工作年度报告`,
    ],
  ])('%s is left out and said', (_, head, below, title) => {
    const result = imported(`${head.join('\n')}\n${below}\n`);
    const report = readReport(result.markup);
    expect(report.title?.text).toBe(title);
    expect(report.sections.map(({ definition }) => definition?.id)).toEqual(form.sections.map(({ id }) => id));
    expect(result.markup).not.toMatch(/位置|存档|====|----/);
    expect(said(result)).toContain('附带文字');
  });

  test('is text where no line of its own closes it', () => {
    const { markup } = imported(`保管期限: 永久\n\n${sampleReport(form, tabRows, values)}`);
    expect(markup).toContain('保管期限: 永久');
  });
});

describe('a report of years without a form on one line below such a head', () => {
  const head = '标题: 云溪县水务局2015年政府信息公开工作年度报告\n发布时间: 2016-02-01 10:00\n=====正文=====\n';
  const sentence = '各科室按照分工做好公开属性认定、保密审查和发布，及时更新栏目，方便群众查阅。';
  const text = `云溪县水务局2015年政府信息公开工作年度报告 根据条例要求，编制本报告。一、概述（一）加强领导。${sentence.repeat(30)}二、主动公开政府信息情况公开信息126条。三、依申请公开政府信息情况收到申请4件，均已答复。四、政府信息公开情况统计表指标单位数量主动公开数条126`;

  test('has its parts again, the table of the last one behind its title', () => {
    const { markup } = imported(head + text);
    expect(markup.split('\n').filter((line) => /^[一二三四五#]/.test(line))).toEqual([
      '# 云溪县水务局2015年政府信息公开工作年度报告',
      '一、概述',
      '二、主动公开政府信息情况',
      '三、依申请公开政府信息情况',
      '四、政府信息公开情况统计表',
    ]);
    expect(markup).toContain('指标单位数量主动公开数条126');
  });

  test('has no title that a sentence quotes', () => {
    const quoted = text.replace(/^.*?。/, '根据条例要求，现公布《云溪县水务局2015年政府信息公开工作年度报告》。');
    expect(imported(head + quoted).markup).toContain('现公布《云溪县水务局2015年政府信息公开工作年度报告》。');
  });
});

test('a year that only the first part begins with is taken for the year of the report, and it is said', () => {
  const text = sampleReport(form, tabRows, values)
    .replace(/^.*\n/, '')
    .replace(/(一、总体情况\n)　　/, '$12023年，');
  const result = imported(text);
  expect(readReport(result.markup).year?.value).toBe(2023);
  expect(said(result)).toContain('认为是2023年度');
});

describe('titles of parts', () => {
  const text = sampleReport(form, tabRows, values);

  test.each([
    ['without numbers', () => ''],
    ['behind figures', (ordinal: number) => `${ordinal}、 `],
    ['behind the same figure', () => '1. '],
  ])('%s get their numbers, and it is said', (_, number) => {
    const torn = form.sections.reduce(
      (all, { ordinal, title }) => all.replace(new RegExp(`^[一二三四五六]、${title}$`, 'm'), number(ordinal) + title),
      text,
    );
    const result = imported(torn);
    expect(result.markup).toBe(imported(text).markup);
    expect(said(result)).toContain('6个部分的标题在原文中没有「一、」这样的序号');
  });

  test('stay text where the part has its heading, where two lines read so, and out of their order', () => {
    const twice = `${text.replace('五、存在的主要问题及改进情况', '存在的主要问题及改进情况')}\n存在的主要问题及改进情况\n`;
    const late = `${text.replace('一、总体情况\n', '')}\n总体情况\n`;
    for (const each of [text.replace('六、', '总体情况\n\n六、'), twice, late])
      expect(said(imported(each))).not.toContain('个部分的标题');
  });
});

test('a heading with a slip in it, glued to the last row of the table above, takes nothing of the row', () => {
  const text = sampleReport(form, gluedRows, values)
    .replace(/\s+/g, '')
    .replace('政府信息公开行政复议、', '政府信息公开行政法复议、');
  const { markup } = imported(text);
  expect(readReport(markup).sections.map(({ definition }) => definition?.id)).toEqual(
    form.sections.map(({ id }) => id),
  );
  expect(valuesIn(markup, form).get('requests carried-forward total')).toBe(
    values.get('requests carried-forward total'),
  );
});

test.each([
  ['before the last digit', '500000 5'],
  ['in the middle', '500 0005'],
])('a single space %s among digits that ran together tells where one of them ends', (_, digits) => {
  const wanted = new Map<string, number | null>(
    placesOf(form).map((place) => {
      const isTold =
        ['received', 'partly-granted', 'total'].includes(place.row) && ['person', 'total'].includes(place.column);
      return [keyOf(place), isTold ? 5 : 0];
    }),
  );
  const text = sampleReport(form, gluedRows, wanted).replace(/\s+/g, '');
  const torn = text.replace(/(（二）部分公开[^）]*）)5000005/, `$1${digits}`);
  expect(torn).not.toBe(text);
  expect([...valuesIn(imported(torn).markup, form)].filter(([key, value]) => value !== wanted.get(key))).toEqual([]);
});

describe('dashes for blank cells', () => {
  const textOf = (value: string): string => (value === '0' ? '-' : value);
  const cellLines: Shape = (table, cellOf) =>
    table.layout
      .flatMap((row) =>
        row.map(({ value, text }) => `${value ? textOf(cellOf(value.row, value.column)) : (text ?? '')} |`),
      )
      .join('\n');
  const bars: Shape = (table, cellOf) =>
    table.layout
      .map((row) =>
        row.map(({ value, text }) => (value ? textOf(cellOf(value.row, value.column)) : (text ?? ''))).join(' | '),
      )
      .join('\n');

  test.each([
    ['a cell to a line', cellLines],
    ['a row to a line', bars],
  ])('%s keep all values in their places', (_, shape) => {
    const result = imported(sampleReport(form, shape, values));
    const misread = [...valuesIn(result.markup, form)].filter(([key, value]) => (value ?? 0) !== values.get(key));
    expect(misread).toEqual([]);
    expect(said(result)).not.toContain('页码');
  });
});
