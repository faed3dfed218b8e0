import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { html } from '../../server/src/exporters/html.ts';
import { preview, type ReportPreview } from '../../server/src/features/preview.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { withLine } from './support.ts';

function previewOf(text: string): ReportPreview {
  return preview(createSnapshot('file:///a.nianbao', 1, text), { language: 'zh', settings: defaultSettings });
}

const disputes = `# 青禾镇2023年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况

|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议 | 1 | 0 | 0 | 0 | 2 |
| 未经复议直接起诉 | 0 | 0 | 0 | 0 | 0 |
| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |
`;

/** The source of the cells with numbers, and of the text of all blocks. */
function cellTexts(text: string, { blocks }: ReportPreview, block: number): readonly string[] {
  const { cells = [], span } = blocks[block] ?? {};
  const start = span?.start ?? 0;
  return cells.flatMap((from, i) =>
    i % 2 === 0 && from >= 0 ? [text.slice(start + from, start + (cells[i + 1] ?? 0))] : [],
  );
}

describe('blocks', () => {
  test('know where their cells stand in the source', () => {
    const shown = previewOf(disputes);
    const table = shown.blocks.findIndex(({ html }) => html.includes('<table'));
    const values = cellTexts(disputes, shown, table).filter((text) => /^\d$/.test(text));
    expect(values).toEqual(['1', '0', '0', '0', '2', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0']);
  });

  test('of body and date at the end tell where they stand on paper, as the page does', () => {
    const text = `${disputes}\n六、其他需要报告的事项\n\n无。\n\n云岭县青禾镇人民政府\n\n2024年1月12日\n`;
    const rights = previewOf(text).blocks.flatMap(({ html }) => /data-right="([\d.]+)"/.exec(html)?.[1] ?? []);
    // Ten characters, and a date of six and a half that begins two after them.
    expect(rights).toEqual(['2', '3.5']);
    const page = html.write(readReport(text));
    expect([...page.matchAll(/--right:([\d.]+)em/g)].map(([, right]) => right)).toEqual(rights);
  });

  test('do not change when the text before them does', () => {
    const before = previewOf(disputes).blocks.slice(1);
    const after = previewOf(disputes.replace('青禾镇', '青禾镇人民政府')).blocks.slice(1);
    expect(after.map(({ html, cells }) => ({ html, cells }))).toEqual(
      before.map(({ html, cells }) => ({ html, cells })),
    );
  });

  test('hold no HTML of the report', () => {
    const hostile = `${disputes}\n<script>alert(1)</script>\n\n| <img src=x onerror=alert(2)> | "' onfocus=alert(3) |\n`;
    const html = previewOf(hostile)
      .blocks.map((block) => block.html)
      .join('');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<(?:script|img)/);
    expect(html).not.toMatch(/<[^>]*onfocus/);
  });
});

describe('cells of the form', () => {
  const cells = (text: string): readonly string[] =>
    previewOf(text).blocks.flatMap(({ html }) => html.match(/<td[^>]*>/g) ?? []);

  test('tell their place, and whether they are totals', () => {
    const [first = '', ...others] = cells(disputes);
    expect(first).toContain(' data-row="reconsideration" data-column="upheld"');
    expect([first, ...others].filter((cell) => cell.includes(' data-total'))).toHaveLength(3);
  });

  test('of a row with a wrong count of values tell that they can’t be edited', () => {
    const locked = cells(disputes.replace('| 1 | 0 | 0 | 0 | 2 |', '| 1 | 0 |')).filter((cell) =>
      cell.includes('locked'),
    );
    expect(locked).toEqual([expect.stringContaining(' data-locked="count"')]);
  });

  test('of a row that is none of the form’s, and of a second table, neither', () => {
    const extra = disputes.replace('| 复议后起诉', '| 其他案件 | 1 | 0 | 0 | 0 | 1 |\n| 复议后起诉');
    expect(cells(extra).filter((cell) => cell.includes('data-locked="extra"')).length).toBeGreaterThan(0);
    const [, table = ''] = disputes.split('情况\n\n');
    const twice = cells(`${disputes}\n两张表。\n\n${table}`);
    expect(twice.filter((cell) => cell.includes('data-locked="repeat"'))).toHaveLength(15);
  });

  test('of a table that its part lacks are there, blank, and stand nowhere in the source', () => {
    const bare = disputes.replace(/\|.*\n/g, '');
    const { blocks } = previewOf(bare);
    const at = blocks.findIndex(({ html }) => html.includes('<table'));
    expect(blocks[at - 1]?.html).toContain('四、');
    expect(blocks[at]?.span).toBeNull();
    expect(new Set(blocks[at]?.cells)).toEqual(new Set([-1]));
    expect(cells(bare).filter((cell) => cell.includes(' data-row='))).toHaveLength(15);
  });
});

describe('findings', () => {
  test('are at the cell that is wrong', () => {
    const shown = previewOf(disputes);
    const found = shown.findings.find(({ code }) => code === 'dispute-total');
    expect(found).toMatchObject({ severity: 'error', where: 'cell', suppressed: null });
    const cells = shown.blocks[found?.block ?? -1]?.html.split(/<t[hd][ >]/).slice(1) ?? [];
    expect(cells[found?.cell ?? -1]).toMatch(/>2<\/td>/);
  });

  test('that are suppressed come with their reason', () => {
    const text = disputes.replace('| 行政复议', '// nianbao-ignore dispute-total: 已核实\n| 行政复议');
    expect(previewOf(text).findings.find(({ code }) => code === 'dispute-total')).toMatchObject({
      suppressed: '已核实',
    });
  });

  test('about what is missing stand before the block where it would be', () => {
    const shown = previewOf(`---\n年度: 二\n---\n${disputes}`);
    const before = shown.findings.filter(({ where }) => where === 'before');
    expect(before.map(({ code, block }) => [code, block])).toContainEqual(['front-matter', 0]);
  });
});

test('a number of the text is linked to its cell, and whether both agree', () => {
  const said = (text: string) => {
    const report = withLine('（二）', text);
    return previewOf(report).links.map(({ number, cells, agrees }) => [
      report.slice(number.start, number.end),
      cells.map(({ start, end }) => report.slice(start, end)),
      agrees,
    ]);
  };
  expect(said('（二）依申请公开。本年新收政府信息公开申请8件。')).toContainEqual(['8', ['8'], true]);
  expect(said('（二）依申请公开。本年新收政府信息公开申请9件。')).toContainEqual(['9', ['8'], false]);
});

test.each(corpus.map(({ name, text }) => [name, text] as const))('%s: every finding has its place', (_, text) => {
  const { blocks, findings } = previewOf(text);
  for (const { cells, html } of blocks) {
    const count = html.includes('<table') ? html.split(/<t[hd][ >]/).length - 1 : 0;
    expect(cells).toHaveLength(2 * count);
  }
  for (const { where, block, cell } of findings) {
    expect(block).toBeLessThanOrEqual(blocks.length);
    if (where === 'cell') expect(blocks[block]?.cells[2 * (cell ?? -1)]).toBeGreaterThanOrEqual(0);
    else expect(cell).toBeNull();
    if (where === 'block') expect(blocks[block]?.span).not.toBeNull();
  }
});
