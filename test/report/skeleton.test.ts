import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { areaPrompts, generalPrompt, sectionPrompts } from '../../server/src/forms/template.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { cellAt, countingTables, tableById } from '../../server/src/report/lookup.ts';
import { type NewReport, newReport } from '../../server/src/report/skeleton.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { editionForYear, editions } from '../support/forms.ts';

const examples = join(import.meta.dirname, '../../examples');
const read = (name: string): string => readFileSync(join(examples, name), 'utf8');
const town = read('青禾镇-2023.nianbao');
const department = read('云岭县财政局-2020.nianbao');
const free = read('石桥乡-2016.nianbao');

const body = '青禾镇人民政府';

/** How often each rule speaks, sorted. */
function counts(text: string): readonly string[] {
  const found = new Map<string, number>();
  for (const { code } of check(subjectOf(readReport(text))).findings) found.set(code, (found.get(code) ?? 0) + 1);
  return [...found].map(([code, count]) => `${code} ${count}`).sort();
}

function from(previous: string, options: Partial<NewReport> = {}): string {
  return newReport({ body, year: 2024, previous: readReport(previous), previousFile: '上年.nianbao', ...options });
}

/** The text without comments: all that would be published. */
function published(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n');
}

function values(text: string, row: string): readonly (number | null)[] {
  const table = tableById(readReport(text), 'requests');
  return (table?.rows.get(row)?.cells ?? []).map(({ value }) => value);
}

/** A text with every line that begins with `start` changed. */
function changed(text: string, start: string, change: (line: string) => string): string {
  const lines = text.split('\n');
  if (!lines.some((line) => line.startsWith(start))) throw new Error(`no line begins with ${start}`);
  return lines.map((line) => (line.startsWith(start) ? change(line) : line)).join('\n');
}

describe('without last year’s report', () => {
  test.each([
    [2024, ['blank-cell 3', 'unfilled-placeholder 8']],
    [2020, ['blank-cell 3', 'unfilled-placeholder 8']],
    [2012, ['unfilled-placeholder 6']],
  ])('%i: what is to be written is found, and nothing else', (year, expected) => {
    const text = newReport({ body, year });
    expect(counts(text)).toEqual(expected);
    const report = readReport(text);
    expect(report.edition).toBe(editionForYear(year));
    expect([report.body?.text, report.year?.value]).toEqual([body, year]);
    expect(report.title?.text).toBe(`${body}${year}年政府信息公开工作年度报告`);
  });

  test('every section is there under its official title, with its table', () => {
    for (const edition of editions) {
      const report = readReport(newReport({ body, year: edition.years.first }));
      expect(report.sections.map(({ definition, match }) => [definition?.id, match])).toEqual(
        edition.sections.length > 0
          ? edition.sections.map(({ id }) => [id, 'official'])
          : edition.contents.map(() => [undefined, 'none']),
      );
      expect(countingTables(report).map(({ definition }) => definition)).toEqual(edition.tables);
    }
  });

  test('the name of a body is one line, whatever was typed', () => {
    const report = readReport(newReport({ body: ' 青禾镇\n人民政府$& ', year: 2024 }));
    expect(report.body?.text).toBe('青禾镇 人民政府$&');
  });
});

test('every prompt is reported as long as it stands', () => {
  const prompts = [
    ...Object.values(areaPrompts),
    ...Object.values(sectionPrompts)
      .flat()
      .map(({ text }) => text),
  ];
  for (const prompt of [...prompts, generalPrompt]) {
    const text = `一、总体情况\n\n【待填写：${prompt}】\n`;
    const [found] = check(subjectOf(readReport(text))).findings.filter(({ code }) => code === 'unfilled-placeholder');
    expect(text.slice(found?.span.start, found?.span.end)).toBe(`【待填写：${prompt}】`);
  }
});

describe('from last year’s report', () => {
  const renewed = from(town);

  test('what is to be written is found, and no more than a few things', () => {
    expect(counts(renewed)).toEqual(['blank-cell 3', 'unfilled-placeholder 8']);
  });

  test('the front matter names last year’s file', () => {
    expect(renewed.split('\n').slice(0, 5)).toEqual([
      '---',
      `机关: ${body}`,
      '年度: 2024',
      '上年: 上年.nianbao',
      '---',
    ]);
    expect(from(town, { previousFile: '' })).not.toContain('上年:');
  });

  test('结转下年度 becomes 上年结转 in all columns, and no other number is carried', () => {
    expect(values(renewed, 'carried-over')).toEqual(values(town, 'carried-forward'));
    const filled = readReport(renewed).tables.flatMap(({ rows }) =>
      [...rows.values()].flatMap(({ cells }) => cells.filter(({ value }) => value !== null).map(({ row }) => row.id)),
    );
    expect(new Set(filled)).toEqual(new Set(['carried-over']));
  });

  test.each([
    ['a blank', (line: string) => line.replace(/\|\s+1 \|$/, '|   |')],
    ['a text', (line: string) => line.replace(/\|\s+1 \|/, '| 若干 |')],
    ['a decimal', (line: string) => line.replace(/\|\s+1 \|/, '| 1.5 |')],
    ['a column too few', (line: string) => line.replace(/\|\s+0 \|/, '|')],
  ])('%s among them: none is carried, and a comment says so', (_, change) => {
    const text = from(changed(town, '| 四、结转下年度', change));
    expect(values(text, 'carried-over')).toEqual(Array(7).fill(null));
    expect(text).toMatch(/^\/\/ “二、上年结转.*”没有填：.*有空白或认不出的数（.+）/m);
  });

  test('last year’s stock stands in a comment', () => {
    expect(renewed).toContain(
      '\n// 上年现行有效：规章0、行政规范性文件9；今年应为：上年＋制发－废止\n| 第二十条第（一）项',
    );
  });

  test('nothing of last year’s text would be published', () => {
    const old = readReport(town);
    const prose = old.tree.lines
      .filter(({ kind }) => kind === 'text' || kind === 'subsection' || kind === 'item')
      .map(({ span }) => town.slice(span.start, span.end));
    const sentences = prose
      .flatMap((line) => line.split(/[。；]/))
      .filter((text) => text.length > 12 && !/条例|统计期限|^（/.test(text));
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => published(renewed).includes(sentence))).toEqual([]);
    expect(sentences.filter((sentence) => !renewed.includes(sentence))).toEqual([]);
    expect(published(renewed)).not.toContain('2023');
  });

  test('its own wording of headings is kept where it is one in use', () => {
    const worded = town
      .replace('五、存在的主要问题及改进情况', '五、存在问题及改进措施')
      .replace('（四）政府信息公开平台建设。', '（四）平台建设情况：')
      .replace('（五）监督保障。', '（五）强化监督保障\n');
    const text = from(worded);
    expect(text).toMatch(/^五、存在问题及改进措施$/m);
    expect(text).toMatch(/^（四）平台建设情况：【待填写：政府网站/m);
    expect(text).toMatch(/^（五）强化监督保障\n【待填写：组织领导.*\n\/\/ 上年：镇党政办公室/m);
  });

  test('a heading that is misspelt, dated or a sentence gives way to the official one', () => {
    const worded = town
      .replace('二、主动公开政府信息情况', '二、主动公开政府政府信息情况')
      .replace('六、其他需要报告的事项', '六、2023年其他需要报告的事项')
      .replace('（一）主动公开。', '（一）2023年主动公开信息214条，比上年多')
      .replace('（三）政府信息管理。', '（三）政府信息管理十二条。');
    const text = from(worded);
    expect(text).toMatch(/^二、主动公开政府信息情况$/m);
    expect(text).toMatch(/^六、其他需要报告的事项$/m);
    expect(text).toMatch(/^（一）主动公开。?\n?【待填写：/m);
    expect(text).toMatch(/^（三）政府信息管理。【待填写：/m);
    expect(published(text)).not.toMatch(/2023|十二条/);
  });

  test('an area that last year’s report had no heading for gets one, in its place', () => {
    const without = changed(town, '（三）政府信息管理', () => '')
      .replace('（四）', '（三）')
      .replace('（五）', '（四）');
    expect(from(without)).toMatch(/^（三）政府信息管理。【待填写：.*\n\n（四）政府信息公开平台建设。/m);
  });

  test('headings of the part on problems are last year’s content unless they name what belongs there', () => {
    const worded = town.replace(
      /^一年来主要存在/m,
      '（一）公开内容不够全面。详见通报。\n（二）改进措施。一年来主要存在',
    );
    const text = from(worded);
    expect(published(text)).not.toContain('不够全面');
    expect(text).toMatch(/^（二）改进措施。【待填写：针对.*\n\/\/ 上年：一年来/m);
    expect(text).toMatch(/^（一）存在的主要问题。【待填写：本年工作中存在的主要问题】$/m);
  });

  test('its title is kept with the new year, where that is all that changes', () => {
    expect(from(town.replace('# 青禾镇人民政府2023年', '# 青禾镇2023年'))).toContain(
      '\n# 青禾镇2024年政府信息公开工作年度报告\n',
    );
    expect(from(town.replace('# 青禾镇人民政府2023年', '# 青禾镇关于2022和2023年'))).toContain(`\n# ${body}2024年`);
  });

  test('comments, suppressions and repeated parts of last year are left behind', () => {
    const noted = town.replace(
      '一、总体情况',
      '一、总体情况\n\n// 待局长审\n// nianbao-ignore stale-year: 已核实\n\\// nianbao-ignore x: y',
    );
    const text = from(`${noted}\n\n${noted.slice(noted.indexOf('一、'))}`);
    expect(text).not.toContain('待局长审');
    expect(readReport(text).tree.lines.some(({ kind }) => kind === 'suppression')).toBe(false);
    expect(text.match(/围绕群众关心/g)).toHaveLength(1);
  });

  test('rows declared in the front matter stay, blank', () => {
    const declared = changed(
      town.replace('年度: 2023', '年度: 2023\n附加行: 其他主动公开文件'),
      '| 行政规范性文件 ',
      (line) => `${line}\n| 其他主动公开文件 | 5 | 1 | 9 |`,
    );
    const text = from(declared);
    expect(text).toContain('附加行: 其他主动公开文件\n---');
    expect(text).toMatch(/^\| 行政规范性文件 .*\n\| 其他主动公开文件\s+\|\s+\|\s+\|\s+\|\n\| 第二十条第（五）项/m);
    expect(counts(text)).toEqual(['blank-cell 3', 'unfilled-placeholder 8']);
  });

  test('parts that the form doesn’t have end as comments', () => {
    const text = from(`${town}\n七、附表说明\n\n附表由党政办公室整理。\n`);
    expect(text.trimEnd().endsWith('// 上年：七、附表说明\n// 上年：附表由党政办公室整理。')).toBe(true);
  });
});

describe('not last year’s report of the same body', () => {
  test.each([
    ['an earlier year', { year: 2026 }, /所用的是2023年的报告，不是上年的。它的“四、结转.*”是：自然人1、/],
    ['another body', { body: '云岭县财政局' }, /所用的报告的机关是“青禾镇人民政府”。/],
  ])('%s: nothing is carried, and the comment says why', (_, options, comment) => {
    const text = from(town, options);
    expect(values(text, 'carried-over')).toEqual(Array(7).fill(null));
    expect(text).toMatch(comment);
    expect(text).not.toMatch(/上年现行有效|^上年:/m);
  });

  test('another body’s report of whatever year gives its title away', () => {
    const text = from(town, { body: '河湾镇人民政府', year: 2026 });
    expect(text).toContain('\n# 河湾镇人民政府2026年政府信息公开工作年度报告\n');
  });

  test('a year that isn’t known', () => {
    const undated = town.replace('年度: 2023\n', '').replaceAll('2023年', '');
    const text = from(undated);
    expect(values(text, 'carried-over')).toEqual(Array(7).fill(null));
    expect(text).toContain('没有写年度');
  });

  test('a shorter name of the same body is the same body', () => {
    expect(values(from(town, { body: '青禾镇' }), 'carried-over')[6]).toBe(1);
  });
});

describe('last year’s report of another form', () => {
  test('2020 → 2021: rows that both have are carried, headings are kept, the stock is not compared', () => {
    const text = newReport({ body: '云岭县财政局', year: 2021, previous: readReport(department) });
    expect(counts(text)).toEqual(['blank-cell 3', 'unfilled-placeholder 8']);
    expect(values(text, 'carried-over')).toEqual([1, 0, 0, 0, 0, 0, 1]);
    expect(text).toMatch(/^（三）政府信息管理情况。【待填写/m);
    expect(text).not.toContain('现行有效：');
    expect(tableById(readReport(text), 'disclosure')?.edition.id).toBe(editionForYear(2021)?.id);
  });

  test('2018 → 2019: free headings go where their words belong, the rest to the end', () => {
    const text = newReport({ body: '石桥乡', year: 2019, previous: readReport(free.replaceAll('2016', '2018')) });
    expect(counts(text)).toEqual(['blank-cell 3', 'unfilled-placeholder 8']);
    expect(text).toMatch(/\/\/ 上年：全年主动公开政府信息96条.*\n\n三、收到和处理/);
    expect(text).toContain('// 上年：四、政府信息公开的收费及减免情况\n// 上年：全年未收取任何费用');
    const table = tableById(readReport(text), 'requests');
    expect(table && cellAt(table, 'carried-over', 'total')?.value).toBeNull();
  });

  test('2016 → 2017: free headings are kept', () => {
    const text = newReport({ body: '石桥乡', year: 2017, previous: readReport(free) });
    expect(readReport(text).sections.map(({ title }) => title.text)).toEqual(
      readReport(free).sections.map(({ title }) => title.text),
    );
    expect(counts(text)).toEqual(['unfilled-placeholder 7']);
  });
});

test('whatever last year’s text is, none of it would be published and the new report is read', () => {
  const lines = fc.constantFrom(
    ...[...town.split('\n'), '（一）', '一、', '三、本年度', '| |', '// x', '\\# y', '甲'.repeat(50)],
  );
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 40 }), fc.integer({ min: 2008, max: 2030 }), (old, year) => {
      const text = newReport({ body, year, previous: readReport(old.join('\n')) });
      const report = readReport(text);
      expect([report.year?.value, report.body?.text]).toEqual([year, body]);
      expect(published(text)).not.toMatch(/群众|甲甲|214条/);
      expect(counts(text).some((count) => count.startsWith('unfilled-placeholder'))).toBe(true);
    }),
    { numRuns: 200 },
  );
});
