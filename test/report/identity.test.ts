import { describe, expect, test } from 'vitest';
import { readReport } from '../../server/src/report/bind.ts';

/** `body | year source | title` */
function identity(text: string): string {
  const { body, year, title } = readReport(text);
  return `${body?.text ?? '-'} | ${year ? `${year.value} ${year.source}` : '-'} | ${title?.text ?? '-'}`;
}

describe('title, body and year', () => {
  test.each([
    ['# 青禾镇2023年政府信息公开工作年度报告', '青禾镇 | 2023 title | 青禾镇2023年政府信息公开工作年度报告'],
    ['青禾镇 2023 年政府信息公开工作年度报告', '青禾镇 | 2023 title | 青禾镇 2023 年政府信息公开工作年度报告'],
    ['青禾镇二〇二二年政府信息公开工作年度报告', '青禾镇 | 2022 title | 青禾镇二〇二二年政府信息公开工作年度报告'],
    ['2021年度青禾镇政府信息公开工作年度报告', '青禾镇 | 2021 title | 2021年度青禾镇政府信息公开工作年度报告'],
    [
      '云岭县财政局\n2023年政府信息公开工作年度报告',
      '云岭县财政局 | 2023 title | 云岭县财政局2023年政府信息公开工作年度报告',
    ],
    [
      '云岭县财政局\n2023年政府信息公开\n工作年度报告',
      '云岭县财政局 | 2023 title | 云岭县财政局2023年政府信息公开工作年度报告',
    ],
    [
      '云岭县财政局2023年\n政府信息公开工作\n年度报告',
      '云岭县财政局 | 2023 title | 云岭县财政局2023年政府信息公开工作年度报告',
    ],
    [
      '云岭县财政局\n\n政府信息公开工作\n\n2023年年度报告',
      '云岭县财政局 | 2023 title | 云岭县财政局政府信息公开工作2023年年度报告',
    ],
    [
      '2023年度\n云岭县财政局\n政府信息公开工作年度报告',
      '云岭县财政局 | 2023 title | 2023年度云岭县财政局政府信息公开工作年度报告',
    ],
    [
      '云岭县财政局2023年政府信息公开工作年度报\n告',
      '云岭县财政局 | 2023 title | 云岭县财政局2023年政府信息公开工作年度报告',
    ],
    ['现将情况报告\n告', '- | - | -'],
    ['政府信息公开\n云岭县财政局2023年年度报告', '云岭县财政局 | 2023 title | 云岭县财政局2023年年度报告'],
    ['云岭县财政局\n年度报告\n一、总体情况', '- | - | -'],
    ['云岭县财政局\n2023年年度报告', '云岭县财政局 | 2023 title | 云岭县财政局2023年年度报告'],
    ['云岭县财政局\n2023年\n年度报告', '云岭县财政局 | 2023 title | 云岭县财政局2023年年度报告'],
    // dates, issues and columns of a site above are no part of it
    [
      '2024年1月20日\n云岭县财政局\n政府信息公开工作年度报告',
      '云岭县财政局 | - | 云岭县财政局政府信息公开工作年度报告',
    ],
    ['2024年1月20日\n云岭县财政局政府信息公开工作年度报告', '云岭县财政局 | - | 云岭县财政局政府信息公开工作年度报告'],
    ['2024年第3期\n云岭县财政局\n政府信息公开工作年度报告', '云岭县财政局 | - | 云岭县财政局政府信息公开工作年度报告'],
    ['云岭县人民政府政府信息公开网\n2023年年度报告', '- | 2023 title | 2023年年度报告'],
    [
      '云岭县政府信息公开专栏\n年度报告\n云岭县财政局2023年政府信息公开工作报告',
      '云岭县财政局 | 2023 title | 云岭县财政局2023年政府信息公开工作报告',
    ],
    ['青禾镇2023年度政府信息公开工作报告', '青禾镇 | 2023 title | 青禾镇2023年度政府信息公开工作报告'],
    [
      '云岭县水利局关于2023年政府信息公开工作情况的报告',
      '云岭县水利局 | 2023 title | 云岭县水利局关于2023年政府信息公开工作情况的报告',
    ],
    [
      '云岭县水利局政府信息公开工作2023年度报告',
      '云岭县水利局 | 2023 title | 云岭县水利局政府信息公开工作2023年度报告',
    ],
    [
      '云岭县政务公开办公室2023年政府信息公开工作年度报告',
      '云岭县政务公开办公室 | 2023 title | 云岭县政务公开办公室2023年政府信息公开工作年度报告',
    ],
    ['青禾镇人民政府\n2020年政府信息公开年报', '青禾镇人民政府 | 2020 title | 青禾镇人民政府2020年政府信息公开年报'],
    // the usual ending goes before others
    [
      '2022年政府信息公开工作报告\n青禾镇2023年政府信息公开工作年度报告',
      '青禾镇 | 2023 title | 青禾镇2023年政府信息公开工作年度报告',
    ],
    // sentences, breadcrumbs and names without a year are no titles
    ['现将2022年政府信息公开工作情况报告', '- | 2022 preface | -'],
    ['首页 > 2022年政府信息公开年报', '- | 2022 preface | -'],
    ['政府信息公开年报', '- | - | -'],
    ['一段话。\n\n青禾镇政府信息公开工作年度报告', '青禾镇 | - | 青禾镇政府信息公开工作年度报告'],
    [
      '首页 > 公开 > 政府信息公开年度报告\n青禾镇2020年政府信息公开工作年度报告',
      '青禾镇 | 2020 title | 青禾镇2020年政府信息公开工作年度报告',
    ],
  ])('%s', (text, expected) => {
    expect(identity(text)).toBe(expected);
  });

  test('the front matter comes before title and preface', () => {
    const text = '---\n机关: 青禾镇人民政府\n年度: 2024\n---\n# 青禾镇2023年政府信息公开工作年度报告';
    expect(identity(text)).toBe('青禾镇人民政府 | 2024 front-matter | 青禾镇2023年政府信息公开工作年度报告');
  });

  test('the preface tells the year where no title does', () => {
    expect(identity('现将2022年度政府信息公开工作情况报告如下：\n\n一、总体情况')).toBe('- | 2022 preface | -');
    expect(identity('统计期限自 2023 年 1 月 1 日起至 2023 年 12 月 31 日止。\n一、总体情况')).toBe(
      '- | 2023 preface | -',
    );
    expect(identity('根据《条例》（2019年修订）编制。\n一、总体情况')).toBe('- | - | -');
  });

  test('metadata of a page tells the body, never the year', () => {
    expect(identity('索引号: QH01/2024-0001 | 发文机关: 青禾镇 |\n发布日期：2024年1月20日\n一、总体情况')).toBe(
      '青禾镇 | - | -',
    );
  });

  test('a label, a path or a cell of metadata is no title; what follows a label is one where the text has none', () => {
    const path = '本地目录: gk/nb/51_青禾县2022年政府信息公开工作年度报告';
    const title = '青禾县2022年政府信息公开工作年度报告';
    expect(identity(`标题: ${title}\n${path}\n一、总体情况`)).toBe(`青禾县 | 2022 title | ${title}`);
    expect(identity(`${path}\n文件：${title}\n一、总体情况`)).toBe(`青禾县 | 2022 title | ${title}`);
    expect(identity(`索引号 | QH/51 | 发文字号 | |\n标 题 | ${title} | ||\n一、总体情况`)).toBe(
      `青禾县 | 2022 title | ${title}`,
    );
    expect(identity(`标题: 青禾县年报\n${title}\n一、总体情况`)).toBe(`青禾县 | 2022 title | ${title}`);
  });

  test('spans are places in the text', () => {
    const text = '\n  青禾镇 2023 年政府信息公开工作年度报告\n';
    const { body, year, title } = readReport(text);
    const slice = (part: { span: { start: number; end: number } } | null) =>
      part && text.slice(part.span.start, part.span.end);
    expect([slice(body), slice(year), slice(title)]).toEqual([
      '青禾镇',
      '2023',
      '青禾镇 2023 年政府信息公开工作年度报告',
    ]);
  });
});
