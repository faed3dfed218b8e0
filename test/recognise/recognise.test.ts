import { describe, expect, test } from 'vitest';
import { standardForms } from '../../server/src/forms/index.ts';
import type { TablePart } from '../../server/src/recognise/reading.ts';
import { recognise } from '../../server/src/recognise/recognise.ts';
import { sourceTexts, streamOf } from '../../server/src/recognise/stream.ts';
import type { Token } from '../../server/src/recognise/token.ts';

const line = (text: string): Token => ({ text, border: 'line', isCell: false });
const row = (...cells: readonly string[]): readonly Token[] =>
  cells.map((text, i) => ({ text, border: i === 0 ? 'line' : 'cell', isCell: true }));

/** What tokens are read as: prose and headings as they are, tables line by line as `label = cells`. */
function read(...tokens: readonly Token[]): readonly string[] {
  const stream = streamOf(tokens);
  const reading = recognise(stream, standardForms(), '2021');
  const text = (from: number, to: number): string => sourceTexts(stream, from, to).join('');
  const lines = ({ lines: all }: TablePart): readonly string[] =>
    all.flatMap(({ kind, labels, line: found, cells }) => {
      const label = labels.map(({ from, to }) => text(from, to)).join(' ');
      return kind === 'heads' ? [] : [`${found?.line.id ?? kind}: ${label} = ${cells.join('|')}`];
    });
  return (reading?.parts ?? []).flatMap((part) => {
    if (part.kind === 'table') return lines(part);
    return [`${part.kind}: ${text(part.from, part.to)}`];
  });
}

describe('text without borders', () => {
  test('is parted at headings, heads, labels and values', () => {
    expect(
      read(
        line(
          '二、主动公开政府信息情况第二十条第（一）项信息内容本年制发件数本年废止件数现行有效件数规章000行政规范性文件6021第二十条第（五）项信息内容本年处理决定数量行政许可12三、收到和处理政府信息公开申请情况',
        ),
      ),
    ).toEqual([
      'heading: 二、主动公开政府信息情况',
      'regulations: 规章 = 000',
      'normative-documents: 行政规范性文件 = 6021',
      'licensing: 行政许可 = 12',
      'heading: 三、收到和处理政府信息公开申请情况',
    ]);
  });

  test('gives the last digit to the label that it numbers', () => {
    const text = '（三）不予公开1.属于国家秘密00000002.其他法律行政法规禁止公开10000013.危及“三安全一稳定”0000000';
    expect(read(line('三、收到和处理政府信息公开申请情况'), line(text)).slice(2)).toEqual([
      'refused.state-secret: 1.属于国家秘密 = 0000000',
      'refused.forbidden-by-law: 2.其他法律行政法规禁止公开 = 1000001',
      'refused.stability: 3.危及“三安全一稳定” = 0000000',
    ]);
  });

  test('knows misspelt and cut labels, and rows that the form has not', () => {
    const text =
      '一、本年新收政府信息公开申请数4000004二、上年结转政府信息公开申清数量0000000（一）予以公开3000003（二）按信访程序办结1000001（七）总计4000004';
    expect(read(line('三、收到和处理政府信息公开申请情况'), line(text)).slice(1)).toEqual([
      'received: 一、本年新收政府信息公开申请数 = 4000004',
      'carried-over: 二、上年结转政府信息公开申清数量 = 0000000',
      'granted: （一）予以公开 = 3000003',
      'loose: （二）按信访程序办结 = 1000001',
      'total: （七）总计 = 4000004',
    ]);
  });

  test('reads the one row without a label, with its heads or without', () => {
    expect(read(line('四、政府信息公开行政复议、行政诉讼情况200020000000000五、存在的主要问题及改进情况'))[1]).toBe(
      'wide:  = 200020000000000',
    );
  });

  test('leaves prose with labels and numbers alone', () => {
    const text = '全年公开规章0件、行政规范性文件6件，行政许可12件，行政处罚3件。';
    expect(read(line(`一、总体情况${text}`))).toEqual(['heading: 一、总体情况', `prose: ${text}`]);
  });
});

describe('cells', () => {
  test('of small tables with heads that count their columns are rows of one', () => {
    const tables = ['一、本年新收政府信息公开申请数量', '（一）予以公开', '（七）总计'].flatMap((label) => [
      line(`### ${label}`),
      ...row('类别', '数据1', '数据2', '数据3', '数据4', '数据5', '数据6', '总计'),
      ...row(label, '3', '0', '0', '0', '0', '0', '3'),
    ]);
    const rows = read(line('三、收到和处理政府信息公开申请情况'), ...tables).filter((text) => text.includes('= 3'));
    expect(rows.map((text) => text.slice(0, text.indexOf(':')))).toEqual(['received', 'granted', 'total']);
  });

  test('keep their blanks', () => {
    expect(
      read(
        line('二、主动公开政府信息情况'),
        ...row('规章', '0', '', '0'),
        ...row('行政规范性文件', '6', '0', ''),
        ...row('行政许可', '3'),
      ).slice(1),
    ).toEqual(['regulations: 规章 = 0||0', 'normative-documents: 行政规范性文件 = 6|0|', 'licensing: 行政许可 = 3']);
  });

  test('with a label hand no value to the row of another', () => {
    const rows = read(
      line('二、主动公开政府信息情况'),
      ...row('规章'),
      ...row('行政规范性文件', '3', '1', '12'),
      ...row('行政许可', '3'),
      ...row('行政处罚', '4'),
    );
    expect(rows).toContain('regulations: 规章 = ');
    expect(rows).toContain('normative-documents: 行政规范性文件 = 3|1|12');
  });
});

test('a text with too much to choose from is none', () => {
  expect(recognise(streamOf([line('行政复议总计0'.repeat(40_000))]), standardForms(), null)).toBeNull();
});
