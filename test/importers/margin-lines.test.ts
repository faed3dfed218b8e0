// Prose that a margin broke, as a PDF's text has it, beside rows that are longer than its lines.
import { expect, test } from 'vitest';
import { mendedLines } from '../../server/src/importers/text/broken-lines.ts';
import { importText } from '../../server/src/importers/text.ts';
import { displayWidth } from '../../server/src/text/display-width.ts';
import { sampleForm } from '../support/forms.ts';
import { tabRows } from '../support/shapes.ts';
import { keyOf, placesOf, sampleReport } from './sample-report.ts';

const MARGIN = 58;
const paragraphs = [
  '2023年，青禾镇按照《中华人民共和国政府信息公开条例》的规定，围绕群众关心的农房建设、养老助餐和农村道路等事项开展政府信息公开工作，把公开贯穿决策、执行、管理、服务、结果各个环节，让群众看得到、听得懂、能监督。',
  '（一）主动公开。全年通过云岭县人民政府网站青禾镇专栏公开信息214条，其中政策文件18条、财政信息26条、重点民生项目170条；在镇便民服务中心电子屏和12个村务公开栏同步张贴，方便不上网的老年人随时查看，做到应公开尽公开。',
  '（二）依申请公开。畅通当面、信函和网络三种申请渠道，由镇党政办公室统一登记、审核和答复，法律顾问对每件答复逐一把关，答复书统一编号归档，申请人对答复内容有疑问的由经办人当面解释说明，全部在法定期限内办结。',
];

/** The lines of a paragraph, each as long as the margin lets it. */
function broken(paragraph: string): readonly string[] {
  const lines = [''];
  for (const character of paragraph) {
    const last = lines.at(-1) ?? '';
    if (displayWidth(last + character) > MARGIN) lines.push(character);
    else lines[lines.length - 1] = last + character;
  }
  return lines;
}

test('lines that a margin broke are put together, though most have the same length and rows are longer', () => {
  const zeros = new Map(placesOf(sampleForm).map((place) => [keyOf(place), 0]));
  const report = sampleReport(sampleForm, tabRows, zeros);
  const lines = paragraphs.flatMap(broken);
  expect(Math.max(...report.split('\n').map(({ length }) => length))).toBeGreaterThan(MARGIN / 2 + 2);
  const imported = importText(report.replace(/　　本年度[^\n]*\n[^\n]*/, lines.join('\n')));
  const markup = 'markup' in imported ? imported.markup.split('\n') : [];
  expect(markup).toEqual(expect.arrayContaining([...paragraphs]));
});

const prose = `根据有关规定编制本报告。${paragraphs.join('')}`;

/** The lines of rows in a text every line of which was broken after so many characters, put together again. */
function mendedRows(rows: readonly string[], margin: number): readonly string[] {
  const text = ['青禾镇人民政府年度报告', prose, '三、收到和处理政府信息公开申请情况', ...rows].join('\n');
  const broken = text.replace(new RegExp(`[^\\n]{${margin}}(?=[^\\n])`, 'g'), '$&\n');
  return mendedLines(broken.split('\n')).slice(-rows.length);
}

test.each([
  ['TABs at both sides of the break', '5.要求行政机关确认或重新出具已获取信息\t\t', '\t\t0\t0\t0\t1'],
  ['values behind TABs', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t', '0\t2\t0\t\t\t2'],
  ['a cell between bars that is wider than a line', '| （一）予以公开 |            ', `${' '.repeat(50)}| 0 | 0 |`],
])('a row is put together whole: %s', (_, start, end) => {
  const next = '四、结转下年度继续办理\t0\t0\t0\t0';
  expect(mendedRows([start + end, next], start.length)).toEqual([start + end, next]);
});
