import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { json } from '../../server/src/exporters/json.ts';
import { readDocx } from '../../server/src/importers/docx/docx.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { boxSamples, inlineSamples, numberSamples, revisionSamples, tableSamples } from './docx-samples.ts';
import { gridSpan, makeDocx, p, run, tbl, tc, vMergeOn, vMergeStart, wordXml } from './make-docx.ts';
import { noteLines, show } from './show.ts';

const read = async (body: string, parts: Readonly<Record<string, string>> = {}): Promise<string> =>
  show(await readDocx(makeDocx(body, parts)));

describe('tables', () => {
  test('merged cells keep the others at their places', async () => {
    const body = tbl(
      [tc('（勾稽关系）', `${gridSpan(3)}${vMergeStart}`), tc('申请人情况', gridSpan(3))],
      [tc('', `${gridSpan(3)}${vMergeOn}`), tc(['自', '然人']), tc('法人', gridSpan(1)), tc('总计')],
      [tc('三、本年度办理结果', vMergeStart), tc('（一）予以公开', gridSpan(2)), tc('3'), tc('0'), tc('3')],
      [tc('', vMergeOn), tc('（三）不予公开', vMergeStart), tc('1.属于国家秘密'), tc('0'), tc(''), tc('0')],
      [tc('', vMergeOn), tc('', vMergeOn), tc('2.其他'), tc('1'), tc('2'), tc('3')],
    );
    expect(await read(body)).toBe(`|（勾稽关系）|||申请人情况|||
||||自然人|法人|总计|
|三、本年度办理结果|（一）予以公开||3|0|3|
||（三）不予公开|1.属于国家秘密|0||0|
|||2.其他|1|2|3|`);
  });

  test('a row that begins further right', async () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc('5')}${tc('6')}</w:tr>`;
    expect(await read(`<w:tbl>${row}</w:tbl>`)).toBe('|||5|6|');
  });
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const levels = `${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'bullet', '·')}`;
  const numbering = wordXml(
    'numbering',
    `<w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
     <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
  );
  const at = (place: number, list = 1): string =>
    `<w:numPr><w:ilvl w:val="${place}"/><w:numId w:val="${list}"/></w:numPr>`;

  test('are written out, each level counting below the one above', async () => {
    const body = [
      p('总体', at(0)),
      p('公开', at(1)),
      p('申请', at(1)),
      p('甲', at(2)),
      p('项', at(3)),
      p('表二', at(0)),
      p('乙', at(1)),
      p('丙', at(0, 2)),
      p('无', at(0, 0)),
    ];
    expect(await read(body.join(''), { 'word/numbering.xml': numbering })).toBe(
      '一、总体\n（一）公开\n（二）申请\n1.甲\n项\n二、表二\n（一）乙\n五、丙\n无',
    );
  });

  test('come from styles as well', async () => {
    const styles = wordXml(
      'styles',
      `<w:style w:type="paragraph" w:styleId="H"><w:pPr>${at(1)}</w:pPr></w:style>
       <w:style w:type="paragraph" w:styleId="I"><w:basedOn w:val="H"/></w:style>`,
    );
    const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles };
    expect(await read(p('甲', '<w:pStyle w:val="I"/>') + p('乙', '<w:pStyle w:val="H"/>'), parts)).toBe(
      '（一）甲\n（二）乙',
    );
  });

  test('of a format that was changed count by the present one', async () => {
    const changed = `${at(0)}<w:pPrChange w:id="1"><w:pPr>${at(2)}</w:pPr></w:pPrChange>`;
    expect(await read(p('甲', changed), { 'word/numbering.xml': numbering })).toBe('一、甲');
  });
});

describe('what is left out is said', () => {
  test.each([
    ['pictures', `${p('甲')}<w:p><w:r><w:drawing/></w:r></w:p>`, /^dropped: 图片和图形没有收，共 1 个/],
    [
      'footnotes',
      `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      /^dropped: 脚注、尾注和批注没有收，共 1 处/,
    ],
    [
      'deletions',
      `<w:p>${run('甲')}<w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:p>`,
      /^dropped: 修订中已删除的文字没有收，共 1 处/,
    ],
  ])('%s', async (_, body, note) => {
    const source = await readDocx(makeDocx(body));
    expect(show(source)).toBe('甲');
    expect(noteLines(source)).toEqual([expect.stringMatching(note)]);
  });

  test('headers with words, but not page numbers', async () => {
    const header = (text: string) => ({ 'word/header1.xml': wordXml('hdr', p(text)) });
    expect(noteLines(await readDocx(makeDocx(p('甲'), header('内部资料'))))).toEqual(['dropped: 页眉和页脚没有收。']);
    expect(noteLines(await readDocx(makeDocx(p('甲'), header('第 1 页 共 3 页'))))).toEqual([]);
  });
});

describe.each([
  ['what stands in a line', inlineSamples],
  ['tracked changes', revisionSamples],
  ['shapes of tables', tableSamples],
  ['text boxes', boxSamples],
  ['shapes of numbers', numberSamples],
])('%s', (_, samples) => {
  test.each(samples)('$name', async ({ body, parts, shown, notes = [] }) => {
    const source = await readDocx(makeDocx(body, parts));
    expect(show(source)).toBe(shown);
    const said = noteLines(source).filter((line) => !line.startsWith('guessed: 自动编号'));
    expect(said).toEqual(notes.map((note) => expect.stringMatching(note)));
  });
});

describe('other ways to keep a Word file', () => {
  const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/></Relationships>`;

  test('the strict namespace, as the default one, with parts by their relations', async () => {
    const text = (root: string, inner: string) => `<${root} xmlns="${STRICT}">${inner}</${root}>`;
    const paragraph = '<p><pPr><pStyle val="N"/></pPr><r><t>甲</t></r></p>';
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries({
          '_rels/.rels': relations('officeDocument', '/word/document2.xml'),
          'word/_rels/document2.xml.rels': relations('styles', 'own/looks.xml'),
          'word/document2.xml': text('document', `<body>${paragraph}</body>`),
          'word/own/looks.xml': text('styles', '<style styleId="N" type="paragraph"><rPr><vanish/></rPr></style>'),
        }).map(([name, xml]) => [name, strToU8(xml)]),
      ),
    );
    expect(show(await readDocx(bytes))).toBe('');
    expect(noteLines(await readDocx(bytes))).toEqual(['dropped: 隐藏的文字没有收，共 1 处：“甲”。']);
  });

  test('an archive with backslashes and without relations', async () => {
    const bytes = zipSync({ 'word\\document.xml': strToU8(wordXml('document', `<w:body>${p('甲')}</w:body>`)) });
    expect(show(await readDocx(bytes))).toBe('甲');
  });

  test('UTF-16', async () => {
    const xml = wordXml('document', `<w:body>${p('甲')}</w:body>`).replace('UTF-8', 'UTF-16');
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le')) });
    expect(show(await readDocx(bytes))).toBe('甲');
  });
});

test('insertions, fields and controls are text', async () => {
  const body = `<w:p>${run('共')}<w:ins>${run('8')}</w:ins><w:fldSimple w:instr="X">${run('件')}</w:fldSimple>
    <w:sdt><w:sdtContent>${run('办结')}</w:sdtContent></w:sdt></w:p>`;
  expect(await read(body)).toBe('共8件办结');
});

describe('hostile files', () => {
  test.each([
    ['nothing of a zip', new Uint8Array(200), '损坏'],
    ['a zip without a text', zipSync({ 'a.txt': strToU8('甲') }), '没有 Word 正文'],
    ['broken XML', makeDocx('', { 'word/document.xml': '<w:document><w:body>' }), '损坏'],
    ['elements nested without end', makeDocx('<w:p>'.repeat(5000)), '文字太多'],
    ['elements without number', makeDocx(p('甲').repeat(70_000)), '文字太多'],
    ['a text that grows a thousandfold', makeDocx('', { 'word/document.xml': ' '.repeat(60_000_000) }), '大得不正常'],
  ])('%s', async (_, bytes, message) => {
    expect(show(await readDocx(bytes))).toContain(message);
  });

  test('an archive that lies about its sizes', async () => {
    const bytes = makeDocx('', { 'word/document.xml': ' '.repeat(60_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 28 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(show(await readDocx(bytes))).toContain('大得不正常');
  });

  test('entities of its own are not expanded', async () => {
    const entities =
      '<!DOCTYPE w [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const xml = wordXml('document', `<w:body>${p('乙')}<w:p><w:r><w:t>&b;&x;</w:t></w:r></w:p></w:body>`);
    const shown = await read('', { 'word/document.xml': xml.replace('?>', `?>${entities}`) });
    expect(shown).not.toMatch(/甲甲|root:/);
  });
});

const cases = join(import.meta.dirname, '../../../shared/cases/import');

describe.skipIf(!existsSync(cases))('shared cases', () => {
  const files = existsSync(cases) ? readdirSync(cases).filter((name) => name.endsWith('.docx')) : [];

  test.each(files)('%s', async (name) => {
    const imported = await importReport(new Uint8Array(readFileSync(join(cases, name))), { name });
    if ('failure' in imported) throw new Error(imported.failure.zh);
    const { right } = JSON.parse(readFileSync(join(cases, name.replace(/docx$/, 'json')), 'utf8'));
    expect(JSON.parse(json.write(readReport(imported.markup))).values).toMatchObject(right.values);
  });
});
