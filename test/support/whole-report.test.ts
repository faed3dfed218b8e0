import { expect, test } from 'vitest';
import { corpus } from './corpus.ts';
import { wholeReport } from './whole-report.ts';

const clean = corpus.find(({ name }) => name === 'examples/青禾镇-2023')?.text ?? '';
const ROW = /\n\| 8\.行政查询事项 .*/;

test('a report gets back the row that was taken out of its table', () => {
  expect(clean).toMatch(ROW);
  const lines = (text: string) => text.split('\n').map((line) => line.replaceAll(' ', ''));
  expect(lines(wholeReport(clean.replace(ROW, '')))).toEqual(lines(wholeReport(clean)));
});
