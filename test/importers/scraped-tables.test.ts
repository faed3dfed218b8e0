// Tables as readers of web pages leave them: blank cells kept, left out or merged, in bars of several sorts.
import { describe, expect, test } from 'vitest';
import type { LayoutCell } from '../../server/src/forms/edition.ts';
import { standardForms } from '../../server/src/forms/index.ts';
import { importText } from '../../server/src/importers/text.ts';
import { check } from '../../server/src/tasks/library.ts';
import type { Shape, TextOf } from '../support/shapes.ts';
import { keyOf, placesOf, sampleReport, type Values, valuesIn } from './sample-report.ts';

const form = standardForms().newest;
const columns = ['person', 'company', 'research', 'nonprofit', 'legal-service', 'other-organization', 'total'];

/** Every cell 0 but those of the two rows, which hold three applications of one company and their outcome. */
function filled(isBlank: (row: string, column: string) => boolean = () => false): Values {
  return new Map(
    placesOf(form).map((place) => {
      const { row, column } = place;
      const isTold = ['received', 'granted', 'total'].includes(row) && ['company', 'total'].includes(column);
      return [keyOf(place), isBlank(row, column) ? null : isTold ? 3 : 0];
    }),
  );
}

const zerosOfApplicants = (row: string, column: string): boolean =>
  columns.slice(0, 6).includes(column) && !(['received', 'granted', 'total'].includes(row) && column === 'company');

function textIn({ text, value }: LayoutCell, textOf: TextOf): string {
  return value ? textOf(value.row, value.column) : (text ?? '');
}

function markupOf(shape: Shape, values: Values, before = ''): string {
  const result = importText(`${before}${sampleReport(form, shape, values)}`);
  if ('failure' in result) throw new Error(result.failure.zh);
  return result.markup;
}

/** The cells that came in with a number other than theirs, and how many came in blank although they had one. */
function misread(markup: string, wanted: Values): { readonly wrong: readonly string[]; readonly open: number } {
  const found = valuesIn(markup, form);
  const keys = [...wanted.keys()];
  return {
    wrong: keys.filter((key) => found.get(key) !== null && found.get(key) !== wanted.get(key)),
    open: keys.filter((key) => found.get(key) === null && wanted.get(key) !== null).length,
  };
}

const none = { wrong: [], open: 0 };
const width = (table: Parameters<Shape>[0]): number =>
  (table.layout[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0);

/** Rows filled up with bars; blank cells kept or left out. */
const filledUp =
  (keepsBlanks: boolean): Shape =>
  (table, textOf) =>
    table.layout
      .map((row) => {
        const cells = row.map((cell) => textIn(cell, textOf)).filter((text) => keepsBlanks || text !== '');
        const lacking = width(table) - cells.length;
        return `${cells.join(' | ')} |${lacking > 0 ? ` ${'|'.repeat(lacking)}` : ''}`;
      })
      .join('\n');

const linesFilledUp =
  (keepsBlanks: boolean): Shape =>
  (table, textOf) =>
    table.layout
      .flatMap((row) => {
        const cells = row.map((cell) => textIn(cell, textOf)).filter((text) => keepsBlanks || text !== '');
        const lacking = width(table) - cells.length;
        return [...cells.map((text) => `${text} |`.trim()), ...(lacking > 0 ? ['|'.repeat(lacking)] : [])];
      })
      .join('\n');

describe('bars that fill rows up to the width of the table', () => {
  test.each([
    ['behind rows', filledUp(true)],
    ['on lines of their own', linesFilledUp(true)],
  ])('%s are no cells, blank cells that were kept are', (_, shape) => {
    const wanted = filled(zerosOfApplicants);
    expect(misread(markupOf(shape, wanted), wanted)).toEqual(none);
  });

  test.each([
    ['behind rows', filledUp(false)],
    ['on lines of their own', linesFilledUp(false)],
  ])('%s do not tell which cells are blank where those were left out', (_, shape) => {
    const wanted = filled(zerosOfApplicants);
    const markup = markupOf(shape, wanted);
    expect(misread(markup, wanted).wrong).toEqual([]);
    expect(markup).toContain('// 待核：');
    expect(check(markup).filter(({ severity }) => severity === 'error')).toEqual([]);
    const whole = filled();
    expect(misread(markupOf(shape, whole), whole)).toEqual(none);
  });
});

describe('a line of the page with bars of its own', () => {
  test.each(['登录 | 注册\n\n', '首页 | 政务公开 | 年报\n\n'])('leaves the cells as they are: %j', (line) => {
    const wanted = filled(zerosOfApplicants);
    expect(misread(markupOf(linesFilledUp(true), wanted, line), wanted)).toEqual(none);
  });
});

describe('bars on lines of their own', () => {
  const below: Shape = (table, textOf) =>
    table.layout
      .flatMap((row) => row.flatMap((cell) => [textIn(cell, textOf), '|'].filter((text) => text !== '')))
      .join('\n');

  test.each([
    [
      'the last cells',
      (row: string, column: string) => row !== 'litigation-after-reconsideration' || column !== 'total',
    ],
    ['a cell inside', (row: string, column: string) => row !== 'litigation-direct' || column !== 'upheld'],
  ])('close each cell, blank ones before %s too', (_, isBlank) => {
    const wanted = filled(
      (row, column) => standardForms().newest.tables[2]?.row(row) !== undefined && isBlank(row, column),
    );
    expect(misread(markupOf(below, wanted), wanted)).toEqual(none);
  });
});

describe('rows that leave out the cells of labels which go on from above', () => {
  const merged =
    (first: string): Shape =>
    (table, textOf) =>
      table.layout
        .map((row) =>
          row.flatMap((cell) => [textIn(cell, textOf), ...Array.from({ length: cell.colspan - 1 }, () => '')]),
        )
        .map((cells) => `${first}${cells.join(' | ')} |`)
        .join('\n');

  test.each(['| ', ''])('have their values at the end: outer bar %j', (first) => {
    const wanted = filled((_, column) => columns.slice(0, 6).includes(column));
    expect(misread(markupOf(merged(first), wanted), wanted)).toEqual(none);
  });
});

test('rows with blank cells at their beginning and no outer bar keep all their cells', () => {
  const grid: Shape = (table, textOf) => {
    const covered = table.layout.map((): boolean[] => []);
    return table.layout
      .map((row, y) => {
        const cells: string[] = [];
        for (const cell of row) {
          while (covered[y]?.[cells.length]) cells.push('');
          const at = cells.length;
          for (let below = 1; below < cell.rowspan; below++) {
            const line = covered[y + below];
            for (let x = at; line && x < at + cell.colspan; x++) line[x] = true;
          }
          cells.push(textIn(cell, textOf));
        }
        return `${cells.join(' | ')} |`;
      })
      .join('\n');
  };
  const wanted = filled((row) => ['reconsideration', 'litigation-direct'].includes(row));
  expect(misread(markupOf(grid, wanted), wanted)).toEqual(none);
});

describe('labels that stand above the columns alone', () => {
  const text = (values: string): string =>
    [
      '青禾镇人民政府2023年政府信息公开工作年度报告',
      '四、政府信息公开行政复议、行政诉讼情况',
      '行政复议\n行政诉讼\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n复议后起诉',
      '结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计',
      values,
      '五、存在的主要问题及改进情况\n一是公开内容不够丰富。\n六、其他需要报告的事项\n无。',
    ].join('\n');

  test.each(['1\n1', '2', '0\n0\n0\n0\n0'])(
    'are rows all the same, blank where their values are not told: %j',
    (values) => {
      const result = importText(text(values));
      const markup = 'failure' in result ? '' : result.markup;
      expect(markup).toMatch(/行政复议( *\| *){6}/);
      expect(markup).toMatch(/未经复议直接起诉( *\| *){6}/);
      expect(markup).toMatch(/复议后起诉( *\| *){6}/);
      expect(markup).toContain('// 待核：');
    },
  );
});

describe('lines that come but once, as repeated ones were deleted', () => {
  const cells: Shape = (table, textOf) =>
    table.layout.flatMap((row) => row.map((cell) => textIn(cell, textOf))).join('\n');
  const withoutRepeats = (text: string): string => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.filter((line, i) => lines.indexOf(line) === i).join('\n');
  };

  test.each([
    ['nothing but zeros', filled(), ''],
    ['a few numbers', new Map([...filled()].map(([key], i) => [key, i % 9 === 4 ? 100 + i : 0])), ''],
    ['a label that the menu above has', filled(), '规章\n行政规范性文件\n其他文件\n'],
  ])('leave tables with all their rows, and no number that may be another: %s', (_, wanted, menu) => {
    const result = importText(withoutRepeats(`${menu}${sampleReport(form, cells, wanted)}`));
    const markup = 'failure' in result ? '' : result.markup;
    expect(misread(markup, wanted).wrong).toEqual([]);
    expect(check(markup).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a table on one line whose blank cells are gone', () => {
  const words = (table: Parameters<Shape>[0], textOf: TextOf): readonly string[] =>
    table.layout.flatMap((row) => row.map((cell) => textIn(cell, textOf))).filter((text) => text !== '');
  const oneLine: Shape = (table, textOf) => words(table, textOf).join(' ');

  test.each([
    ['five of its values left', (row: string) => row.startsWith('litigation')],
    ['all rows cut short', zerosOfApplicants],
  ])('has its rows, and no value in another place: %s', (_, isBlank) => {
    const wanted = filled(isBlank);
    const text = sampleReport(form, oneLine, wanted).replace(/\n+/g, ' ');
    for (const source of [sampleReport(form, oneLine, wanted), text]) {
      const result = importText(source);
      const markup = 'failure' in result ? '' : result.markup;
      expect(misread(markup, wanted).wrong).toEqual([]);
      expect(check(markup).filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });
});

describe('rows whose labels are lost', () => {
  const lost =
    (isLost: (row: string) => boolean): Shape =>
    (table, textOf) =>
      table.layout
        .flatMap((row) => {
          const own = row.find(({ value }) => value)?.value?.row ?? '';
          const isLabel = ({ value, text }: LayoutCell): boolean => !value && !/^（[三四五六]）/.test(text ?? '');
          return row.filter((cell) => !(isLost(own) && isLabel(cell))).map((cell) => `${textIn(cell, textOf)} |`);
        })
        .join('\n');
  const wanted = new Map([...filled()].map(([key], i) => [key, i % 10]));

  test.each([
    ['of one group', (row: string) => row.startsWith('refused.')],
    ['of two groups', (row: string) => row.startsWith('refused.') || row.startsWith('declined.')],
  ])('%s: all their values behind their group’s label are theirs in order, which is said', (_, isLost) => {
    const result = importText(sampleReport(form, lost(isLost), wanted));
    if ('failure' in result) throw new Error(result.failure.zh);
    expect(misread(result.markup, wanted)).toEqual(none);
    expect(result.notes.map(({ message }) => message.zh).join('\n')).toMatch(/没有行名，是按表样的顺序推断的/);
  });

  test('a group with fewer values than its rows stays as it is', () => {
    const shape = lost((row) => row.startsWith('refused.'));
    const one = importText(
      sampleReport(form, (...args) => shape(...args).replace(/(（三）不予公开 \|\n)\d+ \|\n/, '$1'), wanted),
    );
    expect('failure' in one ? '' : one.markup).not.toContain('1.国家秘密');
  });
});
