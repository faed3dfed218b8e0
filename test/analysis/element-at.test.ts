import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Element } from '../../server/src/analysis/element.ts';
import { elementAt } from '../../server/src/analysis/element-at.ts';
import { tableAround } from '../../server/src/analysis/table-elements.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { TableLine } from '../../server/src/report/report.ts';
import type { CellNode } from '../../server/src/syntax/tree.ts';
import { encloses, touches } from '../../server/src/text/span.ts';
import { inCell } from '../features/linked.ts';
import { cleanReport, withLine } from '../features/support.ts';
import { corpus } from '../support/corpus.ts';
import { unmark } from '../support/marks.ts';

/** What stands at the cursor: its kind, what is written there, and what it is by the form. */
function found(marked: string): string {
  const { text, cursor } = unmark(marked);
  const element = elementAt(readReport(text), cursor ?? 0);
  if (!element) return 'nothing';
  const written = text.slice(element.selection.start, element.selection.end);
  return [element.kind, `[${written}]`, ...meant(element)].join(' ');
}

function meant(element: Element): readonly string[] {
  switch (element.kind) {
    case 'value':
      return [element.table.definition.id, element.row.row.id, ...(element.isTotal ? ['total'] : [])];
    case 'row-label':
    case 'group-label':
      return [element.label.definition.id];
    case 'column-head':
      return [element.column.id];
    case 'section':
      return [element.section.definition?.id ?? 'unknown'];
    case 'subsection':
    case 'text':
      return [element.section?.definition?.id ?? 'none'];
    case 'entry':
      return [element.part, element.entry.key ?? 'unknown'];
    default:
      return [];
  }
}

/** The clean report with the cursor behind the first two characters of `text`. */
function cursorIn(text: string, report = cleanReport): string {
  const start = report.indexOf(text) + 2;
  return `${report.slice(0, start)}$0${report.slice(start)}`;
}

test.each([
  ['年度: 2023', 'entry [年度] key year'],
  ['2023\n', 'entry [2023] value year'],
  ['# 青禾镇', 'title [青禾镇人民政府2023年政府信息公开工作年度报告]'],
  ['2023年政府', 'year [2023年]'],
  ['2021〕30号', 'citation [〔2021〕30号]'],
  ['2023年12月31日', 'date [2023年12月31日]'],
  ['214条', 'number [214]'],
  ['一、总体情况', 'section [一、总体情况] overview'],
  ['（二）依申请', 'subsection [（二）依申请公开] overview'],
  ['第二十条第（一）项', 'corner [第二十条第（一）项]'],
  ['现行有效件数 |', 'column-head [现行有效件数] in-force'],
  ['（七）总计', 'row-label [（七）总计] total'],
  ['（三）不予公开', 'group-label [（三）不予公开] refused'],
])('%s', (text, expected) => {
  expect(found(cursorIn(text))).toBe(expected);
});

test('a value, a total, a blank', () => {
  expect(found(inCell('| 行政许可', 1))).toBe('value [316] disclosure licensing');
  expect(found(withLine('| 行政复议 ', '| 行政复议 | $01 | 0 | 0 | 0 | 1 |'))).toMatch(/^value \[1\] disputes \S+$/);
  expect(found(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 |  1$0  |'))).toMatch(
    /^value \[1\] disputes \S+ total$/,
  );
  expect(found(withLine('| 行政复议 ', '| 行政复议 | 1 |$0  | 0 | 0 | 1 |'))).toMatch(/^value \[ {2}\] disputes \S+$/);
});

test('what the form has no place for', () => {
  expect(found(withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | $07 |'))).toBe('unbound-cell [7]');
  expect(found(withLine('| 行政复议 ', '| 其他$0复议 | 1 | 0 | 0 | 0 | 1 |'))).toBe('unbound-cell [其他复议]');
  expect(found('| 索引$0号 | 1 |')).toBe('unbound-cell [索引号]');
});

test('comments, suppressions and their codes', () => {
  expect(found('// 一$0句')).toBe('comment [// 一句]');
  expect(found('// nianbao-ignore row-order, row-$0label: 已核实')).toBe('suppression-code [row-label]');
  expect(found('---\n忽略: row-order, row-$0label: 已核实\n---\n')).toBe('suppression-code [row-label]');
  expect(found('// nianbao-ignore row-order: 已$0核实')).toMatch(/^comment /);
});

test('no heading: a title over two lines, a row label on a line of its own, text behind a heading', () => {
  expect(found('青禾镇$0人民政府\n2023年政府信息公开工作年度报告\n')).toMatch(/^title \[青禾镇人民政府\n2023年/);
  expect(found('三、收到和处理政府信息公开申请情况\n\n一、本年新收$0政府信息公开申请数量\n3')).toBe(
    'text [一、本年新收政府信息公开申请数量] requests',
  );
  expect(found('一、总体情况。本年$0工作平稳。')).toBe('text [本年工作平稳。] overview');
});

test('nothing: a blank line, a line drawn between rows, the marks of the front matter, outside a row, outside the text', () => {
  expect(found('一、总体情况\n$0\n')).toBe('nothing');
  expect(found('| 一 | 二 |\n|--$0-|---|\n| 1 | 2 |')).toBe('nothing');
  expect(found('--$0-\n年度: 2023\n---\n')).toBe('nothing');
  expect(found('  $0  | 1 | 2 |')).toBe('nothing');
  expect(elementAt(readReport('一二'), 3)).toBeNull();
  expect(elementAt(readReport('一二'), -1)).toBeNull();
  expect(elementAt(readReport(''), 0)).toBeNull();
});

test('an element holds the offset, and what it says of the report is so', () => {
  const reports = corpus.map(({ text }) => readReport(text));
  fc.assert(
    fc.property(fc.constantFrom(...reports), fc.nat(), (report, at) => {
      const offset = at % (report.tree.text.length + 1);
      const element = elementAt(report, offset);
      if (!element) return;
      expect(touches(element.span, offset)).toBe(true);
      expect(encloses(element.span, element.selection)).toBe(true);
      if ('table' in element && element.table) {
        expect(report.tables).toContain(element.table);
        expect(tableAround(report, element.span)).toBe(element.table);
      }
      if (element.kind === 'value') {
        const { row, cell, table } = element;
        expect(table.lines).toContain(row);
        expect(row.cells[row.block.columns.indexOf(cell.column.id)]).toBe(cell);
        expect(report.tree.text.slice(cell.span.start, cell.span.end)).toBe(cell.text);
      }
      if ('section' in element && element.section) expect(report.sections).toContain(element.section);
    }),
    { numRuns: 1000 },
  );
});

test('every value, label and head of a report is found where it stands', () => {
  for (const { text } of corpus) {
    const report = readReport(text);
    for (const line of report.tables.flatMap(({ lines }) => lines)) {
      const parts = partsOf(line);
      const foundThere = parts.map(({ node }) => elementAt(report, node.room.end));
      expect(foundThere).toMatchObject(parts.map(({ element }) => element));
    }
  }
});

/** The cells that a line has something to say of, each with what it is. */
function partsOf(line: TableLine): readonly { readonly node: CellNode; readonly element: object }[] {
  const labels = line.kind === 'group' || line.kind === 'value' ? line.labels : [];
  const cells = line.kind === 'value' ? line.cells : [];
  const heads = line.kind === 'header' ? line.heads.filter(({ official }) => official !== null) : [];
  return [
    ...labels.map((label) => ({ node: label.cell, element: { label } })),
    ...cells.map((cell) => ({ node: cell.node, element: { kind: 'value', cell, row: line } })),
    ...heads.map((head) => ({ node: head.cell, element: { head } })),
  ];
}
