import { describe, expect, test } from 'vitest';
import { fixed, offered } from '../support/fixes.ts';

const title = '# 青禾镇人民政府2023年政府信息公开工作年度报告\n';
const headings = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
] as const;

/** A report of headings alone, but for the text that stands below some of them. */
function report(lines: readonly string[]): string {
  return `${title}\n${lines.join('\n')}\n`;
}

describe('missing-title', () => {
  test('inserts the title below the front matter', () => {
    expect(fixed('missing-title', '---\n机关: 青禾镇人民政府\n年度: 2023\n---\n一、总体情况\n')).toEqual([
      '---\n机关: 青禾镇人民政府\n年度: 2023\n---\n\n# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n',
    ]);
  });

  test('offers nothing where the body is unknown', () => {
    expect(fixed('missing-title', '---\n年度: 2023\n---\n一、总体情况\n')).toEqual([]);
  });
});

describe('unknown-year', () => {
  test('declares the year that the text names most', () => {
    const text = '一、总体情况\n\n2023年公开120条，比2022年多。2023年没有收到申请。\n';
    expect(fixed('unknown-year', text)).toEqual([`---\n年度: 2023\n---\n\n${text}`]);
  });

  test('adds a line to the front matter that is there, to be filled in', () => {
    expect(fixed('unknown-year', '---\r\n机关: 青禾镇人民政府\r\n---\r\n一、总体情况\r\n')).toEqual([
      '---\r\n年度: \r\n机关: 青禾镇人民政府\r\n---\r\n一、总体情况\r\n',
    ]);
  });
});

describe('missing-section', () => {
  test.each(['（五）存在的主要问题及改进情况', '**五、存在的主要问题及改进情况**', '# 五、存在的主要问题及改进情况。'])(
    'makes %s the heading that it is meant as',
    (written) => {
      const lines: readonly string[] = headings.map((heading, i) => (i === 4 ? written : heading));
      expect(fixed('missing-section', report(lines))[0]).toBe(report(headings));
    },
  );

  test('inserts heading and blank table in their place', () => {
    const [one, two, three, , five, six] = headings;
    expect(fixed('missing-section', report([one, two, three, five, six]))).toEqual([
      `${title}
一、总体情况
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况

四、政府信息公开行政复议、行政诉讼情况

| 表四             | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 行政复议         |          |          |          |          |      |
| 未经复议直接起诉 |          |          |          |          |      |
| 复议后起诉       |          |          |          |          |      |

五、存在的主要问题及改进情况
六、其他需要报告的事项
`,
    ]);
  });

  test('appends the last section, with the line breaks of the text', () => {
    const text = report([...headings.slice(0, 5), '图解少。']).replaceAll('\n', '\r\n');
    expect(fixed('missing-section', text)).toEqual([`${text}\r\n六、其他需要报告的事项\r\n`]);
  });

  test('puts a lost heading above its table, and no second table', () => {
    const [one, two, three, four, five, six] = headings;
    const rows = ['行政复议', '未经复议直接起诉', '复议后起诉'].map((row) => `| ${row} | 0 | 0 | 0 | 0 | 0 |`);
    const table = ['|  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |', ...rows];
    expect(fixed('missing-section', report([one, two, three, '', ...table, five, six]))).toEqual([
      report([one, two, three, '', four, '', ...table, five, six]),
    ]);
  });

  test('numbers on the sections behind the one inserted', () => {
    const [one, two, three] = headings;
    const rest = ['四、存在的主要问题及改进情况', '五、其他需要报告的事项'];
    expect(fixed('missing-section', report([one, two, three, ...rest]))[0]).toMatch(
      /四、政府信息公开行政复议、行政诉讼情况[\s\S]*五、存在的主要问题及改进情况\n六、其他需要报告的事项/,
    );
  });

  test('makes the line that looks like the heading the heading', () => {
    const before = report([...headings.slice(0, 5), 'l六、其他需要报告的事项', '无。']);
    expect(fixed('missing-section', before)[0]).toBe(report([...headings, '无。']));
  });

  test('makes every line that looks like a heading one, where there is none', () => {
    const before = report(headings.map((heading, i) => `${i + 1}、${heading.slice(2)}`));
    expect(fixed('missing-section', before)).toEqual([report(headings)]);
  });

  test('names the heading that stands in its place', () => {
    const before = report([...headings.slice(0, 4), '五、2024年工作展望', headings[5]]);
    expect(fixed('missing-section', before)[0]).toBe(report(headings));
  });

  test('goes before a copy of the report, not behind it', () => {
    const once = report(headings.slice(0, 5).map((heading) => `${heading}\n工作平稳。`));
    const [text] = fixed('missing-section', once + once);
    expect(text).toBe(`${once}\n六、其他需要报告的事项\n\n${once}`);
  });
});

describe('empty-section', () => {
  test('六 gets 无。 to complete', () => {
    expect(fixed('empty-section', `${title}\n六、其他需要报告的事项`)).toEqual([
      `${title}\n六、其他需要报告的事项\n\n无。\n`,
    ]);
  });

  test('other parts get nothing invented', () => {
    expect(fixed('empty-section', report([headings[4], headings[5], '无。']))).toEqual([]);
  });
});

describe('duplicate-section', () => {
  const once = `青禾镇2023年政府信息公开工作年度报告\n${headings.map((heading) => `${heading}\n工作平稳。\n`).join('')}`;

  test('deletes the second copy with its title, and is certain of it', () => {
    expect(fixed('duplicate-section', once + once)).toEqual([once]);
    expect(offered('duplicate-section', once + once).map((fix) => fix.certain)).toEqual([true]);
  });

  test('blank lines and white space at the ends of lines make no difference', () => {
    expect(fixed('duplicate-section', once + once.replaceAll('\n', ' \n\n'))).toEqual([once]);
  });

  test('of three copies the second first', () => {
    expect(fixed('duplicate-section', once + once + once)).toEqual([once + once]);
  });

  test('deletes a single repetition and nothing behind it', () => {
    const [, , , , five, six] = headings;
    expect(fixed('duplicate-section', report([five, '图解少。', five, '图解少。', six, '无。']))).toEqual([
      report([five, '图解少。', six, '无。']),
    ]);
  });

  test('offers nothing where one character differs', () => {
    expect(fixed('duplicate-section', once + once.replace('平稳', '平常'))).toEqual([]);
  });

  test('keeps what follows the copy', () => {
    expect(fixed('duplicate-section', `${once}${once}另有一事。\n`)).toEqual([`${once}另有一事。\n`]);
  });
});

describe('section-order', () => {
  test('moves the section with all below it', () => {
    const [one, two, three, four] = headings;
    const before = `${title}\n${[one, '甲。', three, '丙。', '（一）丙一。', two, '乙。', four].join('\n\n')}\n`;
    expect(fixed('section-order', before)).toEqual([
      `${title}\n${[one, '甲。', two, '乙。', three, '丙。', '（一）丙一。', four].join('\n\n')}\n`,
    ]);
  });

  test('moves to the end of a text without a line break, and corrects the ordinals', () => {
    const [, , , , five, six] = headings;
    expect(fixed('section-order', `五、其他需要报告的事项\n无。\n六、存在的主要问题及改进情况\n图解少。`)).toEqual([
      `${five}\n图解少。\n\n${six}\n无。\n`,
    ]);
  });
});

describe('section-number', () => {
  test('renumbers a shifted block, and is certain of it', () => {
    const shifted = ['三', '四', '五', '六', '七'].map((ordinal, i) => `${ordinal}${headings[i + 1]?.slice(1)}`);
    expect(fixed('section-number', report([headings[0], ...shifted]))).toEqual([report(headings)]);
    expect(offered('section-number', report([headings[0], ...shifted]))[0]?.certain).toBe(true);
  });
});

describe('section-title', () => {
  test('writes the official title and keeps what follows on the line', () => {
    expect(fixed('section-title', report(['六、其他报告事项：无。']))).toEqual([
      report(['六、其他需要报告的事项：无。']),
    ]);
  });

  test('is certain of a misspelling and of a known wording, not of key words', () => {
    const certain = (text: string) => offered('section-title', report([text]))[0]?.certain;
    expect(certain('二、主动公开政府政府信息情况')).toBe(true);
    expect(certain('五、存在问题及改进措施')).toBe(true);
    expect(certain('一、2023年全镇政务公开总体情况')).toBe(false);
  });
});

describe('unknown-section', () => {
  test('makes the headings of a list plain text', () => {
    const before = report([...headings.slice(0, 5), '一、图解形式单一', '  二、更新不够及时', headings[5]]);
    expect(fixed('unknown-section', before)).toEqual([
      report([...headings.slice(0, 5), '\\一、图解形式单一', '  \\二、更新不够及时', headings[5]]),
    ]);
  });
});

describe('missing-subsection', () => {
  test('inserts the sub-heading in its place and numbers on', () => {
    const before = report([
      headings[0],
      '(一)主动公开。120条。',
      '(二)依申请公开。没有。',
      '(三)平台建设。更新64次。',
      '(四)监督保障。开会2次。',
    ]);
    expect(fixed('missing-subsection', before)).toEqual([
      report([
        headings[0],
        '(一)主动公开。120条。',
        '(二)依申请公开。没有。',
        '',
        '(三)政府信息管理',
        '',
        '(四)平台建设。更新64次。',
        '(五)监督保障。开会2次。',
      ]),
    ]);
  });

  test('keeps the numbers where a gap waits for it', () => {
    const before = report([
      headings[0],
      '（一）主动公开。120条。',
      '（二）依申请公开。没有。',
      '（四）平台建设。更新64次。',
      '（五）监督保障。开会2次。',
    ]);
    expect(fixed('missing-subsection', before)[0]).toContain('（三）政府信息管理\n\n（四）平台建设');
  });

  test('inserts several at the end of the section', () => {
    expect(fixed('missing-subsection', report([headings[0], '主动公开120条，依申请公开没有。', headings[1]]))).toEqual([
      report([
        headings[0],
        '主动公开120条，依申请公开没有。',
        '',
        '（一）政府信息管理',
        '',
        '（二）政府信息公开平台建设',
        '',
        '（三）监督保障',
        '',
        headings[1],
      ]),
    ]);
  });
});

describe('subsection-number', () => {
  test('renumbers the rest of the list, not the next one', () => {
    const before = report([
      headings[4],
      '（一）甲。',
      '(三)乙。',
      '（四）丙。',
      '改进措施：',
      '（一）丁。',
      '（二）戊。',
    ]);
    expect(fixed('subsection-number', before)).toEqual([
      report([headings[4], '（一）甲。', '(二)乙。', '（三）丙。', '改进措施：', '（一）丁。', '（二）戊。']),
    ]);
  });

  test('is certain of a repeated number, not of a gap: a paragraph may be lost', () => {
    const certain = (...lines: string[]) => offered('subsection-number', report([headings[4], ...lines]))[0]?.certain;
    expect(certain('（一）甲。', '（二）乙。', '（二）丙。')).toBe(true);
    expect(certain('（一）甲。', '（三）乙。')).toBe(false);
  });
});
