import { expect, test } from 'vitest';
import { type ChecklistItem, checklist } from '../../server/src/features/checklist.ts';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import type { Language } from '../../server/src/text/language.ts';
import { cleanReport, uri, withLine } from './support.ts';

const marks = { done: '✓', todo: '○', wrong: '✗', note: 'i' } as const;

function checklistOf(text: string, language: Language = 'zh') {
  return checklist(createSnapshot(uri, 1, text), { language, settings: { rules: {} } });
}

/** The list as one sees it, below each other. */
function shown(items: readonly ChecklistItem[], indent = ''): readonly string[] {
  return items.flatMap(({ state, label, detail, children }) => [
    `${indent}${marks[state]} ${label}${detail === '' ? '' : ` [${detail}]`}`,
    ...shown(children, `${indent}  `),
  ]);
}

/** The line of the text that an item leads to. */
function goesTo(text: string, id: string): string {
  const find = (items: readonly ChecklistItem[]): ChecklistItem | undefined =>
    items.find((item) => item.id === id) ?? items.map(({ children }) => find(children)).find((item) => item);
  return text.split('\n')[find(checklistOf(text).items)?.range.start.line ?? -1] ?? '';
}

test('a clean report: title, the parts with their areas and tables, all done', () => {
  expect(checklistOf(cleanReport)).toMatchObject({ version: 1, name: '青禾镇人民政府 · 2023', open: 0 });
  expect(shown(checklistOf(cleanReport).items)).toEqual([
    '✓ 标题 [青禾镇人民政府2023年政府信息公开工作年度报告]',
    '✓ 一、总体情况',
    '  ✓ （一）主动公开',
    '  ✓ （二）依申请公开',
    '  ✓ （三）政府信息管理',
    '  ✓ （四）政府信息公开平台建设',
    '  ✓ （五）监督保障',
    '✓ 二、主动公开政府信息情况',
    '  ✓ 表二 [勾稽关系全部相符]',
    '✓ 三、收到和处理政府信息公开申请情况',
    '  ✓ 表三 [勾稽关系全部相符]',
    '✓ 四、政府信息公开行政复议、行政诉讼情况',
    '  ✓ 表四 [勾稽关系全部相符]',
    '✓ 五、存在的主要问题及改进情况',
    '✓ 六、其他需要报告的事项',
  ]);
});

test('what is wrong in a table stands below it, and its part is wrong', () => {
  const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 2 | 6 |');
  const [, , , , part] = checklistOf(wrong).items;
  expect(shown(part ? [part] : [])).toEqual([
    '✗ 四、政府信息公开行政复议、行政诉讼情况 [1 处要改]',
    '  ✗ 表四 [1 处要改]',
    expect.stringMatching(/^ {4}✗ .*总计.* \[第 \d+ 行\]$/),
  ]);
  expect(checklistOf(wrong).open).toBe(1);
});

test('what is blank or to be filled in is still to be written, not wrong', () => {
  const blank = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 |  | 2 | 6 |');
  expect(shown(checklistOf(blank).items)).toContain('  ○ 表四 [1 处待写]');
  const unfilled = cleanReport.replace('（二）依申请公开。', '（二）依申请公开。【待填写：申请】');
  expect(shown(checklistOf(unfilled).items)).toContain('  ○ （二）依申请公开 [1 处待写]');
});

test('a part that is absent, an area that is told nowhere', () => {
  const without = cleanReport.replace(/五、存在的主要问题及改进情况\n(?:.*\n)*(?=六、)/, '').replace(/（四）.*\n/, '');
  const lines = shown(checklistOf(without).items);
  expect(lines).toContain('○ 五、存在的主要问题及改进情况 [1 处待写]');
  expect(lines).toContain('  ○ （四）政府信息公开平台建设 [还没有写]');
  expect(goesTo(without, 'part problems')).toBe('六、其他需要报告的事项');
  expect(goesTo(without, 'area platform')).toBe('一、总体情况');
});

test('in an empty file everything is still to be written', () => {
  const { items } = checklistOf('');
  expect(items.map(({ state }) => state)).toEqual(['todo', 'todo', 'todo', 'todo', 'todo', 'todo', 'todo']);
  expect(items[1]?.children.every(({ state }) => state === 'todo')).toBe(true);
});

test('it leads to the headings, the tables and the findings', () => {
  expect(goesTo(cleanReport, 'part disputes')).toBe('四、政府信息公开行政复议、行政诉讼情况');
  expect(goesTo(cleanReport, 'area management')).toMatch(/^（三）政府信息管理/);
  expect(goesTo(cleanReport, 'table disputes')).toMatch(/结果维持/);
});

test('the deadline of who has one comes first', () => {
  const text = '# 云岭县水利局2023年政府信息公开工作年度报告\n';
  expect(shown(checklistOf(text).items)[0]).toBe('i 2024年1月31日以前公布');
  expect(shown(checklistOf(text, 'en').items)[0]).toBe('i Due by 2024-01-31');
});

test('where the form prescribes no parts, the headings of the report', () => {
  const text = '# 云岭县林业局2016年政府信息公开工作年度报告\n\n一、概述\n\n有序。\n\n二、依申请公开\n\n没有。\n';
  expect(shown(checklistOf(text).items).filter((line) => !line.startsWith(' '))).toEqual([
    'i 2017年3月31日以前公布',
    '✓ 标题 [云岭县林业局2016年政府信息公开工作年度报告]',
    '✓ 一、概述',
    '✓ 二、依申请公开',
  ]);
});

test('in English', () => {
  const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 2 | 2 | 6 |');
  const lines = shown(checklistOf(wrong, 'en').items);
  expect(lines[0]).toMatch(/^✓ Title/);
  expect(lines.find((line) => line.includes('Table 4') || line.includes('to mend'))).toMatch(/1 to mend/);
});

test('every finding stands in the list once', () => {
  const text = cleanReport.replace(/0/g, '1').replace(/三、/, '');
  const { findings } = createSnapshot(uri, 1, text).check();
  const flat = (items: readonly ChecklistItem[]): readonly ChecklistItem[] =>
    items.flatMap((item) => [item, ...flat(item.children)]);
  expect(flat(checklistOf(text).items).filter(({ kind }) => kind === 'finding')).toHaveLength(findings.length);
});
