import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { cornerIn, labelIn } from '../../server/src/forms/labels.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { labelIndex } from '../../server/src/report/label-index.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { canonical } from '../../server/src/text/canonical.ts';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { withoutOrdinal } from '../../server/src/text/ordinals.ts';
import { fixed } from '../support/fixes.ts';
import { editions } from '../support/forms.ts';

const tables = editions.flatMap((edition) =>
  edition.tables.map((table) => ({ name: `${edition.id} ${table.id}`, table, edition })),
);

/** Every text that is one edit away: a character lost, doubled, changed, or changed places with the next. */
function misspellings(text: string): readonly string[] {
  const characters = [...text];
  return characters.flatMap((character, i) => {
    const [before, after] = [characters.slice(0, i).join(''), characters.slice(i + 1).join('')];
    return [
      before + after,
      before + character + character + after,
      ...['青', '其', '二', '2', '（'].map((other) => before + other + after),
      before + after.slice(0, 1) + character + after.slice(1),
    ];
  });
}

describe.each(tables)('$name', ({ table, edition }) => {
  test('a short label is longer than no official one, and no character of it is of ambiguous width', () => {
    const pairs = [
      ...[...table.lines.map(({ line }) => line), ...table.columns].map((of) => [labelIn('short', of), of.label]),
      ...table.blocks.map((block) => [cornerIn('short', block), block.corner || '　　'] as const),
    ];
    for (const [short = '', official = ''] of pairs) {
      expect(displayWidth(short), short).toBe(displayWidth(short, 2));
      expect(displayWidth(short), short).toBeLessThanOrEqual(displayWidth(official));
    }
  });

  test('no two rows have one short label without their ordinals, nor two columns', () => {
    for (const items of [table.lines.map(({ line }) => line), table.columns]) {
      const bare = items.map((item) => withoutOrdinal(canonical(labelIn('short', item))));
      expect(bare.filter((text, i) => bare.indexOf(text) !== i)).toEqual([]);
    }
  });

  test('a misspelt short label is that of its row, or of none', () => {
    const { rows, near } = labelIndex(table);
    for (const { line } of table.lines) {
      for (const text of misspellings(canonical(labelIn('short', line))).map(canonical)) {
        const found = rows.get(text) ?? near(text, line.parent);
        expect(found?.definition.id ?? line.id, text).toBe(line.id);
      }
    }
  });

  test('a misspelt short head is that of its column, or of none', () => {
    for (const block of table.blocks) {
      const columns = table.columnsOf(block);
      const heads = columns.map((column) => labelIn('short', column));
      for (const [i, head] of heads.entries()) {
        for (const text of misspellings(head).filter((each) => !each.includes('|'))) {
          const header = [cornerIn('short', block), ...heads.with(i, text)].join(' | ');
          const rows = block.lines.map(
            (line) => `| ${[line.label, ...(line.kind === 'row' ? columns.map(() => '0') : [])].join(' | ')} |`,
          );
          const section = edition.section(table.section);
          const report = readReport(
            `---\n格式: ${edition.id}\n---\n${'一二三四五六'[(section?.ordinal ?? 1) - 1]}、${section?.title}\n| ${header} |\n${rows.join('\n')}\n`,
          );
          const [first] = report.tables[0]?.lines ?? [];
          const known =
            first?.kind === 'header' ? first.heads.find(({ cell }) => cell.text === text.trim())?.official : null;
          const column = columns[i];
          if (known != null && !columns.some((other) => other !== column && canonical(other.label) === canonical(text)))
            expect([text, known]).toEqual([text, column?.label]);
        }
      }
    }
  });

  test('says nothing of labels', () => {
    const section = edition.section(table.section);
    const text = `---\n格式: ${edition.id}\n---\n${'一二三四五六'[(section?.ordinal ?? 1) - 1]}、${section?.title}\n\n${tableMarkup(table, 'short', () => '0')}\n`;
    const codes = check(subjectOf(readReport(text))).findings.map(({ code }) => code);
    expect(codes.filter((code) => /-(?:label|row|order)$/.test(code))).toEqual([]);
  });
});

describe('a label in a group', () => {
  const under = (group: string, label: string) => {
    const [row] =
      readReport(
        `三、收到和处理政府信息公开申请情况\n| ${group} |\n| ${label} | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n`,
      ).tables[0]?.rows.keys() ?? [];
    return row;
  };

  test('one character away from one there is that one, though it may be a cut of another’s', () => {
    expect(under('（六）其他处理', '2.其他')).toBe('other.other');
    expect(under('（三）不予公开', '2.其他')).toBe('refused.forbidden-by-law');
  });

  test('that is another’s, word for word, is that other’s', () => {
    expect(under('（六）其他处理', '2.重复申请')).toBe('declined.repeated');
  });
});

describe('labels are mended in the style that the table has', () => {
  const part = '---\n年度: 2023\n---\n三、收到和处理政府信息公开申请情况\n';
  const zeros = '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |';

  test('a row’s', () => {
    const report = (other: string) => `${part}| ${other} ${zeros}\n| 7.行政执法案倦 ${zeros}\n`;
    expect(fixed('row-label', report('1.国家秘密'))[0]).toContain('| 7.行政执法案卷 |');
    expect(fixed('row-label', report('1.属于国家秘密'))[0]).toContain('| 7.属于行政执法案卷 |');
  });

  test('where it has none that tells, in that of the report', () => {
    const report = (head: string) =>
      `---\n年度: 2023\n---\n二、主动公开政府信息情况\n| 第二十条第（六）项 | ${head} |\n| 行政处罚 | 1 |\n${part.slice(part.indexOf('三、'))}| 7.行政执法案倦 ${zeros}\n`;
    expect(fixed('row-label', report('本年处理决定'))[0]).toContain('| 7.行政执法案卷 |');
    expect(fixed('row-label', report('本年处理决定数量'))[0]).toContain('| 7.属于行政执法案卷 |');
  });

  test('heads', () => {
    const report = (head: string) =>
      `${part}| 表三 | 自然人 | ${head} | 科研 | 公益 | 法率服务 | 其他 | 总计 |\n| （七）总计 ${zeros}\n`;
    expect(fixed('column-label', report('企业'))[0]).toContain('| 公益 | 法律服务 | 其他 |');
    const official = report('商业企业')
      .replace('科研', '科研机构')
      .replace('公益', '社会公益组织')
      .replace('法率服务', '法率服务机构')
      .replace('表三', '项目');
    expect(fixed('column-label', official)[0]).toContain('| 社会公益组织 | 法律服务机构 | 其他 |');
  });

  test('rows that are inserted', () => {
    const report = (first: string, head: string) =>
      `${part}| ${head} | 总计 |\n| ${first} ${zeros}\n| （七）总计 ${zeros}\n`;
    expect(fixed('missing-row', report('一、本年新收', '表三 | 自然人 | 企业'))[0]).toContain('\n| 二、上年结转 ');
    expect(fixed('missing-row', report('一、本年新收政府信息公开申请数量', '项目 | 自然人 | 商业企业'))[0]).toContain(
      '\n| 二、上年结转政府信息公开申请数量 ',
    );
  });
});
