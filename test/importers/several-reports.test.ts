import { describe, expect, test } from 'vitest';
import { importReport } from '../../server/src/importers/index.ts';
import type { Imported, ImportFailure } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { judge } from '../support/tearing/judge.ts';
import { randomFrom } from '../support/tearing/random.ts';
import { shapes } from '../support/tearing/shapes.ts';
import { damages, type Torn, tear } from '../support/tearing/torn.ts';
import { makeDocx, p, tbl, tc } from './make-docx.ts';

function reportsOf(result: Imported | ImportFailure): readonly Imported[] {
  if ('failure' in result) throw new Error(result.failure.zh);
  return result.reports ?? [];
}

const titlesOf = (result: Imported | ImportFailure): readonly (string | undefined)[] =>
  reportsOf(result).map(({ markup }) => readReport(markup).title?.text);

const report = (body: string, year = 2023): string =>
  `${body}${year}年政府信息公开工作年度报告\n本报告由${body}编制。\n一、总体情况\n公开信息3条。\n五、存在的主要问题及改进情况\n解读形式单一。\n六、其他需要报告的事项\n无\n`;

describe('reports of several bodies in one text', () => {
  /** Reports of three bodies, each with its own figures. */
  const torn = (shape: string, damage: string | null): readonly Torn[] =>
    [8, 15, 22].flatMap((seed) => {
      const [wanted, by] = [shapes.find(({ name }) => name === shape), damages.find(({ name }) => name === damage)];
      return wanted ? [tear(randomFrom(seed), wanted, by ?? null)] : [];
    });

  test.each([
    ['canonical', null],
    ['TABs', 'metadata above'],
    ['Markdown', null],
    ['cell a line', null],
    ['spaces', 'wrap 20'],
    ['glued rows', 'one line'],
    ['spaces', 'one line, spaces'],
    ['full-width bars', 'traditional'],
  ])('come in each by itself: %s, %s', (shape, damage) => {
    const whole = torn(shape, damage);
    const reports = reportsOf(
      importText(whole.map(({ text }) => text).join(damage?.startsWith('one line') ? '' : '\n')),
    );
    const verdicts = whole.map((each, i) => judge(each, reports[i] ?? { failure: { zh: '', en: '' } }));
    expect(reports).toHaveLength(whole.length);
    expect(verdicts.flatMap(({ faults }) => faults)).toEqual([]);
    expect(verdicts.map(({ isFramed }) => isFramed)).toEqual([true, true, true]);
  });

  test('are one below the other in one file, and stay so', () => {
    const whole = importText(['青禾镇', '云溪镇'].map((body) => report(body)).join('\n'));
    if ('failure' in whole) throw new Error(whole.failure.zh);
    expect(whole.markup).toMatch(/^# 青禾镇[\s\S]*\n\n# 云溪镇/);
    const again = importText(whole.markup);
    expect('markup' in again && again.markup).toBe(whole.markup);
  });

  test.each([
    ['of several years', [report('青禾镇', 2022), report('青禾镇', 2023)], 2],
    ['with the name of the body on a line of its own', [report('青禾镇\n'), report('云溪镇\n')], 2],
    ['with marks of Markdown', [`# ${report('青禾镇')}`, `# ${report('云溪镇')}`], 2],
    ['that is there twice is one', [report('青禾镇'), report('青禾镇')], 0],
    [
      'with a list of its parts is one',
      [`青禾镇2023年政府信息公开工作年度报告\n目录\n一、总体情况\n六、其他需要报告的事项\n`, report('青禾镇')],
      0,
    ],
    [
      'that names another in a sentence is one',
      [report('青禾镇').replace('无', '请一并参阅云溪镇2023年政府信息公开工作年度报告。'), ''],
      0,
    ],
  ])('%s', (_, texts, count) => {
    expect(reportsOf(importText(texts.join('\n')))).toHaveLength(count);
  });

  test('take what a page says above each with them', () => {
    const page = (body: string): string =>
      `标题：${body}2023年政府信息公开工作年度报告\n发布时间：2024-01-15\n来源：${body}\n${report(body)}`;
    const [first, second] = reportsOf(importText(page('青禾镇') + page('云溪镇')));
    expect(first?.markup).not.toContain('云溪镇');
    expect(second?.notes.map(({ message }) => message.zh).join()).toContain('来源：云溪镇');
  });
});

test('reports of several bodies in one docx come in each by itself', async () => {
  const paragraphs = (body: string): string =>
    report(body)
      .trim()
      .split('\n')
      .map((text) => p(text))
      .join('') + tbl([tc('第二十条第（五）项'), tc('本年处理决定数量')], [tc('行政许可'), tc('7')]);
  const result = await importReport(makeDocx(paragraphs('青禾镇') + paragraphs('云溪镇') + paragraphs('临江镇')));
  expect(titlesOf(result)).toEqual(
    ['青禾镇', '云溪镇', '临江镇'].map((body) => `${body}2023年政府信息公开工作年度报告`),
  );
});
