import { describe, expect, test } from 'vitest';
import { readFragment, readHtml, readPageFile } from '../../server/src/importers/html/html.ts';
import { noteLines, show } from './show.ts';

const read = (html: string): string => show(readHtml(html));

const headings = '<p>一、总体情况</p><p>青禾镇认真做好公开工作。</p>';
const tableTwo =
  '<table><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>行政规范性文件</td><td>6</td></tr></table>';

describe('text', () => {
  test('is cut at blocks and line breaks, and runs on through inline elements', () => {
    expect(read('<div>甲<p>乙<b>丙</b><span>丁</span><br>戊</p>己</div>')).toBe('甲\n乙丙丁\n戊\n己');
  });

  test.each([
    ['entities', '&#x7532;&amp;&#20057;&lt;&ensp;3&nbsp;件', '甲&乙< 3 件'],
    ['indents', '<p>&emsp;&emsp;　　甲</p>', '甲'],
    ['breaks of the source between Chinese characters', '<p>政府信\n  息公开</p>', '政府信息公开'],
    ['breaks of the source between words', '<p>annual\nreport</p>', 'annual report'],
    ['invisible characters', '<p>甲\u200b乙\ufeff</p>', '甲乙'],
    ['comments', '<p>甲<!-- 乙 --><!--[if gte mso 9]><xml>丙</xml><![endif]-->丁</p>', '甲丁'],
    ['preformatted lines', '<pre>甲\n乙</pre>', '甲\n乙'],
    ['tracked deletions', '<p>甲<del>乙</del><ins>丙</ins></p>', '甲丙'],
    ['numbered lists', '<ol start="3"><li>甲<li>乙</ol><ul><li>丙</ul>', '3. 甲\n4. 乙\n丙'],
  ])('%s', (_, html, text) => {
    expect(read(html)).toBe(text);
  });
});

describe('tables', () => {
  test('labels broken by breaks, paragraphs and spaces are put together', () => {
    expect(read('<table><tr><td>商业<br>企业<td><p>社会</p><p>公益</p>组织<td> 总　 计 <td>12</table>')).toBe(
      '|商业企业|社会公益组织|总计|12|',
    );
  });

  test('merged cells are blank but for their first place', () => {
    const html = `<table>
      <tr><td rowspan="3" colspan="2">勾稽关系</td><td colspan="3">申请人情况</td></tr>
      <tr><td rowspan="2">自然人</td><td>法人</td><td rowspan="2">总计</td></tr>
      <tr><td>商业企业</td></tr>
      <tr><td rowspan="2">（三）不予公开</td><td>1.属于国家秘密</td><td>1</td><td>0</td><td>1</td></tr>
      <tr><td>2.其他</td><td>2</td><td></td><td>2</td></tr></table>`;
    expect(read(html)).toBe(
      `|勾稽关系||申请人情况|||
|||自然人|法人|总计|
||||商业企业||
|（三）不予公开|1.属于国家秘密|1|0|1|
||2.其他|2||2|`,
    );
  });

  test('cells and rows that are not closed, within elements that are not closed', () => {
    expect(read('<table><tr><td><font>规章<td><b>1<td>2<tr><td>行政许可<td>3</table>后')).toBe(
      '|规章|1|2|\n|行政许可|3|\n后',
    );
  });

  test('a page laid out in tables is flow; the table of the form in it is a table', () => {
    const html = `<table><tr><td><table><tr><td>${headings}</td></tr></table></td></tr>
      <tr><td><p>二、主动公开政府信息情况</p>${tableTwo}</td></tr></table>`;
    expect(read(html)).toBe(
      '一、总体情况\n青禾镇认真做好公开工作。\n二、主动公开政府信息情况\n|信息内容|本年制发件数|\n|行政规范性文件|6|',
    );
  });

  test('a row of long text among rows of the form is text', () => {
    const long = '本年度围绕重点工作公开信息，逐项落实。'.repeat(10);
    expect(read(`<table><tr><td colspan="2">${long}</td></tr><tr><td>规章</td><td>0</td></tr></table>`)).toBe(
      `${long}\n|规章|0|`,
    );
  });

  test('spans beyond reason are cut', () => {
    const [row = ''] = read('<table><tr><td colspan="999999999" rowspan="999999999">规章</td></tr></table>').split(
      '\n',
    );
    expect(row).toBe(`|规章${'|'.repeat(64)}`);
  });
});

describe('what stands around the report', () => {
  const page = (main: string): string => `<html><head><title>青禾镇</title><style>p{}</style></head><body>
    <header><h1>云岭县人民政府</h1></header><nav>首页 政务公开</nav><div class="nav-x crumb">当前位置：首页</div>
    <div class="wrap"><div><p>发布机构：青禾镇人民政府</p><p>热点专题</p></div>
    <div class="article"><h2>青禾镇2023年政府信息公开工作年度报告</h2>${main}</div>
    <div class="share">分享到微信</div><div style="color:red; display : none">弹窗</div>
    <p>相关链接</p></div><footer>版权所有</footer><script>document.write('<p>乙</p>')</script></body></html>`;
  const report = `${headings}<p>二、主动公开政府信息情况</p>${tableTwo}`;

  test('is left out and counted', () => {
    const source = readHtml(page(report));
    expect(show(source)).toBe(`发布机构：青禾镇人民政府
青禾镇2023年政府信息公开工作年度报告
一、总体情况
青禾镇认真做好公开工作。
二、主动公开政府信息情况
|信息内容|本年制发件数|
|行政规范性文件|6|`);
    expect(noteLines(source)).toEqual([
      'dropped: 网页上报告以外的内容没有收，共 37 字。',
      'dropped: 网页上没有显示的内容没有收，共 1 处。',
    ]);
  });

  test('a sentence of the report that broken markup put outside is kept', () => {
    const spilled = page(
      `${report}</div></div><p>本年度未收取信息处理费，以后年度也将依规收取并如实列明，接受社会监督和评议。</p>`,
    );
    expect(read(spilled)).toContain('本年度未收取信息处理费');
  });

  test('a report in a hidden part of the page is read, and said', () => {
    const source = readHtml(`<p>首页</p><div style="display:none">${report}</div>`);
    expect(show(source)).toContain('|行政规范性文件|6|');
    expect(noteLines(source)[0]).toMatch(/^guessed: 报告在网页上不显示的部分/);
  });

  test('the title that the page has only in its metadata is taken', () => {
    const meta = '<meta name="ArticleTitle" content="青禾镇2023年政府信息公开工作年度报告">';
    expect(read(`${meta}${report}`).split('\n')[0]).toBe('青禾镇2023年政府信息公开工作年度报告');
    expect(read(page(report).replace('<head>', `<head>${meta}`)).match(/年度报告/g)).toHaveLength(1);
  });

  test('a page without a report gives what it shows', () => {
    expect(read('<p>公告</p><table><tr><td>姓名</td><td>电话</td></tr></table>')).toBe('公告\n|姓名|电话|');
  });
});

describe('the encoding', () => {
  const gbk = new Uint8Array([0xb9, 0xe6, 0xd5, 0xc2]); // 规章
  const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? new TextEncoder().encode(part) : part)]));
  const utf16 = (text: string): Uint8Array =>
    Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((each) => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8])]);

  test.each([
    ['declared as GB2312', bytesOf('<meta charset="gb2312"><p>', gbk), []],
    [
      'declared as GBK in the old way',
      bytesOf('<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=GBK"><p>', gbk),
      [],
    ],
    ['not declared', bytesOf('<p>', gbk), ['guessed']],
    ['declared as UTF-8 and not so', bytesOf('<meta charset=utf-8><p>', gbk), ['guessed']],
    ['UTF-8 declared as GBK', bytesOf('<meta charset=gbk><p>规章'), []],
    ['UTF-8 with its mark', bytesOf('\ufeff<p>规章'), []],
    ['UTF-16 with its mark', utf16('<p>规章'), []],
  ])('%s', (_, bytes, kinds) => {
    const source = readPageFile(bytes);
    expect(show(source)).toBe('规章');
    expect('failure' in source ? null : source.notes.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('the clipboard', () => {
  test('of Word: conditional comments, list numbers and wrapped source lines', () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<style><!-- /* Font Definitions */ p.MsoNormal {margin:0cm;} --></style></head><body lang=ZH-CN>
<!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span
style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span></span><![endif]>总体
情况<o:p></o:p></p>
<table class=MsoNormalTable border=1 cellspacing=0><tr style='mso-yfti-irow:0'><td width=100 colspan=2 valign=top>
<p class=MsoNormal><span style='font-family:宋体'>第二十条第（一）项</span><span lang=EN-US><o:p></o:p></span></p></td></tr>
<tr><td><p class=MsoNormal>行政规范性文件</p></td><td><p class=MsoNormal align=center><span lang=EN-US>6<o:p></o:p></span></p></td></tr>
</table><p class=MsoNormal><span style='mso-hide:all;display:none'>藏</span><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>`;
    expect(show(readFragment(html))).toBe('一、 总体情况\n|第二十条第（一）项||\n|行政规范性文件|6|');
  });

  test('of Excel: the fragment stands within the table', () => {
    const html = `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000001000\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta name=ProgId content=Excel.Sheet><style><!--table {mso-displayed-decimal-separator:"\\.";}--></style></head>
<body link=blue><table border=0 style='border-collapse:collapse'><!--StartFragment--><col width=72 span=2>
<tr height=18><td class=xl65 x:str>规章</td><td class=xl66 align=right x:num>1</td><td x:num="1234.5678">1,234.57</td></tr>
<!--EndFragment--></table></body></html>`;
    expect(show(readFragment(html))).toBe('|规章|1|1,234.57|');
  });

  test('keeps all that was chosen', () => {
    const html =
      '<div class="share">甲</div><div><table><tr><td>规章</td><td>1</td></tr></table></div><footer>乙</footer>';
    expect(show(readFragment(html))).toBe('甲\n|规章|1|\n乙');
    expect(show(readPageFile(new TextEncoder().encode(`<!--StartFragment-->${html}`)))).toBe('甲\n|规章|1|\n乙');
  });
});

describe('hostile pages end soon', () => {
  const row = '<tr><td>规章</td><td>0</td></tr>';
  test.each([
    ['100,000 levels', '<div>'.repeat(100_000), '嵌套过深'],
    ['tables in tables', '<table><tr><td>'.repeat(100_000), '嵌套过深'],
    [
      'spans over everything',
      `<table>${'<tr><td colspan=1000000000 rowspan=999999999>规章</td></tr>'.repeat(50_000)}`,
      '大得不像',
    ],
    ['rows without end', `<table>${row.repeat(70_000)}`, '大得不像'],
    ['a megabyte of brackets', '<'.repeat(400_000), '大得不像'],
    ['five million characters', '字'.repeat(5_000_000), '大得不像'],
  ])('%s: the rest is left out and said', (_, html, note) => {
    expect(noteLines(readHtml(html)).join()).toContain(note);
  });

  test.each([
    ['closing tags alone', '</b>'.repeat(200_000)],
    ['comments in comments', '<!--'.repeat(200_000)],
    ['attributes without end', `<p ${'a=1 '.repeat(200_000)}>甲`],
    ['white space without end', `<p>${' '.repeat(500_000)}甲`],
    ['white space between characters', `<p>${`字${' '.repeat(20_000)}`.repeat(100)}`],
  ])('%s', (_, html) => {
    expect(noteLines(readHtml(html))).toEqual([]);
  });

  test('scripts, and what they would load, are nothing', () => {
    const html = `<p onclick="alert(1)">甲</p><script src="https://evil.invalid/x.js">alert(1)</script><iframe src="x">乙</iframe>
      <img src=x onerror=alert(1)><svg><text>丙</text></svg><object data="x">丁</object><a href="javascript:alert(1)">戊</a>`;
    expect(read(html)).toBe('甲\n戊');
  });
});
