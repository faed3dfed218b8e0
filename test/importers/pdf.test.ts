import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { json } from '../../server/src/exporters/json.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readPdf } from '../../server/src/importers/pdf/pdf.ts';
import type { Resources } from '../../server/src/importers/resources.ts';
import type { Imported, ImportFailure } from '../../server/src/importers/source.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { contradictions, haveSharedReports, inTheForm, sharedFile, sharedFiles, truths } from '../support/truths.ts';
import { type Mark, makePdf } from './make-pdf.ts';
import { noteLines, show } from './show.ts';

const cmaps = join(import.meta.dirname, '../../node_modules/pdfjs-dist/cmaps');
const resources: Resources = { characterMap: async (name) => new Uint8Array(readFileSync(join(cmaps, name))) };
const read = (...pages: readonly (readonly Mark[])[]) => readPdf(makePdf(pages), resources);

const imports = new Map<string, Promise<Imported | ImportFailure>>();

function importOnce(file: string): Promise<Imported | ImportFailure> {
  const known = imports.get(file) ?? importReport(sharedFile(file), { name: file, resources });
  imports.set(file, known);
  return known;
}

describe.skipIf(!haveSharedReports)('published reports', () => {
  test.each(truths.filter(({ file }) => file.endsWith('.pdf')))('$file comes in cell by cell', async (truth) => {
    const imported = await importOnce(truth.file);
    if ('failure' in imported) throw new Error(imported.failure.zh);
    expect(JSON.parse(json.write(readReport(imported.markup)))).toMatchObject({
      body: truth.body,
      year: truth.year,
      edition: truth.edition,
      values: truth.values,
    });
    expect(imported.numbers.found).toBe(imported.numbers.written);
    expect(imported.notes.filter(({ kind }) => kind === 'doubtful')).toEqual([]);
  });

  test.each(truths.filter(({ file }) => file.endsWith('.pdf')))(
    '$file has the findings of its truth',
    async (truth) => {
      const imported = await importOnce(truth.file);
      const { findings } = check(subjectOf(readReport('failure' in imported ? '' : inTheForm(imported.markup))));
      expect(contradictions(truth, findings)).toEqual([]);
    },
  );

  test.each(truths.filter(({ file }) => file.endsWith('.pdf')))('$file keeps every sentence', async (truth) => {
    const imported = await importOnce(truth.file);
    const plain = (text: string): string => text.replace(/- \d+ -|\s/g, '');
    const markup = 'failure' in imported ? '' : plain(imported.markup);
    const [text = ''] = sharedFiles(new RegExp(`^${truth.file.slice(0, 3)}_pdftext.*pdfium`));
    const sentences = plain(sharedFile(text).toString('utf8'))
      .split(/[。；]/)
      .filter((sentence) => /^\P{N}{12}/u.test(sentence) && !/第二十条第|勾稽|结果维持/.test(sentence));
    expect(sentences.length).toBeGreaterThan(10);
    expect(sentences.filter((sentence) => !markup.includes(sentence))).toEqual([]);
  });
});

describe('tables by ruled lines', () => {
  const grid = (left: number, top: number, widths: readonly number[], rows: readonly (readonly string[])[]): Mark[] => {
    const xs = [left, ...widths.map((_, i) => left + widths.slice(0, i + 1).reduce((sum, width) => sum + width, 0))];
    const bottom = top + 20 * rows.length;
    return [
      ...xs.map((x): Mark => ({ line: [x, top, x, bottom] })),
      ...Array.from(
        { length: rows.length + 1 },
        (_, i): Mark => ({ line: [left, top + 20 * i, xs.at(-1) ?? 0, top + 20 * i] }),
      ),
      ...rows.flatMap((row, i) => row.map((text, j): Mark => ({ text, at: [(xs[j] ?? 0) + 4, top + 20 * i + 14] }))),
    ];
  };
  const rows = [
    ['信息内容', '本年制发件数', '本年废止件数'],
    ['规章', '0', ''],
    ['行政规范性文件', '12', '345'],
  ];

  test('are rows, blanks kept', async () => {
    expect(show(await read(grid(60, 100, [120, 100, 100], rows)))).toBe(
      '|信息内容|本年制发件数|本年废止件数|\n|规章|0||\n|行政规范性文件|12|345|',
    );
  });

  test('with a cell over several rows and one over several columns', async () => {
    const marks: Mark[] = [
      { line: [60, 100, 360, 100] },
      { line: [160, 120, 360, 120] },
      { line: [60, 140, 360, 140] },
      { line: [60, 100, 60, 140] },
      { line: [160, 100, 160, 140] },
      { line: [260, 120, 260, 140] },
      { line: [360, 100, 360, 140] },
      { text: '三、本年度', at: [64, 114] },
      { text: '办理结果', at: [64, 132] },
      { text: '法人', at: [240, 114] },
      { text: '7', at: [164, 134] },
      { text: '8', at: [264, 134] },
    ];
    expect(show(await read(marks))).toBe('|三、本年度办理结果|法人||\n||7|8|');
  });

  test('with lines drawn as thin bars', async () => {
    const bars = grid(60, 100, [120, 100, 100], rows).map((mark): Mark => {
      if (!('line' in mark)) return mark;
      const [x1, y1, x2, y2] = mark.line;
      return { bar: [x1, y1, Math.max(x2 - x1, 0.6), Math.max(y2 - y1, 0.6)] };
    });
    expect(show(await read(bars))).toContain('|行政规范性文件|12|345|');
  });

  test('cut by the end of a page without a line there', async () => {
    const [first, second] = [grid(60, 700, [120, 100, 100], rows), grid(60, 60, [120, 100, 100], rows.slice(1))];
    const open = first.filter((mark) => !('line' in mark) || mark.line[1] !== 760 || mark.line[3] !== 760);
    expect(open.length).toBe(first.length - 1);
    expect(show(await read(open, second)).match(/\|行政规范性文件\|12\|345\|/g)).toHaveLength(2);
  });

  test('with a label written downwards, to the foot of the page', async () => {
    const marks: Mark[] = [
      ...[60, 90, 200].map((x): Mark => ({ line: [x, 700, x, 820] })),
      ...[700, 820].map((y): Mark => ({ line: [60, y, 200, y] })),
      { line: [90, 760, 200, 760] },
      { column: '三、本年度办理结果', at: [75, 702] },
      { text: '甲', at: [94, 730] },
      { text: '乙', at: [94, 790] },
    ];
    expect(show(await read(marks))).toBe('|三、本年度办理结果|甲|\n||乙|');
  });

  test('labels and rows torn by the end of a page are put together', async () => {
    const widths = [80, 200, 60, 60];
    const first = [
      ['（四）无', '1.本机关不掌握相关政府信息', '7', '8'],
      ['', '2.没有现成信息需', '', ''],
    ];
    const second = [
      ['法提供', '要另行制作', '3', '4'],
      ['', '3.补正后申请内容仍不明确', '5', '6'],
    ];
    const shown = show(await read(grid(60, 700, widths, first), grid(60, 60, widths, second)));
    expect(shown).toBe(`|（四）无法提供|1.本机关不掌握相关政府信息|7|8|
||2.没有现成信息需要另行制作|3|4|
||3.补正后申请内容仍不明确|5|6|`);
  });

  test('numbers close together in neighbouring cells stay apart', async () => {
    const narrow = grid(60, 100, [100, 26, 26], [['规章', '1234', '5678']]);
    expect(show(await read(narrow))).toBe('|规章|1234|5678|');
  });
});

describe('text', () => {
  const full = '政府信息公开工作有序推进各项任务落实到位成效明显群众满意度稳步提升';
  const line = (text: string, y: number, x = 60): Mark => ({ text, at: [x, y] });

  test('wrapped lines are one paragraph, also over the end of a page; an indent begins another', async () => {
    const first = [line(full, 100, 84), line(`${full}公开`, 120), line('末尾。', 140), line(full, 740, 84)];
    const second = [line('下一页。', 60), line('新的一段。', 80, 84)];
    expect(show(await read(first, second))).toBe(`${full}${full}公开末尾。\n${full}下一页。\n新的一段。`);
  });

  test('page numbers and running heads are left out and counted', async () => {
    const page = (number: number): Mark[] => [
      line('青禾镇', 30),
      line(`正文${'甲乙丙'[number - 1]}。`, 300),
      line(`- ${number} -`, 820, 280),
    ];
    const source = await read(page(1), page(2), page(3));
    expect(show(source)).toBe('正文甲。\n正文乙。\n正文丙。');
    expect(noteLines(source)).toEqual(['dropped: 页码、页眉和页脚没有收，共 6 处。']);
  });

  test('without ruled lines a table is put together as that of a text', async () => {
    const rows = [
      '一、本年新收政府信息公开申请数量',
      '二、上年结转政府信息公开申请数量',
      '1.本机关不掌握相关政府信息',
      '2.没有现成信息需要另行制作',
      '3.补正后申请内容仍不明确',
    ];
    const marks = rows.flatMap((label, i) => [
      line(label, 100 + 20 * i),
      ...[1, 2, 3, 4, 5, 6, 21].map((value, j) => line(String(value), 100 + 20 * i, 300 + 30 * j)),
    ]);
    const source = await read([line('三、收到和处理政府信息公开申请情况', 60), ...marks]);
    expect(noteLines(source).at(-1)).toMatch(/^guessed: PDF 里没有画出框线的表格/);
    expect(show(source)).toMatch(/一、本年新收政府信息公开申请数量[ |]+1[ |]+2[ |]+3[ |]+4[ |]+5[ |]+6[ |]+21/);
  });
});

describe('files that are no report', () => {
  test('a scan', async () => {
    expect(show(await read([{ bar: [50, 50, 400, 700] }]))).toContain('是扫描件或图片');
  });

  test.each([
    ['cut short', makePdf([[{ text: '甲', at: [60, 100] }]]).subarray(0, 100)],
    ['not a PDF', new TextEncoder().encode('%PDF-1.7 甲乙丙')],
    ['nothing', new Uint8Array()],
  ])('%s', async (_, bytes) => {
    expect(show(await readPdf(bytes, resources))).toMatch(/损坏|扫描件/);
  });

  test.each([
    ['once', deflateSync(Buffer.alloc(40_000_000, ' '))],
    ['twice', deflateSync(deflateSync(Buffer.alloc(60_000_000, ' ')))],
  ])('a stream that grows a thousandfold, packed %s', async (_, packed) => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n4 0 obj\n<< /Filter /FlateDecode >>\nstream\n'), packed]);
    expect(show(await readPdf(bytes, resources))).toContain('大得不正常');
  });

  test('more pages than any report', async () => {
    expect(show(await read(...Array.from({ length: 201 }, () => [])))).toContain('超过 200 页');
  });
});
