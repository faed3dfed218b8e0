import { expect, test } from 'vitest';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import type { Language } from '../../server/src/text/language.ts';
import { cleanReport, uri, withLine } from './support.ts';

interface Options {
  readonly language?: Language;
  readonly commands?: boolean;
}

/** The lenses, each behind the beginning of the line that it stands over. */
function lensesOf(text: string, { language = 'zh', commands = false }: Options = {}): readonly string[] {
  const lines = text.split('\n');
  return codeLenses(createSnapshot(uri, 1, text), { language, settings: { rules: {} }, commands }).map(
    ({ range, command }) => {
      const { title, command: run } = command ?? { title: '', command: '' };
      return `${lines[range.start.line]?.slice(0, 8)} ← ${title}${run === '' ? '' : ` [${run}]`}`;
    },
  );
}

const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 2 | 6 |');
const blank = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 |  | 2 | 6 |');
const holds = /← (?:勾稽关系|Relations|All relations)/;
const relations = (text: string, options?: Options) =>
  lensesOf(text, options).flatMap((lens) => (holds.test(lens) ? [lens.replace(/^.*← /, '')] : []));

test('over the report what is left to mend', () => {
  expect(lensesOf(cleanReport)[0]).toBe('# 青禾镇人民政 ← 没有要改的');
  expect(lensesOf(wrong)[0]).toBe('# 青禾镇人民政 ← 待处理：错误 1 处');
  expect(lensesOf(wrong, { language: 'en' })[0]).toBe('# 青禾镇人民政 ← To do: 1 error');
  expect(lensesOf(blank)[0]).toBe('# 青禾镇人民政 ← 待处理：警告 1 处');
});

const dueOf = (body: string, language: Language = 'zh') =>
  lensesOf(`# ${body}2023年政府信息公开工作年度报告\n`, { language })
    .map((lens) => lens.replace(/^.*← /, ''))
    .filter((lens) => /公布|Due/.test(lens));

test('by when it is due: departments in January, governments of counties and above in March, towns unsaid', () => {
  expect(dueOf('云岭县水利局')).toEqual(['2024年1月31日以前公布']);
  expect(dueOf('云岭县人民政府')).toEqual(['2024年3月31日以前公布']);
  expect(dueOf('云岭县人民政府', 'en')).toEqual(['Due by 2024-03-31']);
  expect(dueOf('云岭县青禾镇人民政府')).toEqual([]);
  expect(dueOf('云岭县青禾街道办事处')).toEqual([]);
});

test('over each table whether its relations hold', () => {
  expect(relations(cleanReport)).toEqual(['勾稽关系全部相符', '勾稽关系全部相符', '勾稽关系全部相符']);
  expect(relations(wrong)[2]).toBe('勾稽关系：1 处不符；2 处相符');
  expect(relations(wrong, { language: 'en' })[2]).toBe('Relations: 1 doesn’t hold, 2 hold');
  expect(relations(blank)[2]).toBe('勾稽关系：1 处缺数，未核对；2 处相符');
});

test('commands only where the client has them; totals are worked out again only where a relation does not hold', () => {
  const run = (text: string) =>
    lensesOf(text, { commands: true }).flatMap((lens) => (lens.endsWith(']') ? [lens.replace(/^.*← /, '')] : []));
  expect(run(cleanReport)).toEqual(['没有要改的 [nianbao.showProblems]', '填报表单 [nianbao.openForm]']);
  expect(run(wrong).at(-1)).toBe('重算总计 [nianbao.recomputeTotals]');
  expect(lensesOf(wrong).filter((lens) => lens.endsWith(']'))).toEqual([]);
});

test('where a value is blank, zeros and totals are offered, of that table', () => {
  const lenses = codeLenses(createSnapshot(uri, 1, blank), { language: 'zh', settings: { rules: {} }, commands: true });
  const fills = lenses.filter(({ command }) => command?.command === 'nianbao.fillBlanks');
  const head = blank.split('\n').findIndex((line) => line.includes('结果维持'));
  expect(fills.map(({ range, command }) => [range.start.line, command?.title])).toEqual([[head, '空格补 0 并求和']]);
  expect(fills[0]?.command?.arguments).toEqual([fills[0]?.range]);
});

test('the command for totals tells the table', () => {
  const lenses = codeLenses(createSnapshot(uri, 1, wrong), {
    language: 'zh',
    settings: { rules: {} },
    commands: true,
  });
  const [scope, range] =
    lenses.find(({ command }) => command?.command === 'nianbao.recomputeTotals')?.command?.arguments ?? [];
  const head = wrong.split('\n').findIndex((line) => line.includes('结果维持'));
  expect([scope, range.start.line]).toEqual(['table', head]);
});

test('a second table of a form gets none', () => {
  const at = cleanReport.indexOf('四、');
  const again = `${cleanReport.slice(0, at)}${cleanReport.slice(at).replace(/\n\n五、/, (end) => `\n\n${table()}${end}`)}`;
  expect(relations(again)).toHaveLength(3);
});

function table(): string {
  const lines = cleanReport.split('\n');
  const first = lines.findIndex((line) => line.includes('结果维持'));
  return lines.slice(first, first + 4).join('\n');
}
