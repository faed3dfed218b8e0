import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { csv } from '../../server/src/exporters/csv.ts';
import { html } from '../../server/src/exporters/html.ts';
import { json } from '../../server/src/exporters/json.ts';
import { completion } from '../../server/src/features/completion.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { formsOf, parsePack } from '../../server/src/forms/index.ts';
import type { Pack } from '../../server/src/forms/pack.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { newReport } from '../../server/src/report/skeleton.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { cleanReport, withLine } from '../features/support.ts';
import { expanded } from './expanded.ts';

/** What a made-up province asks of its offices. */
const source = {
  name: '青岚省',
  applies: { bodies: ['青禾'], years: { first: 2022, last: null } },
  rows: [
    {
      table: 'requests',
      after: 'refused.administrative-query',
      id: 'refused.local',
      label: '9.本省规定的其他情形',
      aliases: ['9.本省其他情形'],
      description: { zh: '本省规定不予公开的其他情形。', en: 'Refused on other grounds that the province has.' },
    },
    {
      table: 'requests',
      after: 'carried-forward',
      id: 'local.telephone',
      label: '五、电话咨询数量',
      description: '接到的电话咨询。',
    },
    {
      editions: ['2021'],
      table: 'disclosure',
      after: 'normative-documents',
      id: 'local.notices',
      label: '其他主动公开文件',
    },
  ],
  labels: [{ table: 'disclosure', row: 'licensing', aliases: ['行政审批'] }],
  headings: [{ section: 'problems', variants: ['短板和弱项'] }],
  words: { bodyEndings: ['驿站'] },
  limits: { problems: 800 },
  rules: { 'row-label': 'off' },
};

const pack = packOf(source);
const forms = formsOf([pack]);
const fitting = forms.fitting('青禾镇人民政府', 2023);
const below = (start: string, row: string, text = cleanReport): string => {
  const line = text.split('\n').find((each) => each.startsWith(start)) ?? '';
  return withLine(start, `${line}\n${row}`, text);
};
const extended = [
  ['| 8.属于行政查询事项', '| 9.本省规定的其他情形 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |'],
  ['| 四、结转下年度', '| 五、电话咨询数量 | 7 | 2 | 0 | 0 | 0 | 0 | 9 |'],
  ['| 行政规范性文件', '| 其他主动公开文件 | 3 | 0 | 3 |'],
].reduce((text, [start = '', row = '']) => below(start, row, text), cleanReport);

function packOf(value: unknown): Pack {
  const { pack: read, problems } = parsePack(value);
  expect(problems).toEqual([]);
  if (!read) throw new Error('no pack');
  return read;
}

function findings(text: string, of = forms): readonly string[] {
  return check(subjectOf(readReport(text, of))).findings.map(({ code, data }) => `${code} ${data?.row ?? ''}`.trim());
}

describe('a province’s rows', () => {
  test('are unknown to the form as prescribed', () => {
    expect(findings(extended, formsOf()).filter((each) => each.startsWith('unknown-row'))).toHaveLength(3);
  });

  test('are read and say nothing', () => {
    expect(findings(extended)).toEqual(findings(cleanReport, formsOf()));
    expect(readReport(extended, forms).tables.map(({ rows }) => rows.get('local.telephone')?.cells.length)).toContain(
      7,
    );
  });

  test('are missing where a report lacks them', () => {
    expect(findings(cleanReport).filter((each) => each.startsWith('missing-row'))).toHaveLength(3);
  });

  test('take part in the relations of rows, and of columns where they stand under the group that is summed up', () => {
    const wrong = extended.replace('| 7 | 2 | 0 | 0 | 0 | 0 | 9 |', '| 7 | 2 | 0 | 0 | 0 | 0 | 8 |');
    expect(findings(wrong)).toContain('applicant-total local.telephone');
    const outcomes = fitting.newest.table('requests')?.relations.find(({ code }) => code === 'outcome-total')?.right;
    expect(outcomes).toContain('refused.local');
    expect(outcomes).not.toContain('local.telephone');
    const more = extended.replace(
      '9.本省规定的其他情形 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '9.本省规定的其他情形 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
    );
    expect(findings(more)).toContain('outcome-total total');
  });

  test('are exported', () => {
    const report = readReport(extended, forms);
    expect(JSON.parse(json.write(report)).values.requests['local.telephone']).toEqual([7, 2, 0, 0, 0, 0, 9]);
    expect(JSON.parse(json.write(report)).values.disclosure['local.notices']).toEqual({
      made: 3,
      repealed: 0,
      'in-force': 3,
    });
    expect(
      csv
        .write(report)
        .split('\n')
        .filter((line) => line.includes(',local.telephone,total,9')),
    ).toHaveLength(1);
    expect(html.write(report)).toContain('五、电话咨询数量');
  });

  test('are completed', () => {
    const at = extended.indexOf('| 五、电话咨询');
    const text = `${extended.slice(0, at)}| 五${extended.slice(extended.indexOf('\n', at))}`;
    const snapshot = createSnapshot('file:///a.nianbao', 1, text, forms);
    const items = completion(snapshot, { offset: at + 3, language: 'zh', settings: { rules: {} }, snippets: false });
    expect(items.map(({ label }) => label)).toContain('五、电话咨询数量');
  });

  test('stand in a new report', () => {
    const text = newReport({ body: '青禾镇人民政府', year: 2024, forms });
    expect(text).toMatch(/\n\| 四、结转下年度 .*\n\| 五、电话咨询数量 /);
    expect(text).toMatch(/\n\| 8\.行政查询事项 .*\n\| 9\.本省规定的其他情形 /);
  });

  test('stand in the official layout, which stays a rectangle', () => {
    for (const table of fitting.tables) {
      const grid = expanded(table.layout);
      const width = grid[0]?.length;
      expect(grid.filter((line) => line.length !== width || line.includes(undefined))).toEqual([]);
      const texts = table.layout.flat().flatMap(({ text }) => text ?? []);
      for (const { line } of table.lines) expect(texts.filter((text) => text === line.label)).toHaveLength(1);
    }
  });

  test('stand in the editions that the pack names, else in each that has their place', () => {
    const has = (id: string, row: string) => fitting.byId(id)?.tables.some((table) => table.row(row) !== null);
    expect(['2021', '2019'].map((id) => [has(id, 'local.notices'), has(id, 'local.telephone')])).toEqual([
      [true, true],
      [false, true],
    ]);
  });
});

describe('for whom a pack is', () => {
  test.each([
    ['another body', extended.replaceAll('青禾镇', '云岭乡')],
    ['an earlier year', extended.replaceAll('2023', '2021')],
  ])('%s is not', (_, text) => {
    expect(readReport(text, forms).forms.packs).toEqual([]);
  });

  test('its reports have it, and so does a new text of theirs', () => {
    const report = readReport(extended, forms);
    expect(report.forms.packs).toEqual([pack]);
    expect(readReport(extended, report.forms).edition).toBe(report.edition);
    expect(readReport(`---\n格式: ${report.edition.id}\n---\n一、总体情况`, report.forms.settled()).edition).toBe(
      report.edition,
    );
  });
});

test('a pack’s labels, headings, words, limits and severities hold', () => {
  const text = extended.replace('| 行政许可', '| 行政审批').replace('五、存在的主要问题及改进情况', '五、短板和弱项');
  const report = readReport(text, forms);
  expect(report.sections.map(({ definition }) => definition?.id)).toContain('problems');
  expect(report.tables.some(({ rows }) => rows.get('licensing')?.labels[0]?.match === 'variant')).toBe(true);
  expect(findings(text).filter((each) => each.startsWith('row-label'))).toEqual([]);
  expect(forms.words.endsAsBody('青禾驿站')).toBe(true);
  expect(report.forms.limits).toEqual({ problems: 800 });
  const settings = { rules: { 'row-label': 'hint' as const } };
  expect(check(subjectOf(report, { settings })).findings.map(({ code }) => code)).toContain('row-label');
});

test('a suppression of a rule that a pack turns off is not called unused', () => {
  const text = cleanReport.replace('| 行政许可', '// nianbao-ignore row-label: 已核实\n| 行政许可');
  expect(check(subjectOf(readReport(text))).findings.map(({ code }) => code)).toContain('unused-suppression');
  expect(findings(text).filter((each) => each.startsWith('unused-suppression'))).toEqual([]);
});

test('rows below the same row follow in the order of the pack', () => {
  const row = (id: string) => ({ table: 'disputes', after: 'reconsideration', id, label: `复议${id}` });
  const lines = formsOf([packOf({ name: '甲', rows: [row('a'), row('b')] })])
    .fitting(null, null)
    .newest.table('disputes')?.lines;
  expect(lines?.map(({ line }) => line.id).slice(0, 3)).toEqual(['reconsideration', 'a', 'b']);
});

describe('what is wrong in a pack is said, and the rest holds', () => {
  const row = { table: 'requests', after: 'received', id: 'x', label: '某行' };
  test.each([
    ['no JSON', '{', ''],
    ['no object', [], ''],
    ['no name', {}, 'name'],
    ['an unknown key', { name: '甲', row: [] }, 'row'],
    ['no list', { name: '甲', rows: row }, 'rows'],
    ['a row without a label', { name: '甲', rows: [{ ...row, label: 3 }] }, 'rows[0].label'],
    ['an unknown table', { name: '甲', rows: [{ ...row, table: '三' }] }, 'rows[0].table'],
    ['an unknown row above', { name: '甲', rows: [{ ...row, after: '?' }] }, 'rows[0]'],
    ['an id that is taken', { name: '甲', rows: [row, { ...row, label: '别的行' }] }, 'rows[1]'],
    ['a label that is taken', { name: '甲', rows: [{ ...row, label: '（七）总计' }] }, 'rows[0]'],
    [
      'a group torn apart',
      { name: '甲', rows: [{ ...row, after: 'refused.stability', parent: 'outcomes' }] },
      'rows[0]',
    ],
    ['a group elsewhere', { name: '甲', rows: [{ ...row, parent: 'declined' }] }, 'rows[0]'],
    ['an edition without the table', { name: '甲', rows: [{ ...row, editions: ['2008'] }] }, 'rows[0].editions'],
    [
      'a label of nothing',
      { name: '甲', labels: [{ table: 'requests', column: '?', aliases: [] }] },
      'labels[0].column',
    ],
    ['an unknown part', { name: '甲', headings: [{ section: '?', variants: [] }] }, 'headings[0].section'],
    ['an unknown list of words', { name: '甲', words: { verbs: [] } }, 'words.verbs'],
    ['a word that is none', { name: '甲', words: { remarks: [1] } }, 'words.remarks'],
    ['years that are none', { name: '甲', applies: { years: { first: '今年' } } }, 'applies.years'],
    ['a limit that is none', { name: '甲', limits: { other: '多' } }, 'limits.other'],
    ['a severity that is none', { name: '甲', rules: { 'row-label': 'loud' } }, 'rules.row-label'],
  ])('%s', (_, value, path) => {
    const { problems } = parsePack(value);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    for (const { message } of problems) expect(message.zh !== '' && message.en !== '').toBe(true);
  });

  test('a wrong row leaves the others', () => {
    const { pack: read } = parsePack({ name: '甲', rows: [{ ...row, id: 3 }, row] });
    expect(read?.rows.map(({ id }) => id)).toEqual(['x']);
  });
});
