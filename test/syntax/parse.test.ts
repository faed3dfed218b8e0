import { describe, expect, test } from 'vitest';
import { parse, parseSuppression } from '../../server/src/syntax/parse.ts';
import { numeral } from '../../server/src/text/chinese-numerals.ts';
import { printTree } from './print-tree.ts';

/** Each pair is a text and the tree that it must give. */
function check(text: string, expected: string): void {
  expect(printTree(parse(text))).toBe(expected);
}

describe('text', () => {
  test('an empty file is one blank line', () => check('', '0 blank'));
  test('white space around it is left out', () =>
    check('　　青禾镇位于云岭县东部。\u00a0 ', '0 text «青禾镇位于云岭县东部。»'));
  test('a TAB before it is white space', () => check('\t全年无。', '0 text «全年无。»'));
  test('a backslash makes text of anything', () => {
    check('\\一、二类事项', '0 escaped text «一、二类事项»');
    check(' \\ a | b', '0 escaped text «a | b»');
    check('\\// x', '0 escaped text «// x»');
    check('\\\\x', '0 escaped text «\\x»');
    check('\\', '0 escaped text «»');
  });
  test('zero-width characters alone are a blank line', () => check('\u200b\ufeff　', '0 blank'));
});

describe('lines', () => {
  test('end at LF, CRLF and a lone CR', () =>
    check('甲\n乙\r\n丙\r丁\n\r', '0 text «甲»\n1 text «乙»\n2 text «丙»\n3 text «丁»\n4 blank\n5 blank'));
  test('do not end at other separators', () => check('甲\u2028乙\v丙\u0085丁', '0 text «甲\u2028乙\v丙\u0085丁»'));
  test('a last break opens a blank line', () => check('甲\n', '0 text «甲»\n1 blank'));
  test('a byte order mark belongs to no line', () => {
    const tree = parse('\ufeff# 年报');
    expect(printTree(tree)).toBe('0 title «年报»');
    expect(tree.lines[0]?.span).toEqual({ start: 1, end: 5 });
    expect(parse('\ufeff甲 | 1').lines[0]).toMatchObject({ cells: [{ room: { start: 1, end: 3 } }, {}] });
  });
});

describe('comment', () => {
  test('starts with two slashes', () => {
    check('// 待核实', '0 comment «待核实»');
    check('　//', '0 comment «»');
    check('// a | b\tc', '0 comment «a | b\tc»');
  });
  test('one slash is text', () => check('/ 甲', '0 text «/ 甲»'));
});

describe('suppression', () => {
  test('names codes and a reason', () => {
    check('// nianbao-ignore row-order: 按县里要求', '0 suppression «row-order» because «按县里要求»');
    check('//nianbao-ignore a-b , c-d，e、f ：理由: 二', '0 suppression «a-b» «c-d» «e» «f» because «理由: 二»');
  });
  test('may lack either', () => {
    check('// nianbao-ignore', '0 suppression because -');
    check('// nianbao-ignore row-order', '0 suppression «row-order» because -');
    check('// nianbao-ignore row-order:  ', '0 suppression «row-order» because -');
    check('// nianbao-ignore: 理由', '0 suppression because «理由»');
    check('// nianbao-ignore ,, a,', '0 suppression «a» because -');
  });
  test('keeps bars', () => check('// nianbao-ignore a|b: c | d', '0 suppression «a|b» because «c | d»'));
  test.each(['a-b , c-d，e、f ：理由: 二', ' ,, a', 'a|b: c | d', '', '：', 'a b: c'])(
    'reads %j alike as the value of a key',
    (text) => {
      const [line] = parse(`// nianbao-ignore ${text}`).lines;
      const before = '// nianbao-ignore '.length;
      const { codes, reason } = parseSuppression({ text, span: { start: before, end: before + text.length } });
      expect(line).toMatchObject({ kind: 'suppression', codes, reason });
    },
  );
  test('a longer word is a comment', () => {
    check('// nianbao-ignored', '0 comment «nianbao-ignored»');
    check('// nianbao-ignore-all', '0 comment «nianbao-ignore-all»');
    check('// nianbao', '0 comment «nianbao»');
  });
});

describe('title', () => {
  test('starts with one hash', () => {
    check('# 青禾镇2024年政府信息公开工作年度报告', '0 title «青禾镇2024年政府信息公开工作年度报告»');
    check(' #甲 | 乙', '0 title «甲 | 乙»');
    check('#', '0 title «»');
  });
  test('two hashes are not a title', () => {
    check('## 甲', '0 text «## 甲»');
    check('##甲|乙', '0 row [##甲][乙]');
  });
});

describe('a rule between rows', () => {
  test.each([
    '|---|',
    ' | --- |:--:| --: |',
    '---|---',
    '+---+---+',
    '|---+---|',
    '├──┼──┤',
    '┏━━━┳━━━┓',
    '|===|===|',
    '｜---｜---｜',
  ])('%s', (line) => check(`甲\n${line}\r\n乙`, '0 text «甲»\n1 rule\n2 text «乙»'));
  test.each([
    ['| - | - | — |', 'row [ - ][ - ][ — ]'],
    ['| 规章 |---|', 'row [ 规章 ][---]'],
    ['| | |', 'row [ ][ ]'],
    ['|||||||', 'row [][][][][][]'],
  ])('%s is none', (line, expected) => check(line, `0 ${expected}`));
  test.each(['---', '========', '──────', '+86-', '：---'])('%s alone is text', (line) =>
    check(`甲\n${line}`, `0 text «甲»\n1 text «${line}»`),
  );
});

describe('row', () => {
  test('full-width bars part cells like narrow ones', () => {
    check('｜ 规章 ｜ 0 ｜', '0 row [ 规章 ][ 0 ]');
    check('规章｜0 | 1', '0 row [规章][0 ][ 1]');
    check('一、总体｜情况', '0 row [一、总体][情况]');
  });
  test('outer bars are optional', () => {
    check('| 规章 | 0 | 12 |', '0 row [ 规章 ][ 0 ][ 12 ]');
    check('规章 | 0 | 12', '0 row [规章 ][ 0 ][ 12]');
    check('　| 规章 | 0　', '0 row [ 规章 ][ 0　]');
    check('规章|', '0 row [规章]');
  });
  test('every place between separators is a cell', () => {
    check('a | b | |||', '0 row [a ][ b ][ ][][]');
    check('|||', '0 row [][]');
    check('||', '0 row []');
    check('|', '0 row ');
    check('| |', '0 row [ ]');
  });
  test('TABs part cells', () => {
    check('行政复议\t0\t0', '0 row [行政复议][0][0]');
    check('行政复议\t', '0 row [行政复议][]');
    check('\t\t甲\t', '0 row [][][甲][]');
    check(' \t 甲\t乙', '0 row [ ][ 甲][乙]');
  });
  test('bars and TABs part cells alike', () => {
    check('| 甲 | 0\t\t1 |', '0 row [ 甲 ][ 0][][1 ]');
    check('甲\t乙 | 丙', '0 row [甲][乙 ][ 丙]');
    check('\t甲 | 乙', '0 row [][甲 ][ 乙]');
  });
  test('a TAB beside a bar is white space', () => {
    check('| 甲\t| 0 \t|\t1\t \t|', '0 row [ 甲\t][ 0 \t][\t1\t \t]');
    check('\t| 甲 | 乙 |\t\t', '0 row [ 甲 ][ 乙 ]');
    check('甲\t|\t|\t乙\t丙', '0 row [甲\t][\t][\t乙][丙]');
  });
  test('a backslash inside a row is a character', () => check('甲 \\| 乙', '0 row [甲 \\][ 乙]'));
  test('a row comes before section, subsection and item', () => {
    check('一、本年新收 | 4', '0 row [一、本年新收 ][ 4]');
    check('（一）予以公开\t4', '0 row [（一）予以公开][4]');
    check('1.属于国家秘密|0', '0 row [1.属于国家秘密][0]');
  });
  test('the text of a cell has no white space around it', () => {
    const [row] = parse('|\u00a0　规 章\u200b|   |').lines;
    expect(row).toMatchObject({
      cells: [
        { text: '规 章', span: { start: 3, end: 6 }, room: { start: 1, end: 7 } },
        { text: '', span: { start: 8, end: 8 }, room: { start: 8, end: 11 } },
      ],
    });
  });
});

describe('section', () => {
  test('counts in Chinese', () => {
    check('一、总体情况', '0 section 1 «一、» «总体情况»');
    check('　十二 、 附表。见后', '0 section 12 «十二 、» «附表。见后»');
    check('两、', '0 section 2 «两、» «»');
  });
  test.each(Array.from({ length: 99 }, (_, i) => i + 1))('%d is read', (value) => {
    check(`${numeral(value)}、甲`, `0 section ${value} «${numeral(value)}、» «甲»`);
  });
  test('needs a numeral and its mark', () => {
    check('一一、甲', '0 text «一一、甲»');
    check('一，甲', '0 text «一，甲»');
    check('一是甲、乙', '0 text «一是甲、乙»');
    check('百、甲', '0 text «百、甲»');
  });
});

describe('subsection', () => {
  test('stands in brackets of either width', () => {
    check('（一）主动公开', '0 subsection 1 «（一）» «主动公开» of «主动公开»');
    check('(二) 依申请公开', '0 subsection 2 «(二)» «依申请公开» of «依申请公开»');
    check('( 十 ）甲', '0 subsection 10 «( 十 ）» «甲» of «甲»');
  });
  test('its title ends at the first full stop or colon', () => {
    check('（一）主动公开 。2024年：公开', '0 subsection 1 «（一）» «主动公开» of «主动公开 。2024年：公开»');
    check('（一）主动公开:一是', '0 subsection 1 «（一）» «主动公开» of «主动公开:一是»');
    check('（一）：一是', '0 subsection 1 «（一）» «» of «：一是»');
  });
  test('needs a numeral alone in its brackets', () => {
    check('（一', '0 text «（一»');
    check('（附件一）', '0 text «（附件一）»');
    check('（1）甲', '0 text «（1）甲»');
  });
});

describe('item', () => {
  test('starts with one or two digits and a mark', () => {
    check('1.甲', '0 item 1 «1.» «甲»');
    check(' 12．甲', '0 item 12 «12．» «甲»');
    check('１２、 甲', '0 item 12 «１２、» «甲»');
    check('3.', '0 item 3 «3.» «»');
  });
  test('a number is no item', () => {
    check('1.5万元', '0 text «1.5万元»');
    check('1.５万元', '0 text «1.５万元»');
    check('123.甲', '0 text «123.甲»');
    check('1甲', '0 text «1甲»');
  });
});

describe('front matter', () => {
  test('holds entries, comments and blank lines', () =>
    check(
      '---\n机关: 青禾镇人民政府\r\n年度：2024\n\n // 说明: 甲\n附加行\n 上年 : a:b \n空:\n---\n甲',
      [
        'front matter',
        '  «机关»: «青禾镇人民政府»',
        '  «年度»: «2024»',
        '  «附加行»: -',
        '  «上年»: «a:b»',
        '  «空»: «»',
        '9 text «甲»',
      ].join('\n'),
    ));
  test('an entry may lack its key', () => check('---\n: 甲\n---', 'front matter\n  «»: «甲»'));
  test('white space around its marks does not count', () =>
    check('\ufeff--- \na:1\n ---　\n甲', 'front matter\n  «a»: «1»\n3 text «甲»'));
  test('covers both of its marks', () => {
    const tree = parse('---\na: 1\n---\n甲');
    expect(tree.frontMatter?.span).toEqual({ start: 0, end: 12 });
    expect(tree.frontMatter?.entries[0]?.span).toEqual({ start: 4, end: 8 });
    expect(tree.lines[0]?.span).toEqual({ start: 13, end: 14 });
  });
  test('unclosed, it is lines', () => {
    check('---\n机关: 甲\n一、乙', 'unclosed ---\n0 text «---»\n1 text «机关: 甲»\n2 section 1 «一、» «乙»');
    check('\ufeff---', 'unclosed ---\n0 text «---»');
    check('---\n----', 'unclosed ---\n0 text «---»\n1 text «----»');
  });
  test('stands in the first line only', () =>
    check('\n---\n甲\n---', '0 blank\n1 text «---»\n2 text «甲»\n3 text «---»'));
});

describe('precedence', () => {
  test.each([
    ['\\# 甲|乙', 'text'],
    ['//# 甲|乙', 'comment'],
    ['# 一、甲|乙', 'title'],
    ['一、甲|乙', 'row'],
    ['一、（一）甲', 'section'],
    ['（一）1.甲', 'subsection'],
    ['1.一、甲', 'item'],
    ['甲一、', 'text'],
  ])('%j is %s', (text, kind) => {
    for (const indent of ['', ' ', '\t', '　　', '\u00a0\u200b'])
      expect(parse(indent + text).lines[0]?.kind).toBe(kind);
  });
});
