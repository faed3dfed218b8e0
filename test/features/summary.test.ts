import { expect, test } from 'vitest';
import { createSnapshot } from '../../server/src/features/snapshot.ts';
import { summary } from '../../server/src/features/summary.ts';
import { cleanReport, uri, withLine } from './support.ts';

const options = { language: 'zh', settings: { rules: {} } } as const;

test('body, year, edition and counts', () => {
  expect(summary(createSnapshot(uri, 1, cleanReport), options)).toEqual({
    body: '青禾镇人民政府',
    year: 2023,
    edition: '2021',
    editionName: '2021年格式（2021年度起）',
    errors: 0,
    warnings: 0,
  });
});

test('counts follow the settings', () => {
  const snapshot = createSnapshot(uri, 1, withLine('| 行政复议 ', '| 行政复议 | 1 | 0 | 0 | 0 | 2 |'));
  expect(summary(snapshot, options)).toMatchObject({ errors: 1, warnings: 0 });
  const settings = { rules: { 'dispute-total': 'warning' } } as const;
  expect(summary(snapshot, { language: 'en', settings })).toMatchObject({ errors: 0, warnings: 1 });
});

test('nothing known', () => {
  expect(summary(createSnapshot(uri, 1, ''), options)).toMatchObject({ body: null, year: null });
});
