import { expect, test } from 'vitest';
import type { Element } from '../../server/src/analysis/element.ts';
import { elementAt } from '../../server/src/analysis/element-at.ts';
import { type FileEnd, type Link, linksOf, linksTo } from '../../server/src/analysis/links.ts';
import { type Subject, type Surroundings, subjectOf } from '../../server/src/analysis/subject.ts';
import { readReport } from '../../server/src/report/bind.ts';
import type { Report } from '../../server/src/report/report.ts';
import { inCell, reportWith } from '../features/linked.ts';
import { withLine } from '../features/support.ts';
import { corpus } from '../support/corpus.ts';
import { unmark } from '../support/marks.ts';

const place = { line: 3, start: 4, end: 5 };

interface There {
  readonly subject: Subject;
  readonly element: Element;
}

function there(marked: string, around: (report: Report) => Surroundings = () => ({})): There {
  const { text, cursor } = unmark(marked);
  const report = readReport(text);
  const element = elementAt(report, cursor ?? 0);
  if (!element) throw new Error('nothing stands there');
  return { subject: subjectOf(report, around(report)), element };
}

function said({ kind, relation, to }: Link): string {
  const end =
    to.kind === 'value'
      ? `${to.cell.row.id}.${to.cell.column.id}`
      : to.kind === 'file'
        ? `${to.report.source} ${to.value?.value}`
        : `nowhere ${to.named?.text ?? to.address?.row}`;
  return [kind, ...(relation ? [relation.code] : []), end].join(' ');
}

function links(marked: string, around?: (report: Report) => Surroundings): readonly string[] {
  const { subject, element } = there(marked, around);
  return linksOf(subject, element).map(said);
}

test('a total of a row and each that it sums up', () => {
  expect(links(inCell('| 行政复议 ', 5))).toEqual([
    'addend dispute-total reconsideration.upheld',
    'addend dispute-total reconsideration.corrected',
    'addend dispute-total reconsideration.other',
    'addend dispute-total reconsideration.pending',
  ]);
  expect(links(inCell('| 行政复议 ', 2))).toEqual(['total dispute-total reconsideration.total']);
});

test('a relation that is no plain sum links its terms with one another', () => {
  expect(links(inCell('| 四、结转', 1))).toEqual([
    'balance request-balance received.person',
    'balance request-balance carried-over.person',
    'balance request-balance total.person',
    'total applicant-total carried-forward.total',
  ]);
});

test('a row that is absent is nowhere', () => {
  const text = withLine('| 二、上年结转', null);
  expect(links(inCell('| 四、结转', 1, text))).toContain('balance request-balance nowhere carried-over');
});

test('what is carried over: last year’s value, or nowhere under the name that the front matter gives', () => {
  const cursor = inCell('| 二、上年结转', 1, withLine('年度', '年度: 2023\n上年: 2022.nianbao'));
  const previous = reportWith('2022.nianbao', ['requests', 'carried-forward', 'person'], { value: 1, place });
  expect(links(cursor, () => ({ previous })).at(-1)).toBe('carried 2022.nianbao 1');
  expect(links(cursor).at(-1)).toBe('carried nowhere 2022.nianbao');
  expect(links(inCell('| 二、上年结转', 1)).at(-1)).toBe('carried nowhere carried-forward');
});

test('a stock is carried on from last year’s', () => {
  const address = ['disclosure', 'normative-documents', 'in-force'] as const;
  const previous = reportWith('2022.nianbao', address, { value: 8, place });
  expect(links(inCell('| 行政规范性文件', 3), () => ({ previous })).at(-1)).toBe('carried 2022.nianbao 8');
  const others = links(inCell('| 行政规范性文件', 1), () => ({ previous }));
  expect(others.filter((each) => each.startsWith('carried'))).toEqual([]);
});

test('no link to a column of the same id that counts something else in another form', () => {
  const child = (column: string, edition: string) =>
    reportWith('a.nianbao', ['disclosure', 'normative-documents', column], { value: 8, place }, edition);
  const linked = (column: string, n: number, edition: string) =>
    links(inCell('| 行政规范性文件', n), () => ({ children: [child(column, edition)] })).filter((each) =>
      each.startsWith('child'),
    );
  expect(linked('made', 1, '2021')).toEqual(['child a.nianbao 8']);
  expect(linked('made', 1, '2019')).toEqual([]);
  expect(linked('repealed', 2, '2019')).toEqual([]);
});

test('the same value of each child, and of those that were not found', () => {
  const text = withLine('年度', '年度: 2023\n下级: 乡镇/*.nianbao\n下级: 丢失.nianbao');
  const child = reportWith('乡镇/a.nianbao', ['disputes', 'reconsideration', 'upheld'], { value: 1, place });
  const around = (report: Report): Surroundings => {
    const named = report.frontMatter.at(-1)?.entry.value;
    return { children: [child], missing: named ? [{ key: 'children', named }] : [] };
  };
  expect(links(inCell('| 行政复议 ', 1, text), around).slice(1)).toEqual([
    'child 乡镇/a.nianbao 1',
    'child nowhere 丢失.nianbao',
  ]);
  expect(links(text.replace('乡镇/*', '乡$0镇/*'), around)).toEqual(['report 乡镇/a.nianbao undefined']);
  expect(links(text.replace('丢失', '丢$0失'), around)).toEqual(['report nowhere 丢失.nianbao']);
});

test('a row that stands twice has links only where it counts', () => {
  const twice = '| 行政复议 | 1 | 0 | 0 | 0 | 1 |\n| 行政复议 | 1 | 0 | 0 | 0 | $01 |';
  expect(links(withLine('| 行政复议 ', twice))).toEqual([]);
});

test('labels, prose and other entries have none', () => {
  expect(links(inCell('| 行政复议 ', 0))).toEqual([]);
  expect(links(withLine('年度', '年度: 20$023'))).toEqual([]);
});

test('backwards: what links to a value of another report, and to the whole of it', () => {
  const previous = reportWith('2022.nianbao', ['requests', 'carried-forward', 'person'], { value: 1, place });
  const address = { table: 'requests', row: 'carried-forward', column: 'person' };
  const { subject } = there(withLine('年度', '年度: 2023\n上年: $02022.nianbao'), () => ({ previous }));
  const end = (of: FileEnd['address']): FileEnd => ({ kind: 'file', report: previous, address: of, value: null });
  expect(
    linksTo(subject, end(address)).map(({ kind, from }) => [kind, from.kind === 'value' && from.cell.row.id]),
  ).toEqual([['carried', 'carried-over']]);
  expect(linksTo(subject, end(null)).map(({ from }) => from.kind)).toEqual(['entry']);
  expect(linksTo(subject, end({ ...address, row: 'received' }))).toEqual([]);
});

test('in every report each link between values is found from either end', () => {
  for (const { text } of corpus) {
    const report = readReport(text);
    const subject = subjectOf(report);
    const values = report.tables.flatMap((table) =>
      table.lines.flatMap((line) =>
        line.kind === 'value' ? line.cells.map(({ node }) => elementAt(report, node.room.start)) : [],
      ),
    );
    const key = ({ kind, relation, from, to }: Link) =>
      `${kind} ${relation?.code} ${from.kind === 'value' && from.cell.span.start} ${to.kind === 'value' && to.cell.span.start}`;
    const all = values.flatMap((element) => (element ? linksOf(subject, element) : []));
    const forth = all.filter(({ to }) => to.kind === 'value').map(key);
    const back = values
      .flatMap((element) => (element ? linksTo(subject, element) : []))
      .filter(({ from }) => from.kind === 'value')
      .map(key);
    expect(back.sort()).toEqual(forth.sort());
  }
});
