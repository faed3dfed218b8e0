import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escaped, legalXml } from '../../server/src/text/escape.ts';
import { sourceFiles } from '../support/source-code.ts';
import { strictXml } from '../support/strict-xml.ts';

test('what means something in HTML and XML is written as what it is', () => {
  expect(escaped(`<a b="c" d='e'>&amp;</a>`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;&lt;/a&gt;');
});

test('characters that XML can not hold give way', () => {
  expect(legalXml('a\u0000b\ud800c\uffff\u{1f600}\t', '?')).toBe('a?b?c?\u{1f600}\t');
});

test('any text comes back from XML, in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const text = legalXml(any, '').replace(/[\t\n\r]/g, ' ');
      const { children } = strictXml(`<x><a b="${escaped(text)}">-${escaped(text)}</a></x>`);
      const [a] = children.flatMap((each) => (each.name === 'x' ? each.children : [each]));
      expect([a?.attributes.b, a?.text]).toEqual([text, `-${text}`]);
    }),
  );
});

describe('the source', () => {
  const found = [...sourceFiles('server/src'), ...sourceFiles('client/src'), ...sourceFiles('client/webview')]
    .filter(({ text }) => /&(?:amp|lt|quot);/.test(text))
    .map(({ path }) => path);

  test('escapes in one place', () => {
    expect(found).toEqual(['server/src/text/escape.ts']);
  });
});
