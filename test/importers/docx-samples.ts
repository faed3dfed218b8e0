import { gridSpan, p, run, tbl, tc, vMergeOn, vMergeStart, wordXml } from './make-docx.ts';

/** A text as Word keeps it, what a reader sees of it, and what is said about the rest. */
export interface DocxSample {
  readonly name: string;
  readonly body: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly shown: string;
  readonly notes?: readonly RegExp[];
}

/** A run with properties. */
export const styled = (properties: string, text: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const par = (...inner: readonly string[]): string => `<w:p>${inner.join('')}</w:p>`;
const mark = (type: string, more = ''): string => `<w:r><w:fldChar w:fldCharType="${type}">${more}</w:fldChar></w:r>`;
const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
const field = (instruction: string, result: string): string =>
  `${mark('begin')}${code(instruction)}${mark('separate')}${result}${mark('end')}`;
const box = (inner: string): string => `<w:txbxContent>${inner}</w:txbxContent>`;
const drawing = (inner: string): string => `<w:r><w:drawing><wps:wsp>${inner}</wps:wsp></w:drawing></w:r>`;
const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
const style = (id: string, type: string, inner: string): string =>
  `<w:style w:type="${type}" w:styleId="${id}">${inner}</w:style>`;
const numbering = (...levels: readonly string[]): string =>
  wordXml(
    'numbering',
    `<w:abstractNum w:abstractNumId="1">${levels.map((level, at) => `<w:lvl w:ilvl="${at}">${level}</w:lvl>`).join('')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1、"/></w:lvl></w:lvlOverride></w:num>`,
  );
const level = (format: string, text: string, more = ''): string =>
  `<w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}`;
const listed = (text: string, at = 0, list = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

export const inlineSamples: readonly DocxSample[] = [
  {
    name: 'a paragraph of several runs, a hyperlink, a smart tag, a bookmark, a content control',
    body: par(
      run('全年'),
      `<w:hyperlink r:id="rId9">${run('公开')}</w:hyperlink>`,
      `<w:bookmarkStart w:id="1" w:name="a"/><w:smartTag w:element="x"><w:smartTagPr/>${run('信息')}</w:smartTag><w:bookmarkEnd w:id="1"/>`,
      `<w:sdt><w:sdtPr><w:alias w:val="数"/></w:sdtPr><w:sdtContent>${run('12')}</w:sdtContent></w:sdt>`,
      run('条'),
    ),
    shown: '全年公开信息12条',
  },
  {
    name: 'content controls around paragraphs, tables, rows and cells',
    body: `<w:sdt><w:sdtContent>${p('甲')}${table(
      `<w:sdt><w:sdtContent>${row(`<w:sdt><w:sdtContent>${tc('规章')}</w:sdtContent></w:sdt>${tc('0')}`)}</w:sdtContent></w:sdt>`,
    )}</w:sdtContent></w:sdt>`,
    shown: '甲\n|规章|0|',
  },
  {
    name: 'tabs are spaces, breaks end lines',
    body: par(
      run('年份'),
      '<w:r><w:tab/></w:r>',
      run('2023'),
      '<w:r><w:br/></w:r>',
      run('第二行'),
      '<w:r><w:br w:type="page"/></w:r>',
      run('第三行'),
    ),
    shown: '年份 2023\n第二行\n第三行',
  },
  {
    name: 'of fields the result, not the code, one in another as well',
    body: par(
      run('共'),
      field('IF ', run('12')),
      mark('begin'),
      code('IF '),
      field('=SUM(ABOVE)', run('99')),
      code(' &gt; 0'),
      mark('separate'),
      run('件'),
      mark('end'),
      run('。'),
    ),
    shown: '共12件。',
  },
  {
    name: 'a field that was never ended hides nothing of the next paragraph',
    body: par(run('甲'), mark('begin'), code('PAGE')) + p('乙'),
    shown: '甲\n乙',
  },
  {
    name: 'forms and numbers in circles show what their fields hold',
    body: par(
      mark('begin', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'),
      code('FORMCHECKBOX'),
      mark('end'),
      run('是'),
      mark(
        'begin',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="有"/><w:listEntry w:val="无"/></w:ddList></w:ffData>',
      ),
      code('FORMDROPDOWN'),
      mark('end'),
      mark('begin'),
      code(' eq \\o\\ac(○,3)'),
      mark('end'),
    ),
    shown: '☑是无③',
  },
  {
    name: 'a field without a result',
    body: par(run('合计'), mark('begin'), code('=SUM(ABOVE)'), mark('end')),
    shown: '合计',
    notes: [/^dropped: 没有结果的域没有收，共 1 处/],
  },
  {
    name: 'signs of fonts, by their codes and as letters; those that nobody knows are said',
    body: par(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
      '<w:r><w:sym w:font="宋体" w:char="25A1"/></w:r>',
      styled('<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>', 'R'),
      '<w:r><w:sym w:font="Own Font" w:char="F041"/></w:r>',
    ),
    shown: '🗹□☑',
    notes: [/^dropped: 认不出的特殊符号没有收，共 1 处/],
  },
  {
    name: 'hidden and struck out text, by itself and by style; a style turned off again',
    parts: {
      'word/styles.xml': wordXml(
        'styles',
        style('Secret', 'character', '<w:rPr><w:vanish/></w:rPr>') +
          style('More', 'character', '<w:basedOn w:val="Secret"/>') +
          style('Old', 'paragraph', '<w:rPr><w:strike/></w:rPr>'),
      ),
    },
    body:
      par(run('7'), styled('<w:vanish/>', '99'), styled('<w:rStyle w:val="More"/>', '98')) +
      par(run('6'), styled('<w:strike/>', '5'), styled('<w:dstrike w:val="true"/>', '4')) +
      p('旧', '<w:pStyle w:val="Old"/>') +
      par('<w:pPr><w:pStyle w:val="Old"/></w:pPr>', styled('<w:strike w:val="0"/>', '新')),
    shown: '7\n6\n新',
    notes: [
      /^dropped: 隐藏的文字没有收，共 1 处：“9998”。$/,
      /^dropped: 画了删除线的文字没有收，共 2 处：“54”、“旧”。$/,
    ],
  },
  {
    name: 'a hidden paragraph mark joins what stands around it',
    body: `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('全年')}</w:p>${p('公开')}`,
    shown: '全年公开',
  },
  {
    name: 'marks of notes are left out, powers of units kept',
    body: par(
      run('21'),
      styled('<w:vertAlign w:val="superscript"/>', '[1]'),
      run('条，'),
      run('3km'),
      styled('<w:vertAlign w:val="superscript"/>', '2'),
    ),
    shown: '21条，3km²',
    notes: [/^dropped: 上标的注号没有收，共 1 处：“\[1\]”。$/],
  },
  {
    name: 'phonetic guides stand over the text',
    body: par(
      `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>hé</w:t></w:r></w:rt><w:rubyBase>${run('禾')}</w:rubyBase></w:ruby></w:r>`,
    ),
    shown: '禾',
    notes: [/^dropped: 拼音等注音没有收，共 1 处：“hé”。$/],
  },
  {
    name: 'formulas are read as they run',
    body: par(run('共'), '<m:oMath><m:r><m:t>1+2</m:t></m:r></m:oMath>'),
    shown: '共1+2',
  },
  {
    name: 'a large first letter begins its paragraph',
    body: p('青', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('禾镇'),
    shown: '青禾镇',
  },
  {
    name: 'embedded documents',
    body: `${p('甲')}<w:altChunk r:id="rId5"/>`,
    shown: '甲',
    notes: [/^dropped: 嵌入的其他文档没有收，共 1 处/],
  },
];

export const revisionSamples: readonly DocxSample[] = [
  {
    name: 'insertions in, deletions out, moved text once',
    body: par(
      run('办结'),
      `<w:del>${'<w:r><w:delText>8</w:delText></w:r>'}</w:del>`,
      `<w:ins>${run('9')}</w:ins>`,
      `<w:moveFrom>${run('甲')}</w:moveFrom>`,
      run('件'),
      `<w:moveTo>${run('甲')}</w:moveTo>`,
    ),
    shown: '办结9件甲',
    notes: [/^dropped: 修订中已删除的文字没有收，共 2 处：“8”、“甲”/],
  },
  {
    name: 'a paragraph mark that was deleted, and one that was moved away',
    body: `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('上')}</w:p>${p('下')}<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>${run('走')}</w:moveFrom></w:p>${p('留')}`,
    shown: '上下\n留',
    notes: [/共 1 处：“走”/],
  },
  {
    name: 'rows and cells that were deleted, cells that were merged',
    body: table(
      row(tc('规章') + tc('5') + cell(par('<w:del><w:r><w:delText>88</w:delText></w:r></w:del>'), '<w:cellDel/>')),
      row(tc('旧') + tc('7'), '<w:del/>'),
      row(cell(p('合'), '<w:cellMerge w:vMerge="rest"/>') + tc('1')),
      row(cell(p(''), '<w:cellMerge w:vMerge="cont"/>') + tc('2')),
    ),
    shown: '|规章|5|\n|合|1|\n||2|',
    notes: [/共 2 处：“旧7”、“88”|共 2 处：“88”、“旧7”/],
  },
];

export const tableSamples: readonly DocxSample[] = [
  {
    name: 'cells merged across and down, also in the old way',
    body: table(
      row(
        tc('表', `${gridSpan(2)}${vMergeStart}`) +
          cell(p('头'), '<w:hMerge w:val="restart"/>') +
          cell(p(''), '<w:hMerge/>'),
      ),
      row(tc('', `${gridSpan(2)}${vMergeOn}`) + tc('3') + tc('4')),
    ),
    shown: '|表||头||\n|||3|4|',
  },
  {
    name: 'what stands in a covered cell is not shown',
    body: tbl([tc('甲', vMergeStart), tc('1')], [tc('乙', vMergeOn), tc('2')]),
    shown: '|甲|1|\n||2|',
    notes: [/^dropped: 隐藏的文字没有收，共 1 处：“乙”。$/],
  },
  {
    name: 'a merge that goes on without a beginning keeps its text',
    body: tbl([tc('甲', vMergeOn), tc('1')]),
    shown: '|甲|1|',
  },
  {
    name: 'hidden rows, and rows that begin further right',
    body: table(
      row(tc('9') + tc('9'), '<w:hidden/>'),
      row(tc('5'), '<w:gridBefore w:val="2"/>'),
      row(tc('甲') + tc('乙') + tc('6')),
    ),
    shown: '|||5|\n|甲|乙|6|',
    notes: [/^dropped: 隐藏的文字没有收，共 1 处：“99”。$/],
  },
  {
    name: 'a table in a table only lays out the page',
    body: table(row(cell(p('左') + tbl([tc('规章'), tc('3')]) + p('')) + tc('右'))),
    shown: '左\n|规章|3|\n右',
  },
  {
    name: 'lines and paragraphs of a cell are one label',
    body: tbl([tc(['商业', '企业']), '<w:tc><w:p><w:r><w:t>总</w:t><w:br/><w:t>计</w:t></w:r></w:p></w:tc>']),
    shown: '|商业企业|总计|',
  },
];

export const boxSamples: readonly DocxSample[] = [
  {
    name: 'a text box, which stands in its alternative again, after its paragraph',
    body:
      par(
        run('甲'),
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing(box(p('框里的话')))}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p('框里的话'))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        run('乙'),
      ) + p('丙'),
    shown: '甲乙\n框里的话\n丙',
    notes: [/^guessed: 文本框里的文字收在它所在的段落后面，共 1 个：“框里的话”/],
  },
  {
    name: 'a table in a text box, and a box anchored in a table',
    body: par(drawing(box(tbl([tc('规章'), tc('3')])))) + tbl([cell(par(run('甲'), drawing(box(p('旁注'))))), tc('1')]),
    shown: '|规章|3|\n|甲|1|\n旁注',
    notes: [/^guessed: .*共 2 个：“规章 3”、“旁注”/],
  },
  {
    name: 'of alternatives the one that holds something',
    body: par(
      `<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:font="x" w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    shown: '😀',
  },
];

export const numberSamples: readonly DocxSample[] = [
  {
    name: 'levels that restart, that never do, and numbers of levels above in digits',
    parts: {
      'word/numbering.xml': numbering(
        level('chineseCounting', '%1、'),
        level('decimal', '%2.', '<w:lvlRestart w:val="0"/>'),
        level('decimal', '%1.%2.%3', '<w:isLgl/>'),
      ),
    },
    body: listed('甲') + listed('乙', 1) + listed('丙') + listed('丁', 1) + listed('戊', 2),
    shown: '一、甲\n1.乙\n二、丙\n2.丁\n2.2.1 戊',
  },
  {
    name: 'a list with a level of its own',
    parts: { 'word/numbering.xml': numbering(level('chineseCounting', '%1、')) },
    body: listed('甲', 0, 2),
    shown: 'I、甲',
  },
  ...(
    [
      ['chineseLegalSimplified', '（%1）', '（壹）甲\n（贰）乙'],
      ['decimalEnclosedCircleChinese', '%1', '①甲\n②乙'],
      ['decimalEnclosedParen', '%1', '⑴甲\n⑵乙'],
      ['decimalFullWidth', '%1．', '１．甲\n２．乙'],
      ['ideographTraditional', '%1、', '甲、甲\n乙、乙'],
      ['ideographZodiac', '%1、', '子、甲\n丑、乙'],
      ['lowerLetter', '%1)', 'a)甲\nb)乙'],
      ['lowerRoman', '%1.', 'i.甲\nii.乙'],
      ['decimalZero', '%1', '01 甲\n02 乙'],
    ] as const
  ).map(([format, text, shown]) => ({
    name: `numbers of the format ${format}`,
    parts: { 'word/numbering.xml': numbering(level(format, text)) },
    body: listed('甲') + listed('乙'),
    shown,
  })),
  {
    name: 'a hidden number, and a deleted paragraph that counts no more',
    parts: {
      'word/numbering.xml': numbering(level('decimal', '%1.'), level('decimal', '%2)', '<w:rPr><w:vanish/></w:rPr>')),
    },
    body: `${listed('甲')}<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>${listed('乙')}${listed('丙', 1)}`,
    shown: '1.甲\n2.乙\n丙',
  },
];
