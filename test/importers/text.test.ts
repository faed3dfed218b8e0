import { describe, expect, test } from 'vitest';
import { decode } from '../../server/src/importers/decode.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { tableMarkup } from '../../server/src/report/markup.ts';
import { maxFileSize } from '../../server/src/text/limits.ts';
import { editions } from '../support/forms.ts';

function imported(text: string): Imported {
  const result = importText(text);
  if ('failure' in result) throw new Error(result.failure.en);
  return result;
}

/** The markup below a heading, without blank lines and padding. */
function below(heading: string, text: string): string {
  const { markup } = imported(text);
  const lines = markup.slice(markup.indexOf(heading)).split('\n').slice(1);
  return lines
    .filter((line) => line !== '')
    .map((line) => line.replace(/ +/g, ' '))
    .join('\n');
}

const requests = '三、收到和处理政府信息公开申请情况';
const disputes = '四、政府信息公开行政复议、行政诉讼情况';
const disclosure = '二、主动公开政府信息情况';

describe('rows', () => {
  test('of digits stuck together are parted where one way adds up', () => {
    expect(
      below(
        requests,
        `${requests}\n一、本年新收政府信息公开申请数量640020470\n二、上年结转政府信息公开申请数量0000000`,
      ),
    ).toContain('| 一、本年新收 | 64 | 0 | 0 | 2 | 0 | 4 | 70 |');
  });

  test('of digits stuck together stay blank, with the readings in a comment, where several add up', () => {
    const rows = below(
      disclosure,
      `${disclosure}\n第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件11125`,
    );
    expect(rows).toContain('| 规章 | 0 | 0 | 0 |');
    expect(rows).toContain(
      '// 待核：行政规范性文件：原文为“11125”，可能是 1 1 125 或者 1 11 25 或者 1 112 5 或者 11 1 25 或者 11 12 5',
    );
    expect(rows).toContain('| 行政规范性文件 | | | |');
  });

  test('that lost blank cells are placed by the columns, or are doubtful', () => {
    const text = `${requests}
| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
| 三、本年度办理结果 | （一）予以公开 | 4 | 4 |
| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |
| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |`;
    const rows = below(requests, text);
    expect(rows).toContain(
      '// 待核：（一）予以公开：原文为“4 4”，自然人、企业、科研、公益、法律服务、其他可能是 4 空 空 空 空 空 或者 空 4 空 空 空 空',
    );
    expect(rows).toContain('| （一）予以公开 | | | | | | | 4 |');
    expect(rows).toContain('| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |');
  });

  test('without any value are blank, not zero', () => {
    const { markup, notes } = imported(
      `${requests}\n一、本年新收政府信息公开申请数量\n3\n0\n0\n0\n0\n0\n3\n二、上年结转政府信息公开申请数量\n（七）总计\n3\n0\n0\n0\n0\n0\n3`,
    );
    expect(markup.replace(/ +/g, ' ')).toContain('| 二、上年结转 | | | | | | | |');
    expect(notes.map(({ kind }) => kind)).toContain('doubtful');
  });

  test('keep their numbers as they are written', () => {
    const rows = below(
      disclosure,
      `${disclosure}\n第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | 1,360件\n第二十条第（八）项\n信息内容 | 本年收费金额（单位：万元）\n行政事业性收费 | ３５．６`,
    );
    expect(rows).toContain('| 行政许可 | 1,360件 |');
    expect(rows).toContain('| 行政事业性收费 | ３５．６ |');
  });

  test('keep misspelt labels and heads, and lose spaces and breaks in the others', () => {
    const rows = below(
      disclosure,
      `${disclosure}\n第二十条第（一）项 |||\n信息内容 | 本年制发件数 | 本年度止件数 | 现行 有效件数\n规 章 | 0 | 0 | 0\n行政规范性文 | 2 | 0 | 9`,
    );
    expect(rows).toContain('| 第二十条第（一）项 | 本年制发 | 本年度止件数 | 现行有效 |');
    expect(rows).toContain('| 规章 | 0 | 0 | 0 |');
    expect(rows).toContain('| 行政规范性文 | 2 | 0 | 9 |');
  });

  test('of the form’s own fifteen values become three', () => {
    const rows = below(
      disputes,
      `${disputes}\n行政复议 |||| 行政诉讼 |||||||||\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |||| 复议后起诉 ||||\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n1 | 0 | 0 | 0 | 1 | 0 | 2 | 0 | 0 | 2 | 0 | 0 | 3 | 0 | 3 |`,
    );
    expect(rows).toContain(
      '| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n| 未经复议直接起诉 | 0 | 2 | 0 | 0 | 2 |\n| 复议后起诉 | 0 | 0 | 3 | 0 | 3 |',
    );
  });

  test('that stand side by side keep a misspelt name, as those below one another do', () => {
    const rows = below(
      disputes,
      `${disputes}\n行政复意 |||| 行政诉讼 |||||||||\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |||| 复议后起诉 ||||\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n1 | 0 | 0 | 0 | 1 | 0 | 2 | 0 | 0 | 2 | 0 | 0 | 3 | 0 | 3 |`,
    );
    expect(rows).toContain('| 行政复意 | 1 | 0 | 0 | 0 | 1 |\n| 未经复议直接起诉 | 0 | 2 | 0 | 0 | 2 |');
  });

  test('that the form doesn’t have are kept and declared', () => {
    const { markup } = imported(
      `${disclosure}\n第二十条第（一）项 |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n行政规范性文件 | 1 | 0 | 6 |\n其他主动公开文件 | 14 | 2 | 80 |`,
    );
    expect(markup).toContain('附加行: 其他主动公开文件');
    expect(markup.replace(/ +/g, ' ')).toContain('| 其他主动公开文件 | 14 | 2 | 80 |');
  });
});

describe('a table', () => {
  test('may run into the next heading', () => {
    const { markup } = imported(
      `${requests}\n一、本年新收政府信息公开申请数量 2 0 0 0 0 0 2\n四、结转下年度继续办理 0 0 0 0 0 0 0 四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n更新不够及时。`,
    );
    expect(markup).toMatch(/\n\n四、政府信息公开行政复议、行政诉讼情况\n\n五、/);
  });

  test('has its rows for what they are, not for headings', () => {
    const text = editions[0]?.tables
      .map((table) => tableMarkup(table, 'official', () => '0').replace(/^\| | \|$/gm, ''))
      .join('\n');
    expect(imported(text ?? '').markup).not.toMatch(/^一、本年新收/m);
  });
});

describe('what is around the report', () => {
  test('is left out, and what it tells is kept', () => {
    const { markup, notes } = imported(`首页 > 政务公开 > 年报
索 引 号: QH01/2025-00003 | 发文机关: 青禾镇人民政府 | 文 号: |
2024年度政府信息公开工作报告如下。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。
一、总体情况
全年公开信息30条。
六、其他需要报告的事项
无。
上一篇：关于清明防火的通告
【打印】 【关闭】`);
    expect(markup).toBe(`---
机关: 青禾镇人民政府
年度: 2024
---
2024年度政府信息公开工作报告如下。本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。

一、总体情况

全年公开信息30条。

六、其他需要报告的事项

无。
`);
    expect(notes.filter(({ kind }) => kind === 'dropped')).toHaveLength(1);
  });

  test.each([
    '首页 / 政务公开 / 年报 / 正文',
    '首页 → 年报 → 正文',
    '• 备注/文号：青府〔2025〕1号',
    '供稿单位：党政办',
  ])('%s is left out as well', (line) => {
    const { markup } = imported(`${line}\n青禾镇2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息30条。\n`);
    expect(markup).toBe('# 青禾镇2024年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息30条。\n');
  });

  test.each([
    '青禾镇人民政府\n2024年政府信息公开工作年度报告\n发布时间：2025-01-20 09:12:00\n青禾镇人民政府2024年政府信息公开工作年度报告',
    '青禾镇人民政府2024年政府信息公开工作年度报告\n\n青禾镇人民政府\n\n2024年政府信息公开工作年度报告',
    '青禾镇人民政府\n2024年政府信息公开工作\n年度报告\n青禾镇人民政府2024年政府信息公开\n工作年度报告',
  ])('a title in several lines is one, and said twice is one', (title) => {
    expect(imported(`${title}\n一、总体情况\n有序推进。`).markup).toBe(
      '# 青禾镇人民政府2024年政府信息公开工作年度报告\n\n一、总体情况\n\n有序推进。\n',
    );
  });

  test('text that markup would take for something else is escaped', () => {
    expect(imported('青禾镇2024年政府信息公开工作年度报告\n一、总体情况\n// 网址见附件\n#政务公开#').markup).toContain(
      '\\// 网址见附件\n\n\\#政务公开#',
    );
  });

  test('front matter of a text that is markup already stays', () => {
    const markup =
      '---\n年度: 2024\n附加行: 其他\n---\n# 青禾镇人民政府政府信息公开工作年度报告\n\n一、总体情况\n\n有序推进。\n';
    expect(imported(markup).markup).toBe(markup);
  });
});

describe('wrapped lines', () => {
  const paragraph =
    '青禾镇认真贯彻落实政府信息公开条例，坚持以公开为常态、不公开为例外，围绕群众关心的事项主动公开政府信息，不断完善公开制度，规范公开流程，提高公开质量，全年通过各类平台公开政府信息126条，其中政策文件12条，工作动态98条，其他16条，群众查询更加方便。为方便群众获取信息，在便民服务大厅设置公开查阅点，配备查询设备和工作人员，全年接待查询210人次，解答咨询96人次，群众满意率持续提高。';
  const lines = (text: string): string => (text.match(/.{1,28}/g) ?? []).join('\n');

  test('become paragraphs again, without spaces and page numbers', () => {
    const pages = `青禾镇2024年政府信息公开工作年度报告\n一、总体情况\n${lines(paragraph)}\n（一）主动公开情况\n${lines(paragraph)}`;
    const marked = pages
      .split('\n')
      .flatMap((line, i) => (i % 6 === 5 ? [`${line}- ${(i + 1) / 6} -`] : [line]))
      .join('\n');
    expect(imported(marked).markup).toBe(
      `# 青禾镇2024年政府信息公开工作年度报告\n\n一、总体情况\n\n${paragraph}\n\n（一）主动公开情况\n\n${paragraph}\n`,
    );
  });

  test('are left alone where lines aren’t wrapped', () => {
    const { markup } = imported(
      `青禾镇2024年政府信息公开工作年度报告\n一、总体情况\n${paragraph}\n更新及时，\n内容完整。`,
    );
    expect(markup).toContain('更新及时，\n\n内容完整。');
  });
});

describe('bytes', () => {
  const text = '青禾镇2024年政府信息公开工作年度报告\n一、总体情况\n';

  test('are UTF-8 with or without a mark', () => {
    const bytes = new TextEncoder().encode(text);
    expect(decode(bytes)).toEqual({ text, encoding: 'utf-8', notes: [] });
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes)).text).toBe(text);
  });

  test('are UTF-16 where a mark says so', () => {
    const little = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    expect(decode(little)).toMatchObject({ text, encoding: 'utf-16le' });
  });

  test('are else GB18030, and it is said', () => {
    const found = decode(Uint8Array.of(0xc7, 0xe0, 0xba, 0xcc, 0xd5, 0xf2, 0x31));
    expect(found).toMatchObject({ text: '青禾镇1', encoding: 'gb18030' });
    expect(found.notes.map(({ kind }) => kind)).toEqual(['guessed']);
  });
});

describe('refused', () => {
  test.each([
    ['nothing', ' \n\t'],
    ['another text', '今天天气晴。\n明天有雨。\n\n第一章 总则'],
    ['a text longer than any report', '一、总体情况\n'.repeat(maxFileSize / 4)],
    ['lines without end', '0\n'.repeat(maxFileSize / 4)],
  ])('%s, with a reason in both languages', (_, text) => {
    const result = importText(text);
    expect('failure' in result && result.failure.zh.length > 4 && result.failure.en.length > 4).toBe(true);
  });
});

test('a no-break space in running text is a space; all else of a sentence stays', () => {
  const { markup } = imported(
    '青禾镇2023年政府信息公开工作年度报告\n\n一、总体情况\n\n通过\u00a0WeChat\u00a0公开信息 170\u00a0条。\n\n五、存在的主要问题及改进情况\n\n无。',
  );
  expect(markup).toContain('\n通过 WeChat 公开信息 170 条。\n');
});
