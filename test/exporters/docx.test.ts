import { describe, expect, test } from 'vitest';
import { documentOf } from '../../server/src/exporters/document-of.ts';
import { docx } from '../../server/src/exporters/docx.ts';
import { html } from '../../server/src/exporters/html.ts';
import { NotWritten } from '../../server/src/exporters/not-written.ts';
import { asUsual } from '../../server/src/exporters/publication.ts';
import { LATIN_FONT, typefaceSets } from '../../server/src/exporters/typefaces.ts';
import { defaultPageStyle, fontSets } from '../../server/src/forms/page-style.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { elementsIn, type XmlElement } from '../support/strict-xml.ts';
import { child, gridOf, named, printWord, readWord, styleOf, textIn, value, type WordFile } from './read-word.ts';
import { forms, hostile, official } from './support.ts';

const bytesOf = (text: string) => docx.write(readReport(text));
const wordOf = async (text: string) => readWord(await bytesOf(text));
const tableOf = async (text: string) => (await wordOf(text)).blocks.find(({ name }) => name === 'w:tbl');

const canonical = forms.filter(({ name }) => name.endsWith('canonicalRows'));
const MILLIMETRE = 1440 / 25.4;

describe('every report of the corpus', () => {
  test.each(corpus)('$name', async ({ name, text }) => {
    await expect(`${printWord(await wordOf(text))}\n`).toMatchFileSnapshot(`../expected/${name}.docx.txt`);
  });

  test.each(corpus)('$name comes back as it was', async ({ text }) => {
    const report = readReport(text);
    const imported = await importReport(await docx.write(report));
    const markup = 'markup' in imported ? imported.markup : '';
    if (report.tornParts.length === 0) expect(content(markup)).toEqual(content(text));
    else {
      const fromText = await importReport(new TextEncoder().encode(text));
      expect(content(markup)).toEqual(content('markup' in fromText ? fromText.markup : ''));
    }
  });

  test('is the same file each time', async () => {
    for (const { text } of corpus.slice(-2)) expect(await bytesOf(text)).toEqual(await bytesOf(text));
  });
});

/** The report as it is published, wherever it stands in its source. */
function content(markup: string): unknown {
  const { title, elements, body, year, edition } = documentOf(readReport(markup));
  return JSON.parse(
    JSON.stringify({ title: title.text, elements, body, year, edition }, (key, each) =>
      key === 'span' ? undefined : each,
    ),
  );
}

describe('tables', () => {
  test.each(forms)('have the official form, whatever the source: $name', async ({ table, text }) => {
    const { blocks } = await wordOf(text);
    expect(blocks.filter(({ name }) => name === 'w:tbl').map(gridOf)).toEqual([official(table)]);
  });

  test.each(canonical)(
    'are as wide as the text, their rows whole, their heads on every page: $name',
    async ({ table, text }) => {
      const { document, blocks } = await wordOf(text);
      const size = Number(value(named(document, 'w:pgSz')[0], 'w:w'));
      const [margins] = named(document, 'w:pgMar');
      const width = size - Number(value(margins, 'w:left')) - Number(value(margins, 'w:right'));
      const shown = blocks.find(({ name }) => name === 'w:tbl');
      const rows = shown ? named(shown, 'w:tr') : [];
      const columns = shown ? named(shown, 'w:gridCol').map((column) => Number(value(column, 'w:w'))) : [];
      expect(columns.reduce((sum, each) => sum + each, 0)).toBe(width);
      expect(rows.filter((row) => !child(row, 'w:trPr', 'w:cantSplit'))).toEqual([]);
      const heads = rows.map((row) => child(row, 'w:trPr', 'w:tblHeader') !== undefined);
      const repeated = table.blocks.length === 1 ? table.layout.findIndex((row) => row.some((cell) => cell.value)) : 0;
      expect(heads).toEqual(rows.map((_, i) => i < repeated));
    },
  );

  test('numbers stand in the middle, labels on the left', async () => {
    const table = await tableOf(
      '三、收到和处理政府信息公开申请情况\n\n| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n',
    );
    const cells = table ? named(table, 'w:p').filter((each) => /^(?:21|一、本年)/.test(textIn(each))) : [];
    expect(cells.map((each) => value(child(each, 'w:pPr', 'w:jc')))).toEqual(['left', 'center']);
  });

  test.each([
    ['5', '21'],
    ['12345', '18'],
    ['1234567', '13'],
  ])('text is scaled so that no number is broken: %s', async (figure, size) => {
    const row = Array.from({ length: 5 }, () => figure).join(' | ');
    const table = await tableOf(
      `四、政府信息公开行政复议、行政诉讼情况\n\n| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | ${row} |\n`,
    );
    expect(new Set(table ? named(table, 'w:sz').map((each) => value(each)) : [])).toEqual(new Set([size]));
  });

  test('stay apart from each other and from the end', async () => {
    const { blocks } = await wordOf(
      '---\n年度: 2023\n---\n七、附表\n\n| 甲 | 1 |\n| 乙 | 2 |\n\n说明\n\n| 丙 | 3 |\n| 丁 | 4 |\n',
    );
    const kinds = blocks.map(({ name }) => name);
    expect(kinds.filter((name) => name === 'w:tbl')).toHaveLength(2);
    expect(kinds.join(' ')).not.toContain('w:tbl w:tbl');
    expect(kinds.at(-1)).toBe('w:p');
  });
});

describe('typography', () => {
  const report = `---
机关: 青禾镇人民政府
---
# 青禾镇人民政府2023年政府信息公开工作年度报告

2024年1月12日

一、总体情况

（一）主动公开。公开“信息”214条。

（二）平台建设

1.办好专栏。

青禾镇人民政府

2024年1月12日
`;

  test('every run names a Chinese and a Latin font', async () => {
    const { document } = await wordOf(report);
    for (const run of named(document, 'w:r').filter((each) => textIn(each) !== '')) {
      const fonts = child(run, 'w:rPr', 'w:rFonts')?.attributes ?? {};
      expect(Object.keys(fonts).sort()).toEqual(['w:ascii', 'w:cs', 'w:eastAsia', 'w:hAnsi', 'w:hint']);
      expect(fonts['w:eastAsia']).toMatch(/^(?:方正小标宋简体|黑体|楷体|仿宋|宋体)$/);
      expect(fonts['w:hint']).toBe('eastAsia');
    }
  });

  test.each(fontSets)(
    'no part of the file names a font that the set %s has not: styles, theme, runs, numbering',
    async (fonts) => {
      const how = { ...asUsual, page: { ...defaultPageStyle, fonts }, draftErrors: 2 };
      const known = new Set([...Object.values(typefaceSets[fonts]).map(({ name }) => name), LATIN_FONT]);
      for (const text of [report, hostile]) {
        const { parts } = readWord(await docx.write(readReport(text), how));
        const named = [...parts].flatMap(([path, part]) => fontsIn(part).map((font) => `${path}: ${font}`));
        expect(named.filter((each) => !known.has(each.replace(/^.*?: /, '')))).toEqual([]);
        expect(named.some((each) => each.startsWith('word/theme/'))).toBe(true);
      }
    },
  );

  test.each([
    ['outside', ['default right — PAGE —', 'even left — PAGE —']],
    ['center', ['default center — PAGE —', 'even center — PAGE —']],
    ['plain', ['default center PAGE', 'even center PAGE']],
    ['none', []],
  ] as const)('the page number %s is the same in Word and in print', async (pageNumbers, expected) => {
    const how = { ...asUsual, page: { ...defaultPageStyle, pageNumbers } };
    const { parts, document } = readWord(await docx.write(readReport(report), how));
    expect(footersOf(parts, document)).toEqual(expected);
    const style = html.write(readReport(report), how);
    const printed = [...style.matchAll(/@page :(\w+) \{ @bottom-(\w+) \{ content: ([^;]*);/g)].map(
      ([, page, side, content = '']) =>
        `${page === 'right' ? 'default' : 'even'} ${side} ${content
          .replace('counter(page)', 'PAGE')
          .replaceAll(/" ?| "/g, ' ')
          .replaceAll(/ +/g, ' ')
          .trim()}`,
    );
    expect(printed).toEqual(expected);
  });

  test('a draft says so on each page', async () => {
    const draft = readWord(await docx.write(readReport(report), { ...asUsual, draftErrors: 3 }));
    const heads = [...draft.parts].filter(([path]) => /^word\/header\d\.xml$/.test(path));
    expect(heads.map(([, part]) => textIn(part))).toEqual(Array(2).fill('草稿（尚有 3 处错误未改正）'));
    const page = html.write(readReport(report), { ...asUsual, draftErrors: 3 });
    expect(page).toContain('@top-right { content: "草稿（尚有 3 处错误未改正）"');
    expect(page).toContain('<p class="draft">草稿（尚有 3 处错误未改正）</p>');
    expect([...(await wordOf(report)).parts.keys()].filter((path) => path.includes('header'))).toEqual([]);
  });

  test('every font has others to take where it is missing', async () => {
    const { parts, document } = await wordOf(report);
    const table = parts.get('word/fontTable.xml')?.children ?? [];
    const others = new Map(table.map((font) => [value(font, 'w:name'), value(child(font, 'w:altName'))]));
    for (const fonts of named(document, 'w:rFonts')) expect(others.get(fonts.attributes['w:eastAsia'])).toMatch(/.,./);
  });

  test('title 小标宋 二号, 一、 黑体, （一） 楷体, text 仿宋, all else 三号', async () => {
    const { blocks } = await wordOf(report);
    const seen = blocks.map((block) => {
      const runs = named(block, 'w:r').map((run) => {
        const properties = child(run, 'w:rPr');
        return `${value(child(properties, 'w:rFonts'), 'w:eastAsia')} ${value(child(properties, 'w:sz'))} ${textIn(run).replace('\n', '⏎')}`;
      });
      return [styleOf(block), ...runs].join(' / ');
    });
    expect(seen).toEqual([
      'Title / 方正小标宋简体 44 青禾镇人民政府 / 方正小标宋简体 44 ⏎2023年政府信息公开工作年度报告',
      'ReportDateline / 楷体 32 2024年1月12日',
      'Heading1 / 黑体 32 一、总体情况',
      'ReportText / 楷体 32 （一）主动公开。 / 仿宋 32 公开“信息”214条。',
      'Heading2 / 楷体 32 （二）平台建设',
      'ReportText / 仿宋 32 1.办好专栏。',
      'ReportSignature / 仿宋 32 青禾镇人民政府',
      'ReportSignature / 仿宋 32 2024年1月12日',
    ]);
  });

  test('lines of 28 points, two characters indented; headings are known to the navigation', async () => {
    const { parts } = await wordOf(report);
    const styles = parts.get('word/styles.xml')?.children ?? [];
    const style = (id: string) => styles.find((each) => value(each, 'w:styleId') === id);
    for (const id of ['ReportText', 'Heading1', 'Heading2']) {
      const paragraph = child(style(id), 'w:pPr');
      expect(child(paragraph, 'w:spacing')?.attributes).toMatchObject({ 'w:line': '560', 'w:lineRule': 'exact' });
      expect(child(paragraph, 'w:ind')?.attributes).toEqual({ 'w:firstLine': '640', 'w:firstLineChars': '200' });
    }
    expect(['Title', 'Heading1', 'Heading2'].map((id) => value(child(style(id), 'w:name'))?.toLowerCase())).toEqual([
      'title',
      'heading 1',
      'heading 2',
    ]);
  });

  test('A4 with margins of 37, 35, 28 and 26 mm; page numbers on the outer side', async () => {
    const { parts, document } = await wordOf(report);
    const margins = named(document, 'w:pgMar')[0]?.attributes ?? {};
    const millimetres = ['w:top', 'w:bottom', 'w:left', 'w:right'].map((side) =>
      Math.round(Number(margins[side]) / MILLIMETRE),
    );
    expect(millimetres).toEqual([37, 35, 28, 26]);
    expect(named(document, 'w:pgSz')[0]?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    const settings = parts.get('word/settings.xml');
    expect(value(settings && child(settings, 'w:evenAndOddHeaders'))).not.toBe('false');
    expect(footersOf(parts, document)).toEqual(['default right — PAGE —', 'even left — PAGE —']);
  });

  test('the date below the body begins two characters after it', async () => {
    const { blocks } = await wordOf(report);
    const [name, date] = blocks
      .filter((block) => styleOf(block) === 'ReportSignature')
      .map((block) => Number(value(child(block, 'w:pPr', 'w:ind'), 'w:right')) / 320);
    const [nameStart, dateStart] = [7 + (name ?? 0), 6.5 + (date ?? 0)];
    expect(nameStart - dateStart).toBe(2);
    expect(Math.min(name ?? 0, date ?? 0)).toBe(2);
  });

  test('the properties say what it is, of whom and in which language, and not when it was made', async () => {
    const properties = (await wordOf(report)).parts.get('docProps/core.xml')?.children ?? [];
    expect(Object.fromEntries(properties.map(({ name, text }) => [name, text]))).toEqual({
      'dc:title': '青禾镇人民政府2023年政府信息公开工作年度报告',
      'dc:subject': '政府信息公开工作年度报告',
      'dc:creator': '青禾镇人民政府',
      'cp:lastModifiedBy': '青禾镇人民政府',
      'dc:language': 'zh-CN',
    });
  });
});

describe('trust', () => {
  test('a hostile report is text: no field, link, object or part of its own', async () => {
    const plain = await wordOf('# 青禾镇2023年政府信息公开工作年度报告\n\n一、总体情况\n\n| 甲 | 1 |\n| 乙 | 2 |\n');
    const { parts, document } = await wordOf(hostile);
    expect([...parts.keys()]).toEqual([...plain.parts.keys()]);
    const known =
      /^w:(?:document|body|[pr]|[prt]Pr|pStyle|jc|spacing|ind|keep\w+|rFonts|sz|szCs|t|br|sectPr|foot\w+|pg\w+|cols|docGrid|titlePg|tbl\w*|top|left|bottom|right|insideH|insideV|gridCol|gridSpan|tr\w*|tc\w*|cantSplit|vMerge|vAlign)$/;
    const names = new Set([...named(document, 'w:p'), ...named(document, 'w:tbl')].flatMap((each) => everyName(each)));
    expect([...names].filter((name) => !known.test(name))).toEqual([]);
    const text = named(document, 'w:t')
      .map((each) => each.text)
      .join('\n');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain(']]><x>&amp;&lt;');
    expect(text).toContain('=HYPERLINK("x")');
  });

  test('characters that XML can not hold are left out', async () => {
    const { document } = await wordOf(
      '# 甲\u0000乙2023年政府信息公开工作年度报告\n\n一、总体\u0007情况\n\n前\ud800后\ufffe\u001b[31m止\u{1f600}',
    );
    expect(named(document, 'w:p').map(textIn)).toEqual([
      '甲乙2023年政府信息公开工作年度报告',
      '一、总体情况',
      '前后[31m止\u{1f600}',
    ]);
  });

  test('comments and suppressions stay in the source', async () => {
    const { document } = await wordOf(
      '一、总体情况\n\n// 内部备注\n\n// nianbao-ignore missing-subsection: 不公开的理由\n\n正文。\n',
    );
    expect(named(document, 'w:p').map(textIn).join()).not.toMatch(/备注|理由|nianbao/);
  });

  test('rows wider than any table in Word are paragraphs', async () => {
    const row = `|${' 甲 |'.repeat(64)}`;
    const { blocks } = await wordOf(`七、附表\n\n${row}\n${row}\n`);
    expect(blocks.map(({ name }) => name)).not.toContain('w:tbl');
    expect(blocks.map(textIn).slice(-2)).toEqual(Array.from({ length: 2 }, () => Array(64).fill('甲').join(' | ')));
  });

  test('what is far too long is refused with a reason', async () => {
    const error = await bytesOf(`一、总体情况\n\n${'文\n'.repeat(60_001)}`).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NotWritten);
  });

  test.each(['', '\n\n', '|', '---\n', '# \n', '一、\n', '| | |\n'])('%j gives a file', async (text) => {
    expect((await wordOf(text)).blocks.length).toBeGreaterThan(0);
  });
});

/** Of each footer the pages, the side and the text, a field being its name. */
function footersOf(parts: WordFile['parts'], document: XmlElement): readonly string[] {
  const relationships = parts.get('word/_rels/document.xml.rels')?.children ?? [];
  const footers = named(document, 'w:footerReference').map((reference) => {
    const target = relationships.find(({ attributes }) => attributes.Id === reference.attributes['r:id'])?.attributes
      .Target;
    const footer = parts.get(`word/${target}`);
    const text = footer
      ? named(footer, 'w:r')
          .flatMap((each) => each.children)
          .map((each) => each.text)
      : [];
    return `${value(reference, 'w:type')} ${footer && value(named(footer, 'w:jc')[0])} ${text.join('').replaceAll(/\s+/g, ' ').trim()}`;
  });
  return footers.sort();
}

/** Every font that a part names, wherever: at runs and styles, in a theme, in a table of fonts. */
function fontsIn(part: XmlElement): readonly string[] {
  return [...elementsIn(part)].flatMap(({ name, attributes }) => {
    if (name === 'w:font') return [attributes['w:name'] ?? ''];
    if (attributes.typeface !== undefined) return [attributes.typeface];
    if (name === 'w:sym') return [attributes['w:font'] ?? ''];
    if (name !== 'w:rFonts') return [];
    return Object.entries(attributes).flatMap(([key, font]) => (key === 'w:hint' ? [] : [font]));
  });
}

function everyName(element: Parameters<typeof named>[0]): readonly string[] {
  return [element.name, ...element.children.flatMap(everyName)];
}
