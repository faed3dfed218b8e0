import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { xlsx } from '../../server/src/exporters/xlsx.ts';
import type { LayoutRow } from '../../server/src/forms/edition.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';
import { hostile } from '../support/hostile.ts';
import { forms, official } from './support.ts';

interface Sheet {
  readonly name: string;
  /** By their reference, such as `B2`. */
  readonly cells: ReadonlyMap<string, string | number>;
  readonly merges: readonly string[];
  readonly formulas: number;
}

function tagsOf(xml: string) {
  const tags: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: (typeof tags)[number][] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag = { name, attributes, text: '' };
        tags.push(tag);
        open.push(tag);
      },
      ontext(text) {
        for (const tag of open) tag.text += text;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return tags;
}

async function sheetsOf(text: string): Promise<readonly Sheet[]> {
  const files = unzipSync(await xlsx.write(readReport(text)));
  const part = (path: string) => tagsOf(strFromU8(files[path] ?? new Uint8Array()));
  const strings = part('xl/sharedStrings.xml').flatMap(({ name, text: of }) => (name === 'si' ? [of] : []));
  const names = part('xl/workbook.xml').flatMap(({ name, attributes }) =>
    name === 'sheet' ? [attributes.name ?? ''] : [],
  );
  return names.map((name, i) => {
    const tags = part(`xl/worksheets/sheet${i + 1}.xml`);
    const filled = tags.filter((tag) => tag.name === 'c' && tag.text !== '');
    return {
      name,
      cells: new Map(
        filled.map(({ attributes: { r = '', t }, text: of }) => [
          r,
          t === 's' ? (strings[Number(of)] ?? '') : Number(of),
        ]),
      ),
      merges: tags.flatMap((tag) => (tag.name === 'mergeCell' ? [tag.attributes.ref ?? ''] : [])),
      formulas: tags.filter((tag) => tag.name === 'f').length,
    };
  });
}

/** The merged cells of a layout as a workbook names them: `A1:D1`. */
function mergesOf(layout: LayoutRow[] | readonly LayoutRow[]): readonly string[] {
  const filled = new Set<string>();
  return layout.flatMap((cells, y) => {
    let x = 0;
    return cells.flatMap(({ colspan, rowspan }) => {
      while (filled.has(`${x},${y}`)) x++;
      for (let dy = 0; dy < rowspan; dy++) for (let dx = 0; dx < colspan; dx++) filled.add(`${x + dx},${y + dy}`);
      return colspan * rowspan === 1 ? [] : [`${reference(x, y)}:${reference(x + colspan - 1, y + rowspan - 1)}`];
    });
  });
}

function reference(x: number, y: number): string {
  return `${String.fromCharCode(65 + x)}${y + 1}`;
}

describe('a workbook', () => {
  test.each(forms)('has the official form with its merged cells: $name', async ({ table, text }) => {
    const [form, tidy, ...others] = await sheetsOf(text);
    expect(others).toEqual([]);
    expect(form?.name).toMatch(/^表[二三四] /);
    expect([...(form?.merges ?? [])].sort()).toEqual([...mergesOf(table.layout)].sort());
    const texts = official(table).flatMap((row) =>
      row.map((cell) => (/^\d+$/.test(cell.text) ? Number(cell.text) : cell.text)),
    );
    expect([...(form?.cells.values() ?? [])]).toEqual(texts);
    expect(tidy?.name).toBe('数据');
  });

  test('has every value on a row of its own, numbers as numbers', async () => {
    const city = corpus.find(({ name }) => name === 'corpus/2021-city')?.text ?? '';
    const tidy = (await sheetsOf(city)).at(-1);
    const row = (line: number) => [...'ABCDEFGHIJ'].map((column) => tidy?.cells.get(`${column}${line}`));
    expect(row(1)).toEqual(['body', 'year', 'edition', 'table', '表', 'row', '行', 'column', '列', 'value']);
    expect(row(2)).toEqual([
      '江岭市人民政府',
      2023,
      '2021',
      'disclosure',
      '表二 主动公开政府信息情况',
      'regulations',
      '规章',
      'made',
      '本年制发件数',
      2,
    ]);
    expect([...(tidy?.cells.values() ?? [])]).toContain(59237.2449);
  });

  test('keeps an amount with its unit as text in the form, and blank cells blank', async () => {
    const finance = corpus.find(({ name }) => name === 'examples/云岭县财政局-2020')?.text ?? '';
    const [form, , , tidy] = await sheetsOf(finance);
    expect([...(form?.cells.values() ?? [])]).toContain('86.4万元');
    expect([...(tidy?.cells.values() ?? [])]).toContain(86.4);
    const [blank] = await sheetsOf('四、政府信息公开行政复议、行政诉讼情况\n| 行政复议 | 1 | | | | 1 |\n');
    expect([blank?.cells.get('A4'), blank?.cells.get('B4')]).toEqual([1, undefined]);
  });

  test('fits on A4, each form on one page; heads and labels of rows stay in sight', async () => {
    const city = corpus.find(({ name }) => name === 'corpus/2021-city')?.text ?? '';
    const files = unzipSync(await xlsx.write(readReport(city)));
    const sheets = [1, 2, 3, 4].map((i) => tagsOf(strFromU8(files[`xl/worksheets/sheet${i}.xml`] ?? new Uint8Array())));
    const seen = sheets.map((tags) => {
      const [first] = tags.filter(({ name }) => name === 'pageSetUpPr');
      const setup = tags.find(({ name }) => name === 'pageSetup')?.attributes ?? {};
      const pane = tags.find(({ name }) => name === 'pane')?.attributes ?? {};
      expect(first?.attributes.fitToPage).toBe('1');
      return `A${setup.paperSize === '9' ? 4 : '?'} ${setup.orientation} ${setup.fitToWidth}×${setup.fitToHeight} ${pane.xSplit ?? 0} ${pane.ySplit ?? 0}`;
    });
    expect(seen).toEqual([
      'A4 portrait 1×1 0 0',
      'A4 portrait 1×1 3 3',
      'A4 landscape 1×1 0 3',
      'A4 landscape 1×0 0 1',
    ]);
  });

  test('has columns as broad as their numbers and labels, repeated tables included', async () => {
    const line = (label: string) => `| ${label} | 1234567 | 0 | 0 | 0 | 1234567 |`;
    const part = `四、政府信息公开行政复议、行政诉讼情况\n\n${['行政复议', '未经复议直接起诉', '复议后起诉'].map(line).join('\n')}\n`;
    const files = unzipSync(await xlsx.write(readReport(`${part}\n${part}`)));
    const widths = (sheet: number) =>
      tagsOf(strFromU8(files[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array()))
        .filter(({ name }) => name === 'col')
        .map(({ attributes }) => Number(attributes.width));
    for (const column of [0, 4, 5, 9, 10, 14]) expect(widths(1)[column]).toBeGreaterThanOrEqual(9);
    const [label = 0, first = 0] = widths(2);
    expect(label).toBeGreaterThanOrEqual('未经复议直接起诉'.length * 2);
    expect(first).toBeGreaterThanOrEqual(9);
  });

  test('has no formula, whatever a cell looks like', async () => {
    const sheets = await sheetsOf(hostile);
    expect(sheets.map(({ formulas }) => formulas)).toEqual(sheets.map(() => 0));
    const values = sheets.flatMap(({ cells }) => [...cells.values()]);
    expect(values).toContain('=HYPERLINK("x")');
    expect(values).toContain('@SUM(A1)');
    expect(values.some((value) => String(value).includes('<script>'))).toBe(true);
  });

  test('has a sheet for what no form has', async () => {
    const sheets = await sheetsOf('十二、附表\n| 指标 | 数量 |\n| 主动公开 | 12 |\n');
    expect(sheets.map(({ name }) => name)).toEqual(['其他表格', '数据']);
    expect([...(sheets[0]?.cells.values() ?? [])]).toEqual(['指标', '数量', '主动公开', 12]);
  });
});
