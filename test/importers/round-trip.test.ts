import { describe, expect, test } from 'vitest';
import { exporters } from '../../server/src/exporters/index.ts';
import { json } from '../../server/src/exporters/json.ts';
import { importReport } from '../../server/src/importers/index.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { corpus } from '../support/corpus.ts';

/** Reports whose tables bind as they stand; those with torn tables have no values to compare. */
const whole = corpus.filter(({ text }) => readReport(text).tornParts.length === 0);

describe('every report of the corpus, exported and imported', () => {
  const formats = exporters.filter(({ id }) => id === 'html' || id === 'docx');
  const cases = formats.flatMap((exporter) => whole.map((report) => ({ ...report, id: exporter.id, exporter })));

  test.each(cases)('$name as $id has the same values', async ({ text, exporter }) => {
    const report = readReport(text);
    const written = await exporter.write(report);
    const imported = await importReport(typeof written === 'string' ? new TextEncoder().encode(written) : written);
    if ('failure' in imported) throw new Error(imported.failure.zh);
    const { body, year, values } = JSON.parse(json.write(report));
    expect(JSON.parse(json.write(readReport(imported.markup)))).toMatchObject({ body, year, values });
    expect(imported.numbers.written).toBe(imported.numbers.found);
  });
});
