import { describe, expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';
import { canonicalTable } from '../../server/src/report/canonical-table.ts';
import { formatting } from '../../server/src/report/format.ts';
import { diffReports, isSame } from '../../server/src/tasks/diff.ts';
import { alignment } from '../../server/src/tasks/diff-alignment.ts';
import { diffPage } from '../../server/src/tasks/diff-html.ts';
import { textOf, tokensOf } from '../../server/src/tasks/diff-tokens.ts';
import { Revision } from '../../server/src/text/edit.ts';
import { corpus } from '../support/corpus.ts';

const qinghe = corpus.find(({ name }) => name === 'examples/青禾镇-2023')?.text ?? '';
const received = (count: string) => qinghe.replace(/(一、本年新收 *\| *)6/, `$1${count}`);

const differ = (before: string, after: string) => diffReports(readReport(before), readReport(after));

describe('the tokens of a report', () => {
  test.each(corpus)('are all of its text: $name', ({ text }) => {
    expect(tokensOf(readReport(text)).map(textOf).join('')).toBe(text);
  });
});

describe('an alignment', () => {
  const aligned = (before: string, after: string) =>
    [...alignment([...before].map(token), [...after].map(token))].map((at) => after[at] ?? '-').join('');
  const token = (id: string) => ({ id, weight: id === '.' ? 1 : 8 });

  test('finds again as much as can be kept in order', () => {
    expect(aligned('abcd', 'axcd')).toBe('a-cd');
    expect(aligned('aab', 'ab')).toBe('a-b');
    expect(aligned('', 'abc')).toBe('');
  });

  test('prefers what weighs more', () => {
    expect(aligned('x.y..', '..xy')).toBe('x-y--');
  });
});

describe('a difference', () => {
  test('is told by row and column, with the change in percent', () => {
    const { values, texts, headings } = differ(qinghe, received('12'));
    expect(values).toMatchObject([
      {
        table: 'requests',
        row: 'received',
        column: 'person',
        before: { text: '6' },
        after: { text: '12' },
        difference: 6,
        percent: 100,
      },
    ]);
    expect([texts, headings]).toEqual([[], []]);
  });

  test('is told by sentence, in its part', () => {
    const { values, texts } = differ(qinghe, qinghe.replace('每周推送一期', '每周推送两期'));
    expect(values).toEqual([]);
    expect(texts).toEqual([
      {
        kind: 'sentence',
        section: 'overview',
        heading: '一、总体情况',
        before: [
          { text: '专栏按机构职能、规划计划、重点领域重新归类，“青禾发布”公众号每周推送一期政策问答。', line: 18 },
        ],
        after: [
          { text: '专栏按机构职能、规划计划、重点领域重新归类，“青禾发布”公众号每周推送两期政策问答。', line: 18 },
        ],
      },
    ]);
  });

  test('is told of headings and front matter', () => {
    const { headings } = differ(
      qinghe,
      qinghe.replace('一、总体情况', '一、基本情况').replace('机关: 青禾镇', '机关: 青木镇'),
    );
    expect(headings.map(({ kind, before, after }) => [kind, before[0]?.text, after[0]?.text])).toEqual([
      ['entry', '机关: 青禾镇人民政府', '机关: 青木镇人民政府'],
      ['heading', '一、总体情况', '一、基本情况'],
    ]);
  });

  test('of a row that the form lacks, or that has a value too many, is told as text', () => {
    const more = qinghe.replace(/(\| 二、上年结转 .*\|)/, '$1 9 |\n| 另有一行 | 3 | 0 |');
    const { texts } = differ(qinghe, more);
    expect(texts.flatMap(({ kind, after }) => after.map(({ text }) => `${kind} ${text.replace(/\s+/g, '')}`))).toEqual([
      'row |二、上年结转|1|0|0|0|0|0|1|9|',
      'row |另有一行|3|0|',
    ]);
  });

  test.each(corpus)('there is none where a report was only formatted: $name', ({ text }) => {
    const report = readReport(text);
    const formatted = Revision.of(text).with(formatting(report)).text;
    expect(isSame(differ(text, formatted))).toBe(true);
  });

  test('there is none where tables are written another way', () => {
    const report = readReport(qinghe);
    const edits = report.tables.flatMap((table) => {
      const result = canonicalTable(report, table, 'official');
      return result.kind === 'edits' ? result.edits : [];
    });
    expect(edits.length).toBeGreaterThan(0);
    const official = Revision.of(qinghe).with(edits).text.replaceAll('\n', '\r\n').replace('214条', '２１４条');
    expect(isSame(differ(qinghe, official))).toBe(true);
  });

  test('between years is known as such', () => {
    const next = qinghe.replaceAll('2023', '2024');
    expect(differ(qinghe, next)).toMatchObject({ betweenYears: true, before: { year: 2023 }, after: { year: 2024 } });
  });
});

describe('a page of differences', () => {
  test('has the official form with what stood in each changed cell, and nothing of a report as HTML', () => {
    const after = received('12').replace('未发生责任追究情形。', '<script>1</script>。');
    const page = diffPage(readReport(qinghe), readReport(after), ['旧 <b>', '新'], 'zh');
    expect(page).toContain('<td class="value changed" headers');
    expect(page).toMatch(/class="value changed"[^>]*>12\n原 6\n\+6\n\+100%<\/td>/);
    expect(page).toContain('未发生责任追究情形。</del>\n<ins>');
    expect(page).toContain('&lt;script&gt;1&lt;/script&gt;。');
    expect(page).not.toMatch(/<b>|<script/);
  });
});
