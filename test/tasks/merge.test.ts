import { describe, expect, test } from 'vitest';
import { standardForms } from '../../server/src/forms/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { canonicalTable } from '../../server/src/report/canonical-table.ts';
import { mergeReports } from '../../server/src/tasks/merge.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { corpus } from '../support/corpus.ts';

const base = corpus.find(({ name }) => name === 'examples/青禾镇-2023')?.text ?? '';
const merge = (ours: string, theirs: string, from = base) =>
  mergeReports({ base: from, ours, theirs }, standardForms(), { ours: 'HEAD', theirs: '青木', size: 7 });
const received = (text: string, values: string) => text.replace(/(一、本年新收 *\|).*\|/, `$1 ${values} |`);
const row = (text: string) => text.split('\n').filter((line) => line.includes('本年新收') && line.startsWith('|'));

describe('a merge of reports', () => {
  test('takes the changes of different cells of one row', () => {
    const merged = merge(received(base, '7 | 1 | 0 | 0 | 1 | 0 | 8'), received(base, '6 | 1 | 0 | 0 | 1 | 0 | 9'));
    expect(merged?.conflicts).toBe(0);
    expect(row(merged?.text ?? '').map((line) => line.replace(/ +/g, ' '))).toEqual([
      '| 一、本年新收 | 7 | 1 | 0 | 0 | 1 | 0 | 9 |',
    ]);
  });

  test('marks a cell that both have changed, and nothing else of its row', () => {
    const merged = merge(received(base, '17 | 1 | 0 | 0 | 1 | 0 | 8'), received(base, '8 | 1 | 3 | 0 | 1 | 0 | 8'));
    expect(merged?.conflicts).toBe(1);
    expect(
      merged?.text
        .split('\n')
        .slice(37, 44)
        .map((line) => line.replace(/ +/g, ' ')),
    ).toEqual([
      '| 表三 | 自然人 | 企业 | 科研 | 公益 | 法律服务 | 其他 | 总计 |',
      '<<<<<<< HEAD',
      '| 一、本年新收 | 17 | 1 | 3 | 0 | 1 | 0 | 8 |',
      '=======',
      '| 一、本年新收 | 8 | 1 | 3 | 0 | 1 | 0 | 8 |',
      '>>>>>>> 青木',
      '| 二、上年结转 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
    ]);
    expect(readReport(merged?.text ?? '').conflicts).toHaveLength(1);
  });

  test('takes the changes of sentences beside each other, and marks the line of one that both have changed', () => {
    const ours = base.replace('配备专职人员1名', '配备专职人员2名');
    const theirs = base.replace('开展社会评议1次', '开展社会评议3次');
    const merged = merge(ours, theirs.replace('（五）监督保障。', '（五）监督与保障。'));
    expect(merged?.conflicts).toBe(0);
    expect(merged?.text).toContain('（五）监督与保障。镇党政办公室配备专职人员2名，');
    expect(merged?.text).toContain('；开展社会评议3次，');
    const marked = merge(
      ours,
      base.replace('配备专职人员1名', '配备专职人员3名').replace('社会评议1次', '社会评议3次'),
    );
    expect(marked?.conflicts).toBe(1);
    expect(marked?.text).toMatch(
      /<<<<<<< HEAD\n（五）.*专职人员2名.*评议3次.*\n=======\n（五）.*专职人员3名.*评议3次.*\n>>>>>>> 青木\n/,
    );
  });

  test('never takes layout for a conflict', () => {
    const report = readReport(base);
    const edits = report.tables.flatMap((table) => {
      const result = canonicalTable(report, table, 'official');
      return result.kind === 'edits' ? result.edits : [];
    });
    const official = Revision.of(base).with(edits).text.replaceAll('\n', '\r\n');
    const merged = merge(official, received(base, '7 | 1 | 0 | 0 | 1 | 0 | 8').replaceAll(/^\| (.*) \|$/gm, '$1'));
    expect(merged?.conflicts).toBe(0);
    expect(merged?.text).toMatch(/一、本年新收政府信息公开申请数量 *\| +7 \| .*\r\n/);
    expect(merged?.text).not.toMatch(/[^\r]\n/);
  });

  test('has a row of several rows’ values and three rows for the same', () => {
    const wide = base.replace(
      /\| 表四[\s\S]*?\n\n/,
      '| 行政复议 | 行政诉讼 |\n| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\n',
    );
    expect(readReport(wide).tables).toHaveLength(3);
    const merged = merge(
      base.replace(/(复议后起诉 *\| *)0/, '$17'),
      wide.replace('| 1 | 0 | 0 | 0 | 1 |', '| 4 | 0 | 0 | 0 | 1 |'),
      wide,
    );
    const cells = readReport(merged?.text ?? '').tables.at(-1)?.rows;
    expect(merged?.conflicts).toBe(0);
    expect(cells?.get('reconsideration')?.cells[0]?.value).toBe(4);
    expect(cells?.get('litigation-after-reconsideration')?.cells[0]?.value).toBe(7);
  });

  test('of a row that one has taken away and the other has changed is a conflict', () => {
    const without = base.replace(/\| 二、上年结转.*\n/, '');
    expect(merge(without, base)?.text).toBe(without);
    const merged = merge(without, base.replace(/(二、上年结转 *\| *)1/, '$12'));
    expect(merged?.conflicts).toBe(1);
    expect(merged?.text).toMatch(/<<<<<<< HEAD\n=======\n\| 二、上年结转.*\n>>>>>>> 青木\n\| 三、/);
  });

  test('of what both have added alike has it once', () => {
    const more = base.replace('（五）监督保障。', '（五）监督保障。新设监督电话1部。');
    expect(merge(more, more)?.text).toBe(more);
    const rows = base.replace(/(\| 二、上年结转.*\n)/, '$1| 附：受理 | 3 | 0 |\n');
    const merged = merge(rows, rows.replace('受理 | 3', '受理 | 4'));
    expect(merged?.conflicts).toBe(1);
    expect(merged?.text).toMatch(
      /<<<<<<< HEAD\n\| 附：受理 \| 3 \| 0 \|\n=======\n\| 附：受理 \| 4 \| 0 \|\n>>>>>>> 青木\n\| 三、/,
    );
  });

  test('is none where a version holds a conflict already', () => {
    expect(merge(`<<<<<<< a\n${base}`, base)).toBeNull();
  });
});
