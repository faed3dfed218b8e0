import { describe, expect, test } from 'vitest';
import type { Form } from '../../server/src/forms/form.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { editionById, newestEdition } from '../support/forms.ts';
import { cellLines, gridRows, type Shape, tabRows } from '../support/shapes.ts';
import { keyOf, placesOf, sampleReport, type Values, valuesIn } from './sample-report.ts';
import { accounted } from './show.ts';

const edition: Form = editionById('2021') ?? newestEdition;
const places = placesOf(edition);

/** Values all different from their neighbours; those for which `isBlank` holds are left out. */
function values(isBlank: (key: string, index: number) => boolean = () => false): Values {
  return new Map(places.map((place, i) => [keyOf(place), isBlank(keyOf(place), i) ? null : (i * 7) % 40]));
}

function markupOf(shape: Shape, wanted: Values): string {
  const result = importText(sampleReport(edition, shape, wanted));
  if ('failure' in result) throw new Error(result.failure.en);
  expect(accounted(result.numbers)).toBe(result.numbers.found);
  return result.markup;
}

function cameIn(shape: Shape, wanted: Values): Values {
  return valuesIn(markupOf(shape, wanted), edition);
}

/** The printed rows of a table, each as the texts of its cells. */
function printed(...[table, textOf]: Parameters<Shape>): readonly (readonly string[])[] {
  return table.layout.map((row) =>
    row.map((cell) => (cell.value ? textOf(cell.value.row, cell.value.column) : (cell.text ?? ''))),
  );
}

function eachCell(of: (text: string) => string): Shape {
  return (...args) =>
    printed(...args)
      .map((row) => row.map((text) => (/^\d*$/.test(text) ? of(text) : text)).join(' '))
      .join('\n');
}

describe('rows with spaces between their cells', () => {
  const spaced = eachCell((text) => text);

  test('a group beside its first row is no heading', () => {
    expect(markupOf(spaced, values())).not.toMatch(/^三、本年度办理结果/m);
    expect(cameIn(spaced, values())).toEqual(values());
  });

  test.each([
    ['with a unit', (text: string) => `${text}件`],
    ['with a unit apart', (text: string) => `${text} 件`],
    ['with a character of a font’s own', (text: string) => `${text}\ue004`],
    ['with marks that are not shown', (text: string) => `\u200e\u00ad${text}\ufeff`],
  ])('%s', (_, of) => {
    expect(cameIn(eachCell(of), values())).toEqual(values());
  });

  test.each(['-', '—', '/', '无'])('%s for nothing', (sign) => {
    const wanted = values((_, i) => i % 3 === 1);
    expect(
      cameIn(
        eachCell((text) => text || sign),
        wanted,
      ),
    ).toEqual(wanted);
  });
});

describe('headings', () => {
  test.each(['.', '．', ' ', ''])('with “%s” for the mark', (mark) => {
    const shape = eachCell((text) => text);
    const text = sampleReport(edition, shape, values()).replace(
      /^([一二三四五六])、(?=总体|主动|收到|政府|存在|其他)/gm,
      `$1${mark}`,
    );
    const result = importText(text);
    const headings = 'failure' in result ? [] : (result.markup.match(/^[一二三四五六]、.+$/gm) ?? []);
    expect(headings).toEqual(edition.sections.map(({ title }, i) => `${'一二三四五六'.charAt(i)}、${title}`));
  });
});

describe('a form that was never filled in', () => {
  test.each([
    ['in tabs', tabRows],
    ['in bars', gridRows],
    ['a cell to a line', cellLines],
  ])('%s is three blank tables', (_, shape) => {
    const report = readReport(
      markupOf(
        shape,
        values(() => true),
      ),
    );
    expect(report.tables.map(({ definition }) => definition.id)).toEqual(['disclosure', 'requests', 'disputes']);
  });
});

describe('numbers of pages alone on their lines', () => {
  test('are taken out where all such numbers count the pages', () => {
    const numbered: Shape = (...args) => eachCell((text) => text)(...args);
    const lines = sampleReport(edition, numbered, values()).split('\n');
    const text = lines.flatMap((line, i) => (i > 0 && i % 20 === 0 ? [String(i / 20), line] : [line])).join('\n');
    const result = importText(text);
    expect('failure' in result ? null : valuesIn(result.markup, edition)).toEqual(values());
  });

  test('are left where they are values', () => {
    const text = ['二、主动公开政府信息情况', '行政许可', '1', '行政处罚', '2', '行政强制', '3'].join('\n');
    const result = importText(`青禾镇人民政府2023年政府信息公开工作年度报告\n${text}`);
    expect(result).toMatchObject({ numbers: { found: 3, written: 3, commented: 0, stray: 0 } });
  });
});

describe('one cell to a line, a bar behind each', () => {
  const wanted = values((key) => key.startsWith('disputes') && !key.endsWith('total'));
  const cells: (close: (missing: number) => readonly string[]) => Shape =
    (close) =>
    (...args) =>
      printed(...args)
        .flatMap((row) => [...row.map((text) => `${text} |`.trim()), ...close(15 - row.length)])
        .join('\n');

  test.each([
    ['rows closed to the width of the table', (missing: number) => (missing > 0 ? ['|'.repeat(missing)] : [])],
    ['rows closed by a cell of their own', () => ['|']],
    ['rows closed by four', () => ['||||']],
    ['rows not closed', () => []],
  ])('%s', (_, close) => {
    expect(cameIn(cells(close), wanted)).toEqual(wanted);
  });
});

test('a line of very many bars before a text costs no more than its length, where bars fill rows up', () => {
  const result = importText(`${'1 | ||\n'.repeat(3)}${'| '.repeat(100_000)}青禾镇`);
  expect(result).toHaveProperty('failure');
});

test('very many blank cells in a row cost no more than their number', () => {
  const result = importText(`二、主动公开政府信息情况\n行政许可\n\t1${'\t'.repeat(100_000)}行政处罚\n2`);
  expect(result).toMatchObject({ numbers: { found: 2 } });
});

describe('one cell to a paragraph', () => {
  const paragraphs: Shape = (...args) =>
    printed(...args)
      .flat()
      .filter((text) => text !== '')
      .join('\n\n');

  test('a value stays with the label before it, though other rows are blank', () => {
    const isOpen = (key: string): boolean =>
      key.startsWith('disclosure') && !/normative-documents in-force|coercion/.test(key);
    const found = cameIn(paragraphs, values(isOpen));
    expect(found.get('disclosure licensing decisions')).toBeNull();
    expect(found.get('disclosure penalties decisions')).toBeNull();
    expect(found.get('disclosure coercion decisions')).toBe(values().get('disclosure coercion decisions'));
  });
});

describe('labels apart from their values', () => {
  const rows =
    (order: (labels: readonly string[], values: string) => readonly string[]): Shape =>
    (...args) =>
      printed(...args)
        .flatMap((row) => {
          const labels = row.filter((text) => text !== '' && !/^\d+$/.test(text));
          return order(labels, row.filter((text) => /^\d+$/.test(text)).join(' '));
        })
        .filter((line) => line !== '')
        .join('\n');
  const below = rows((labels, own) => [own, ...labels]);

  test('below them, all through a table', () => {
    expect(cameIn(below, values())).toEqual(values());
  });

  test('below them, with blank cells lost: no value in another’s place', () => {
    const wanted = values((_, i) => i % 3 === 1);
    const found = cameIn(below, wanted);
    expect([...found].filter(([key, value]) => value !== null && value !== wanted.get(key))).toEqual([]);
  });

  test('all labels first, then the values: none in another’s place', () => {
    const wanted = values((key) => /^requests .* (?!total)/.test(key) || key.startsWith('requests carried-over'));
    const shape: Shape = (...args) => {
      const lines = rows((labels, own) => [...labels, own])(...args).split('\n');
      return [...lines.filter((line) => /[^\d ]/.test(line)), ...lines.filter((line) => !/[^\d ]/.test(line))].join(
        '\n',
      );
    };
    const found = cameIn(shape, wanted);
    expect([...found].filter(([key, value]) => value !== null && value !== wanted.get(key))).toEqual([]);
  });
});

describe('merged cells filled with their text in every place', () => {
  const repeated: (row: (cells: readonly string[]) => string) => Shape = (line) => (table, textOf) => {
    const grid = table.layout.map((): string[] => []);
    table.layout.forEach((row, y) => {
      let x = 0;
      for (const cell of row) {
        while (grid[y]?.[x] !== undefined) x++;
        const text = cell.value ? textOf(cell.value.row, cell.value.column) : (cell.text ?? '');
        for (const below of grid.slice(y, y + cell.rowspan)) below.splice(x, 0, ...Array(cell.colspan).fill(text));
      }
    });
    return grid.map(line).join('\n');
  };

  test.each([
    ['in bars', (cells: readonly string[]) => `| ${cells.join(' | ')} |`],
    ['in tabs', (cells: readonly string[]) => cells.join('\t')],
  ])('%s', (_, line) => {
    const wanted = values((_key, i) => i % 5 === 1);
    expect(cameIn(repeated(line), values())).toEqual(values());
    expect(cameIn(repeated(line), wanted)).toEqual(wanted);
  });
});

test.each([
  ['characters of a font', '\ue004'],
  ['TABs', '\t'],
  ['digits', '1'],
  ['bars', '|'],
  ['spaces', '\u3000'],
])('a line of nothing but %s ends soon', (_, character) => {
  const start = performance.now();
  importText(`三、收到和处理政府信息公开申请情况\n规章${character.repeat(400_000)}x\n${character.repeat(400_000)}`);
  expect(performance.now() - start).toBeLessThan(3000);
});

describe('the count of numbers', () => {
  const imported = (text: string) => {
    const result = importText(`青禾镇人民政府2023年政府信息公开工作年度报告\n${text}`);
    if ('failure' in result) throw new Error(result.failure.en);
    return { ...result, said: result.notes.map(({ message }) => message.zh) };
  };

  test('tells those in comments from those in the tables', () => {
    const lines = ['二、主动公开政府信息情况', '规章', '0', '0', '0', '行政规范性文件', '1', '4', '行政许可', '3'];
    const { numbers, said } = imported(lines.join('\n'));
    expect(numbers).toEqual({ found: 6, written: 4, commented: 2, stray: 0 });
    expect(said).toContain('原文的表格里有 6 个数：4 个填进了表格，2 个写在批注里。请对照原文核对。');
  });

  test('tells those in rows that do not fit', () => {
    const rows = ['规章 | 0 | 0 | 0', '行政规范性文件 | 1 | 0 | 4 | 7 | 9', '行政许可 | 3'];
    const { numbers, said } = imported(`二、主动公开政府信息情况\n${rows.join('\n')}`);
    expect(numbers).toEqual({ found: 9, written: 4, commented: 0, stray: 5 });
    expect(said).toContain('原文的表格里有 9 个数：4 个填进了表格，5 个在不能对上表样的行里。请对照原文核对。');
  });

  test('is of all where all are in the tables', () => {
    expect(imported('二、主动公开政府信息情况\n规章 | 0 | 0 | 0\n行政许可 | 3').said).toContain(
      '表格里的4个数全部导入。',
    );
  });
});
