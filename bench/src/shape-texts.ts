// Texts of one shape, far from any report and as long as asked: what a paste or a broken file may look like at its worst.

/** A shape of text, by the part that is repeated; `i` counts the parts. */
export interface Shape {
  readonly name: string;
  readonly before?: string;
  readonly part: (i: number) => string;
  readonly after?: string;
}

const TITLE = '# 青禾镇人民政府2023年政府信息公开工作年度报告\n\n';
const DISCLOSURE = `${TITLE}二、主动公开政府信息情况\n\n| 第二十条第（一）项 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n`;

export const shapes: readonly Shape[] = [
  { name: 'repeated rows', before: DISCLOSURE, part: () => '| 规章 | 0 | 0 | 0 |\n' },
  {
    name: 'unknown rows',
    before: DISCLOSURE,
    part: (i) => `| 第${i}种便民事项 | ${i} | 0 | 0 |\n`,
    after: '| 行政规范性文件 | 0 | 0 | 0 |\n',
  },
  { name: 'many （一）', before: `${TITLE}一、总体情况\n\n`, part: () => '（一）主动公开情况。\n' },
  { name: 'many 一、', before: TITLE, part: () => '一、总体情况\n' },
  { name: 'one line of |', before: DISCLOSURE, part: () => '|' },
  { name: 'line ends only', part: () => '\n' },
  {
    name: 'one line of prose',
    before: `${TITLE}一、总体情况\n\n`,
    part: () => '全年通过政府网站、公开栏和便民服务中心公开信息，群众可以随时查阅。',
  },
  {
    name: 'numbers in a paragraph',
    before: `${TITLE}一、总体情况\n\n`,
    part: (i) => `全年收到申请${i}件，其中予以公开${i % 97}件、不予公开${i % 89}件，办结${i % 83}件；`,
  },
  {
    name: 'years in a paragraph',
    before: `${TITLE}一、总体情况\n\n`,
    part: (i) => `2022年公开《办法》${i}条，自2022年1月1日起至2022年12月31日止；`,
  },
  {
    name: 'suppressions',
    before: `${TITLE}一、总体情况\n\n`,
    part: (i) => `// nianbao-ignore ${i % 2 ? 'stale-year' : 'row-order'}: 另有说明\n公开信息${i}条。\n`,
  },
  { name: 'front matter keys', before: '---\n', part: (i) => `键${i}: 值\n附加行: 第${i}行\n`, after: `---\n${TITLE}` },
  {
    name: 'conflict marks',
    before: DISCLOSURE,
    part: (i) => `<<<<<<< HEAD\n| 规章 | ${i} | 0 | 0 |\n=======\n| 规章 | 1 | 0 | 0 |\n>>>>>>> other\n`,
  },
  { name: 'nested brackets', before: `${TITLE}一、总体情况\n\n`, part: (i) => (i % 2 ? '（《“' : '(「[') },
  { name: 'digits glued', before: DISCLOSURE, part: (i) => (i % 40 === 39 ? '7\n| 行政许可 |' : '10') },
];

/** The shape's text of about as many bytes of UTF-8. */
export function textOf({ before = '', part, after = '' }: Shape, bytes: number): string {
  const parts = [before];
  let left = bytes - Buffer.byteLength(before) - Buffer.byteLength(after);
  for (let i = 0; left > 0; i++) {
    const next = part(i);
    parts.push(next);
    left -= Buffer.byteLength(next);
  }
  return [...parts, after].join('');
}
