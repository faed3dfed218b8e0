import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InlineToken, inlineTokens, inlineTokensAt, quotationsIn } from '../../server/src/syntax/inline-tokens.ts';
import { inlineLexer } from '../../server/src/syntax/inline-vocabulary.ts';
import { touches } from '../../server/src/text/span.ts';

/** The tokens of a text that say something, each as `kind text` with what its shape tells. */
function shown(text: string): readonly string[] {
  return inlineTokens(text, { start: 0, end: text.length }).flatMap((token) =>
    token.kind === 'space' ? [] : [`${token.kind} ${token.text}${told(token)}`],
  );
}

function told(token: InlineToken): string {
  switch (token.kind) {
    case 'date':
      return ` = ${[token.year, token.month, token.day].map((part) => part ?? '?').join('-')}${token.wellFormed ? '' : ' !'}`;
    case 'year':
      return ` = ${token.year}`;
    case 'document-number':
      return ` = ${token.year}/${token.serial}`;
    case 'number':
    case 'numeral':
    case 'ordinal':
      return ` = ${token.value}`;
    default:
      return '';
  }
}

describe('the tokens of a line', () => {
  test.each([
    ['2023年1月31日', ['date 2023年1月31日 = 2023-1-31']],
    ['２０２３ 年 １２ 月', ['date ２０２３ 年 １２ 月 = 2023-12-?']],
    ['二〇二三年十二月三十一日', ['date 二〇二三年十二月三十一日 = 2023-12-31']],
    ['12月31止', ['date 12月31 = ?-12-31 !', 'word 止']],
    ['3月5件', ['date 3月 = ?-3-?', 'number 5 = 5', 'word 件']],
    ['2023.01.31', ['date 2023.01.31 = 2023-1-31']],
    ['2023-13-40', ['date 2023-13-40 = 2023-13-40']],
    ['于2023年度公开', ['word 于', 'year 2023年度 = 2023', 'word 公开']],
    ['二○二三年', ['year 二○二三年 = 2023']],
    ['12023年', ['number 12023 = 12023', 'word 年']],
    ['国办公开办函〔2021〕30号', ['word 国办公开办函', 'document-number 〔2021〕30号 = 2021/30']],
    ['国办函(2019)第 60 号', ['word 国办函', 'document-number (2019)第 60 号 = 2019/60']],
    ['2021年30号', ['document-number 2021年30号 = 2021/30']],
    ['（2022）', ['bracket （', 'number 2022 = 2022', 'bracket ）']],
    ['第五十条', ['ordinal 第五十 = 50', 'word 条']],
    ['第492号', ['ordinal 第492 = 492', 'word 号']],
    ['（三）主动', ['ordinal （三） = 3', 'word 主动']],
    [
      '公开1,234条、12.5%',
      ['word 公开', 'number 1,234 = 1234', 'word 条', 'punctuation 、', 'number 12.5 = 12.5', 'punctuation %'],
    ],
    ['三件', ['numeral 三 = 3', 'word 件']],
    ['《条例》第', ['quotation 《条例》', 'word 第']],
    ['《条例', ['bracket 《', 'word 条例']],
    ['见https://a.gov.cn/b?c=1。', ['word 见', 'url https://a.gov.cn/b?c=1', 'punctuation 。']],
    ['××镇____件', ['mask ××', 'word 镇', 'blank ____', 'word 件']],
    ['APP与Xbox', ['latin APP', 'word 与', 'latin Xbox']],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected));

  test('have their places in the whole text', () => {
    const [, number] = inlineTokens('甲\n公开3件', { start: 2, end: 6 });
    expect(number).toMatchObject({ kind: 'number', span: { start: 4, end: 5 } });
  });

  const parts = fc.array(
    fc.constantFrom(
      ...'《》〈〉“”「」"（）()〔〕。；，、：1一九第年月日号公X_ -',
      '2023',
      '〔2021〕',
      'http://a',
      '\n',
    ),
  );

  test('are those of the lexer over the whole stretch, however long it is', () => {
    fc.assert(
      fc.property(parts, fc.nat(200), fc.nat(), (written, times, seed) => {
        const text = written.join('').repeat(times);
        const span = { start: 0, end: text.length };
        const tokens = inlineTokens(text, span);
        expect(tokens.map(({ kind, span: { start } }) => `${kind} ${start}`)).toEqual(
          inlineLexer()
            .tokenize(text)
            .tokens.map(({ tokenType, startOffset }) => `${tokenType.name} ${startOffset}`),
        );
        expect(quotationsIn(text, span)).toEqual(
          tokens.filter(({ kind }) => kind === 'quotation').map((token) => token.span),
        );
        const offset = seed % (text.length + 1);
        const touched = (all: readonly InlineToken[]) => all.filter((token) => touches(token.span, offset));
        expect(touched(inlineTokensAt(text, span, offset))).toEqual(touched(tokens));
      }),
    );
  });

  test('cover the stretch, whatever it holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '2023年',
        '〔2021〕',
        '30号',
        '《',
        '》',
        '一',
        '第',
        '十二月',
        '×',
        '_',
        ' ',
        '\u3000',
        '1,',
        '.',
        '"',
        'http://',
        '𠀀',
        '\n',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const tokens = inlineTokens(text, { start: 0, end: text.length });
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        let at = 0;
        for (const { span } of tokens) {
          expect(span.start).toBe(at);
          at = span.end;
        }
      }),
    );
  });
});
