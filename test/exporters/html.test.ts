import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { html } from '../../server/src/exporters/html.ts';
import { htmlFragment } from '../../server/src/exporters/html-fragment.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { escaped } from '../../server/src/text/escape.ts';
import { corpus } from '../support/corpus.ts';
import { hostile } from '../support/hostile.ts';
import { forms, official, readHtml, shapeOf } from './support.ts';

const formats = [html, htmlFragment];

describe.each(formats)('$id', ({ write }) => {
  test.each(forms)('has the official form, whatever the source: $name', ({ table, text }) => {
    const { tables } = readHtml(write(readReport(text)));
    expect(tables.map(shapeOf)).toEqual([official(table)]);
  });

  test('makes nothing of a hostile report but text', () => {
    const written = write(readReport(hostile));
    const { tags } = readHtml(written);
    const known =
      /^(?:html|head|meta|title|style|body|main|h[1-3]|p|strong|span|div|table|caption|colgroup|col|thead|tbody|tr|th|td)$/;
    const attributes =
      /^(?:lang|charset|name|content|http-equiv|class|style|role|tabindex|aria-label|scope|colspan|rowspan|id|headers|border)$/;
    expect(tags.map(({ name }) => name).filter((name) => !known.test(name))).toEqual([]);
    expect(tags.flatMap((tag) => Object.keys(tag.attributes)).filter((name) => !attributes.test(name))).toEqual([]);
    expect(written).toContain('&lt;script&gt;');
  });

  test('has nothing from elsewhere, and no script', () => {
    for (const { text } of corpus) {
      const { tags } = readHtml(write(readReport(text)));
      expect(tags.filter(({ attributes }) => 'src' in attributes || 'href' in attributes)).toEqual([]);
      expect(tags.filter(({ name }) => name === 'script' || name === 'link')).toEqual([]);
    }
  });
});

describe('the page', () => {
  test.each(corpus)('of $name has a language, a title, one first heading and a policy', ({ text }) => {
    const { tags } = readHtml(html.write(readReport(text)));
    expect(tags.find(({ name }) => name === 'html')?.attributes).toEqual({ lang: 'zh-CN' });
    expect(tags.filter(({ name }) => name === 'h1')).toHaveLength(1);
    const policy = tags.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    expect(policy?.attributes.content).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
  });

  test.each(corpus)('of $name names for each value headers that exist, a column and a row or two', ({ text }) => {
    const { tables } = readHtml(html.write(readReport(text)));
    for (const rows of tables) {
      const ids = new Map(
        rows.flat().flatMap(({ attributes, text: of }) => (attributes?.id ? [[attributes.id, of]] : [])),
      );
      for (const { attributes } of rows.flat()) {
        const headers = attributes?.headers?.split(' ') ?? [];
        expect(headers.filter((id) => !ids.has(id))).toEqual([]);
      }
    }
  });

  test('names headers as the form heads a value', () => {
    const { text } = corpus.find(({ name }) => name === 'corpus/2021-city') ?? { text: '' };
    const { tables } = readHtml(html.write(readReport(text)));
    const headersOf = (table: number, value: string): readonly string[] => {
      const cells = tables[table]?.flat() ?? [];
      const ids = cells.find((cell) => cell.text === value && cell.tag === 'td')?.attributes?.headers?.split(' ') ?? [];
      return ids.map((id) => cells.find(({ attributes }) => attributes?.id === id)?.text ?? '');
    };
    expect(headersOf(0, '20163')).toEqual(['第二十条第（六）项', '本年处理决定数量', '行政强制']);
    expect(headersOf(1, '74')).toEqual([
      '申请人情况',
      '法人或其他组织',
      '商业企业',
      '三、本年度办理结果',
      '（四）无法提供',
      '1.本机关不掌握相关政府信息',
    ]);
    expect(headersOf(2, '67')).toEqual(['行政诉讼', '复议后起诉', '其他结果']);
  });
});

/**
 * What editors of portals leave of pasted HTML. `styles` are taken out or kept; what no list has goes, its text stays.
 * The lists are those of TinyMCE's paste filter and of UEditor's default `whitList`, as far as a fragment has such.
 */
const editors = [
  {
    name: 'TinyMCE',
    tags: /^(?:h[1-3]|p|strong|span|div|table|caption|colgroup|col|thead|tbody|tr|th|td)$/,
    attributes: /^(?:colspan|rowspan|scope|border|role|tabindex|aria-label)$/,
  },
  {
    name: 'UEditor',
    tags: /^(?:h[1-6]|p|strong|span|div|table|caption|colgroup|col|thead|tbody|tr|th|td)$/,
    attributes: /^(?:width|height|style|border|align|valign|cellpadding|cellspacing|rowspan|colspan|class|id)$/,
  },
];

function filtered(html: string, { tags, attributes }: (typeof editors)[number]): string {
  let result = '';
  const parser = new Parser({
    onopentag: (name, given) => {
      const kept = Object.entries(given).filter(([key]) => attributes.test(key));
      if (tags.test(name)) result += `<${name}${kept.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`;
    },
    ontext: (text) => {
      result += escaped(text);
    },
    onclosetag: (name, implied) => {
      if (tags.test(name) && name !== 'col' && !implied) result += `</${name}>`;
    },
  });
  parser.end(html);
  return result;
}

describe('the fragment', () => {
  test.each(editors)('keeps its merged cells and its lines through the filter of $name', (editor) => {
    for (const { table, text } of forms.filter(({ name }) => name.endsWith('canonicalRows'))) {
      const pasted = filtered(htmlFragment.write(readReport(text)), editor);
      const { tables, tags } = readHtml(pasted);
      expect(tables.map(shapeOf)).toEqual([official(table)]);
      expect(tags.find(({ name }) => name === 'table')?.attributes.border).toBe('1');
    }
  });

  test('has styles at its elements alone: no class, no id, no page', () => {
    for (const { text } of corpus) {
      const { tags } = readHtml(htmlFragment.write(readReport(text)));
      expect(tags.filter(({ attributes }) => 'class' in attributes || 'id' in attributes)).toEqual([]);
      expect(tags.filter(({ name }) => /^(?:html|head|body|style|meta)$/.test(name))).toEqual([]);
    }
  });
});
