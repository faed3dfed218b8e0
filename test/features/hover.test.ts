import { expect, test } from 'vitest';
import { hover } from '../../server/src/features/hover.ts';
import { at, cleanReport, cleanShortReport, withLine } from './support.ts';

interface Options {
  readonly language?: 'zh' | 'en';
  readonly markdown?: boolean;
  readonly commandLinks?: boolean;
}

/** The text of the hover, below the stretch of the report that it is about. */
async function hovered(
  marked: string,
  { language = 'zh', markdown = false, commandLinks = false }: Options = {},
): Promise<string> {
  const { snapshot, offset } = at(marked);
  const result = await hover(snapshot, { offset, language, settings: { rules: {} }, markdown, commandLinks });
  if (!result) return 'nothing';
  if (typeof result.contents !== 'object' || !('value' in result.contents)) throw new Error('no markup');
  const { range } = result;
  const about = range
    ? snapshot.text.slice(snapshot.lines.offsetAt(range.start), snapshot.lines.offsetAt(range.end))
    : 'no range';
  return `[${about}]\n${result.contents.value}`;
}

/** The clean report with the cursor put into the first `text`. */
function cursorIn(text: string, report = cleanReport): string {
  const start = report.indexOf(text);
  if (start < 0) throw new Error(`no ${text}`);
  return `${report.slice(0, start + 2)}$0${report.slice(start + 2)}`;
}

test('a row label: what is counted, its law, its values, its relations', async () => {
  expect(await hovered(cursorIn('4.保护第三方'))).toBe(`[4.保护第三方合法权益]
4.保护第三方合法权益

表三 › 三、本年度办理结果 › （三）不予公开

因涉及商业秘密、个人隐私等，公开会损害第三方合法权益而不予公开的件数。第三方同意公开，或者不公开会对公共利益造成重大影响而予以公开的，不计在这里。

《中华人民共和国政府信息公开条例》第十五条、第三十二条

自然人 1 · 商业企业 0 · 科研机构 0 · 社会公益组织 0 · 法律服务机构 0 · 其他 0 · 总计 1

- （七）总计等于（一）至（六）各项之和
  总计栏：总计 8 = 予以公开 4 + 部分公开 1 + 保护第三方合法权益 1 + 本机关不掌握相关政府信息 2
- 总计等于自然人与各类法人或其他组织之和
  总计 1 = 自然人 1`);
});

test('the same in English, with the form’s own words in Chinese', async () => {
  const text = await hovered(cursorIn('4.保护第三方'), { language: 'en' });
  expect(text).toContain('Refused because release would harm a third party');
  expect(text).toContain('column 总计: 总计 8 = 予以公开 4');
  expect(text).not.toContain('之和');
});

test('as Markdown with nothing of the report taken for markup', async () => {
  const text = await hovered(cursorIn('4.保护第三方'), { markdown: true });
  expect(text).toContain('**4\\.保护第三方合法权益**');
  expect(text).toContain('各项之和  \n  总计栏');
});

test.each([
  ['| $04.第三方合法权益', '[4.第三方合法权益]\n4.保护第三方合法权益\n'],
  ['| 表三               | 自然人 | $0企业', '[企业]\n商业企业\n'],
  ['| $0表三', '[表三]\n（勾稽关系：第一项加第二项之和，等于第三项加第四项之和）\n'],
  ['| $0表四', '[表四]\n表四'],
])('a short label: the official one, at %s', async (marked, shown) => {
  const plain = marked.replace('$0', '');
  expect(cleanShortReport).toContain(`\n${plain}`);
  expect(await hovered(cleanShortReport.replace(`\n${plain}`, `\n${marked}`))).toContain(shown);
});

test('a value: what is counted, and the relations with their numbers', async () => {
  const wrong = withLine('| （七）总计', '| （七）总计 | $07 | 1 | 0 | 0 | 1 | 0 | 9 |');
  const [value, page] = (await hovered(wrong)).split('\n\noutcome-total · ');
  // Where no link can be opened, the rule's page is here.
  expect(page).toMatch(/^表三（七）总计与各项办理结果之和不符\n\n[\s\S]*依据：/);
  expect(value).toBe(`[7]
（七）总计 · 自然人

表三 › 三、本年度办理结果

本年办结的申请件数：（一）至（六）各项之和。「第一项加第二项之和，等于第三项加第四项之和」里的「第三项」就是这一行。

以个人名义提出的申请。个体工商户怎样归类，按主管部门的要求。

- 第一项加第二项之和，等于第三项加第四项之和：本年新收 + 上年结转 = （七）总计 + 结转下年度
  自然人栏：本年新收政府信息公开申请数量 6 + 上年结转政府信息公开申请数量 1 ≠ 总计 7 + 结转下年度继续办理 1，相差 1
- （七）总计等于（一）至（六）各项之和
  自然人栏：总计 7 ≠ 予以公开 3 + 部分公开 1 + 保护第三方合法权益 1 + 本机关不掌握相关政府信息 1，相差 1
- 总计等于自然人与各类法人或其他组织之和
  总计 9 = 自然人 7 + 商业企业 1 + 法律服务机构 1`);
});

test('a value whose row has an article of its own', async () => {
  expect(await hovered(withLine('| 行政处罚', '| 行政处罚 | $01 |'))).toContain('条例》第二十条第（六）项');
});

test('a blank value, and one that is read although it isn’t plain', async () => {
  expect(await hovered(withLine('| 行政复议 ', '| 行政复议 | 1 |$0  | 0 | 0 | 1 |'))).toContain(
    '有空白或未填，无法核对',
  );
  expect(await hovered(withLine('| 行政处罚', '| 行政处罚 | 1,2$000 |'))).toContain('读作 1200');
});

test.each([
  ['a column head', '商业企业', '[商业企业]\n商业企业\n\n以公司、企业名义提出的申请。'],
  [
    'the corner with the printed relation',
    '（勾稽关系',
    '[（勾稽关系：第一项加第二项之和，等于第三项加第四项之和）]\n（勾稽关系：第一项加第二项之和，等于第三项加第四项之和）\n\n- 第一项加第二项之和，等于第三项加第四项之和：本年新收 + 上年结转 = （七）总计 + 结转下年度',
  ],
  [
    'a section heading',
    '二、主动公开',
    '[二、主动公开政府信息情况]\n二、主动公开政府信息情况\n\n表二：按《条例》第二十条第（一）（五）（六）（八）等项，填报规章和行政规范性文件、行政许可、行政处罚、行政强制、行政事业性收费的数量。没有的填0，不留空。\n\n《中华人民共和国政府信息公开条例》第二十条、第五十条第一款第（一）项',
  ],
  [
    'a sub-heading of the overview',
    '（三）政府信息管理',
    '[（三）政府信息管理]\n（三）政府信息管理\n\n政府信息的制作、审核、发布、更新、清理等管理情况；有规章、行政规范性文件的，发布、废止和现行有效数量应与表二一致。',
  ],
  ['prose', '一年来主要存在', 'nothing'],
])('%s', async (_, text, expected) => {
  expect(await hovered(cursorIn(text))).toBe(expected);
});

test('a group has no values and no relations', async () => {
  const text = await hovered(cursorIn('（三）不予公开'));
  expect(text).toContain('表三 › 三、本年度办理结果\n');
  expect(text).not.toContain('自然人 ');
});

test('a code in a suppression and in the front matter', async () => {
  const comment = withLine(
    '| 行政复议 ',
    '// nianbao-ignore dispute-$0total: 已核实\n| 行政复议 | 1 | 0 | 0 | 0 | 2 |',
  );
  expect(await hovered(comment)).toMatch(/^\[dispute-total\]\ndispute-total · 表四/);
  expect(await hovered(withLine('年度', '年度: 2023\n忽略: row-order, row-$0label: 已核实'))).toMatch(
    /^\[row-label\]\nrow-label · /,
  );
  expect(await hovered(withLine('年度', '年度: 2023\n忽略: row-order: 已核实 row-$0label'))).toBe('nothing');
});

test('a finding is explained by a link, where the client opens it', async () => {
  const wrong = withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | $02 |');
  const link = '[规则 dispute-total 的说明](command:nianbao.explain?%5B%22dispute-total%22%5D)';
  expect(await hovered(wrong, { markdown: true, commandLinks: true })).toContain(link);
  expect(await hovered(wrong, { markdown: true })).not.toContain('command:');
  expect(await hovered(wrong, { commandLinks: true })).not.toContain('command:');
});
