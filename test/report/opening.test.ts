import { expect, test } from 'vitest';
import { readOpening, readReport } from '../../server/src/report/bind.ts';
import { partsToSpoil, reportsToSpoil } from '../support/reports-to-spoil.ts';

test('the opening of a text names the same body, year and title as the whole of it', () => {
  for (const text of [...reportsToSpoil, ...partsToSpoil]) {
    const { body, year, title } = readReport(text);
    expect(readOpening(text)).toMatchObject({ body, year, title });
  }
});
