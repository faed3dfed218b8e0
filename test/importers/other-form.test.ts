// A report whose table is of another year's form.
import { expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { corpus } from '../support/corpus.ts';

const { text } = corpus.find(({ name }) => name === 'corpus/2021-with-row-of-2019') ?? { text: '' };
const bars = text.replace(/^(\| （六）其他处理[^|]*\|).*$/m, '$1  |  |  |  |  |  |  |');
const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
const inRows = (write: (cells: readonly string[]) => string): string =>
  bars.replace(/^\|.*\|$/gm, (line) => write(cellsOf(line)));

test.each([
  ['bars', bars],
  ['TABs', inRows((cells) => cells.join('\t'))],
  ['bars on one line', bars.replace(/\n+/g, ' ')],
  ['a bar behind each cell, one to a line', inRows((cells) => cells.map((cell) => `${cell} |`).join('\n'))],
])('the row that only that form has stays one, though its cells are blank: %s', (_, torn) => {
  const imported = importText(torn);
  const report = readReport('markup' in imported ? imported.markup : '');
  const table = report.tables.find(({ definition }) => definition.id === 'requests');
  expect(table?.rows.get('other')?.cells.map(({ text }) => text)).toEqual(['', '', '', '', '', '', '']);
  const codes = check(subjectOf(report)).findings.map(({ code }) => code);
  expect(codes).toContain('edition-mismatch');
  expect(codes).not.toContain('missing-row');
});
