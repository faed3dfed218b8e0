import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../server/src/analysis/subject.ts';
import { editions } from '../../server/src/forms/index.ts';
import type { Imported } from '../../server/src/importers/source.ts';
import { importText } from '../../server/src/importers/text.ts';
import { readReport } from '../../server/src/report/bind.ts';
import { check } from '../../server/src/rules/engine/check.ts';
import { canonical } from '../../server/src/text/canonical.ts';
import { keyOf, placesOf, valuesIn } from './sample-report.ts';
import { accounted } from './show.ts';

const folder = join(import.meta.dirname, '../corpus');
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

function imported(file: string): Imported {
  const result = importText(readFileSync(join(folder, file), 'utf8'));
  if ('failure' in result) throw new Error(result.failure.en);
  return result;
}

describe('the corpus as it was scraped', () => {
  test.each(files)('%s', async (file) => {
    const { markup, notes, numbers } = imported(file);
    const said = notes.map(({ kind, message }) => `${kind}: ${message.zh}`).join('\n');
    const expected = join(import.meta.dirname, `../expected/corpus/${file.replace(/\.txt$/, '.import.txt')}`);
    await expect(`${said}\n\n${markup}`).toMatchFileSnapshot(expected);
    expect(accounted(numbers)).toBe(numbers.found);
  });

  test('holds the same report in every shape but those that lost values', () => {
    const edition = editions.find(({ years }) => years.last === null);
    if (!edition) throw new Error('no edition in force');
    const lossy = /^(?:blank-cells|duplicate-lines|cell-to-a-line-twice|glued)/;
    const [first, ...others] = files
      .filter((file) => !lossy.test(file))
      .map((file) => valuesIn(imported(file).markup, edition));
    const scraped = canonical(readFileSync(join(folder, files[0] ?? ''), 'utf8'));
    const lines = edition.tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
    const labels = new Map(lines.map(({ id, label }) => [id, canonical(label)]));
    const inText = placesOf(edition).filter(({ row }) => scraped.includes(labels.get(row) ?? ''));
    expect(inText.length).toBeGreaterThan(190);
    expect(inText.filter((place) => first?.get(keyOf(place)) === null)).toEqual([]);
    for (const values of others) expect(values).toEqual(first);
  });

  test('deleted lines leave blanks, never zeros', () => {
    const report = readReport(imported('duplicate-lines-deleted.txt').markup);
    const values = report.tables.flatMap((table) =>
      [...table.rows.values()].flatMap((row) => row.cells.map((cell) => cell.value)),
    );
    expect(values.filter((value) => value === 0)).toEqual([]);
  });

  test('a report pasted twice keeps both copies, for the rule to say so', () => {
    const { findings } = check(subjectOf(readReport(imported('cell-to-a-line-twice.txt').markup)));
    expect(findings.map(({ code }) => code)).toContain('duplicate-section');
  });
});
